"""An evaluation as one page of HTML that needs nothing else: no script, no file, no network."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from augstudio.core.image import Image
from augstudio.core.text import printable
from augstudio.errors import Message
from augstudio.images.codec import encode
from augstudio.insights.evaluation import Comparison, Evaluation, Example
from augstudio.insights.plots import gains_plot, recalls_plot
from augstudio.insights.report_method import report_method
from augstudio.insights.report_reliance import reliance_part
from augstudio.insights.wording import (
    LEFT_OUT_TEXTS,
    Tell,
    arm_text,
    contest_text,
    measured_text,
    points_text,
    title_of,
    verdict_text,
)

_SMALL: Final = 64
_COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9")  # Okabe and Ito's
_STYLE: Final = (
    """
:root { color-scheme: light dark; --ink: #222; --soft: #6b6b6b; --line: #d5d5d5; --page: #fff;
  --pays: #00795a; --hurts: #b3400a; --unclear: #6b6b6b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a5a5a5; --line: #484848;
  --page: #1d1d1d; --pays: #35c79b; --hurts: #ff8a4c; --unclear: #a5a5a5; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
  max-width: 760px; margin: 32px auto; padding: 0 16px; }
h1 { font-size: 26px; margin-bottom: 4px; } h2 { font-size: 19px; margin: 36px 0 8px; }
p.lead { color: var(--soft); margin-top: 0; } .verdict { font-size: 20px; font-weight: 600; }
.pays { color: var(--pays); } .hurts { color: var(--hurts); } .unclear { color: var(--unclear); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: right; padding: 4px 8px;
  border-bottom: 1px solid var(--line); } th:first-child, td:first-child { text-align: left; }
td.words, th.words { text-align: left; } table.wide { table-layout: fixed; margin: 16px 0; }
table.wide th:nth-child(1) { width: 26%; } table.wide th:nth-child(2) { width: 24%; }
table.wide th:nth-child(4) { width: 16%; } th { font-weight: 500; color: var(--soft); }
svg { width: 100%; height: auto; display: block; }
svg text { font: 13px system-ui, sans-serif; fill: var(--ink); } svg text.name { text-anchor: end; }
svg text.tick { text-anchor: middle; fill: var(--soft); } svg circle { fill: currentColor; }
svg line { stroke: var(--line); } svg line.zero { stroke: var(--ink); } svg circle.before {
  fill: var(--page); stroke: var(--ink); stroke-width: 2; } svg line.split { stroke: var(--soft);
  opacity: .35; } svg line.interval, svg line.change { stroke: currentColor; stroke-width: 3; }
.pictures { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0 12px; }
h3 { font-size: 15px; margin: 20px 0 4px; }
.pictures img { height: 96px; display: block; } img.small { image-rendering: pixelated; }
p.caption { font-size: 13px; color: var(--soft); margin: 0; } span.points {
  white-space: nowrap; } pre { overflow: auto; font-size: 13px; }
"""
    + "\n".join(f".arm{number} {{ color: {colour}; }}" for number, colour in enumerate(_COLOURS))
    + "\n"
)


def report_page(found: Evaluation, tell: Tell = str, language: str = "en", titled: Tell = title_of) -> str:
    """The page.

    It follows from the evaluation and the language alone: equal ones give equal pages. Names are escaped.

    Args:
        found: What was found.
        tell: Puts what is written into the reader's language.
        language: That language as HTML names it, as ``zh-TW``.
        titled: What a step is called in it, by its transform's name.
    """
    title = escape(tell(Message("Does it pay? {0}", printable(found.dataset))))
    ring = Message("The ring is without augmentation, a dot with a pipeline.")
    parts = [
        f"<h1>{title}</h1>",
        f'<p class="lead">{escape(tell(measured_text(found)))}</p>',
        *(_verdict(gain, tell) for gain in found.gains),
        *_notes(found, tell),
        _heading(Message("Gain"), tell),
        _caption(Message("Bars are intervals of 95 %, thin marks single splits."), tell),
        gains_plot(found.gains, [gain.name for gain in found.gains], tell),
        _gains_table(found, tell),
        _heading(Message("Classes"), tell),
        _caption(ring, tell),
        recalls_plot(found.arms[0].recalls, [arm.recalls for arm in found.arms[1:]], tell),
        _recalls_table(found, tell),
        *_comparisons(found, tell),
        *_steps(found, tell, titled),
        *(reliance_part(found.reliance, found.learner, tell, titled) if found.reliance is not None else ()),
        *_pictures(found, tell),
        *report_method(found, tell),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _heading(text: Message, tell: Tell) -> str:
    return f"<h2>{escape(tell(text))}</h2>"


def _caption(text: Message, tell: Tell) -> str:
    return f'<p class="caption">{escape(tell(text))}</p>'


def _shown(name: str) -> str:
    return escape(printable(name))


def _arm(name: str, tell: Tell) -> str:
    return escape(tell(arm_text(name)))


def _kind(comparison: Comparison) -> str:
    return {"pays": "pays", "hurts": "hurts"}.get(comparison.verdict.value, "unclear")


def _verdict(gain: Comparison, tell: Tell) -> str:
    text = escape(tell(verdict_text(gain)))
    return f'<p class="verdict {_kind(gain)}">{_shown(gain.name)}: {text}</p>'


def _notes(found: Evaluation, tell: Tell) -> list[str]:
    notes = []
    if found.self_check:
        notes.append(
            Message(
                "Identical copies came out at {0} points, not 0: do not trust this page.",
                f"{found.self_check:+.1f}",
            )
        )
    if found.stopped_early:
        notes.append(
            Message("Time ran out: some pictures or splits are missing, and another run may stop elsewhere.")
        )
    notes += [LEFT_OUT_TEXTS[part] for part in found.left_out]
    if found.skipped:
        first = found.skipped[0]
        notes.append(
            Message(
                "Left out because they cannot be used: {0}; the first is {1}: {2}",
                f"{len(found.skipped):,}",
                printable(first.name),
                first.reason,
            )
        )
    return [f"<p>{escape(tell(note))}</p>" for note in notes]


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells below an empty heading are words, those below another one but the first are numbers."""
    kinds = ["" if cell or not place else ' class="words"' for place, cell in enumerate(heading)]
    head = "".join(f"<th{kind}>{cell}</th>" for kind, cell in zip(kinds, heading, strict=True))
    cells = ("".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds, row, strict=True)) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _points(comparison: Comparison) -> str:
    return f'<span class="points">{points_text(comparison.gain)}</span>'


