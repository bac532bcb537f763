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
        <source>命令…</source>
        <translation>Commands…</translation>
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
        <source>单击一个段落，这里会逐字对照两种写法。</source>
        <translation>Click a passage to see both wordings letter by letter.</translation>
    </message>
    <message>
        <source>逐字对照</source>
        <translation>Letter by letter</translation>
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
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>比对所选</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>并排比对所选的两份文档（Enter）</source>
        <translation>Compare the two selected documents (Enter)</translation>
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
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Section</translation>
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
        <source>两份文稿之间没有找到相似段落。
很短的句子和各地通用的套话不算相似段落；可以换一份同类规划再比对。</source>
        <translation>No similar passages between these documents.
Short sentences and formulae that all plans share do not count; try another plan of the kind.</translation>
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
    <name>explain</name>
    <message>
        <source>此处另有 {count} 处对应，再次单击可轮换</source>
        <translation>{count} more places correspond; click again to go through them</translation>
    </message>
</context>
<context>
    <name>passages</name>
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
        <source>地名不同</source>
        <translation>Other place</translation>
    </message>
    <message>
        <source>数字不同</source>
        <translation>Other number</translation>
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
