"""How a dataset's folders are taken, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from augstudio.core.text import counted, printable
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.left_out import Kind, LeftOut
from augstudio.datasets.recognising import Assumption
from augstudio.datasets.splits import Split
from augstudio.errors import Message

NAMES: Final = {Split.TRAIN: "train", Split.VAL: "validation", Split.TEST: "test"}
"""What the splits are called in sentences."""

_NAMED: Final = 3


def assumed(assumption: Assumption) -> str:
    """One line: which folders are splits, what names the classes, and what is not augmented."""
    return "; ".join(assumed_parts(assumption))


def assumed_parts(assumption: Assumption) -> tuple[str, ...]:
    """The parts of that line."""
    layout = assumption.layout
    parts = []
    for split, name in NAMES.items():
        paths = [path for path, kind in layout.splits if kind is split]
        if paths:
            parts.append(Message("{0} ({1})", name, listed(paths)))
    without = Message("splits as the labels say") if assumption.divided else Message("no splits")
    said = [Message("splits: {0}", ", ".join(parts)) if parts else without, _classes(assumption)]
    if assumption.format:
        said.insert(0, Message("labels: {0}", assumption.format))
    if assumption.taken_as_classes:
        said.append(Message("taken as classes: {0}", listed(assumption.taken_as_classes)))
    if assumption.beside:
        said.append(Message("not augmented: {0}", listed(assumption.beside)))
    if assumption.loose:
        said.append(Message("pictures beside the folders are not augmented"))
    if layout.left_out:
        said.append(Message("left out: {0}", listed(layout.left_out)))
    return tuple(said)


def left_out_notes(found: Iterable[LeftOut]) -> tuple[str, ...]:
    """What was left out though it is pictures, one sentence for each kind and place."""
    return tuple(map(_left_out, found))


def label_sentence(labels: FoundLabels) -> str:
    """What labels were found, and where."""
    return Message("the pictures have labels ({0}: {1})", labels.format, printable(labels.example))


def label_notes(labels: FoundLabels | None) -> tuple[str, ...]:
    """That the labels found are not exported, if there are some."""
    return () if labels is None else (Message("{0}, which are not exported", label_sentence(labels)),)


def folder_notes(assumption: Assumption) -> tuple[str, ...]:
    """What others make of the folders as they are called, and where nothing would be augmented."""
    notes = []
    layout = assumption.layout
    unseen = assumption.unseen_splits
    # Folders of classes are read by their names; where labels are written, the format's own say the split.
    if unseen and not assumption.format:
        notes.append(
            Message(
                "Hugging Face datasets sees no split in {0} and would train on all of it; rename the "
                "folders to train, val and test in lower case",
                listed(unseen),
            )
        )
    if layout.is_divided and layout.elsewhere is not None and Split.TRAIN not in dict(layout.splits).values():
        notes.append(
            Message("no folder is the train split, so no picture is augmented unless that is asked for")
        )
    return tuple(notes)


def listed(paths: Iterable[str]) -> str:
    """Some folders' names, the first few of them."""
    shown = [f"{printable(path)}/" for path in paths]
    more = len(shown) - _NAMED
    return ", ".join(shown[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _classes(assumption: Assumption) -> str:
    if assumption.format:
        return counted(assumption.categories, "1 class", "{0} classes")
    chosen = assumption.layout.classes
    if chosen:
        return Message("only {0} augmented", ", ".join(map(printable, chosen)))
    return Message("classes from folders") if assumption.named else Message("no classes")


def _left_out(found: LeftOut) -> str:
    number = f"{found.count:,}" if found.whole else f"{found.count:,}+"
    name = printable(found.name)
    if found.kind is Kind.HIDDEN:
        return Message("hidden pictures left out: {0}", number)
    if found.kind is Kind.EXPORT:
        return Message("pictures left out because {0} is an export of this program: {1}", name, number)
    if found.kind is Kind.COPY:
        return Message("augmented copies left out, such as {0}: {1}", name, number)
    return Message("pictures left out because {0} is a system's folder: {1}", name, number)
