"""Names of formats in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from augstudio.datasets.formats import FORMATS
from augstudio.ui.messages import sentence


def format_title(name: str) -> str:
    """What people call a format."""
    kind = FORMATS.get(name)
    title = kind.title if kind is not None and kind.title else name
    return sentence(QCoreApplication.translate("Formats", title))