def _gains_table(found: Evaluation, tell: Tell) -> str:
    without = found.arms[0]
    rows = [(_arm(without.name, tell), f"{without.accuracy:.1f} %", "", "", "")]
    rows += [
        (
            _shown(gain.name),
            f"{arm.accuracy:.1f} %",
            _points(gain),
            escape(tell(Message("{0} of {1}", gain.wins, gain.splits))),
            escape(tell(Message("{0} of {1}", gain.losses, gain.splits))),
        )
        for gain, arm in zip(found.gains, found.arms[1:], strict=True)
    ]
    heads = (
        Message("right answers"),
        Message("gain, points (95 %)"),
        Message("better in"),
        Message("worse in"),
    )
    return _table(("", *(escape(tell(head)) for head in heads)), rows)


def _recalls_table(found: Evaluation, tell: Tell) -> str:
    names = [f'<span class="arm{n % 6}">{_shown(arm.name)}</span>' for n, arm in enumerate(found.arms[1:])]
    rows = ((_shown(name), *(f"{arm.recalls[name]:.1f} %" for arm in found.arms)) for name in found.classes)
    head = escape(tell(Message("right of each class")))
    return _table((head, _arm(found.arms[0].name, tell), *names), rows)


def _comparisons(found: Evaluation, tell: Tell) -> Iterable[str]:
    if found.contests:
        yield _heading(Message("Against each other"), tell)
        yield gains_plot(found.contests, [f"{one.name} − {one.against}" for one in found.contests], tell)
        heads = (Message("pipeline"), Message("against"), Message("difference, points (95 %)"))
        yield _table(
            (*(escape(tell(head)) for head in heads), ""),
            [
                (_shown(one.name), _shown(one.against), _points(one), escape(tell(contest_text(one))))
                for one in found.contests
            ],
        )


def _steps(found: Evaluation, tell: Tell, titled: Tell) -> Iterable[str]:
    if found.steps:
        level = found.steps[0].comparison.gain.level
        described = Message(
            "The whole pipeline against the one without the step. As there are several intervals, each is "
            "one of {0} %, so that all of them hold together with 95 %.",
            f"{100 * level:.1f}",
        )
        yield _heading(Message("What each step of {0} adds", printable(found.gains[0].name)), tell)
        yield f"<p>{escape(tell(described))}</p>"
        names = [f"{step.step_id} {titled(step.step_name)}" for step in found.steps]
        compared = [step.comparison for step in found.steps]
        yield gains_plot(compared, names, tell)
        heads = (Message("step"), Message("adds, points"))
        yield _table(
            (*(escape(tell(head)) for head in heads), ""),
            [
                (_shown(name), _points(one), escape(tell(verdict_text(one))))
                for name, one in zip(names, compared, strict=True)
            ],
        )


def _pictures(found: Evaluation, tell: Tell) -> Iterable[str]:
    if found.examples:
        yield _heading(Message("Pictures"), tell)
    for example in found.examples:
        names = [gain.name for gain in found.gains]
        caption = f"{_shown(example.class_name)}: {_shown(example.key)}"
        yield f"<h3>{caption}</h3>{_strips(example, names, tell)}"


def _strips(example: Example, names: Sequence[str], tell: Tell) -> str:
    strips = []
    for name, copies in zip(names, example.copies, strict=True):
        images = [_image(example.image, tell(Message("the picture")))]
        images += [_image(copy, tell(Message("a copy by {0}", printable(name)))) for copy in copies]
        strips.append(f'<p class="caption">{_shown(name)}</p><div class="pictures">{"".join(images)}</div>')
    return "".join(strips)


def _image(image: Image, described: str) -> str:
    small = max(image.shape[:2]) <= _SMALL
    name = "png" if small or image.shape[2] in (2, 4) else "jpeg"
    data = base64.b64encode(encode(image, name, quality=85)).decode()
    kind = ' class="small"' if small else ""
    return f'<img{kind} alt="{_shown(described)}" src="data:image/{name};base64,{data}">'
