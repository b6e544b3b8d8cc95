"""Bytes and seconds in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from augstudio.core.text import counted
from augstudio.datasets.label_writing import Losses, loss_texts
from augstudio.ui.messages import explained

_UNITS = ("kB", "MB", "GB", "TB", "PB")


def size_text(size: int) -> str:
    """A number of bytes: "9 bytes", "1.5 kB", "23 MB"."""
    if size < 1000:
        return counted(size, _tr("1 byte"), _tr("{0} bytes"))
    value, unit = size / 1000, 0
    while round(value) >= 1000 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    return f"{value:.1f} {_UNITS[unit]}" if value < 10 else f"{value:,.0f} {_UNITS[unit]}"


def time_text(seconds: float) -> str:
    """A length of time, roughly: "under 1 s", "40 s", "12 min", "3 h 20 min"."""
    whole = round(seconds)
    if whole < 1:
        return _tr("under 1 s")
    if whole < 100:
        return _tr("{0} s").format(whole)
    minutes = round(seconds / 60)
    if minutes < 60:
        return _tr("{0} min").format(minutes)
    hours, minutes = divmod(minutes, 60)
    return _tr("{0} h {1} min").format(f"{hours:,}", minutes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Amounts", text)


def losses_text(losses: Losses) -> str:
    """What a format cannot hold of labels, kind by kind."""
    return "; ".join(map(explained, loss_texts(losses)))
