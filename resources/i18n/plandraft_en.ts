<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ActionTable</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>比对(&amp;C)</source>
        <translation>&amp;Compare</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>导入文件…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the samples</translation>
    </message>
    <message>
        <source>新建草稿</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>打开草稿文件…</source>
        <translation>Open a draft file…</translation>
    </message>
    <message>
        <source>另存草稿文件…</source>
        <translation>Save draft to a file…</translation>
    </message>
    <message>
        <source>导出 Word…</source>
        <translation>Export to Word…</translation>
    </message>
    <message>
        <source>导出 Word（出处写成批注）…</source>
        <translation>Export to Word, sources as comments…</translation>
    </message>
    <message>
        <source>比对报告（网页）…</source>
        <translation>Comparison report (HTML)…</translation>
    </message>
    <message>
        <source>比对报告（Word）…</source>
        <translation>Comparison report (Word)…</translation>
    </message>
    <message>
        <source>草稿的早先版本…</source>
        <translation>Earlier versions of the draft…</translation>
    </message>
    <message>
        <source>页面预览</source>
        <translation>Page preview</translation>
    </message>
    <message>
        <source>比对报告预览…</source>
        <translation>Preview of the comparison report…</translation>
    </message>
    <message>
        <source>打印比对报告…</source>
        <translation>Print the comparison report…</translation>
    </message>
    <message>
        <source>比对报告（PDF）…</source>
        <translation>Comparison report (PDF)…</translation>
    </message>
    <message>
        <source>比对报告（Excel）…</source>
        <translation>Comparison report (Excel)…</translation>
    </message>
    <message>
        <source>导出段落判断…</source>
        <translation>Export judgements of passages…</translation>
    </message>
    <message>
        <source>打开原件</source>
        <translation>Open original</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>搜索资料库</source>
        <translation>Search the library</translation>
    </message>
    <message>
        <source>为草稿找段落</source>
        <translation>Find passages for the draft</translation>
    </message>
    <message>
        <source>设为或取消专栏</source>
        <translation>Make or Undo a Box</translation>
    </message>
    <message>
        <source>比对所选文档</source>
        <translation>Compare selected documents</translation>
    </message>
    <message>
        <source>移除所选文档</source>
        <translation>Remove selected documents</translation>
    </message>
    <message>
        <source>资料库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>比对</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>起草</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>多份</source>
        <translation>Several</translation>
    </message>
    <message>
        <source>命令…</source>
        <translation>Commands…</translation>
    </message>
    <message>
        <source>放大文字</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>文字恢复原大小</source>
        <translation>Usual text size</translation>
    </message>
    <message>
        <source>阅读字体…</source>
        <translation>Reading font…</translation>
    </message>
    <message>
        <source>全屏</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>主题：跟随系统</source>
        <translation>Theme: as the system</translation>
    </message>
    <message>
        <source>主题：浅色</source>
        <translation>Theme: light</translation>
    </message>
    <message>
        <source>主题：深色</source>
        <translation>Theme: dark</translation>
    </message>
    <message>
        <source>语言：跟随系统</source>
        <translation>Language: as the system</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>两侧同步滚动</source>
        <translation>Scroll both sides in step</translation>
    </message>
    <message>
        <source>显示或收起两侧目录</source>
        <translation>Show or hide both contents</translation>
    </message>
    <message>
        <source>左右对调</source>
        <translation>Swap sides</translation>
    </message>
    <message>
        <source>按相似段落看</source>
        <translation>Read as shared passages</translation>
    </message>
    <message>
        <source>按版本对照看</source>
        <translation>Read as versions</translation>
    </message>
    <message>
        <source>筛选段落</source>
        <translation>Filter passages</translation>
    </message>
    <message>
        <source>两侧光标处对齐</source>
        <translation>Align both sides at the carets</translation>
    </message>
    <message>
        <source>取消全部对齐</source>
        <translation>Remove all alignments</translation>
    </message>
    <message>
        <source>送入草稿</source>
        <translation>Send to draft</translation>
    </message>
    <message>
        <source>设为套话</source>
        <translation>Make it an own phrase</translation>
    </message>
    <message>
        <source>自定套话和替换…</source>
        <translation>Own Phrases and Substitutions…</translation>
    </message>
    <message>
        <source>键盘一览</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>打开日志文件夹</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CandidatesPanel</name>
    <message>
        <source>在资料库中找可用的段落</source>
        <translation>Find passages in the library</translation>
    </message>
    <message>
        <source>输入关键词，多个词用空格隔开；找到的段落会插入到光标所在的一节。</source>
        <translation>Type words with spaces between them; what you insert goes into the section with the caret.</translation>
    </message>
    <message>
        <source>资料库里没有同时含有这些词的段落。</source>
        <translation>No passage of the library has all these words.</translation>
    </message>
    <message>
        <source>找到 {count} 段，显示前 {shown} 段。</source>
        <translation>{count} passages found, the first {shown} are shown.</translation>
    </message>
    <message>
        <source>找到 {count} 段。</source>
        <translation>{count} passages found.</translation>
    </message>
</context>
<context>
    <name>ClassSwitch</name>
    <message>
        <source>选择标出哪几类差异</source>
        <translation>Choose which differences are marked</translation>
    </message>
    <message>
        <source>标出的差异</source>
        <translation>Differences marked</translation>
    </message>
    <message>
        <source>全部标出</source>
        <translation>Mark all</translation>
    </message>
    <message>
        <source>官方套话标灰</source>
        <translation>Official phrases in grey</translation>
    </message>
    <message>
        <source>资料库套话标灰</source>
        <translation>Grey phrases of the library</translation>
    </message>
    <message>
        <source>资料库里六成以上（至少四份）规划都有的文字</source>
        <translation>Wording that at least 60% of the library&apos;s plans have, and at least four of them</translation>
    </message>
    <message>
        <source>自定套话标灰</source>
        <translation>Grey own phrases</translation>
    </message>
    <message>
        <source>差异：全部</source>
        <translation>Differences: all</translation>
    </message>
    <message>
        <source>差异：{count} / {total} 类</source>
        <translation>Differences: {count} of {total} kinds</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
</context>
<context>
    <name>ClauseView</name>
    <message>
        <source>分句图</source>
        <translation>Clauses</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>输入命令</source>
        <translation>Type a command</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>没有这样的命令</source>
        <translation>No such command</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>正在比对…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>已取消比对，仍显示原来的两份。</source>
        <translation>Comparison cancelled; the two plans from before are still shown.</translation>
    </message>
    <message>
        <source>已取消比对。</source>
        <translation>Comparison cancelled.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>并排比对两份规划</source>
        <translation>Compare two plans side by side</translation>
    </message>
    <message>
        <source>在上方的 A 和 B 中各选一份规划，这里就会并排显示全文，标出相同、改写和调换次序的段落，逐字指出地名、数字、标点与措辞的不同，并可把需要的段落送入草稿。

也可以在资料库中选中两份规划，再点“比对”。</source>
        <translation>Choose a plan in A and one in B. Both appear side by side; identical, edited and reordered passages are marked, with every difference in places, numbers, punctuation and wording. Passages you need can be sent to the draft.

You can also select two plans in the library and press Compare.</translation>
    </message>
    <message>
        <source>到资料库选择</source>
        <translation>Choose in the library</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>请先选中文字，或单击一个段落，再送入草稿。</source>
        <translation>Select text or click a passage first, then send it to the draft.</translation>
    </message>
    <message>
        <source>版本对照：{count} 处改动 · A 中 {left} 见于 B · B 中 {right} 见于 A</source>
        <translation>Versions: {count} changes · {left} of A is in B · {right} of B is in A</translation>
    </message>
    <message>
        <source>没有找到相似段落</source>
        <translation>No similar passages found</translation>
    </message>
    <message>
        <source>A 中 {left} 见于 B · B 中 {right} 见于 A · {count} 处</source>
        <translation>{left} of A is in B · {right} of B is in A · {count} passages</translation>
    </message>
    <message>
        <source>另有通用表述 {count} 处</source>
        <translation>{count} of routine wording</translation>
    </message>
</context>
<context>
    <name>CompareStage</name>
    <message>
        <source>左侧文稿 A</source>
        <translation>Left document A</translation>
    </message>
    <message>
        <source>右侧文稿 B</source>
        <translation>Right document B</translation>
    </message>
    <message>
        <source>左侧全文概览</source>
        <translation>Overview of the left document</translation>
    </message>
    <message>
        <source>右侧全文概览</source>
        <translation>Overview of the right document</translation>
    </message>
