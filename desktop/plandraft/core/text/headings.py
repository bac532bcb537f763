"""Find where a heading ends when its body runs on without a mark: 3、加快服务业发展“十一五”期间…"""

from __future__ import annotations

import re

# Headings of plans have at most 33 letters; longer ones hold two clauses.
_LONGEST_HEADING = 48
_SHORTEST_HEADING = 2
# Two or three letters before a verb are more likely a noun with it: 信息整合.
_SHORTEST_BEFORE_VERB = 4
_SENTENCE_MARK = re.compile("[。；！？;!?]")
_NO_BREAK_BEFORE = "，、,：:（(“‘《的和与及或之在到从自对向计达于至"

_PERIOD = r"[“'‘\"]十[一二三四五]?五[”'’\"]"
# What a body begins with wherever it stands.
_OPENER = re.compile(
    rf"{_PERIOD}(?:期间|以来|时期|末|期末|[\u3400-\u9fff])"
    rf"|到(?:{_PERIOD}|(?:19|20)\d\d年)"
    r"|截[至止]|(?:19|20)\d\d年|\d\d年\d{1,2}月"
    r"|一是|近年来|随着|面对|相比于?|按照|根据|依据|为了|为进一步"
    r"|要(?:积极|大力|加强|加快|进一步|切实|充分|不断|高度|坚持|把)"
    r"|贯彻(?:执行|落实|实施)|认真贯彻|高度重视|坚持|以[^，。]{2,20}为"
    r"|对[^，。]{4,40}(?:缺乏|不足|不够|不高)|在[^，。]{2,20}(?:基础上|领导下|方面)"
)
# What a body begins with where the words before it can end a heading.
_VERB = re.compile(
    r"加强|加快|推进|推广|建立|完善|整合|重点|积极|大力|实施|开展|充分|进一步|继续|依托|立足|构建"
    r"|协调|优化|全面(?=加强|推进|落实|贯彻|实施)|切实|努力|健全|深化|引导|鼓励|支持|发挥|抓住|围绕|针对|通过|结合|我[市省县区]|全[市省县区]"
    r"|各(?=单位|部门|级|地|县|区)|统筹|制定|组建|成立|设立|培育|扩大|加大|采用|推动"
    r"|建设(?=[多一完高全覆])|(?<=项目)建设(?=[^，。的]{2,16}[、和])"
)
# With one of these behind it the verb is half of a noun: 推进机制, 支持力度.
_HALF_OF_NOUN = re.compile(
    r".{2}(?:机制|体系|平台|工程|计划|行动|办法|措施|力度|制度|中心|模式|[，。；、的]|$)"
)
_HEADING_END = re.compile(
    r"(?:建设|发展|体系|平台|水平|能力|利用|转变|保障|机制|环境|需求|效能|素质|产业|可靠|投入|缺乏|不足"
    r"|滞后|严重|薄弱|突破|成效|启动|显著|提高|提升|化|工程|系统|价值观|任务|原则|思想|目标|问题|融合"
    r"|改造|升级|稳定|创新|服务|安全|渠道|力度|队伍|氛围|领导|管理|监管|共享|来源|人才|项目|格局|底线|动能|责任"
    r"|基础|设施|网络|质量|合力|短板|支撑|评估|宣传|监督)$"
)
# These end a clause by themselves; whatever follows is another sentence.
_PREDICATE_END = re.compile(r"(?:不足|缺乏|滞后|严重|薄弱|能力弱|不强|不高|不够|偏低|偏小)$")
_AFTER_PREDICATE = re.compile(r"[\u3400-\u9fff]")
_NOT_AFTER_PREDICATE = re.compile(r"[的地和与及等之]|影响|制约|问题|现象|阻碍|状况|局面")
# So many letters of the heading said again begin the body: 加强安全，确保可靠|信息安全是…
_REPEATED = 4
# These take an object, so what follows them still belongs to the heading.
_TRANSITIVE_END = ("提高", "提升", "改造", "升级", "转变", "管理", "服务", "化")


def find_heading_end(text: str, start: int, end: int) -> int | None:
    """Return where the heading whose words begin at `start` ends and its body begins, or None.

    None means that the text up to `end` is one heading, or a run-in item whose first sentence
    ends with a mark, or that no body can be told apart.
    """
    mark = _SENTENCE_MARK.search(text, start, end)
    limit = min(mark.start() if mark else end, start + _LONGEST_HEADING)
    space = text.find(" ", start + _SHORTEST_HEADING, limit)
    if space > 0 and not text[space - 1].isascii() and not text[space + 1 : space + 2].isascii():
        return space + 1
    for position in range(start + _SHORTEST_HEADING, limit):
        if text[position - 1] not in _NO_BREAK_BEFORE and _begins_body(text, start, position, end):
            return position
    return None


def _begins_body(text: str, start: int, position: int, end: int) -> bool:
    if _OPENER.match(text, position, end):
        return True
    before = text[max(start, position - 4) : position]
    if _PREDICATE_END.search(before):
        follows = _AFTER_PREDICATE.match(text, position, end)
        if follows and not _NOT_AFTER_PREDICATE.match(text, position, end):
            return True
    if position - start < _SHORTEST_BEFORE_VERB or not _HEADING_END.search(before):
        return False
    verb = _VERB.match(text, position, end)
    if verb and not _HALF_OF_NOUN.match(text, position, end):
        return True
    if before.endswith(_TRANSITIVE_END):
        return False
    repeated = text[position : position + _REPEATED]
    return (
        len(repeated) == _REPEATED and repeated.isalpha() and repeated in text[start : position - 1]
    )
