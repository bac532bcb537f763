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
        <source>比对报告（Excel）…</source>
        <translation>Comparison report (Excel)…</translation>
    </message>
    <message>
        <source>导出段落判断…</source>
        <translation>Export judgements of passages…</translation>
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
        <source>送入草稿</source>
        <translation>Send to draft</translation>
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
        <source>差异：全部</source>
        <translation>Differences: all</translation>
    </message>
    <message>
        <source>差异：{count} / {total} 类</source>
        <translation>Differences: {count} of {total} kinds</translation>
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
        <source>段落判断</source>
        <translation>Judgements of passages</translation>
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
        <source>送入草稿</source>
        <translation>Send to draft</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制并注明出处</source>
        <translation>Copy with source</translation>
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
        <source>两侧光标处对齐</source>
        <translation>Align both sides at the carets</translation>
    </message>
    <message>
        <source>取消全部对齐</source>
        <translation>Remove all alignments</translation>
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
        <source>已写进自己的草稿</source>
        <translation>Already in your own draft</translation>
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
        <source>（无标题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
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
        <source>Word 文档 (*.docx)</source>
        <translation>Word document (*.docx)</translation>
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
        <source>草稿 (*.plandraft)</source>
        <translation>Draft (*.plandraft)</translation>
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
        <translation>Section</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replaced</translation>
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
        <source>已插入“{section}”。</source>
        <translation>Inserted into “{section}”.</translation>
    </message>
    <message>
        <source>当前一节</source>
        <translation>current section</translation>
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
        <source>导出 Word</source>
        <translation>Export to Word</translation>
    </message>
    <message>
        <source>已导出：{path}</source>
        <translation>Exported: {path}</translation>
    </message>
    <message>
        <source>还有没填的要素，在文中以【】标出：{names}</source>
        <translation>Slots without a value stand as 【】 in the text: {names}</translation>
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
        <source>导出 Word</source>
        <translation>Export to Word</translation>
    </message>
    <message>
        <source>按 GB/T 9704 版式导出 .docx</source>
        <translation>Export .docx in GB/T 9704 layout</translation>
    </message>
    <message>
        <source>导出正文</source>
        <translation>Export text</translation>
    </message>
    <message>
        <source>导出，出处写成批注</source>
        <translation>Export, sources as comments</translation>
    </message>
    <message>
        <source>另存草稿文件…</source>
        <translation>Save draft to a file…</translation>
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
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>规划期</source>
        <translation>Period</translation>
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
        <translation>Characters</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Plans</translation>
    </message>
</context>
<context>
    <name>FamiliesPage</name>
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
    <message>
        <source>每行读作：这份规划的文字有多少见于各列的规划。双击一格并排比对。</source>
        <translation>Each row: how much of this plan stands in the plans of the columns. Double-click a cell to compare the two.</translation>
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
    <name>FamiliesTable</name>
    <message>
        <source>段落表：一行一段，一列一份规划</source>
        <translation>Passages: a row a passage, a column a plan</translation>
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
        <source>相似度 ≥ </source>
        <translation>Similarity ≥ </translation>
    </message>
    <message>
        <source>最少字数</source>
        <translation>Fewest characters</translation>
    </message>
    <message>
        <source>字数 ≥ </source>
        <translation>Characters ≥ </translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>共 {total} 处</source>
        <translation>{total} passages</translation>
    </message>
    <message>
        <source>显示 {shown} / {total} 处</source>
        <translation>{shown} of {total} shown</translation>
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
    <name>FirstFrame</name>
    <message>
        <source>PlanDraft 规划比对与起草</source>
        <translation>PlanDraft</translation>
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
        <source>导出比对报告</source>
        <translation>Export a report</translation>
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
    <name>LibraryController</name>
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
        <source>已导入 {count} 份</source>
        <translation>{count} imported</translation>
    </message>
    <message>
        <source>{count} 份已在资料库中</source>
        <translation>{count} already in the library</translation>
    </message>
    <message>
        <source>{count} 份未能导入</source>
        <translation>{count} could not be imported</translation>
    </message>
    <message>
        <source>这里没有可以导入的文件</source>
        <translation>There is nothing to import here</translation>
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
        <source>选一份看内容，选两份按 Enter 比对。</source>
        <translation>Select one to look into it, two and Enter to compare.</translation>
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
        <source>比对这两份</source>
        <translation>Compare these two</translation>
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
    <name>MainWindow</name>
    <message>
        <source>PlanDraft 规划比对与起草</source>
        <translation>PlanDraft</translation>
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
        <translation>Similarity</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Characters</translation>
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
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>“{left}”的文字有 {share} 见于“{right}”。双击并排比对。</source>
        <translation>{share} of “{left}” is in “{right}”. Double-click to compare.</translation>
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
        <source>删除本节</source>
        <translation>Remove section</translation>
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
        <source>每处文字取最相近的一份。点来源只看它，双击并排比对。</source>
        <translation>Each place has the nearest source. Click a source to see only it, double-click to compare.</translation>
    </message>
    <message>
        <source>全部来源  {share}</source>
        <translation>All sources  {share}</translation>
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
        <source>没有这一段：{plans}</source>
        <translation>Not in: {plans}</translation>
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
</context>
<context>
    <name>explain</name>
    <message>
        <source>此处另有 {count} 处对应，再次单击可轮换</source>
        <translation>{count} more places correspond; click again to go through them</translation>
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
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(untitled)</translation>
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
</context>
</TS>
