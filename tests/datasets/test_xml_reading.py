"""XML from outside."""

from __future__ import annotations

import pytest

from augstudio.datasets import xml_reading
from augstudio.datasets.xml_reading import escaped, parsed_xml, xml_parts
from augstudio.errors import DatasetError


def test_elements_have_their_lines_texts_and_attributes() -> None:
    root = parsed_xml(b'<a x="1">\n<b> two </b>\n<b/><c><d>4</d></c></a>', "f.xml")
    assert (root.tag, root.attributes, root.line) == ("a", {"x": "1"}, 1)
    assert [(item.line, item.text.strip()) for item in root.all("b")] == [(2, "two"), (3, "")]
    assert (root.value("c", "d"), root.value("c", "e"), root.value("x", "y")) == ("4", "", "")


def test_parts_come_one_by_one_after_the_outermost() -> None:
    data = b"<a v='1'>" + b"".join(b"<b><c>%d</c></b>\n" % number for number in range(9000)) + b"</a>"
    first, *others = xml_parts(data, "f.xml")
    assert (first.attributes, first.children) == ({"v": "1"}, [])
    assert [int(item.value("c")) for item in others] == list(range(9000))
    assert (others[0].line, others[-1].line) == (1, 9000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "iso-8859-1"])
def test_declared_encodings_are_read(encoding: str) -> None:
    word = "café" if encoding == "iso-8859-1" else "汽车"
    declared = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{declared}"?><a>{word}</a>'.encode(encoding)
    assert parsed_xml(data, "f.xml").text == word


@pytest.mark.parametrize("text", ['a<b>&"c\n\t', "汽车 \U0001f697", "a\0b", "\ud800"])
def test_escaped_texts_come_back(text: str) -> None:
    data = f'<a x="{escaped(text)}">{escaped(text)}</a>'.encode()
    expected = text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    root = parsed_xml(data, "f.xml")
    assert (root.text, root.attributes["x"]) == (expected, expected)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<a>\n<b></a>", r"line 2: not well-formed XML \(mismatched tag\)"),
        (b"", "no element found"),
        (b"hello", "line 1: not well-formed"),
        (b"<a>&b;</a>", "undefined entity"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "document type"),
        (b"<a>" * 60 + b"</a>" * 60, "nested too deeply"),
        (b'<?xml version="1.0" encoding="xyz"?><a/>', "encoding xyz"),
        (b'<?xml version="1.0" encoding="gbk"?><a>\xff\xff</a>', "encoding gbk"),
        (b"<a>\xff</a>", "invalid token"),
        (b"<a x='1' x='2'/>", "duplicate attribute"),
        (b"<a/>" + b" " * 200, "too large"),
    ],
)
def test_what_is_broken_is_told(data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reading, "MAX_XML_BYTES", 200)
    if "nested" in reason:
        monkeypatch.setattr(xml_reading, "MAX_XML_BYTES", 2000)
    with pytest.raises(DatasetError, match=reason) as told:
        parsed_xml(data, "f\x1b.xml")
    assert "f\\x1b.xml" in str(told.value)
