"""Where the files of a Pascal VOC dataset lie: which folder it is, the XML of a picture, and the splits."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.label_reading import LabelProblem, problem_of
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.splits import Split, nfc
from augstudio.errors import DatasetError, Message

PICTURES: Final = "JPEGImages"
CLASSES: Final = "SegmentationClass"
OBJECTS: Final = "SegmentationObject"
LISTS: Final = ("ImageSets/Main", "ImageSets/Segmentation")

_MAX_LIST_BYTES: Final = 1 << 26
_SPLITS: Final = {"train": Split.TRAIN, "val": Split.VAL, "test": Split.TEST}


@dataclass(slots=True)
class Lists:
    """The lists of the splits.

    Attributes:
        splits: The split of each picture, by its path below ``JPEGImages`` without suffix.
        lines: Where each picture is named first: the file and the line.
        problems: What is odd.
    """

    splits: dict[str, Split] = field(default_factory=dict)
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)
    problems: list[LabelProblem] = field(default_factory=list)


def read_lists(root: Path) -> Lists:
    """What the lists in ``ImageSets`` say of the splits."""
    lists = Lists()
    for folder in LISTS:
        for name, split in _SPLITS.items():
            file = f"{folder}/{name}.txt"
            if (root / file).is_file():
                _read_list(lists, root, file, split)
    return lists


def _read_list(lists: Lists, root: Path, file: str, split: Split) -> None:
    try:
        text = label_text(label_bytes(root / file, file, _MAX_LIST_BYTES), file)
    except DatasetError as error:
        lists.problems.append(problem_of(error, file))
        return
    for line, content in enumerate(text.splitlines(), 1):
        name = nfc(content.strip())
        first, _, mark = name.rpartition(" ")
        name = first.strip() if first and mark in ("-1", "0", "1") else name
        if not name:
            continue
        known = lists.splits.setdefault(name, split)
        lists.lines.setdefault(name, (file, line))
        if known is not split:
            reason = Message("{0} is in the split {1} too; it counts there", printable(name), known.value)
            lists.problems.append(LabelProblem(file, line, reason))
