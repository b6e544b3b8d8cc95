"""Options that say which pictures are exported, and how they are divided."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.core.text import printable
from augstudio.errors import ExportError, message_of

_MAX_BYTES: Final = 64_000_000

Only = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Export only the pictures that a text file names, one path in the dataset on each line.",
    ),
]
OnlyClasses = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES",
        help="Export only pictures of these classes, with commas, or that show one of them; nothing of all "
        "others.",
    ),
]
PerClass = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="Export only so many pictures of each class and split, chosen by the seed."
    ),
]
Divide = Annotated[
    str,
    typer.Option(
        metavar="SHARES",
        help="Divide a dataset that has no splits into train, val and test, as 80/10/10; only train is "
        "augmented unless --splits says otherwise.",
    ),
]
DivideBy = Annotated[
    str,
    typer.Option(
        metavar="GROUP",
        help="What stays on one side: each image with its copies, all of a folder, all of a name but its "
        "last number, or all in whose path a regular expression finds the same in parentheses, as "
        "(patient\\d+)_.",
    ),
]
Stratify = Annotated[bool, typer.Option("--stratify", help="Divide each class by itself.")]


def chosen_keys(file: Path | None) -> tuple[str, ...] | None:
    """The keys that ``--only`` names; None for all.

    Raises:
        ExportError: The file cannot be read, or names nothing.
    """
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise ExportError(
            "--only: {0} cannot be read: {1}", printable(str(file)), message_of(error)
        ) from None
    if len(data) > _MAX_BYTES:
        raise ExportError("--only: {0} is too large for a list of pictures", printable(str(file)))
    lines = (unicodedata.normalize("NFC", line.strip().replace("\\", "/")) for line in text.splitlines())
    keys = tuple(line.removeprefix("./") for line in lines if line)
    if not keys:
        raise ExportError("--only: {0} names no picture", printable(str(file)))
    return keys


def chosen_names(text: str | None) -> tuple[str, ...]:
    """The classes that ``--only-classes`` names.

    Raises:
        ExportError: It names none.
    """
    if text is None:
        return ()
    names = tuple(unicodedata.normalize("NFC", name.strip()) for name in text.split(",") if name.strip())
    if not names:
        raise ExportError("--only-classes: must name at least one class")
    return names


def chosen_number(per_class: int | None) -> int:
    """The pictures of each class that ``--per-class`` asks for; 0 for all.

    Raises:
        ExportError: It asks for none.
    """
    if per_class is not None and per_class < 1:
        raise ExportError("--per-class: must be at least 1, got {0}", per_class)
    return per_class or 0
