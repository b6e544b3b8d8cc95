"""The part of an evaluation's page that says what training relies on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from augstudio.core.text import counted
from augstudio.errors import Message
from augstudio.insights.evaluation import LearnerName
from augstudio.insights.reliance import CHANGE_TEXTS, REMEDIES, Drop, Reliance
from augstudio.insights.wording import (
    CUES_LEARNER,
    Tell,
    arm_text,
    drop_text,
    points_text,
    telling_text,
    title_of,
)

_NO_CUE: Final = Message(
    "Neither direction, brightness, background, the size of things in the pictures nor the pictures' width "
    "and height alone tell two classes apart as well as all of a picture does."
)


def reliance_part(
    found: Reliance, learner: LearnerName, tell: Tell = str, titled: Tell = title_of
) -> Iterator[str]:
    """The section as HTML; names are escaped.

    Args:
        found: What was found.
        learner: What found the rest of the page.
        tell: Puts what is written into the reader's language.
        titled: What a step is called in it, by its transform's name.
    """
    tested = counted(found.tested, "1 picture", "{0} pictures")
    described = Message(
        "The classifiers were tested with {0} as they are, and changed. A sure drop shows what training did "
        "not teach; it matters only where your model will meet such pictures. All intervals of a table hold "
        "together with 95 %.",
        tested,
    )
    yield f"<h2>{escape(tell(Message('What it relies on')))}</h2>"
    yield f"<p>{escape(tell(described))}</p>"
    if learner is not LearnerName.FILTERS:
        yield f"<p>{escape(tell(CUES_LEARNER))}</p>"
    for arm in dict.fromkeys(drop.arm for drop in found.drops):
        rows = "".join(_row(drop, tell, titled) for drop in found.drops if drop.arm == arm)
        heads = (
            Message("trained with {0}", arm_text(arm)),
            Message("difference, points"),
            "",
            Message("step that teaches it"),
        )
        kinds = ("", "", ' class="words"', ' class="words"')
        head = "".join(
            f"<th{kind}>{escape(tell(cell))}</th>" for kind, cell in zip(kinds, heads, strict=True)
        )
        yield f'<table class="wide"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    if not found.tellings:
        yield f"<p>{escape(tell(_NO_CUE))}</p>"
    for telling in found.tellings:
        kind = "hurts" if telling.is_only else "unclear"
        told = Message("{0}.", telling_text(telling))
        remedy = Message("What to do: {0}.", REMEDIES[telling.cue])
        yield f'<p><span class="{kind}">{escape(tell(told))}</span> {escape(tell(remedy))}</p>'


def _row(drop: Drop, tell: Tell, titled: Tell) -> str:
    """One changed kind of pictures."""
    return (
        f"<tr><td>{escape(tell(CHANGE_TEXTS[drop.change]))}</td>"
        f'<td><span class="points">{points_text(drop.gain)}</span></td>'
        f'<td class="words {"hurts" if drop.is_missing else "unclear"}">{escape(tell(drop_text(drop)))}</td>'
        f'<td class="words">{escape(titled(drop.step)) if drop.is_missing else ""}</td></tr>'
    )
