"""Names of departments: what stands for what when one city's plan becomes another's."""

from __future__ import annotations

import re

from plandraft.core.model.spans import Span

# Departments of a city by their full and short names, of today and of the years before 2018.
_NAMES = """
发展和改革委员会 发展改革委员会 发展改革委 发改委 计划委员会 计委 经济和信息化委员会
经济贸易委员会 经信委 经贸委 经委 工业和信息化局 工业和信息化委员会 工信局 工信委
信息产业局 信息产业厅 信息化办公室 信息办 大数据局 大数据发展管理局 数据局
政务服务数据管理局 行政审批服务局 行政审批局 政务服务中心 财政局 科学技术局 科技局 科委
教育局 教委 公安局 民政局 司法局 人力资源和社会保障局 人社局 劳动和社会保障局 劳动保障局
人事局 国土资源局 自然资源局 自然资源和规划局 规划局 建设局 建委 住房和城乡建设局 住建局
城市管理局 城管局 交通局 交通运输局 水利局 水务局 农业局 农业农村局 林业局 商务局
外经贸局 文化局 文化和旅游局 文化广电新闻出版局 广播电视局 广电局 旅游局 卫生局
卫生健康委员会 卫生健康委 卫健委 人口计生委 审计局 统计局 环境保护局 环保局 生态环境局
应急管理局 安全生产监督管理局 安监局 市场监督管理局 市场监管局 工商局 质量技术监督局
质监局 食品药品监督管理局 医疗保障局 医保局 税务局 国税局 地税局 国有资产监督管理委员会
国资委 金融办 地方金融监督管理局 网信办 政府办公室 政府研究室 督查室 乡村振兴局 扶贫办
气象局 邮政管理局 通信管理局 政法委 组织部 宣传部 编办
""".split()  # noqa: SIM905 - a name a line would be a hundred lines
_PATTERN = re.compile("|".join(sorted(_NAMES, key=lambda name: (-len(name), name))))


def find_organs(text: str) -> tuple[Span, ...]:
    """Find the departments named in `text`, without 市 or the place before them."""
    return tuple(Span(*found.span()) for found in _PATTERN.finditer(text))
