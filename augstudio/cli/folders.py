"""Options that say what the folders of a dataset mean."""

from __future__ import annotations

from typing import Annotated

import typer

from augstudio.core.text import quoted
from augstudio.datasets.formats import FORMATS
from augstudio.datasets.layout import parsed_classes, parsed_roles
from augstudio.errors import DatasetError, message_of

SplitFolders = Annotated[
    str | None,
    typer.Option(
        metavar="FOLDER=ROLE",
        help="What folders are, with commas, where their names do not say it: dev=val,extra=train. Roles are "
        "train, val, test, other (only copied), class and leave-out.",
    ),
]
Classes = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES",
        help="Classes to augment, with commas, the others are only copied; folders for all, none where "
        "folders name no classes.",
    ),
]
IncludeCopies = Annotated[
    bool,
    typer.Option(
        "--include-copies",
        help="Take in augmented copies beside their originals, and exports of this program in the dataset.",
    ),
]

AsFormat = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="FORMAT",
        help="Format of DATASET, where it is not the one recognised; image-folder takes pictures alone, "
        "without labels.",
    ),
]


def chosen_format(text: str) -> str:
    """The format that ``--as`` names, or "".

    Raises:
        DatasetError: There is no such format.
    """
    if text and text not in FORMATS:
        raise DatasetError("--as: must be one of {0}, got {1}", ", ".join(FORMATS), quoted(text))
    return text


def stated_folders(text: str | None) -> tuple[tuple[str, str], ...]:
    """What ``--split-folders`` says.

    Raises:
        DatasetError: The text is nothing of that kind.
    """
    try:
        return tuple(parsed_roles(text or "").items())
    except DatasetError as error:
        raise DatasetError("--split-folders: {0}", message_of(error)) from None


def stated_classes(text: str | None) -> tuple[str, ...] | None:
    """What ``--classes`` says."""
    return None if text is None else parsed_classes(text)
