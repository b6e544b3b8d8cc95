"""Names of the padding modes, and what each is good for, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from augstudio.core.padding import PaddingMode


def mode_name(mode: PaddingMode) -> str:
    """A padding mode; in other languages numpy's name stands beside, so that files and books agree."""
    match mode:
        case PaddingMode.CONSTANT:
            return _tr("Constant")
        case PaddingMode.EDGE:
            return _tr("Edge")
        case PaddingMode.REFLECT:
            return _tr("Reflect")
        case PaddingMode.SYMMETRIC:
            return _tr("Symmetric")
        case PaddingMode.WRAP:
            return _tr("Wrap")


def mode_use(mode: PaddingMode) -> str:
    """In a few words, when a mode suits, and what it costs."""
    match mode:
        case PaddingMode.CONSTANT:
            return _tr("where nothing may be invented; leaves a hard edge")
        case PaddingMode.EDGE:
            return _tr("for narrow gaps; wide ones become streaks")
        case PaddingMode.REFLECT:
            return _tr("for scenes and textures; doubles objects at the edge")
        case PaddingMode.SYMMETRIC:
            return _tr("as Reflect, with edge pixels twice: Keras' reflect")
        case PaddingMode.WRAP:
            return _tr("for patterns that repeat; a seam elsewhere")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaddingNames", text)
