"""Options that say what the folders of a dataset mean."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from augstudio.core.text import quoted
from augstudio.datasets.layout import parsed_classes, parsed_roles
from augstudio.errors import DatasetError, message_of

_IMAGE_FOLDER: Final = "image-folder"

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

AsKind = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="image-folder",
        help="Export the pictures of a folder with labels (YOLO, COCO, masks, ...) alone, without labels.",
    ),
]


def wants_image_folder(text: str) -> bool:
    """Whether ``--as`` insists on pictures alone.

    Raises:
        DatasetError: It names another kind of dataset.
    """
    if text not in ("", _IMAGE_FOLDER):
        raise DatasetError("--as: must be {0}, got {1}", _IMAGE_FOLDER, quoted(text))
    return bool(text)


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
