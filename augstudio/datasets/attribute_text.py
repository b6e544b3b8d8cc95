"""Attributes as texts in XML, and back: numbers, truth values and lists stay what they are."""

from __future__ import annotations

import json
from typing import Any, NoReturn


def value_of(text: str) -> Any:
    """What a text stands for: a value of JSON where it is written as :func:`text_of` does, else itself."""
    try:
        value = json.loads(text, parse_constant=_refuse)
        return value if _json(value) == text else text
    except (ValueError, RecursionError):
        return text


def text_of(value: Any) -> str:
    """The text of an attribute's value, from which :func:`value_of` makes the same value."""
    if isinstance(value, str) and value_of(value) == value:
        return value
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _refuse(_name: str) -> NoReturn:
    raise ValueError("no JSON")
