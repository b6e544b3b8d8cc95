"""Options that say what the folders of a dataset mean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from augstudio.datasets import recognising
from augstudio.datasets.image_folder import ImageFolder, printable
from augstudio.datasets.layout import Layout, parsed_classes, parsed_roles
from augstudio.errors import DatasetError

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


def stated_layout(
    dataset: Path, split_folders: str | None, classes: str | None, *, include_copies: bool
) -> Layout | None:
    """The layout that options state; None where they state nothing.

    Raises:
        DatasetError: The dataset cannot be listed, or the options name what is not there.
    """
    if split_folders is None and classes is None and not include_copies:
        return None
    root = ImageFolder(dataset).root
    layout = recognising.recognised(str(root), copies=include_copies)
    if split_folders is not None:
        try:
            roles = parsed_roles(split_folders)
        except DatasetError as error:
            raise DatasetError(f"--split-folders: {error}") from None
        for path in roles:
            if not root.joinpath(path).is_dir():
                raise DatasetError(
                    f"--split-folders: there is no folder {printable(path)} in {printable(str(dataset))}"
                )
        layout = recognising.with_roles(str(root), layout, roles)
    if classes is not None:
        layout = replace(layout, classes=parsed_classes(classes))
        _check_classes(root, layout)
    return layout


def _check_classes(root: Path, layout: Layout) -> None:
    known = set(recognising.class_names(str(root), layout))
    missing = [name for name in layout.classes or () if name not in known]
    if missing:
        raise DatasetError(
            f"--classes: there is no class {printable(missing[0])}; there are "
            f"{', '.join(map(printable, sorted(known)[:20])) or 'none'}"
        )
