"""Names of the padding modes, and what each is good for, in the user's language."""

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


def mode_use(mode: PaddingMode) -> str:
    """In a few words, when a mode suits, and what it costs."""
    return {
        PaddingMode.CONSTANT: _tr("where nothing may be invented; leaves a hard edge"),
        PaddingMode.EDGE: _tr("for narrow gaps; wide ones become streaks"),
        PaddingMode.REFLECT: _tr("for scenes and textures; doubles objects at the edge"),
        PaddingMode.SYMMETRIC: _tr("as Reflect, with edge pixels twice: Keras' reflect"),
        PaddingMode.WRAP: _tr("for patterns that repeat; a seam elsewhere"),
    }[mode]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaddingNames", text)