</context>
<context>
    <name>CorrectingController</name>
    <message>
        <source>采用了 {count} 处修复，原文保留着。</source>
        <translation>{count} repairs accepted; the original is kept.</translation>
    </message>
    <message>
        <source>已改回原文。</source>
        <translation>The original text is back.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>已修改 {count} 份文档的信息。</source>
        <translation>Details of {count} documents changed.</translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>程序出错</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>刚才的操作没有完成。可以继续工作，草稿会照常自动保存。</source>
        <translation>The last action was not completed. You can go on working; drafts are saved as usual.</translation>
    </message>
    <message>
        <source>详情已写入日志。如果反复出现，请把日志发给开发者。</source>
        <translation>Details are in the log. If this happens again, please send the log to the developers.</translation>
    </message>
    <message>
        <source>打开日志文件夹</source>
        <translation>Open the log folder</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>对这一处的备注</source>
        <translation>Note on this passage</translation>
    </message>
    <message>
        <source>确是借用，保留在比例里</source>
        <translation>Borrowed indeed; counts in the share</translation>
    </message>
    <message>
        <source>不是借用，不计入比例</source>
        <translation>Not borrowed; does not count in the share</translation>
    </message>
    <message>
        <source>各地通用的套话，不计入比例</source>
        <translation>A phrase that all plans share; does not count</translation>
    </message>
    <message>
        <source>已写进自己的草稿；送入草稿时自动标记，撤销插入时一并取消</source>
        <translation>Used in a draft of your own; marked by itself when sent to the draft, and taken back when the insertion is undone</translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>规划期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuing organ</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>规划、纲要</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>意见、决定</source>
        <translation>Opinions, decision</translation>
    </message>
    <message>
        <source>方案、计划</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>通知、批复</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>办法、规定</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>报告、总结</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>新闻</source>
        <translation>News</translation>
    </message>
    <message>
        <source>省级</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>市级</source>
        <translation>Prefecture</translation>
    </message>
    <message>
        <source>县级</source>
        <translation>County</translation>
    </message>
    <message>
        <source>标题不能为空。</source>
        <translation>The title cannot be empty.</translation>
    </message>
    <message>
        <source>太长了，请缩短。</source>
        <translation>Too long; shorten it.</translation>
    </message>
    <message>
        <source>地名至少两个字。</source>
        <translation>A place has at least two characters.</translation>
    </message>
    <message>
        <source>请写“十四五”这样的规划期（八五至十六五），或留空。</source>
        <translation>Write a period such as 十四五 (八五 to 十六五), or leave it empty.</translation>
    </message>
    <message>
        <source>请写 1949 至 2100 之间的四位年份，或留空。</source>
        <translation>Write a year of four digits from 1949 to 2100, or leave it empty.</translation>
    </message>
    <message>
        <source>请写“云政发〔2026〕7号”这样的文号，或留空。</source>
        <translation>Write a number such as 云政发〔2026〕7号, or leave it empty.</translation>
    </message>
    <message>
        <source>没有这个日期。请写 2026年3月8日、2026-03-08 或 2026-03，或留空。</source>
        <translation>There is no such date. Write 2026年3月8日, 2026-03-08 or 2026-03, or leave it empty.</translation>
    </message>
    <message>
        <source>请从列表中选。</source>
        <translation>Choose from the list.</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>修改信息</source>
        <translation>Edit details</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>“”里是文中的出处，按一下看位置。改过的值在资料库里标有“已改”，按“恢复”回到识别的值。</source>
        <translation>In quotes is where a value was found; click to see the place. Edited values are marked in the library; Set back returns to what was found.</translation>
    </message>
    <message>
        <source>同时修改 {count} 份文档；不改动的项目各自保留原值。</source>
        <translation>Edits {count} documents at once; what you leave alone stays as it is in each.</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>开头</source>
        <translation>Beginning</translation>
    </message>
    <message>
        <source>读取提示</source>
        <translation>Notes on reading</translation>
    </message>
    <message>
        <source>阅读全文</source>
        <translation>Read text</translation>
    </message>
    <message>
        <source>修改信息…</source>
        <translation>Edit details…</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>篇幅</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{value} · 已改</source>
        <translation>{value} · edited</translation>
    </message>
    <message>
        <source>有 {count} 个标题拿不准（标问号），右键可改。</source>
        <translation>{count} headings are doubtful (marked ?); right-click to correct them.</translation>
    </message>
    <message>
        <source>已修复 {count} 处，查看或改回…</source>
        <translation>{count} repaired: show or undo…</translation>
    </message>
    <message>
        <source>查看修复建议…</source>
        <translation>Show repairs…</translation>
    </message>
    <message>
        <source>查看问题所在…</source>
        <translation>Show where…</translation>
    </message>
    <message>
        <source>与另一份比对</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>选另一份文档，与本文并排比对</source>
        <translation>Choose another document to compare this one with</translation>
    </message>
    <message>
        <source>打开原文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>从资料库移除（可撤销）</source>
        <translation>Remove from the library (can be undone)</translation>
    </message>
    <message>
        <source>其他文档：在列表里按住 Ctrl 选两份，再按 Enter</source>
        <translation>Others: select two in the list with Ctrl and press Enter</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>规划文档 ({patterns});;所有文件 (*)</source>
        <translation>Plans ({patterns});;All files (*)</translation>
    </message>
    <message>
        <source>导入文件</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>导入文件夹</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>草稿 (*.plandraft);;所有文件 (*)</source>
        <translation>Drafts (*.plandraft);;All files (*)</translation>
    </message>
    <message>
        <source>打开草稿文件</source>
        <translation>Open a draft file</translation>
    </message>
    <message>
        <source>纯文本 (*.txt);;所有文件 (*)</source>
        <translation>Plain text (*.txt);;All files (*)</translation>
    </message>
    <message>
        <source>导入名单</source>
        <translation>Import a List</translation>
    </message>
    <message>
        <source>Word 文档 (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <source>选择 Word 底稿</source>
        <translation>Choose a Word base file</translation>
    </message>
    <message>
        <source>网页 (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>草稿 (*.plandraft)</source>
        <translation>Draft (*.plandraft)</translation>
    </message>
    <message>
        <source>纯文本 (*.txt)</source>
        <translation>Plain text (*.txt)</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>PlanDraft {version}

规划比对与起草：并排比对规划，找出相同和改写的段落，记住每一段的出处，按公文版式导出。

许可：LGPL-3.0-or-later</source>
        <translation>PlanDraft {version}

Compare plans side by side, find identical and edited passages, remember where each one came from, export in the official layout.

Licence: LGPL-3.0-or-later</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>DifferenceBox</name>
    <message>
        <source>当前段落的两种写法</source>
        <translation>Both wordings of the current passage</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>替换表</source>
        <translation>Replacements</translation>
    </message>
    <message>
        <source>左（A）</source>
        <translation>Left (A)</translation>
    </message>
    <message>
        <source>右（B）</source>
        <translation>Right (B)</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>数字表</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>章节对应图</source>
        <translation>Map of sections</translation>
    </message>
    <message>
        <source>差异的几种看法</source>
        <translation>Ways to look at the differences</translation>
    </message>
    <message>
        <source>逐字</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>分句</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Swaps</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>单击一个段落，这里会逐字对照两种写法。</source>
        <translation>Click a passage to see both wordings letter by letter.</translation>
    </message>
    <message>
        <source>这一处只有一侧有文字，没有分句可以对应。</source>
        <translation>Only one side has text here; there are no clauses to match.</translation>
    </message>
    <message>
        <source>这一段太长，分句图不便阅读；请看“逐字”。</source>
        <translation>This passage is too long for a picture of clauses; see “Letters”.</translation>
    </message>
    <message>
        <source>没有互相替换的地名、数字、规划期或机构。</source>
        <translation>No places, numbers, periods or bodies were replaced.</translation>
    </message>
    <message>
        <source>正在汇总…</source>
        <translation>Collecting…</translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <source>比对这两份</source>
        <translation>Compare these two</translation>
    </message>
    <message>
        <source>一起比对</source>
        <translation>Compare together</translation>
    </message>
    <message>
        <source>修改文种、规划期…</source>
        <translation>Edit kind, period…</translation>
    </message>
    <message>
        <source>移除（可撤销）</source>
        <translation>Remove (can be undone)</translation>
    </message>
    <message>
        <source>阅读全文</source>
        <translation>Read text</translation>
    </message>
    <message>
        <source>与另一份比对</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>修改信息…</source>
        <translation>Edit details…</translation>
    </message>
    <message>
        <source>打开原文件</source>
        <translation>Open file</translation>
    </message>
</context>
<context>
    <name>DocumentTable</name>
    <message>
        <source>文档列表</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>DraftController</name>
    <message>
        <source>草稿已另存：{path}</source>
        <translation>Draft saved: {path}</translation>
    </message>
    <message>
        <source>先打开或新建一份草稿，所选段落随后插入。</source>
        <translation>Open or begin a draft first; the passage is inserted then.</translation>
    </message>
    <message>
        <source>当前一节</source>
        <translation>current section</translation>
    </message>
    <message>
        <source>已插入到“{section}”。</source>
        <translation>Inserted into “{section}”.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>换一节</source>
        <translation>Other section</translation>
    </message>
    <message>
        <source>去草稿</source>
        <translation>Go to draft</translation>
    </message>
    <message>
        <source>已移除草稿。</source>
        <translation>Draft removed.</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>新的一节</source>
        <translation>New section</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>找段落</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>写作提示</source>
        <translation>Guide</translation>
    </message>
</context>
<context>
    <name>DraftOutlineModel</name>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>篇幅合适</source>
        <translation>long enough</translation>
    </message>
    <message>
        <source>偏长</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>建议 {low}–{high} 字</source>
        <translation>{low}–{high} wanted</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>草稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>回到草稿列表</source>
        <translation>Back to the drafts</translation>
    </message>
    <message>
        <source>撤销（Ctrl+Z）</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>重做（Ctrl+Y）</source>
        <translation>Redo (Ctrl+Y)</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>按 GB/T 9704 版式导出 Word 文档（Ctrl+E）</source>
        <translation>Export as Word in the layout of GB/T 9704 (Ctrl+E)</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>另存草稿文件…</source>
        <translation>Save draft to a file…</translation>
    </message>
    <message>
        <source>草稿的早先版本…</source>
        <translation>Earlier versions of the draft…</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>看排好的页面（Ctrl+F2）</source>
        <translation>See the pages laid out (Ctrl+F2)</translation>
    </message>
    <message>
        <source>显示或收起提纲</source>
        <translation>Show or hide the outline</translation>
    </message>
    <message>
        <source>显示或收起出处、找段落和写作提示</source>
        <translation>Show or hide source, search and guide</translation>
    </message>
    <message>
        <source>{letters} 字 · 引用段落占 {share} %</source>
        <translation>{letters} characters · {share} % in borrowed passages</translation>
    </message>
</context>
<context>
    <name>EarlierController</name>
    <message>
        <source>已恢复到{moment}的版本。</source>
        <translation>Back to the version of {moment}.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>EarlierDialog</name>
    <message>
        <source>草稿的早先版本</source>
        <translation>Earlier versions of the draft</translation>
    </message>
    <message>
        <source>早先版本</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>这一版的正文</source>
        <translation>Text of this version</translation>
    </message>
    <message>
        <source>恢复到这一版</source>
        <translation>Go back to this version</translation>
    </message>
    <message>
        <source>还没有早先的版本：写作时每五分钟留一版，以后在这里找回。</source>
        <translation>There are no earlier versions yet: one is kept every five minutes of writing.</translation>
    </message>
    <message>
        <source>与现在的正文相同。</source>
        <translation>The same as the present text.</translation>
    </message>
    <message>
        <source>这一版 {letters} 字，现在 {now} 字；标出的 {count} 段现在没有或已改写。</source>
        <translation>{letters} letters here, {now} now; the {count} marked paragraphs are gone or rewritten.</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>Yesterday {time}</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month}/{day}</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>还有没填的要素，在文中以【】标出：{names}</source>
        <translation>Still open, marked 【】 in the text: {names}</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>检查版面</source>
        <translation>Check layout</translation>
    </message>
    <message>
        <source>真实版面 PDF</source>
        <translation>True-layout PDF</translation>
    </message>
    <message>
        <source>已导出：{path}</source>
        <translation>Exported: {path}</translation>
    </message>
    <message>
        <source>版面符合 GB/T 9704：{name}</source>
        <translation>The layout agrees with GB/T 9704: {name}</translation>
    </message>
    <message>
        <source>版面有 {count} 处与 GB/T 9704 不同：</source>
        <translation>The layout departs from GB/T 9704 in {count} places:</translation>
    </message>
    <message>
        <source>{place}：{found}，应为{wanted}</source>
        <translation>{place}: {found}, should be {wanted}</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Whole file</translation>
    </message>
    <message>
        <source>规定的字体都已安装。</source>
        <translation>All prescribed fonts are installed.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>查看字体</source>
        <translation>Show fonts</translation>
    </message>
    <message>
        <source>预览页面</source>
        <translation>Preview pages</translation>
    </message>
    <message>
        <source>缺 {count} 种字体</source>
        <translation>{count} fonts missing</translation>
    </message>
    <message>
        <source>同名文件会被替换。</source>
        <translation>The file of the same name will be replaced.</translation>
    </message>
    <message>
        <source>没有这个文件夹。</source>
        <translation>There is no such folder.</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>更改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>目录（一、二级标题和页码）</source>
        <translation>Contents (headings of levels 1 and 2 with pages)</translation>
    </message>
    <message>
        <source>用 LibreOffice 排一遍，填准页码</source>
        <translation>Lay out with LibreOffice for exact page numbers</translation>
    </message>
    <message>
        <source>选择 Word 底稿</source>
        <translation>Choose a Word base file</translation>
    </message>
    <message>
        <source>按模板和版式的习惯</source>
        <translation>As the template and layout have it</translation>
    </message>
    <message>
        <source>要封面</source>
        <translation>With a title page</translation>
    </message>
    <message>
        <source>不要封面</source>
        <translation>No title page</translation>
    </message>
    <message>
        <source>GB/T 9704 标准版式</source>
        <translation>Standard layout of GB/T 9704</translation>
    </message>
    <message>
        <source>不选则用模板自带的；可选本单位的 .docx</source>
        <translation>The template&apos;s own unless you choose a .docx of your office</translation>
    </message>
    <message>
        <source>印发方式</source>
        <translation>Issued as</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Title page</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Word 底稿</source>
        <translation>Word base</translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>全部文档</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Show fewer</translation>
    </message>
    <message>
        <source>全部 {count} 项…</source>
        <translation>All {count}…</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>规划期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>未识别</source>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>FamiliesController</name>
    <message>
        <source>比对 {count} 份规划</source>
        <translation>Comparing {count} plans</translation>
    </message>
    <message>
        <source>多份比对 {title}</source>
        <translation>Several plans beside {title}</translation>
    </message>
    <message>
        <source>写报告</source>
        <translation>Writing the report</translation>
    </message>
</context>
<context>
    <name>FamiliesModel</name>
    <message>
        <source>段落</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>作基准的那一份的字数</source>
        <translation>Letters of the plan that is the base</translation>
    </message>
    <message>
        <source>多少份规划有这一段</source>
        <translation>How many plans have this passage</translation>
    </message>
</context>
<context>
    <name>FamiliesPage</name>
    <message>
        <source>一次比对多份规划</source>
        <translation>Compare several plans at once</translation>
    </message>
    <message>
        <source>在资料库中选中三份以上规划，再点“比对”。这里会列出两两相似度、每段文字在各份规划中是相同、改写还是没有，以及多数规划有而您的没有、只有您有的段落。</source>
        <translation>Select three or more plans in the library and press Compare. Here you see how similar each two are, whether each passage is identical, edited or missing in each plan, what most have and yours lacks, and what only yours has.</translation>
    </message>
    <message>
        <source>到资料库选择</source>
        <translation>Choose in the library</translation>
    </message>
    <message>
        <source>{plans} 份规划，{all} 段见于两份以上；多数有而“{title}”没有 {lacking} 段，只有它有 {own} 段</source>
        <translation>{plans} plans; {all} passages in two or more; {lacking} that most have and “{title}” lacks, {own} that it alone has</translation>
    </message>
    <message>
        <source>；不计套话和非借用 {count} 段</source>
        <translation>; not counted: {count} (formulae, no re-use)</translation>
    </message>
</context>
<context>
    <name>FamiliesTable</name>
    <message>
        <source>段落表：一行一段，一列一份规划</source>
        <translation>Passages: a row a passage, a column a plan</translation>
    </message>
</context>
<context>
    <name>FamiliesTools</name>
    <message>
        <source>在段落中查找</source>
        <translation>Find in passages</translation>
    </message>
    <message>
        <source>报告…</source>
        <translation>Report…</translation>
    </message>
    <message>
        <source>导出 Excel 报告</source>
        <translation>Export an Excel report</translation>
    </message>
    <message>
        <source>我的规划</source>
        <translation>My plan</translation>
    </message>
    <message>
        <source>以哪一份为准：其余各份与它对照</source>
        <translation>Which plan the others are held against</translation>
    </message>
    <message>
        <source>显示哪些段落</source>
        <translation>Which passages to show</translation>
    </message>
    <message>
        <source>由自定套话组成的，以及判为非借用或套话的，不计入相似度和段落</source>
        <translation>Own phrases, and what was decided to be no re-use or a formula: not counted in shares and passages</translation>
    </message>
    <message>
        <source>全部共有段落</source>
        <translation>All shared passages</translation>
    </message>
    <message>
        <source>我的规划里有的</source>
        <translation>Those in my plan</translation>
    </message>
    <message>
        <source>多数有而我没有</source>
        <translation>Most have, mine lacks</translation>
    </message>
    <message>
        <source>只有我有</source>
        <translation>Only mine has</translation>
    </message>
    <message>
        <source>套话和非借用</source>
        <translation>Formulae, no re-use</translation>
    </message>
    <message>
        <source>相似度</source>
        <translation>Similarity</translation>
    </message>
    <message>
        <source>两两之间有多少文字相同或相近</source>
        <translation>How much text each two share</translation>
    </message>
    <message>
        <source>段落</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>一行一段，一列一份规划</source>
        <translation>A row a passage, a column a plan</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>我的规划全文，按最相近的来源着色</source>
        <translation>My whole plan, coloured by the nearest source</translation>
    </message>
</context>
<context>
    <name>FamilyList</name>
    <message>
        <source>并排比对</source>
        <translation>Compare side by side</translation>
    </message>
    <message>
        <source>送入草稿</source>
        <translation>Send to draft</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>设为套话</source>
        <translation>Make it an own phrase</translation>
    </message>
    <message>
        <source>这样筛选没有段落。换一种筛选，或清空查找框。</source>
        <translation>No passage passes this filter. Choose another one or clear the search.</translation>
    </message>
    <message>
        <source>没有这样的段落。</source>
        <translation>There is no such passage.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>恢复</source>
        <translation>Set back</translation>
    </message>
    <message>
        <source>恢复为从文中识别的值</source>
        <translation>Set back to what was found in the text</translation>
    </message>
    <message>
        <source>从文中识别：{value}</source>
        <translation>Found in the text: {value}</translation>
    </message>
    <message>
        <source>出自：{words}</source>
        <translation>Source: {words}</translation>
    </message>
    <message>
        <source>按一下看原文位置</source>
        <translation>Click to see the place</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>筛选段落文字或章节</source>
        <translation>Filter by text or section</translation>
    </message>
    <message>
        <source>筛选段落</source>
        <translation>Filter passages</translation>
    </message>
    <message>
        <source>最低相似度</source>
        <translation>Lowest similarity</translation>
    </message>
    <message>
        <source>最少字数</source>
        <translation>Fewest characters</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>相似度 ≥ {value} %</source>
        <translation>Similarity ≥ {value} %</translation>
    </message>
    <message>
        <source>字数 ≥ {value}</source>
        <translation>Letters ≥ {value}</translation>
    </message>
    <message>
        <source>≥ {value} 字</source>
        <translation>≥ {value}</translation>
    </message>
    <message>
        <source>按判断筛选</source>
        <translation>Filter by decision</translation>
    </message>
    <message>
        <source>只看这样判断过的段落</source>
        <translation>Show only passages decided so</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>{shown} / {total} 处</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>{total} 处</source>
        <translation>{total} found</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>显示文字相同的段落</source>
        <translation>Show identical passages</translation>
    </message>
    <message>
        <source>显示改动过的段落</source>
        <translation>Show edited passages</translation>
    </message>
    <message>
        <source>显示分句换了次序的段落</source>
        <translation>Show passages with reordered clauses</translation>
    </message>
    <message>
        <source>显示新增的文字</source>
        <translation>Show what was inserted</translation>
    </message>
    <message>
        <source>显示删除的文字</source>
        <translation>Show what was deleted</translation>
    </message>
    <message>
        <source>显示移动过的文字</source>
        <translation>Show what was moved</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在本文中查找</source>
        <translation>Find in this document</translation>
    </message>
    <message>
        <source>上一处（Shift+Enter）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>下一处（Enter）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>第 {number} 处，共 {count} 处</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>FirstFrame</name>
    <message>
        <source>规划比对与起草</source>
        <translation>Compare and Draft Plans</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>全文要素</source>
        <translation>Slots of the draft</translation>
    </message>
    <message>
        <source>改一处，全文随之更新；正文里没有填的要素以【】标出。</source>
        <translation>A change here changes the whole text; slots without a value stand as 【】.</translation>
    </message>
    <message>
        <source>模板里没有这一节。</source>
        <translation>The template does not have this section.</translation>
    </message>
    <message>
        <source>建议篇幅 {low}–{high} 字</source>
        <translation>Wanted length: {low}–{high} characters</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>Optional</translation>
    </message>
</context>
<context>
    <name>HeadRow</name>
    <message>
        <source>左侧文稿 A</source>
        <translation>Left document A</translation>
    </message>
    <message>
        <source>右侧文稿 B</source>
        <translation>Right document B</translation>
    </message>
    <message>
        <source>左右对调</source>
        <translation>Swap sides</translation>
    </message>
    <message>
        <source>上一处（Shift+F8）</source>
        <translation>Previous (Shift+F8)</translation>
    </message>
    <message>
        <source>下一处（F8）</source>
        <translation>Next (F8)</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>显示两侧目录</source>
        <translation>Show the contents of both</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>In step</translation>
    </message>
    <message>
        <source>两侧同步滚动（F6）</source>
        <translation>Scroll both sides in step (F6)</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>送入草稿</source>
        <translation>Send to draft</translation>
    </message>
    <message>
        <source>把选中的文字或当前段落送入草稿（Ctrl+Enter）</source>
        <translation>Send the selection or the current passage to the draft (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>网页报告…</source>
        <translation>HTML report…</translation>
    </message>
    <message>
        <source>Word 报告…</source>
        <translation>Word report…</translation>
    </message>
    <message>
        <source>预览、打印或导出比对报告</source>
        <translation>Preview, print or export a report of the comparison</translation>
    </message>
    <message>
        <source>打印预览…</source>
        <translation>Print preview…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>PDF 报告…</source>
        <translation>PDF report…</translation>
    </message>
    <message>
        <source>Excel 报告…</source>
        <translation>Excel report…</translation>
    </message>
    <message>
        <source>选择规划…</source>
        <translation>Choose a plan…</translation>
    </message>
    <message>
        <source>两份规划之间借用的段落，次序不限</source>
        <translation>Passages that two plans share, in any order</translation>
    </message>
    <message>
        <source>同一规划的两个版本：新增、删除、改动、移动</source>
        <translation>Two versions of one plan: inserted, deleted, changed, moved</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>版本对照</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>段落</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>相似段落</source>
        <translation>Similar passages</translation>
    </message>
</context>
<context>
    <name>HeadingMenu</name>
    <message>
        <source>一级标题</source>
        <translation>Heading, level 1</translation>
    </message>
    <message>
        <source>二级标题</source>
        <translation>Heading, level 2</translation>
    </message>
    <message>
        <source>三级标题</source>
        <translation>Heading, level 3</translation>
    </message>
    <message>
        <source>四级标题</source>
        <translation>Heading, level 4</translation>
    </message>
    <message>
        <source>是正文，不是标题</source>
        <translation>Text, not a heading</translation>
    </message>
    <message>
        <source>恢复自动识别</source>
        <translation>As recognised</translation>
    </message>
</context>
<context>
    <name>HeadingModel</name>
    <message>
        <source>没有编号，只凭措辞判断</source>
        <translation>no number, judged by its words only</translation>
    </message>
    <message>
        <source>编号与前一个不衔接</source>
        <translation>its number does not follow the one before</translation>
    </message>
    <message>
        <source>后面没有下一个编号</source>
        <translation>no next number follows</translation>
    </message>
    <message>
        <source>原文没有分段，编号夹在句中</source>
        <translation>the text has no line breaks, the number stands inside a line</translation>
    </message>
    <message>
        <source>不一定是标题：{reasons}。点右键可以改。</source>
        <translation>Perhaps no heading: {reasons}. Right-click to correct it.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>内容与资料库中的“{title}”相同，没有重复导入。</source>
        <translation>Same content as “{title}” in the library; not imported again.</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>Import results</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制全部；只要几行时，选中后按 Ctrl+C</source>
        <translation>Copies all; for some lines choose them and press Ctrl+C</translation>
    </message>
    <message>
        <source>保存为文本…</source>
        <translation>Save as text…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{count} 份未能导入</source>
        <translation>{count} could not be imported</translation>
    </message>
    <message>
        <source>{count} 份内容重复</source>
        <translation>{count} known already</translation>
    </message>
    <message>
        <source>{parts}。其余文件不受影响。</source>
        <translation>{parts}. The other files are not affected.</translation>
    </message>
    <message>
        <source>未导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>原因和办法</source>
        <translation>Reason and remedy</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>键盘一览</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>资料库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>比对</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>起草</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>选一份阅读全文，选几份比对</source>
        <translation>Read the selected one, compare several</translation>
    </message>
    <message>
        <source>从资料库移除（可撤销）</source>
        <translation>Remove from the library (can be undone)</translation>
    </message>
    <message>
        <source>从搜索框到找到的文档</source>
        <translation>From the search to what was found</translation>
    </message>
    <message>
        <source>阅读全文时查找</source>
        <translation>Find in the text being read</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>复制并注明出处</source>
        <translation>Copy with source</translation>
    </message>
    <message>
        <source>清空筛选，再按回到正文</source>
        <translation>Clear the filter; again: back to the text</translation>
    </message>
    <message>
        <source>在提纲里改名</source>
        <translation>Rename in the outline</translation>
    </message>
    <message>
        <source>从页面预览回到正文</source>
        <translation>Back from the pages to the text</translation>
    </message>
    <message>
        <source>打印页面</source>
        <translation>Print pages</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>导入已取消，取消前读好的文件保留在资料库里。</source>
        <translation>The import was cancelled; what was read before stays in the library.</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>{count} 份文档</source>
        <translation>{count} documents</translation>
    </message>
    <message>
        <source>找到 {found} 份，共 {count} 份文档</source>
        <translation>{found} of {count} documents found</translation>
    </message>
    <message>
        <source>查看清单…</source>
        <translation>Show list…</translation>
    </message>
    <message>
        <source>用 LibreOffice 转换 {count} 份</source>
        <translation>Convert {count} with LibreOffice</translation>
    </message>
    <message>
        <source>只这一次</source>
        <translation>Just this once</translation>
    </message>
    <message>
        <source>以后都这样</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>不转换，以后也不问</source>
        <translation>Never, do not ask again</translation>
    </message>
    <message>
        <source>查看修复建议…</source>
        <translation>Show repairs…</translation>
    </message>
    <message>
        <source>移除旧版</source>
        <translation>Remove old version</translation>
    </message>
    <message>
        <source>新旧对照</source>
        <translation>Compare versions</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>Import results</translation>
    </message>
    <message>
        <source>已导入 {count} 份</source>
        <translation>{count} imported</translation>
    </message>
    <message>
        <source>{count} 份内容已在资料库中，没有重复导入</source>
        <translation>{count} were in the library already</translation>
    </message>
    <message>
        <source>{count} 份未能导入</source>
        <translation>{count} could not be imported</translation>
    </message>
    <message>
        <source>其中 {count} 份的原文件改动过，新旧两版都保留着</source>
        <translation>{count} of them changed since they were imported; both versions are kept</translation>
    </message>
    <message>
        <source>这里没有可以导入的文件</source>
        <translation>There is nothing to import here</translation>
    </message>
    <message>
        <source>{count} 份有乱码，可以修复</source>
        <translation>{count} garbled, repairs offered</translation>
    </message>
    <message>
        <source>其余 {count} 份的原因见清单</source>
        <translation>the reasons for {count} more are in the list</translation>
    </message>
    <message>
        <source>{count} 个其他格式的文件没有读</source>
        <translation>{count} files of other formats were not read</translation>
    </message>
    <message>
        <source>{count} 个其他格式的文件（{suffixes}）没有读</source>
        <translation>{count} files of other formats ({suffixes}) were not read</translation>
    </message>
    <message>
        <source>已移除 {count} 份文档，原文件没有改动。</source>
        <translation>{count} documents removed; the files themselves are untouched.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>无法打开“{path}”。文件可能已被移走；资料库里的内容不受影响。</source>
        <translation>Cannot open {path}. The file may have been moved; what the library holds is not affected.</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>有修复建议，可在右边的详情里查看。</source>
        <translation>Repairs are offered; see the details at the right.</translation>
    </message>
    <message>
        <source>已由您修改，不是从文中识别的</source>
        <translation>Edited by you, not found in the text</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>规划期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>加入时间</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>Web page</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>未选择文档</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>搜索全文，多个词用空格隔开</source>
        <translation>Search full text, spaces between words</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>没有文档同时含有这些词。请换个说法，或清空搜索框。</source>
        <translation>No document has all these words. Try others, or clear the search.</translation>
    </message>
    <message>
        <source>把要参考的规划放进来</source>
        <translation>Put the plans to work from in here</translation>
    </message>
    <message>
        <source>资料库保存导入的规划：按地区、规划期归类，全文可搜，任选两份并排比对。可以导入 Word、WPS、PDF、网页和文本，也可以把文件或文件夹拖到这里。原文件不会改动。</source>
        <translation>The library keeps the plans you import, by place and period, with full-text search; any two can be compared. Import Word, WPS, PDF, web and text files, or drop files and folders here. The files themselves are never changed.</translation>
    </message>
    <message>
        <source>导入文件…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the samples</translation>
    </message>
    <message>
        <source>单击看内容，双击或按 Enter 阅读全文；选两份按 Enter 比对。</source>
        <translation>Click to look into one, double-click or Enter to read it; select two and Enter to compare.</translation>
    </message>
    <message>
        <source>比对这两份</source>
        <translation>Compare these two</translation>
    </message>
    <message>
        <source>修改文种、规划期…</source>
        <translation>Edit kind, period…</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>比对所选</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>两份并排比对，三份以上一起比对（Enter）</source>
        <translation>Two side by side, three or more together (Enter)</translation>
    </message>
    <message>
        <source>显示或收起筛选栏</source>
        <translation>Show or hide the filters</translation>
    </message>
    <message>
        <source>显示或收起详情栏</source>
        <translation>Show or hide the details</translation>
    </message>
    <message>
        <source>已选 {count} 份</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>并排比对按 Enter。</source>
        <translation>Press Enter to compare them side by side.</translation>
    </message>
    <message>
        <source>一起比对按 Enter：两两相似度，每段在各份规划中有没有。</source>
        <translation>Press Enter to compare them together: how similar each two are, and which passage stands where.</translation>
    </message>
    <message>
        <source>一起比对</source>
        <translation>Compare together</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>从资料库移除所选文档（Delete，可撤销）</source>
        <translation>Remove the selected documents (Delete; can be undone)</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>在名单中查找</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>移除所选</source>
        <translation>Remove Selected</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>{shown} / {count} 条</source>
        <translation>{shown} / {count} entries</translation>
    </message>
    <message>
        <source>名单中没有这些字。</source>
        <translation>The list does not have these letters.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>规划比对与起草</source>
        <translation>Compare and Draft Plans</translation>
    </message>
</context>
<context>
    <name>MarginBar</name>
    <message>
        <source>原文照录</source>
        <translation>Verbatim</translation>
    </message>
    <message>
        <source>已改写</source>
        <translation>Adapted</translation>
    </message>
</context>
<context>
    <name>MatchesModel</name>
    <message>
        <source>左（A）</source>
        <translation>Left (A)</translation>
    </message>
    <message>
        <source>右（B）</source>
        <translation>Right (B)</translation>
    </message>
    <message>
        <source>相似度</source>
        <translation>Alike</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>对应</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>自定套话</source>
        <translation>Own phrases</translation>
    </message>
    <message>
        <source>通用表述</source>
        <translation>routine wording</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>“{left}”的文字有 {share} 见于“{right}”。</source>
        <translation>{share} of “{left}” stands in “{right}”. </translation>
    </message>
    <message>
        <source>已不计非借用和套话；连同它们是 {every}。</source>
        <translation>Formulae and what is no re-use do not count; with them it is {every}. </translation>
    </message>
    <message>
        <source>双击并排比对。</source>
        <translation>Double-click to compare side by side.</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>相似度表：每行的规划有多少见于各列的规划</source>
        <translation>Similarity: how much of each row is in each column</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>相似度阈值</source>
        <translation>Similarity threshold</translation>
    </message>
    <message>
        <source>两份规划中，一份有这么多文字见于另一份，就归为一组</source>
        <translation>Two plans belong to one group when one of them has this much of its text in the other</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>每行读作：这份规划的文字有多少见于各列的规划。双击一格并排比对。</source>
        <translation>Each row: how much of this plan stands in the plans of the columns. Double-click a cell to compare the two.</translation>
    </message>
    <message>
        <source>阈值</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>不计非借用和套话（{count} 处）。</source>
        <translation> Without {count} that are no re-use or formulae.</translation>
    </message>
    <message>
        <source>第 {number} 组 · {count} 份</source>
        <translation>Group {number} · {count} plans</translation>
    </message>
    <message>
        <source>不在组内 · {count} 份</source>
        <translation>In no group · {count} plans</translation>
    </message>
    <message>
        <source>最早</source>
        <translation>oldest</translation>
    </message>
    <message>
        <source>按文中或资料库中的日期推断，仅供参考：日期早不等于被借用。</source>
        <translation>Inferred from the dates in the text or the library; a hint only: older does not mean borrowed from.</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>……另有 {count} 项</source>
        <translation>… and {count} more</translation>
    </message>
</context>
<context>
    <name>NoticeForm</name>
    <message>
        <source>盖章（日期右空四字）</source>
        <translation>Sealed (date four characters from the edge)</translation>
    </message>
    <message>
        <source>更多要素</source>
        <translation>More elements</translation>
    </message>
    <message>
        <source>例：松政发〔2026〕8号</source>
        <translation>e.g. 松政发〔2026〕8号</translation>
    </message>
    <message>
        <source>例：2026年5月8日</source>
        <translation>e.g. 2026年5月8日</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuing organ</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation>Addressed to</translation>
    </message>
    <message>
        <source>抄送机关</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>发文机关标志</source>
        <translation>Head of the issuing organ</translation>
    </message>
    <message>
        <source>通知标题</source>
        <translation>Title of the notice</translation>
    </message>
    <message>
        <source>通知正文</source>
        <translation>Text of the notice</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy number</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Date of printing</translation>
    </message>
</context>
<context>
    <name>ObstacleList</name>
    <message>
        <source>请核对：{what}</source>
        <translation>Please check: {what}</translation>
    </message>
    <message>
        <source>没有缺漏；有 {count} 处请核对：</source>
        <translation>Nothing missing; {count} to check:</translation>
    </message>
    <message>
        <source>没有缺漏，可以导出。</source>
        <translation>Nothing is missing; ready to export.</translation>
    </message>
    <message>
        <source>还缺 {count} 项，处理完才能导出正式稿：</source>
        <translation>{count} items to settle before a final file can be exported:</translation>
    </message>
    <message>
        <source>还缺 {count} 项，文中以【】标出：</source>
        <translation>{count} items missing, marked 【】 in the text:</translation>
    </message>
    <message>
        <source>{missing}另有 {count} 处请核对。</source>
        <translation>{missing} {count} more to check.</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>去处理：{what}</source>
        <translation>Go there: {what}</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>光标所在的段落没有引用来源，没有原件可开。</source>
        <translation>The paragraph with the caret has no source, so there is no original to open.</translation>
    </message>
    <message>
        <source>系统没有可以打开“{name}”的程序。</source>
        <translation>The system has no program that opens {name}.</translation>
    </message>
    <message>
        <source>已打开原件“{name}”。</source>
        <translation>The original {name} is open. </translation>
    </message>
    <message>
        <source>它在导入以后改动过：打开的是现在的内容，资料库里仍是导入时的文字。</source>
        <translation>It was changed after the import: what opens is what it holds now; the library keeps the text as imported. </translation>
    </message>
    <message>
        <source>“{words}”已复制，在打开的程序中按 Ctrl+F 粘贴，即可找到这一处。</source>
        <translation>&quot;{words}&quot; is on the clipboard: press Ctrl+F there and paste to find the place.</translation>
    </message>
    <message>
        <source>资料库里的文字不受影响。</source>
        <translation> The text in the library is not affected.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>OutlineList</name>
    <message>
        <source>章节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>在后面新增一节</source>
        <translation>Add a section after this</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>删除本章和其中 {count} 节</source>
        <translation>Remove chapter and its {count} sections</translation>
    </message>
    <message>
        <source>删除本节</source>
        <translation>Remove section</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{title}
对应：{partner}</source>
        <translation>{title}
Partner: {partner}</translation>
    </message>
    <message>
        <source>单击右端的编号（Shift+回车）：两侧对齐到这两章</source>
        <translation>Click the number at the right (Shift+Enter): bring both chapters level</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>（空白页）</source>
        <translation>(blank page)</translation>
    </message>
</context>
<context>
    <name>ParagraphsEditor</name>
    <message>
        <source>设为专栏</source>
        <translation>Make a Box (专栏)</translation>
    </message>
    <message>
        <source>取消专栏</source>
        <translation>Undo the Box</translation>
    </message>
    <message>
        <source>移出专栏</source>
        <translation>Take out of the Box</translation>
    </message>
    <message>
        <source>并入上面的专栏</source>
        <translation>Add to the Box above</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>相似段落列表</source>
        <translation>Similar passages</translation>
    </message>
    <message>
        <source>筛选条件下没有段落。放宽条件或清除筛选即可看到全部段落。</source>
        <translation>No passage passes the filters. Widen or clear them to see all passages.</translation>
    </message>
    <message>
        <source>两个版本的文字相同，没有改动。</source>
        <translation>Both versions have the same text; nothing was changed.</translation>
    </message>
    <message>
        <source>两份文稿之间没有找到相似段落。
很短的句子和各地通用的套话不算相似段落；可以换一份同类规划再比对。</source>
        <translation>No similar passages between these documents.
Short sentences and formulae that all plans share do not count; try another plan of the kind.</translation>
    </message>
</context>
<context>
    <name>PhrasePanel</name>
    <message>
        <source>套话</source>
        <translation>Common phrase</translation>
    </message>
    <message>
        <source>写一条套话，例如：加强组织领导</source>
        <translation>Write a phrase, such as 加强组织领导</translation>
    </message>
    <message>
        <source>4 至 2000 个字；8 个字以上的，地名、数字不同也算。</source>
        <translation>4 to 2000 letters; from 8 letters on, places and numbers may differ.</translation>
    </message>
    <message>
        <source>一条套话要有 4 至 2000 个字。</source>
        <translation>A phrase has 4 to 2000 letters.</translation>
    </message>
    <message>
        <source>名单里已经有这一条。</source>
        <translation>The list has this phrase already.</translation>
    </message>
    <message>
        <source>还没有自定套话。

在比对页或多份页选中文字，单击右键选“设为套话”；也可以在上方写一条，或导入每行一条的文本文件。</source>
        <translation>No own phrases yet.

Select text on the compare page or on that of several plans and choose “Make it an own phrase” from the context menu; or write one above, or import a text file with one phrase a line.</translation>
    </message>
</context>
<context>
    <name>PhrasesController</name>
    <message>
        <source>请先选中文字，或单击一个段落，再设为套话。</source>
        <translation>Select text or click a passage first, then make it a phrase.</translation>
    </message>
    <message>
        <source>套话至少要有 4 个字；请多选几个字。</source>
        <translation>A phrase has at least 4 letters; select some more.</translation>
    </message>
    <message>
        <source>一次最多把 {most} 段设为套话；请少选一些。</source>
        <translation>At most {most} paragraphs at a time become phrases; select less.</translation>
    </message>
    <message>
        <source>查看名单…</source>
        <translation>Show the List…</translation>
    </message>
    <message>
        <source>已经是自定套话。</source>
        <translation>It is an own phrase already.</translation>
    </message>
    <message>
        <source>已设为套话（{count} 条），每次比对都会用到。</source>
        <translation>{count} made own phrases, for every comparison.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>导入 {count} 条，其余 {known} 条已在名单里。</source>
        <translation>{count} imported; {known} more are in the list already.</translation>
    </message>
    <message>
        <source>自定套话</source>
        <translation>Own phrases</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>已写入 {path}</source>
        <translation>Written to {path}</translation>
    </message>
</context>
<context>
    <name>PlaceEditor</name>
    <message>
        <source>有 {count} 个同名：{places}。请从列表中选一个。</source>
        <translation>{count} places have this name: {places}. Choose one from the list.</translation>
    </message>
    <message>
        <source>地名表里没有这个名字，仍可保存。</source>
        <translation>Not in the gazetteer; it can be saved all the same.</translation>
    </message>
</context>
<context>
    <name>PlanGraph</name>
    <message>
        <source>相似关系图</source>
        <translation>Graph of similarity</translation>
    </message>
    <message>
        <source>{left} — {right}：相似度 {share}。双击并排比对。</source>
        <translation>{left} — {right}: {share} alike. Double-click to compare side by side.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>页面预览</source>
        <translation>Page preview</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>写 PDF</source>
        <translation>Writing PDF</translation>
    </message>
    <message>
        <source>这台电脑上没有打印机，可以存成 PDF。</source>
        <translation>This computer has no printer; you can save a PDF.</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>已送去打印：{count} 页</source>
        <translation>Sent to the printer: {count} pages</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>查看字体</source>
        <translation>Show fonts</translation>
    </message>
    <message>
        <source>把这些页面存成 PDF</source>
        <translation>Save these pages as PDF</translation>
    </message>
    <message>
        <source>打印这些页面（Ctrl+Alt+P）</source>
        <translation>Print these pages (Ctrl+Alt+P)</translation>
    </message>
    <message>
        <source>缺 {count} 种字体</source>
        <translation>{count} fonts missing</translation>
    </message>
    <message>
        <source>这台电脑缺少规定的字体，预览用相近的代替。点击看详情。</source>
        <translation>This computer lacks prescribed fonts; the preview uses similar ones. Click for details.</translation>
    </message>
    <message>
        <source>预览的用途</source>
        <translation>Purpose shown</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>这台电脑上没有打印机，可以存成 PDF。</source>
        <translation>This computer has no printer; you can save a PDF.</translation>
    </message>
    <message>
        <source>打印预览：{names}</source>
        <translation>Print preview: {names}</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page number</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>送入草稿</source>
        <translation>Send to draft</translation>
    </message>
    <message>
        <source>把选中的文字或光标所在的段落送入草稿（Ctrl+Enter）</source>
        <translation>Send the selection, or the paragraph with the caret, to the draft (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>右键点标题或段落，可以改“是标题（几级）”或“是正文”，比对和起草随之更新。</source>
        <translation>Right-click a heading or paragraph to say that it is a heading or text; comparisons and drafts follow.</translation>
    </message>
    <message>
        <source>有 {count} 个标题拿不准，目录里标有问号。</source>
        <translation>{count} headings are doubtful and marked ? in the outline. </translation>
    </message>
    <message>
        <source>这一段是…</source>
        <translation>This paragraph is…</translation>
    </message>
</context>
<context>
    <name>ReadingFontDialog</name>
    <message>
        <source>阅读字体</source>
        <translation>Reading font</translation>
    </message>
    <message>
        <source>字体</source>
        <translation>Font</translation>
    </message>
    <message>
        <source> 磅</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Use default</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>用于并排比对的正文和“多份”页的来源视图，更改立即生效。</source>
        <translation>Used for the texts compared side by side and the sources view of several plans. Changes show at once.</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>修复乱码</source>
        <translation>Repair garbled text</translation>
    </message>
    <message>
        <source>全部采用</source>
        <translation>Accept all</translation>
    </message>
    <message>
        <source>全部不用</source>
        <translation>Accept none</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>采用 {chosen} 处，共 {count} 处</source>
        <translation>{chosen} of {count} accepted</translation>
    </message>
    <message>
        <source>这些文字在转存时错位了一个字节。逐处看过再采用；原文始终保留，随时可以改回。□ 表示缺了半个字，无法还原。</source>
        <translation>These stretches were shifted by one byte. Look at each before you accept it; the original is always kept. □ stands for a character of which half is lost.</translation>
    </message>
    <message>
        <source>没有可以自动修复的文字。下面是只能对照原件改正的问题。</source>
        <translation>Nothing can be repaired by itself. What follows can only be mended with the original at hand.</translation>
    </message>
    <message>
        <source>第 {number} 处：{place}</source>
        <translation>{number}. {place}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>只提示、不改动的问题</source>
        <translation>Reported only, never changed</translation>
    </message>
    <message>
        <source>……另有 {count} 处</source>
        <translation>… and {count} more</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>段落判断</source>
        <translation>Judgements of passages</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>已送往打印机“{printer}”：{pages} 页</source>
        <translation>Sent to the printer {printer}: {pages} pages</translation>
    </message>
    <message>
        <source>这台电脑上没有打印机。可以先存为 PDF，再到有打印机的电脑上打印。</source>
        <translation>This computer has no printer. Save as PDF and print it on one that has.</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>比对报告 {left} 与 {right}</source>
        <translation>Comparison of {left} and {right}</translation>
    </message>
    <message>
        <source>写报告</source>
        <translation>Writing the report</translation>
    </message>
    <message>
        <source>已写好：{path}</source>
        <translation>Written: {path}</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>不计非借用和套话（{count} 处）：A {left}，B {right}</source>
        <translation>without {count} that are no re-use or formulae: A {left}, B {right}</translation>
    </message>
</context>
<context>
    <name>RibbonGutter</name>
    <message>
        <source>两侧段落的连线</source>
        <translation>Lines between the passages</translation>
    </message>
</context>
<context>
    <name>SlotForm</name>
    <message>
        <source>例：{example}</source>
        <translation>e.g. {example}</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>文档</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original wording</translation>
    </message>
    <message>
        <source>还原为原文</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>打开原件</source>
        <translation>Open original</translation>
    </message>
    <message>
        <source>删除线是已不在草稿里的原文，下划线是草稿中新写的。</source>
        <translation>Struck through: no longer in the draft. Underlined: new in the draft.</translation>
    </message>
    <message>
        <source>把光标放进一段文字，这里显示它的出处。</source>
        <translation>Put the caret into a paragraph to see where it came from.</translation>
    </message>
    <message>
        <source>这一段是自己写的，没有引用来源。</source>
        <translation>This paragraph is your own; it has no source.</translation>
    </message>
    <message>
        <source>原文照录</source>
        <translation>Verbatim</translation>
    </message>
    <message>
        <source>已改写 {share} %</source>
        <translation>{share} % changed</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>我的规划，按来源着色</source>
        <translation>My plan, coloured by source</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>每处文字取最相近的一份。点来源只看它，双击并排比对；F8、F7 到下一处、上一处。</source>
        <translation>Each place has the colour of its closest source. Click a source to see it alone, double-click to compare; F8 and F7 go to the next and the previous place.</translation>
    </message>
    <message>
        <source>全部来源</source>
        <translation>All sources</translation>
    </message>
    <message>
        <source>套话和非借用（不计）</source>
        <translation>Formulae, no re-use (not counted)</translation>
    </message>
    <message>
        <source>判为非借用或套话：不计入比例</source>
        <translation>Decided to be no re-use or a formula: not counted in the shares</translation>
    </message>
    <message>
        <source>{title}，相似度 {share}。双击并排比对。</source>
        <translation>{title}, similarity {share}. Double-click to compare.</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>草稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>从模板开始一份新规划</source>
        <translation>Begin a plan from a template</translation>
    </message>
    <message>
        <source>在右边选好模板、填好要素，就得到带章节、提示和标准说法的草稿。写作时可以从比对页和资料库插入段落，每一段都记得出处；写的内容自动保存。</source>
        <translation>Choose a template and fill in its slots at the right to get a draft with sections, guidance and standard wording. Insert passages from the comparison and the library as you write; each remembers its source. Everything is saved by itself.</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>开始起草</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>打开草稿文件…</source>
        <translation>Open a draft file…</translation>
    </message>
    <message>
        <source>还要填：{names}</source>
        <translation>Still needed: {names}</translation>
    </message>
    <message>
        <source>其余各项可以以后再填。</source>
        <translation>The others can wait.</translation>
    </message>
    <message>
        <source>继续写</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>新建草稿</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Slots</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SubstitutionPanel</name>
    <message>
        <source>一种写法</source>
        <translation>One wording</translation>
    </message>
    <message>
        <source>另一种写法</source>
        <translation>The other wording</translation>
    </message>
    <message>
        <source>例如：经信委</source>
        <translation>such as 经信委</translation>
    </message>
    <message>
        <source>例如：工信局</source>
        <translation>such as 工信局</translation>
    </message>
    <message>
        <source>两边可以对调：左文用哪一种写法都算。</source>
        <translation>The order means nothing: either wording may stand on the left.</translation>
    </message>
    <message>
        <source>两边要不同，各有 2 至 100 个字。</source>
        <translation>Two different words of 2 to 100 letters each.</translation>
    </message>
    <message>
        <source>名单里已经有这一对。</source>
        <translation>The list has this pair already.</translation>
    </message>
    <message>
        <source>还没有替换。

写下一对词，例如“经信委 = 工信局”：比对时这一对视为相同，只以“替换”一类淡淡标出，可在“差异”中关掉。</source>
        <translation>No substitutions yet.

Write a pair of words, such as 经信委 = 工信局: they count as the same and are only marked faintly as “Substitution”, which can be switched off under Differences.</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>自定套话：不计入比例</source>
        <translation>Own phrase: not counted in the shares</translation>
    </message>
    <message>
        <source>官方套话</source>
        <translation>Official phrase</translation>
    </message>
    <message>
        <source>资料库 {total} 份中 {count} 份都有</source>
        <translation>In {count} of {total} plans of the library</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>TitleField</name>
    <message>
        <source>规划标题</source>
        <translation>Title of the plan</translation>
    </message>
    <message>
        <source>单击修改标题</source>
        <translation>Click to change the title</translation>
    </message>
    <message>
        <source>规划标题，按回车修改</source>
        <translation>Title of the plan, Enter to change it</translation>
    </message>
</context>
<context>
    <name>WordingDialog</name>
    <message>
        <source>自定套话和替换</source>
        <translation>Own Phrases and Substitutions</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo Last Step</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已撤销。</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>已移除 {count} 条。</source>
        <translation>{count} removed.</translation>
    </message>
    <message>
        <source>套话</source>
        <translation>Common phrase</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>两份比对时都会用到，更改立即生效：套话在文中标灰，由套话组成的段落不计入比例；替换的两种写法视为相同。</source>
        <translation>For every comparison of two plans, at once: phrases are greyed in the texts and passages made of them are not counted; both wordings of a substitution count as the same.</translation>
    </message>
</context>
<context>
    <name>Wordings</name>
    <message>
        <source>各份规划中的写法</source>
        <translation>Wordings in the plans</translation>
    </message>
    <message>
        <source>选一行，这里显示每份规划里的写法和不同之处。</source>
        <translation>Choose a row to see the wording of each plan and where they differ.</translation>
    </message>
    <message>
        <source>设为套话</source>
        <translation>Make it an own phrase</translation>
    </message>
    <message>
        <source>没有这一段：{plans}</source>
        <translation>Not in: {plans}</translation>
    </message>
    <message>
        <source>日期最早的是“{title}”（{date}）。仅为推断：日期早不等于被借用。</source>
        <translation>The oldest by its date is {title} ({date}). An inference only: older does not mean borrowed from.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>左侧目录</source>
        <translation>Contents of the left document</translation>
    </message>
    <message>
        <source>右侧目录</source>
        <translation>Contents of the right document</translation>
    </message>
</context>
<context>
    <name>ZoomChooser</name>
    <message>
        <source>缩放</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
</context>
<context>
    <name>_DraftList</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>移除（可撤销）</source>
        <translation>Remove (can be undone)</translation>
    </message>
</context>
<context>
    <name>_HitCard</name>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入到光标所在的一节</source>
        <translation>Insert into the section with the caret</translation>
    </message>
</context>
<context>
    <name>boxes</name>
    <message>
        <source>专栏</source>
        <translation>Box</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>认可</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>非借用</source>
        <translation>Not borrowed</translation>
    </message>
    <message>
        <source>套话</source>
        <translation>Common phrase</translation>
    </message>
    <message>
        <source>已采用</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>全部判断</source>
        <translation>All decisions</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>有备注</source>
        <translation>With a note</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>打不开“{path}”：文件已移走，或系统没有打开它的程序。</source>
        <translation>“{path}” cannot be opened: it was moved away, or the system has no program for it.</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>报告已写好：{path}</source>
        <translation>Report written: {path}</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>通用表述：各地公文都这样说，不计入比例</source>
        <translation>Routine wording: every plan says so; does not count</translation>
    </message>
    <message>
        <source>此处另有 {count} 处对应，再次单击可轮换</source>
        <translation>{count} more places correspond; click again to go through them</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>正式稿</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>讨论稿</source>
        <translation>For discussion</translation>
    </message>
    <message>
        <source>送审带来源</source>
        <translation>For review, with sources</translation>
    </message>
    <message>
        <source>修改痕迹</source>
        <translation>With changes</translation>
    </message>
    <message>
        <source>纯文本</source>
        <translation>Plain text</translation>
    </message>
    <message>
        <source>可以印发；要素没填、章节空着时不能导出。</source>
        <translation>Ready to issue; refused while slots or sections are empty.</translation>
    </message>
    <message>
        <source>没填的要素标黄，在 Word 里可以逐个填写。</source>
        <translation>Open slots highlighted, to be filled one by one in Word.</translation>
    </message>
    <message>
        <source>引用段落带批注：来源城市、文件、章节、摘录。</source>
        <translation>Comments on borrowed passages: city, document, section, excerpt.</translation>
    </message>
    <message>
        <source>改动过的引用段落，用修订标出与原文的差别。</source>
        <translation>Adapted passages as tracked changes against their source.</translation>
    </message>
    <message>
        <source>只有文字和编号的 .txt，用来粘贴到别的系统。</source>
        <translation>Text and numbers only, as .txt for pasting elsewhere.</translation>
    </message>
    <message>
        <source>只要规划本身</source>
        <translation>The plan alone</translation>
    </message>
    <message>
        <source>作为通知的附件</source>
        <translation>Annex of a notice</translation>
    </message>
    <message>
        <source>通知之后直接印发</source>
        <translation>Printed behind a notice</translation>
    </message>
</context>
<context>
    <name>faces</name>
    <message>
        <source>这台电脑缺 {count} 种规定字体；导出的文件仍写规定的名称，在有字体的电脑上照样显示。</source>
        <translation>This computer lacks {count} prescribed fonts; exported files still name them and look right where they are installed.</translation>
    </message>
    <message>
        <source>{role}：缺“{face}”，以“{substitute}”代替。{advice}</source>
        <translation>{role}: “{face}” is missing, “{substitute}” stands in. {advice}</translation>
    </message>
    <message>
        <source>{role}：缺“{face}”，没有相近的字体。{advice}</source>
        <translation>{role}: “{face}” is missing, nothing similar is installed. {advice}</translation>
    </message>
</context>
<context>
    <name>families</name>
    <message>
        <source>基准</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Identical</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>调序</source>
        <translation>Reordered</translation>
    </message>
    <message>
        <source>间接</source>
        <translation>Indirect</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>大段{standing}</source>
        <translation>in {standing}</translation>
    </message>
    <message>
        <source>没有这一段</source>
        <translation>This passage is missing</translation>
    </message>
    <message>
        <source>其余各份与这一份的写法对照</source>
        <translation>The other plans are held against this wording</translation>
    </message>
    <message>
        <source>判断：{decision}</source>
        <translation>Decision: {decision}</translation>
    </message>
    <message>
        <source>不计入相似度和段落。</source>
        <translation>Not counted in shares and passages.</translation>
    </message>
    <message>
        <source>双击并排比对。</source>
        <translation>Double-click to compare side by side.</translation>
    </message>
    <message>
        <source>{first} 等 {count} 节</source>
        <translation>{first} and more ({count} sections)</translation>
    </message>
    <message>
        <source>（标题之前）</source>
        <translation>(before the headings)</translation>
    </message>
    <message>
        <source>自定套话：不计入比例</source>
        <translation>Own phrase: not counted in the shares</translation>
    </message>
    <message>
        <source>官方套话</source>
        <translation>Official phrase</translation>
    </message>
    <message>
        <source>资料库 {total} 份中 {count} 份都有</source>
        <translation>In {count} of {total} plans of the library</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>这两份之间没有找到相似段落，经别的规划才归到一处；两段文字的相似度 {share}。</source>
        <translation>No similar passage was found between these two; other plans join them. The two wordings are {share} alike.</translation>
    </message>
    <message>
        <source>两份比对时，这一段属于更长的相似段落：{standing}。单看这一段，相似度 {share}。</source>
        <translation>In the comparison of the two this is part of a longer passage: {standing}. By itself it is {share} alike.</translation>
    </message>
    <message>
        <source>单看这一段 {share}</source>
        <translation>by itself {share}</translation>
    </message>
    <message>
        <source>并排比对</source>
        <translation>Compare side by side</translation>
    </message>
    <message>
        <source>送入草稿</source>
        <translation>Send to draft</translation>
    </message>
    <message>
        <source>只看不同处</source>
        <translation>Show differences only</translation>
    </message>
    <message>
        <source>展开全文（{letters} 字）</source>
        <translation>Show all ({letters} letters)</translation>
    </message>
    <message>
        <source>…（{count} 字相同）…</source>
        <translation>… ({count} letters alike) …</translation>
    </message>
</context>
<context>
    <name>obstacles</name>
    <message>
        <source>未填写【{name}】</source>
        <translation>【{name}】 is not filled in</translation>
    </message>
    <message>
        <source>“{name}”下没有正文</source>
        <translation>No text below “{name}”</translation>
    </message>
    <message>
        <source>没有标题</source>
        <translation>There is no title</translation>
    </message>
    <message>
        <source>全文没有正文</source>
        <translation>There is no text at all</translation>
    </message>
    <message>
        <source>引用的段落里还有来源的地名：“{words}…”</source>
        <translation>A passage still names the source’s place: “{words}…”</translation>
    </message>
    <message>
        <source>文中提到的“{words}”全文没有</source>
        <translation>“{words}” is referred to and not there</translation>
    </message>
    <message>
        <source>“{words}…”一段前面已经出现过</source>
        <translation>“{words}…” stands here a second time</translation>
    </message>
</context>
<context>
    <name>passages</name>
    <message>
        <source>移动并改动</source>
        <translation>Moved and edited</translation>
    </message>
    <message>
        <source>未变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Inserted</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Identical</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>调序</source>
        <translation>Reordered</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>措辞</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>语序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>规划期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>地名不同</source>
        <translation>Other place</translation>
    </message>
    <message>
        <source>数字不同</source>
        <translation>Other number</translation>
    </message>
    <message>
        <source>规划期不同</source>
        <translation>Other period</translation>
    </message>
    <message>
        <source>机构不同</source>
        <translation>Other body</translation>
    </message>
    <message>
        <source>标点不同</source>
        <translation>Other punctuation</translation>
    </message>
    <message>
        <source>措辞不同</source>
        <translation>Other wording</translation>
    </message>
    <message>
        <source>位置调整</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>替换（视为相同）</source>
        <translation>Substitution (counts as the same)</translation>
    </message>
</context>
</TS>
