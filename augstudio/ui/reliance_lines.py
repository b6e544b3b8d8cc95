"""What training relies on, in the user's language, one line for each finding."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from augstudio.core.text import printable
from augstudio.insights.evaluation import NOTHING
from augstudio.insights.reliance import CHANGE_TEXTS, REMEDIES, Reliance
from augstudio.insights.wording import drop_text, points_text, telling_text
from augstudio.transforms import CATALOGUE
from augstudio.ui.messages import explained
from augstudio.ui.pipeline_panel.field import translated


def reliance_lines(found: Reliance) -> list[str]:
    """The changes that surely confuse, then the pairs of classes that one cue tells apart."""
    lines = []
    drops = [drop for drop in found.drops if drop.is_missing]
    for drop in drops:
        told = _tr("{0}, on pictures {1}: {2} points; {3}. {4} teaches it.")
        change, text = explained(CHANGE_TEXTS[drop.change]), explained(drop_text(drop))
        title = translated(next(kind for kind in CATALOGUE if drop.step == kind.NAME).TITLE)
        arm = _tr("Without augmentation") if drop.arm == NOTHING else printable(drop.arm)
        lines.append(told.format(arm, change, points_text(drop.gain), text, title))
    if drops:
        lines.append(_tr("Such a drop matters only where your model will meet such pictures."))
    else:
        lines.append(_tr("No change of the tested pictures surely confuses it."))
    for telling in found.tellings:
        told = _tr("{0}. What to do: {1}.")
        lines.append(told.format(explained(telling_text(telling)), explained(REMEDIES[telling.cue])))
    if not found.tellings:
        told = _tr(
            "Neither direction, brightness, background, the size of things in the pictures nor the pictures' "
            "width and height alone tell two classes apart as well."
        )
        lines.append(told)
    return lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("RelianceLines", text)
