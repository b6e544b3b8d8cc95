"""XML from outside: under a size cap, without document types and entities, with the lines of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from augstudio.core.text import printable
from augstudio.datasets.label_reading import LabelFileError
from augstudio.datasets.label_text import too_large
from augstudio.errors import Message

MAX_XML_BYTES: Final = 1 << 28
"""The largest XML file that is read."""

_DEEPEST: Final = 50
_PIECE: Final = 1 << 16
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][-A-Za-z0-9._]*)["']""")


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        tag: Its name.
        attributes: Its attributes.
        line: Number of the line in which it begins, from 1.
        text: The text in it before its first child.
        children: The elements in it.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def child(self, tag: str) -> Element | None:
        """The first element of a name in it."""
        return next((item for item in self.children if item.tag == tag), None)

    def all(self, tag: str) -> Iterator[Element]:
        """The elements of a name in it."""
        return (item for item in self.children if item.tag == tag)

    def value(self, *path: str) -> str:
        """The stripped text of the first element of a path in it; empty where there is none."""
        here: Element | None = self
        for tag in path:
            here = None if here is None else here.child(tag)
        return "" if here is None else here.text.strip()


def parsed_xml(data: bytes, name: str) -> Element:
    """The outermost element of an XML file with all that is in it.

    Args:
        data: The file.
        name: Its path relative to the dataset, for errors.

    Raises:
        LabelFileError: It is too large, not well-formed, nested too deeply, or declares a document type.
    """
    reader = _Reader(name, depth=0)
    found = list(reader.read(data))
    return found[-1]


def xml_parts(data: bytes, name: str) -> Iterator[Element]:
    """The elements directly inside the outermost one, one after the other, so that few are held at once.

    The outermost one comes first, without what is in it.

    Args:
        data: The file.
        name: Its path relative to the dataset, for errors.

    Raises:
        LabelFileError: As for :func:`parsed_xml`.
    """
    return _Reader(name, depth=1).read(data)


class _Reader:
    """Gives the elements at a depth as they are complete."""

    def __init__(self, name: str, depth: int) -> None:
        self._name = name
        self._depth = depth
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._done: list[Element] = []

    def read(self, data: bytes) -> Iterator[Element]:
        from xml.parsers import expat

        if len(data) > MAX_XML_BYTES:
            raise LabelFileError(self._name, 0, too_large(MAX_XML_BYTES))
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: self._start(
            tag, attributes, parser.CurrentLineNumber
        )
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        data = self._as_utf8(data)
        try:
            for start in range(0, max(len(data), 1), _PIECE):
                parser.Parse(data[start : start + _PIECE], start + _PIECE >= len(data))
                yield from self._done
                self._done.clear()
        except expat.ExpatError as error:
            reason = Message(
                "not well-formed XML ({0}); repair the file or write it again", expat.ErrorString(error.code)
            )
            raise LabelFileError(self._name, error.lineno, reason) from None

    def _as_utf8(self, data: bytes) -> bytes:
        data = data.removeprefix(b"\xef\xbb\xbf")
        declared = _DECLARED.match(data)
        encoding = declared[1].decode("ascii") if declared else "utf-8"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            encoding = "utf-16"
        if encoding.lower() in ("utf-8", "utf8", "us-ascii", "ascii"):
            return data
        try:
            return data.decode(encoding).encode()
        except (LookupError, UnicodeError):
            reason = Message(
                "the text is not in the encoding {0} that it declares; save it as UTF-8", printable(encoding)
            )
            raise LabelFileError(self._name, 0, reason) from None

    def _start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        element = Element(tag, attributes, line)
        if len(self._open) >= _DEEPEST:
            raise LabelFileError(self._name, line, Message("elements are nested too deeply"))
        if self._open and len(self._open) > self._depth:
            self._open[-1].children.append(element)
        elif not self._open and self._depth:
            self._done.append(Element(tag, attributes, line))
        self._open.append(element)
        self._texts.append([])

    def _text(self, text: str) -> None:
        if self._texts and not self._open[-1].children:
            self._texts[-1].append(text)

    def _end(self, _tag: str) -> None:
        element = self._open.pop()
        element.text = "".join(self._texts.pop())
        if len(self._open) == self._depth:
            self._done.append(element)

    def _refuse(self, *_args: Any) -> None:
        reason = Message(
            "declares a document type (<!DOCTYPE ...>), which is not read as it may define entities; "
            "remove that line"
        )
        raise LabelFileError(self._name, 0, reason)


def escaped(text: str) -> str:
    """A text as it stands in XML, in elements and in attributes; what XML cannot hold becomes U+FFFD."""
    from xml.sax.saxutils import escape

    kept = "".join(item if _is_allowed(item) else "\ufffd" for item in text)
    return escape(kept, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _is_allowed(character: str) -> bool:
    code = ord(character)
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
