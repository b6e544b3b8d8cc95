"""Names of the padding modes in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from augstudio.core.padding import PaddingMode


def mode_name(mode: PaddingMode) -> str:
    """A padding mode; in other languages numpy's name stands beside, so that files and books agree."""
    return {
        PaddingMode.CONSTANT: _tr("Constant"),
        PaddingMode.EDGE: _tr("Edge"),
        PaddingMode.REFLECT: _tr("Reflect"),
        PaddingMode.SYMMETRIC: _tr("Symmetric"),
        PaddingMode.WRAP: _tr("Wrap"),
    }[mode]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaddingNames", text)
