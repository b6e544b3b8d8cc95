"""What an export comes to for the labels, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from augstudio.cli.output import remark, say
from augstudio.core.labels import LabelCounts
from augstudio.core.text import counted, printable, roughly
from augstudio.datasets.assumed import assumed, assumed_parts
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_writing import Loss, Losses, loss_texts
from augstudio.datasets.recognising import Assumption
from augstudio.export.labels.copies import CopyLabels
from augstudio.export.labels.labelling import Labelling
from augstudio.export.labels.report import LabelReport

_SHOWN: Final = 20


def print_label_report(found: LabelReport, more_in: str = "", of: str = "") -> None:
    """Say what became of the labels, and what was broken or odd in them.

    Args:
        found: What an export came to.
        more_in: Where all problems stand, if they do.
        of: What was looked at, where that is not all.
    """
    lists = (
        ("labels", found.problems, found.problem_count, ("1 more problem", "{0} more problems")),
        ("note", found.notes, found.note_count, ("1 more note on labels", "{0} more notes on labels")),
    )
    for kind, listed, count, texts in lists:
        for item in listed[:_SHOWN]:
            remark(f"{kind}: {_described(item)}")
        unnamed = count - min(len(listed), _SHOWN)
        if unnamed > 0:
            remark(f"{kind}: {counted(unnamed, *texts)}{more_in and f' in {more_in}'}")
    own = Losses({kind: count for kind, count in found.losses.items() if kind is not Loss.MADE_FLAGS})
    for text in loss_texts(own):
        remark(f"labels that the format cannot hold: {text}")
    for text in loss_texts(found.losses - own):
        remark(f"not written: {text}")
    for warning, count in found.warnings:
        remark(f"labels: {printable(warning)} ({counted(count, '1 picture', '{0} pictures')})")
    if said := _said(found.counts):
        say(f"labels{of}: {said}")


def print_copy_labels(found: CopyLabels) -> None:
    """Say what copies will come to for the labels, by those that were tried."""
    tried = counted(found.tried, "1 that was tried", "{0} that were tried")
    say(f"labels of all copies, about, by {tried}: {_said(found.counts, roughly) or 'none'}")
    for text in loss_texts(Losses({kind: roughly(count) for kind, count in found.losses.items()})):
        say(f"of copies the format cannot hold, about: {text}")


def _said(counts: LabelCounts, rounded: Callable[[int], int] = int) -> str:
    """What became of labels, in words."""
    parts = (
        (counts.real, "1 label", "{0} labels"),
        (counts.ghosts, "1 ghost", "{0} ghosts"),
        (counts.ignored, "1 to be ignored", "{0} to be ignored"),
        (counts.dropped, "1 dropped", "{0} dropped"),
        (counts.too_small, "1 too small", "{0} too small"),
        (counts.outside, "1 out of the picture", "{0} out of the picture"),
        (counts.swapped, "1 with sides changed", "{0} with sides changed"),
    )
    return ", ".join(counted(rounded(count), one, many) for count, one, many in parts if count)


def print_assumption(assumption: Assumption, *, labelled: bool) -> None:
    """Say how a dataset's folders are taken; where labels say the classes, of the folders only the splits."""
    splits, _, *others = assumed_parts(assumption)
    if assumption.format or not labelled:
        say(assumed(assumption))
    elif assumption.layout.is_divided:
        say("; ".join((splits, *others)))


def print_losses(losses: Losses, labelling: Labelling) -> None:
    """Say what a format cannot hold of a dataset's labels, one kind on a line."""
    for text in loss_texts(losses):
        remark(f"would lose in {labelling.title}: {text}")


def _described(problem: LabelProblem) -> str:
    line = f", line {problem.line}" if problem.line else ""
    return f"{printable(problem.file)}{line}: {printable(problem.reason)}"
