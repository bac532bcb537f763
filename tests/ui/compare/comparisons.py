"""A comparison of two made-up plans whose passages are known beforehand."""

from __future__ import annotations

from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import Difference, MatchSet, Passage, PassageKind
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span

SAME = "建成覆盖全市的应急指挥平台，实现灾情信息十分钟内逐级上报。"
LEFT_EDITED = "云汀市到二〇一〇年建成120个社区服务站，方便居民就近办事。"
RIGHT_EDITED = "松岭市到二〇一〇年建成95个社区服务站，方便居民就近办事。"
LEFT_ORDER = "完善水库调度，疏浚入海河道，加固沿江堤防。"
RIGHT_ORDER = "加固沿江堤防，完善水库调度，疏浚入海河道。"
RARE = "𠮷庄渡口改造为旅游码头"


def filler(name: str, count: int) -> str:
    """Return paragraphs that belong to one plan only, each on a line."""
    return "\n".join(
        f"{name}第{number}段：本段说明{name}的具体安排，由牵头单位按年度计划组织落实，并定期检查进度。"
        for number in range(1, count + 1)
    )


def make_pair(*, paragraphs: int = 12) -> tuple[Document, Document]:
    """Build the two plans; `paragraphs` of filler stand between the shared passages."""
    left = make_document(
        f"""
        云汀市防灾减灾规划
        一、现状
        {RARE}。{filler("现状", paragraphs)}
        二、任务
        {SAME}
        {filler("任务", paragraphs)}
        {LEFT_EDITED}
        {filler("工程", paragraphs)}
        三、保障
        {LEFT_ORDER}
        {filler("保障", paragraphs)}
        """
    )
    right = make_document(
        f"""
        松岭市综合防灾规划
        一、形势
        {filler("形势", paragraphs // 2)}
        {RIGHT_EDITED}
        二、重点
        {SAME}
        {filler("重点", paragraphs)}
        三、措施
        {RIGHT_ORDER}
        {filler("措施", paragraphs)}
        {SAME}
        """
    )
    return left, right


def passage(
    documents: tuple[Document, Document],
    words: tuple[str, str],
    kind: PassageKind,
    similarity: float,
    differs: tuple[Difference, ...] = (),
    *,
    last: bool = False,
) -> Passage:
    """Build a passage where `words` stand; `last` takes the last place on the right."""
    left, right = documents
    ours = left.text.index(words[0])
    theirs = right.text.rindex(words[1]) if last else right.text.index(words[1])
    return Passage(
        Span(ours, ours + len(words[0])),
        Span(theirs, theirs + len(words[1])),
        similarity,
        kind,
        differs,
    )


def make_comparison(*, paragraphs: int = 12, passages: bool = True) -> Comparison:
    """Build a comparison with four passages: 0 and 1 start at the same place on the left."""
    pair = make_pair(paragraphs=paragraphs)
    edited, order = (LEFT_EDITED, RIGHT_EDITED), (LEFT_ORDER, RIGHT_ORDER)
    found = (
        passage(pair, (SAME, SAME), PassageKind.IDENTICAL, 1.0),
        passage(pair, (SAME, SAME), PassageKind.IDENTICAL, 0.99, last=True),
        passage(pair, edited, PassageKind.EDITED, 0.9, (Difference.PLACE, Difference.NUMBER)),
        passage(pair, order, PassageKind.REORDERED, 0.8, (Difference.ORDER,)),
    )
    matches = MatchSet(found, 0.31, 0.18) if passages else MatchSet((), 0.0, 0.0)
    return build_comparison(*pair, matches, 0.01)
