"""Write resources/places/divisions.txt: provinces, prefectures and counties, with former names.

Run once, with the package gb2260 (BSD) on the path: `PYTHONPATH=… python packaging/make_places.py`.
Its lists end in 2013; what changed since then is below. The program does not need the package.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "resources" / "places" / "divisions.txt"
HEAD = """\
# 省、地、县三级行政区的名称，含 2002 年以来用过、旧文件中常见的名称（后面带 * 的已不再使用）。
# 每行：省级 + 制表符 + 地级（直辖的为空）+ 制表符 + 所属县级（空格分开）。
# 名称是公开的行政区划事实。2002–2013 年的名单取自 gb2260 包（BSD 许可，作者 Jiangge Zhang），
# 2014 年以后的变更由本项目补充。由 packaging/make_places.py 生成，不要手改。
"""
# Rows that stand for a group and not for a place.
GROUPS = re.compile(r"^(?:.*市辖区|县|市|.*直辖.*行政.*)$")
MISSPELT = {"荷泽市": "菏泽市"}
# Old name → new name of the same place, and the prefecture (as it is called now) that it is in.
RENAMED = """
山东省 济南市 章丘市>章丘区 济阳县>济阳区
山东省 青岛市 即墨市>即墨区 胶南市>
山东省 东营市 垦利县>垦利区
山东省 烟台市 蓬莱市>蓬莱区 长岛县>
山东省 济宁市 兖州市>兖州区
山东省 威海市 文登市>文登区
山东省 滨州市 沾化县>沾化区 邹平县>邹平市
山东省 德州市 陵县>陵城区
山东省 聊城市 茌平县>茌平区
山东省 菏泽市 定陶县>定陶区
河南省 洛阳市 孟津县>孟津区 偃师市>偃师区 吉利区>
河南省 开封市 开封县>祥符区 金明区>
河南省 许昌市 许昌县>建安区
河南省 周口市 淮阳县>淮阳区
河南省 三门峡市 陕县>陕州区
河南省 新乡市 长垣县>长垣市
河北省 石家庄市 鹿泉市>鹿泉区 栾城县>栾城区 藁城市>藁城区 桥东区>
河北省 保定市 满城县>满城区 清苑县>清苑区 徐水县>徐水区 新市区>竞秀区 北市区>莲池区 南市区>
河北省 秦皇岛市 抚宁县>抚宁区
河北省 张家口市 宣化县> 万全县>万全区 崇礼县>崇礼区
河北省 邯郸市 肥乡县>肥乡区 永年县>永年区 邯郸县>
河北省 衡水市 冀州市>冀州区
河北省 唐山市 滦县>滦州市
河北省 承德市 平泉县>平泉市
河北省 邢台市 任县>任泽区 南和县>南和区 桥东区>襄都区 桥西区>信都区 邢台县>
北京市 - 密云县>密云区 延庆县>延庆区
天津市 - 静海县>静海区 宁河县>宁河区 蓟县>蓟州区
上海市 - 崇明县>崇明区 闸北区>
重庆市 - 璧山县>璧山区 铜梁县>铜梁区 潼南县>潼南区 荣昌县>荣昌区
重庆市 - 开县>开州区 梁平县>梁平区 武隆县>武隆区
山西省 长治市 长治县>上党区 屯留县>屯留区 潞城市>潞城区 城区>潞州区 郊区>
山西省 晋中市 太谷县>太谷区
山西省 朔州市 怀仁县>怀仁市
江苏省 南京市 溧水县>溧水区 高淳县>高淳区 白下区> 下关区>
江苏省 常州市 金坛市>金坛区 戚墅堰区>
江苏省 盐城市 大丰市>大丰区
江苏省 淮安市 洪泽县>洪泽区
江苏省 连云港市 赣榆县>赣榆区 新浦区>
江苏省 南通市 海门市>海门区 海安县>海安市 港闸区>
江苏省 苏州市 吴江市>吴江区
江苏省 无锡市 崇安区>梁溪区 南长区> 北塘区> 新区>新吴区
江苏省 徐州市 铜山县>铜山区
浙江省 杭州市 富阳市>富阳区 临安市>临安区 下城区> 江干区> 余杭区>余杭区 -临平区 -钱塘区
浙江省 宁波市 奉化市>奉化区 江东区>
浙江省 绍兴市 绍兴县>柯桥区 上虞市>上虞区
浙江省 温州市 洞头县>洞头区 -龙港市
浙江省 台州市 玉环县>玉环市
安徽省 铜陵市 铜官山区>铜官区 狮子山区> 铜陵县>义安区
安徽省 六安市 -叶集区
安徽省 芜湖市 无为县>无为市 繁昌县>繁昌区 芜湖县>湾沚区 三山区>
安徽省 宣城市 广德县>广德市
安徽省 安庆市 潜山县>潜山市
安徽省 阜阳市 界首市>界首市
福建省 龙岩市 永定县>永定区
福建省 南平市 建阳市>建阳区
福建省 福州市 长乐市>长乐区
福建省 三明市 沙县>沙县区 梅列区> 三元区>三元区
江西省 南昌市 新建县>新建区 湾里区> -红谷滩区
江西省 赣州市 南康市>南康区 赣县>赣县区 龙南县>龙南市
江西省 九江市 九江县>柴桑区 星子县>庐山市
江西省 上饶市 广丰县>广丰区 上饶县>广信区
江西省 抚州市 东乡县>东乡区
江西省 鹰潭市 余江县>余江区
湖北省 十堰市 郧县>郧阳区
湖北省 荆门市 京山县>京山市
湖北省 荆州市 监利县>监利市
湖南省 长沙市 宁乡县>宁乡市 望城县>望城区
湖南省 株洲市 株洲县>渌口区
湖南省 邵阳市 邵东县>邵东市
湖南省 永州市 祁阳县>祁阳市
湖南省 怀化市 -洪江市
广东省 广州市 增城市>增城区 从化市>从化区 萝岗区>
广东省 韶关市 曲江县>曲江区
广东省 阳江市 阳东县>阳东区
广东省 茂名市 电白县>电白区 茂港区>
广东省 肇庆市 高要市>高要区
广东省 云浮市 云安县>云安区
广东省 深圳市 -龙华区 -坪山区 -光明区
广东省 梅州市 梅县>梅县区
广东省 清远市 清新县>清新区
广东省 揭阳市 揭东县>揭东区
广东省 潮州市 潮安县>潮安区
广西壮族自治区 南宁市 武鸣县>武鸣区 横县>横州市
广西壮族自治区 柳州市 柳江县>柳江区
广西壮族自治区 桂林市 临桂县>临桂区 荔浦县>荔浦市
广西壮族自治区 河池市 宜州市>宜州区
广西壮族自治区 百色市 靖西县>靖西市 平果县>平果市 田阳县>田阳区
四川省 成都市 双流县>双流区 郫县>郫都区 新津县>新津区 简阳市>简阳市
四川省 眉山市 彭山县>彭山区
四川省 绵阳市 安县>安州区
四川省 宜宾市 南溪县>南溪区 宜宾县>叙州区
四川省 广安市 -前锋区
四川省 巴中市 -恩阳区
四川省 广元市 元坝区>昭化区
四川省 内江市 隆昌县>隆昌市
四川省 达州市 达县>达川区
四川省 阿坝藏族羌族自治州 马尔康县>马尔康市
四川省 甘孜藏族自治州 康定县>康定市
四川省 凉山彝族自治州 会理县>会理市
贵州省 安顺市 平坝县>平坝区
贵州省 遵义市 遵义县>播州区
贵州省 六盘水市 盘县>盘州市 水城县>水城区
贵州省 贵阳市 小河区> -观山湖区
贵州省 黔西南布依族苗族自治州 兴仁县>兴仁市
贵州省 毕节市 黔西县>黔西市
云南省 昆明市 晋宁县>晋宁区 呈贡县>呈贡区
云南省 曲靖市 沾益县>沾益区 马龙县>马龙区
云南省 玉溪市 江川县>江川区 澄江县>澄江市
云南省 保山市 腾冲县>腾冲市
云南省 昭通市 水富县>水富市
云南省 楚雄彝族自治州 禄丰县>禄丰市
云南省 红河哈尼族彝族自治州 弥勒县>弥勒市
陕西省 西安市 高陵县>高陵区 户县>鄠邑区
陕西省 宝鸡市 凤翔县>凤翔区
陕西省 汉中市 南郑县>南郑区
陕西省 渭南市 华县>华州区
陕西省 延安市 安塞县>安塞区 子长县>子长市
陕西省 榆林市 横山县>横山区 神木县>神木市
陕西省 安康市 旬阳县>旬阳市
陕西省 咸阳市 彬县>彬州市
甘肃省 平凉市 华亭县>华亭市
青海省 海东市 乐都县>乐都区 平安县>平安区
新疆维吾尔自治区 哈密市 哈密市>伊州区
新疆维吾尔自治区 吐鲁番市 吐鲁番市>高昌区
西藏自治区 拉萨市 堆龙德庆县>堆龙德庆区 达孜县>达孜区
西藏自治区 日喀则市 日喀则市>桑珠孜区
西藏自治区 昌都市 昌都县>卡若区
西藏自治区 林芝市 林芝县>巴宜区
西藏自治区 山南市 乃东县>乃东区
西藏自治区 那曲市 那曲县>色尼区
青海省 西宁市 湟中县>湟中区
新疆维吾尔自治区 - -双河市 -可克达拉市 -昆玉市 -胡杨河市 -新星市 -铁门关市 -北屯市
辽宁省 沈阳市 辽中县>辽中区 东陵区>浑南区 新城子区>沈北新区
辽宁省 大连市 普兰店市>普兰店区
辽宁省 盘锦市 大洼县>大洼区
吉林省 长春市 九台市>九台区 双阳区>双阳区 -公主岭市
吉林省 吉林市 -蛟河市
黑龙江省 哈尔滨市 双城市>双城区
黑龙江省 黑河市 嫩江县>嫩江市
黑龙江省 佳木斯市 抚远县>抚远市
黑龙江省 牡丹江市 东宁县>东宁市
"""
# Prefectures that are new, or that are gone: name, and the name of what it was before.
PREFECTURES = """
山东省 莱芜市>
安徽省 巢湖市>
西藏自治区 日喀则地区>日喀则市 昌都地区>昌都市 林芝地区>林芝市 山南地区>山南市 那曲地区>那曲市
新疆维吾尔自治区 吐鲁番地区>吐鲁番市 哈密地区>哈密市
青海省 海东地区>海东市
河北省 -雄安新区
海南省 -三沙市 -儋州市
"""
ADDED_COUNTIES = (("山东省", "济南市", "莱芜区"), ("山东省", "济南市", "钢城区"))

Table = dict[tuple[str, str], dict[str, bool]]


def read_package() -> Table:
    """Return province and prefecture → county → whether the name was in use in 2013."""
    revisions = importlib.import_module("gb2260.data").data
    latest = {int(code): name for code, name in revisions[None].items()}
    names: dict[int, set[str]] = defaultdict(set)
    for revision in revisions.values():
        for code, name in revision.items():
            names[int(code)].add(MISSPELT.get(name, name))
    table: Table = defaultdict(dict)
    for code in sorted(names):
        province = latest[code // 10000 * 10000]
        for name in sorted(names[code]):
            if code % 10000 == 0:
                table[province, ""].setdefault("", True)
            if code % 10000 == 0 or GROUPS.match(name):
                continue
            above = code // 100 * 100
            if code % 100 == 0:
                table[province, name].setdefault("", latest.get(code) == name)
                continue
            prefecture = latest.get(above) or min(names[above])
            prefecture = "" if GROUPS.match(prefecture) else prefecture
            current = latest.get(code) == name
            row = table[province, prefecture]
            row[name] = row.get(name, False) or current
    return table


def bring_up_to_date(table: Table) -> None:
    """Put in what changed after 2013."""
    for line in filter(None, PREFECTURES.splitlines()):
        province, *changes = line.split()
        for change in changes:
            old, _, new = change.partition(">")
            if old.startswith("-") and len(old) > 1:
                table[province, old.removeprefix("-")].setdefault("", True)
            elif ">" in change:
                counties = table[province, old]
                if new:
                    table[province, new].update({**counties, "": True})
                table[province, old] = dict.fromkeys(["", *counties], False)
    for line in filter(None, RENAMED.splitlines()):
        province, prefecture, *changes = line.split()
        row = table[province, prefecture.strip("-")]
        for change in changes:
            old, _, new = change.partition(">")
            if old.startswith("-"):
                row[old.removeprefix("-")] = True
                continue
            row[old] = old == new
            if new:
                row[new] = True
    for province, prefecture, county in ADDED_COUNTIES:
        table[province, prefecture][county] = True


def write(table: Table) -> None:
    """Write the file."""
    lines = []
    for (province, prefecture), counties in table.items():
        gone = "*" if prefecture and not counties.get("", True) else ""
        names = [name + ("" if used else "*") for name, used in counties.items() if name]
        lines.append(f"{province}\t{prefecture}{gone}\t{' '.join(names)}")
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> int:
    """Make the file anew."""
    table = read_package()
    bring_up_to_date(table)
    write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
