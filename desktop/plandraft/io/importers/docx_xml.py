"""Names in WordprocessingML: transitional, strict, and that of Word 2003."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "{http://schemas.microsoft.com/office/word/2003/wordml}",
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class _Names(dict[object, str]):
    """Remember the name of each tag: a few dozen of them, for hundreds of thousands of elements."""

    def __missing__(self, tag: object) -> str:
        name = ""
        # Entities have a function for a tag, which the type stubs do not know.
        if isinstance(tag, str):
            namespace, _, local = tag.rpartition("}")
            name = f"mc:{local}" if namespace + "}" == _COMPATIBILITY else f"x:{local}"
            name = local if namespace + "}" in _WORD else name
        if len(self) >= _MOST_NAMES:
            self.clear()
        self[tag] = name
        return name


# A damaged file may have a tag of its own for every element.
_MOST_NAMES = 1024
_NAMES = _Names()


def name_of(element: etree._Element) -> str:
    """Return the local name of a WordprocessingML element, "mc:…" of a compatibility one.

    Elements of other namespaces give "x:…", comments and entities "".
    """
    return _NAMES[element.tag]


def value_of(element: etree._Element, attribute: str = "val") -> str | None:
    """Return a WordprocessingML attribute of `element`, or None."""
    for namespace in _WORD:
        value = element.get(namespace + attribute)
        if value is not None:
            return str(value)
    return None


def number_of(element: etree._Element | None, default: int = 0) -> int:
    """Return the value of `element` as a number; `default` without one or where it is none."""
    value = value_of(element) if element is not None else None
    try:
        return int(value) if value is not None else default
    except ValueError:
        return default


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as w:vanish is there and not turned off."""
    return element is not None and value_of(element) not in {"0", "false", "off"}


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the descendant reached through the first children called `names`, or None."""
    for name in names:
        if element is None:
            return None
        for one in element:
            if _NAMES[one.tag] == name:
                element = one
                break
        else:
            return None
    return element


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children called `name`."""
    return (one for one in element if name_of(one) == name)


def text_of(element: etree._Element) -> str:
    """Return the text of w:t, entities left out, line ends as spaces."""
    text = element.text or ""
    if len(element):
        text += "".join(one.tail or "" for one in element)
    if "\n" in text or "\r" in text:
        return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return text
