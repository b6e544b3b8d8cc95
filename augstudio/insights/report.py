"""An evaluation as one page of HTML that needs nothing else: no script, no file, no network."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from augstudio.core.image import Image
from augstudio.core.text import printable
from augstudio.images.codec import encode
from augstudio.insights.evaluation import Comparison, EvaluatedOn, Evaluation, Example
from augstudio.insights.plots import gains_plot, recalls_plot
from augstudio.insights.report_reliance import reliance_part
from augstudio.insights.wording import contest_text, measured_text, points_text, verdict_text

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
th { font-weight: 500; color: var(--soft); } svg { width: 100%; height: auto; display: block; }
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


def report_page(found: Evaluation) -> str:
    """The page.

    It follows from the evaluation alone: equal ones give equal pages. Names are escaped.
    """
    title = f"Does it pay? {printable(found.dataset)}"
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="lead">{escape(measured_text(found))}</p>',
        *(_verdict(gain) for gain in found.gains),
        *_notes(found),
        "<h2>Gain</h2>",
        '<p class="caption">Bars are intervals of 95 %, thin marks single splits.</p>',
        gains_plot(found.gains, [gain.name for gain in found.gains]),
        _gains_table(found),
        "<h2>Classes</h2>",
        '<p class="caption">The ring is without augmentation, a dot with a pipeline.</p>',
        recalls_plot(found.arms[0].recalls, [arm.recalls for arm in found.arms[1:]]),
        _recalls_table(found),
        *_comparisons(found),
        *(reliance_part(found.reliance) if found.reliance is not None else ()),
        *_pictures(found),
        *_method(found),
        *_origin(found),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _shown(name: str) -> str:
    return escape(printable(name))


def _kind(comparison: Comparison) -> str:
    return {"pays": "pays", "hurts": "hurts"}.get(comparison.verdict.value, "unclear")


def _verdict(gain: Comparison) -> str:
    text = escape(verdict_text(gain))
    return f'<p class="verdict {_kind(gain)}">{_shown(gain.name)}: {text}</p>'


def _notes(found: Evaluation) -> list[str]:
    notes = []
    if found.self_check:
        notes.append(
            f"Identical copies came out at {found.self_check:+.1f} points, not 0: do not trust this page."
        )
    if found.stopped_early:
        notes.append("Time ran out: some pictures or splits are missing, and another run may stop elsewhere.")
    if found.skipped:
        first = found.skipped[0]
        notes.append(
            f"Left out because they cannot be used: {len(found.skipped):,}; the first is "
            f"{printable(first.name)}: {first.reason}"
        )
    return [f"<p>{escape(note)}</p>" for note in notes]


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in heading)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _points(comparison: Comparison) -> str:
    return f'<span class="points">{points_text(comparison.gain)}</span>'


def _gains_table(found: Evaluation) -> str:
    without = found.arms[0]
    rows = [(_shown(without.name), f"{without.accuracy:.1f} %", "", "", "")]
    rows += [
        (
            _shown(gain.name),
            f"{arm.accuracy:.1f} %",
            _points(gain),
            f"{gain.wins} of {gain.splits}",
            f"{gain.losses} of {gain.splits}",
        )
        for gain, arm in zip(found.gains, found.arms[1:], strict=True)
    ]
    return _table(("", "right", "gain, points (95 %)", "better in", "worse in"), rows)


def _recalls_table(found: Evaluation) -> str:
    names = [f'<span class="arm{n % 6}">{_shown(arm.name)}</span>' for n, arm in enumerate(found.arms[1:])]
    rows = ((_shown(name), *(f"{arm.recalls[name]:.1f} %" for arm in found.arms)) for name in found.classes)
    return _table(("right of each class", _shown(found.arms[0].name), *names), rows)


def _comparisons(found: Evaluation) -> Iterable[str]:
    if found.contests:
        yield "<h2>Against each other</h2>"
        yield gains_plot(found.contests, [f"{one.name} − {one.against}" for one in found.contests])
        rows = ((one.name, one.against, one) for one in found.contests)
        yield _table(
            ("pipeline", "against", "difference, points (95 %)", ""),
            [
                (_shown(name), _shown(against), _points(one), escape(contest_text(one)))
                for name, against, one in rows
            ],
        )
    if found.steps:
        level = found.steps[0].comparison.gain.level
        yield f"<h2>What each step of {_shown(found.gains[0].name)} adds</h2>"
        yield (
            "<p>The whole pipeline against the one without the step. As there are several intervals, each is "
            f"one of {100 * level:.1f} %, so that all of them hold together with 95 %.</p>"
        )
        names = [f"{step.step_id} {step.step_name}" for step in found.steps]
        compared = [step.comparison for step in found.steps]
        yield gains_plot(compared, names)
        yield _table(
            ("step", "adds, points", ""),
            [
                (_shown(name), _points(one), escape(verdict_text(one)))
                for name, one in zip(names, compared, strict=True)
            ],
        )


def _pictures(found: Evaluation) -> Iterable[str]:
    if found.examples:
        yield "<h2>Pictures</h2>"
    for example in found.examples:
        names = [gain.name for gain in found.gains]
        caption = f"{_shown(example.class_name)}: {_shown(example.key)}"
        yield f"<h3>{caption}</h3>{_strips(example, names)}"


def _strips(example: Example, names: Sequence[str]) -> str:
    strips = []
    for name, copies in zip(names, example.copies, strict=True):
        images = [_image(example.image, "the picture")]
        images += [_image(copy, f"a copy by {name}") for copy in copies]
        strips.append(f'<p class="caption">{_shown(name)}</p><div class="pictures">{"".join(images)}</div>')
    return "".join(strips)


def _image(image: Image, described: str) -> str:
    small = max(image.shape[:2]) <= _SMALL
    name = "png" if small or image.shape[2] in (2, 4) else "jpeg"
    data = base64.b64encode(encode(image, name, quality=85)).decode()
    kind = ' class="small"' if small else ""
    return f'<img{kind} alt="{_shown(described)}" src="data:image/{name};base64,{data}">'


def _method(found: Evaluation) -> Iterable[str]:
    yield "<h2>How this was measured</h2>"
    yield (
        "<p>A simple learner was trained with the pictures alone and with their copies, on the same parts of "
        "the pictures: 256 fixed filters describe each at 32 x 32 pixels, and ridge regression tells classes "
        "apart, with the penalty that predicts pictures best which are left out together with all of their "
        "copies. Nothing was tuned by hand. Tested pictures were never augmented.</p>"
    )
    if found.evaluated_on is EvaluatedOn.FOLDS:
        yield (
            "<p>As the dataset has no pictures for testing, parts of it were tested in turn, with classes in "
            "even shares. Such splits share pictures; the interval is the corrected one of Nadeau and Bengio "
            "(2003).</p>"
        )
    else:
        yield (
            "<p>Each split trained with half of the pictures for training, halves in pairs, and was tested "
            "with all pictures for testing. The interval holds what varies with the pictures for training, "
            "by Wang and Lindsay (2014), and with those for testing.</p>"
        )
    yield (
        "<p>Your network is another learner: it may gain more or less. With 50 pictures of each class and no "
        "others for testing, intervals reach 5 to 8 points to each side, so “cannot tell” is the usual "
        "verdict and no fault of the pipeline.</p>"
    )


def _origin(found: Evaluation) -> Iterable[str]:
    versions = ", ".join(f"{name} {version}" for name, version in found.versions.items())
    yield "<h2>What it was made of</h2>"
    yield (
        f"<p>Seed {found.seed}; dataset {_shown(found.dataset)}, fingerprint "
        f"<code>{found.fingerprint}</code>; {escape(versions)}.</p>"
    )
    for arm in found.arms:
        if arm.pipeline is not None:
            text = json.dumps(arm.pipeline.to_dict(), ensure_ascii=False, indent=1)
            yield f"<details><summary>{_shown(arm.name)}</summary><pre>{escape(text)}</pre></details>"
