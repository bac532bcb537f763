from __future__ import annotations

from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.swaps import Swap, mine_swaps
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.text.places import Gazetteer


def test_swaps_are_counted_over_all_passages_most_often_first() -> None:
    body = "{0}市渡口老街{1}条巷道全部完成管线入地，{0}古渡铺面统一更换木质招牌。"
    left = make_document("云汀市老街规划\n" + body.format("云汀", 36), place="云汀")
    right = make_document("澜川市水乡方案\n" + body.format("澜川", 52), place="澜川")
    places = Gazetteer(frozenset({"云汀", "澜川"}))
    matches = find_matches(left, right, background=Background(places))
    comparison = build_comparison(left, right, matches, 0.1, places)
    changes = [one for row in comparison.rows for one in build_inline(comparison, row.passage)]
    assert mine_swaps(comparison, changes) == (
        Swap("云汀", "澜川", ChangeClass.PLACE, 2),
        Swap("36", "52", ChangeClass.NUMBER, 1),
    )
