"""The part of an evaluation's page that says what training relies on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from augstudio.core.text import counted, printable
from augstudio.insights.reliance import CHANGE_TEXTS, REMEDIES, Reliance
from augstudio.insights.wording import drop_text, points_text, telling_text


def reliance_part(found: Reliance) -> Iterator[str]:
    """The section as HTML; names are escaped.

    Args:
        found: What was found.
    """
    tested = counted(found.tested, "1 picture", "{0} pictures")
    yield "<h2>What it relies on</h2>"
    yield (
        f"<p>The classifiers were tested with {tested} as they are, and changed. A sure "
        "drop shows what training did not teach; it matters only where your model will meet such pictures. "
        "All intervals of a table hold together with 95 %.</p>"
    )
    for arm in dict.fromkeys(drop.arm for drop in found.drops):
        rows = "".join(
            f"<tr><td>{escape(CHANGE_TEXTS[drop.change])}</td>"
            f'<td><span class="points">{points_text(drop.gain)}</span></td>'
            f'<td class="{"hurts" if drop.is_missing else "unclear"}">{escape(drop_text(drop))}</td>'
            f"<td>{escape(drop.step) if drop.is_missing else ''}</td></tr>"
            for drop in found.drops
            if drop.arm == arm
        )
        heads = (f"trained with {escape(printable(arm))}", "difference, points", "", "step that teaches it")
        head = "".join(f"<th>{cell}</th>" for cell in heads)
        yield f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    for telling in found.tellings:
        kind = "hurts" if telling.is_only else "unclear"
        text, remedy = escape(telling_text(telling)), escape(REMEDIES[telling.cue])
        yield f'<p><span class="{kind}">{text}.</span> What to do: {remedy}.</p>'
