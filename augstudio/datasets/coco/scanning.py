"""Reads the one large JSON file of a dataset without keeping it taken apart.

A file of a hundred thousand annotations is some seventy megabytes; as Python's lists and numbers it would be
several times that. So of each annotation only its place in the text is kept, and what must be known of all.
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from augstudio.core.text import printable
from augstudio.datasets.label_reading import LabelFileError
from augstudio.datasets.label_text import MAX_TEXT_BYTES, too_large
from augstudio.errors import Message, message_of

Span: TypeAlias = tuple[int, int]
"""Where something begins and ends in a text."""

RowListener: TypeAlias = Callable[[str, Any, Span], None]
"""Called with the key of a list, one of its elements, and where that stands."""

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_BYTE_ORDER_MARK: Final = "\xef\xbb\xbf"  # as Latin-1 shows it


class ScannedFile:
    """A JSON file's text, byte by byte, so that places in it are those in the file."""

    def __init__(self, path: Path, shown: str) -> None:
        """Read the file.

        Args:
            path: The file.
            shown: What it is called in messages.

        Raises:
            DatasetError: It is missing, too large, or cannot be read.
        """
        self.shown = printable(shown)
        try:
            self._text = _text(path, self.shown)
        except FileNotFoundError:
            raise LabelFileError(shown, 0, Message("there is no such file")) from None
        except (OSError, ValueError) as error:
            raise LabelFileError(shown, 0, Message("cannot be read: {0}", message_of(error))) from None

    def row(self, span: Span) -> bytes:
        """A part of the file as it is."""
        return self._text[span[0] : span[1]].encode("latin-1")

    def scan(self, listed: Mapping[str, tuple[str, ...]], on_row: RowListener) -> dict[str, Any]:
        """Go through the file's outermost object.

        Args:
            listed: Keys whose lists are given row by row and not kept, each with the whole numbers that must
                be known of a row; where they are none, rows are given entirely.
            on_row: Called with each of their rows, of which there may be no more than those numbers; strings
                in it may be in Latin-1 instead of UTF-8, which :meth:`row` does not change.

        Returns:
            All keys with their values; those lists are empty.

        Raises:
            DatasetError: It is no valid JSON, no text in UTF-8, or no object; the text names the line.
        """
        try:
            return self._scanned(listed, on_row)
        except json.JSONDecodeError as error:
            line = self._text.count("\n", 0, error.pos) + 1
            raise LabelFileError(self.shown, line, Message("not valid JSON: {0}", error.msg)) from None
        except UnicodeDecodeError:
            raise LabelFileError(self.shown, 0, Message("is not UTF-8 text; save it as UTF-8")) from None
        except RecursionError:
            raise LabelFileError(self.shown, 0, Message("not valid JSON: nested too deeply")) from None

    def _scanned(self, listed: Mapping[str, tuple[str, ...]], on_row: RowListener) -> dict[str, Any]:
        text, decode = self._text, json.JSONDecoder().raw_decode
        place = _after_blank(text, len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0)
        if text[place : place + 1] != "{":
            raise LabelFileError(self.shown, 0, Message("holds no object with images and annotations"))
        found: dict[str, Any] = {}
        for key, start in self._keys(place):
            if key in listed and text[start : start + 1] == "[":
                self._end = self._rows(key, start, _Skimmer(text, listed[key]), on_row)
                found[key] = []
            else:
                _, self._end = decode(text, start)
                found[key] = json.loads(self.row((start, self._end)))
        return found

    def _keys(self, place: int) -> Iterator[tuple[str, int]]:
        """The keys of the object that begins at a place, each with where its value begins.

        Whoever takes them says by ``_end`` where the value ended.
        """
        text, decode = self._text, json.JSONDecoder().raw_decode
        self._end = _after_blank(text, place + 1)
        if text[self._end : self._end + 1] == "}":
            return
        while True:
            key, after = decode(text, _expected(text, self._end, '"'))
            start = _after_blank(text, _expected(text, _after_blank(text, after), ":") + 1)
            yield key, start
            self._end = _after_blank(text, self._end)
            if text[self._end : self._end + 1] == "}":
                return
            self._end = _after_blank(text, _expected(text, self._end, ",") + 1)

    def _rows(self, key: str, place: int, skimmer: _Skimmer, on_row: RowListener) -> int:
        """Give each element of the list that begins at a place; where the list ends."""
        text, decode, blank = self._text, json.JSONDecoder().raw_decode, _BLANK.match
        place = _after_blank(text, place + 1)
        if text[place : place + 1] == "]":
            return place + 1
        while True:
            skimmed = skimmer.skimmed(place)
            row, end = decode(text, place) if skimmed is None else skimmed
            on_row(key, row, (place, end))
            place = blank(text, end).end()  # type: ignore[union-attr]  # it matches nothing, too
            if text[place : place + 1] == "]":
                return place + 1
            place = blank(text, _expected(text, place, ",") + 1).end()  # type: ignore[union-attr]


class _Skimmer:
    """Finds where plain objects end, and a few whole numbers in them, without taking them apart.

    An object without another one in it, and without a backslash, ends at its first brace if quotes before it
    are even in number; and only a key can stand between a quote and a colon there.
    """

    def __init__(self, text: str, fields: tuple[str, ...]) -> None:
        self._text = text
        self._searches = [
            (name, re.compile(rf'"{name}"[ \t\n\r]*:[ \t\n\r]*(-?\d{{1,18}})[ \t\n\r]*[,}}]').search)
            for name in fields
        ]

    def skimmed(self, place: int) -> tuple[dict[str, int], int] | None:
        """The numbers of an object and where it ends; None where it must be taken apart."""
        text = self._text
        if not self._searches or text[place : place + 1] != "{":
            return None
        end = text.find("}", place) + 1
        if not end or text.find("{", place + 1, end) >= 0 or text.find("\\", place, end) >= 0:
            return None
        if text.count('"', place, end) % 2:
            return None
        numbers = {}
        for name, search in self._searches:
            found = search(text, place, end)
            if found is None:
                return None
            numbers[name] = int(found[1])
        return numbers, end


def _text(path: Path, shown: str) -> str:
    """The file as Latin-1, so that each byte is one character whatever it means."""
    with path.open("rb") as stream:
        size = path.stat().st_size
        if not path.is_file():
            raise LabelFileError(shown, 0, Message("is not a regular file"))
        if size > MAX_TEXT_BYTES:
            raise LabelFileError(shown, 0, too_large(MAX_TEXT_BYTES))
        if not size:
            raise LabelFileError(shown, 0, Message("is empty"))
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            return str(mapped, "latin-1")


def _after_blank(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return place if match is None else match.end()


def _expected(text: str, place: int, sign: str) -> int:
    if text[place : place + 1] != sign:
        raise json.JSONDecodeError(f"Expecting {sign!r}", "", place)
    return place
