"""Access keys of menus and buttons, the same letter in every language.

Where the script of a text has no such letter, it stands behind the text in brackets, as is usual in Chinese
and Japanese: 檔案(F). A text can also bring its own mark, as in ``S&ort``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase, digits

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu

_BESIDE = re.compile(r"\(&[^&]\)|^&\d ")
_BOTH = "&&"
_TAIL = re.compile(r"(…|:)?(\t.*)?$", re.DOTALL)


def marked(text: str, letter: str) -> str:
    """A text that says which letter reaches it.

    Args:
        text: A text without marks; an ampersand in it is shown as such.
        letter: A Latin letter or a digit, whatever its case.

    Returns:
        The text with the first such letter marked, beginnings of words before others; where it has none or
        is in another script, with the letter in brackets behind it, but before an ellipsis and keys.
    """
    tail = _TAIL.search(text)
    assert tail is not None
    end = tail.start()
    place = _place(text[:end], letter) if text[:end].isascii() else -1
    mark = f"(&{letter.upper()})" if place < 0 else "&"
    place = end if place < 0 else place
    return f"{text[:place].replace('&', _BOTH)}{mark}{text[place:].replace('&', _BOTH)}"


def numbered(text: str, number: int) -> str:
    """An entry of a list that the user made, such as recent files, with its number for a mark."""
    shown = text.replace("&", _BOTH)
    return f"&{number % 10} {shown}" if number <= 10 else shown


def _place(text: str, letter: str) -> int:
    found = [place for place, sign in enumerate(text) if sign.upper() == letter.upper()]
    starts = (place for place in found if place == 0 or not text[place - 1].isalnum())
    return next(starts, found[0] if found else -1)


def plain(text: str) -> str:
    """A text as it is read: without its marks, and letters and numbers that are there for them alone."""
    shown = _BESIDE.sub("", text).replace(_BOTH, "\0")
    return shown.replace("&", "").replace("\0", "&")


def letter_of(text: str) -> str:
    """The letter that reaches a text; empty if none does."""
    return QKeySequence.mnemonic(text).toString().rpartition("+")[2]


def mark_action(action: QAction, letter: str) -> QAction:
    """Let a letter reach an action in its menu; elsewhere its text stays without marks."""
    # Both would follow the text, brackets and all.
    action.setIconText(action.iconText())
    action.setToolTip(action.toolTip())
    action.setText(marked(action.text(), letter))
    return action


def mark_menu(menu: QMenu) -> None:
    """Let letters reach the entries of a menu that none reaches yet, none twice."""
    entries = [action for action in menu.actions() if not action.isSeparator() and action.text()]
    taken = {letter_of(action.text()) for action in entries} - {""}
    for action in entries:
        if not letter_of(action.text()):
            free = [letter for letter in _wanted(action.text()) if letter not in taken]
            if free:
                mark_action(action, free[0])
                taken.add(free[0])


def mark_buttons(buttons: Iterable[QAbstractButton]) -> None:
    """Let letters reach buttons that none reaches yet, none twice."""
    buttons = list(buttons)
    taken = {letter_of(button.text()) for button in buttons} - {""}
    for button in buttons:
        free = [letter for letter in _wanted(button.text()) if letter not in taken]
        if free and not letter_of(button.text()):
            button.setText(marked(button.text(), free[0]))
            taken.add(free[0])


def _wanted(text: str) -> Iterator[str]:
    """Letters for a text, the best ones first."""
    body = text.partition("\t")[0]
    own = body if body.isascii() else ""
    yield from (word[0].upper() for word in re.findall(r"[A-Za-z0-9]+", own))
    yield from (sign.upper() for sign in own if sign.isalnum())
    yield from digits[1:]
    yield from ascii_uppercase
