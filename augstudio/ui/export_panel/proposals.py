"""Where an export may go: a free folder, or one in which an export of the same dataset was stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from augstudio.assets import sample_dataset
from augstudio.export.reading.unfinished import Unfinished, last_unfinished
from augstudio.pipelines import Pipeline


@dataclass(frozen=True)
class Proposal:
    """What was found for a dataset.

    Attributes:
        free: A folder that does not exist yet, named after the dataset.
        unfinished: The export of it that was stopped last; None where there is none.
        same: Whether that one would go on with the pipeline and the seed of now.
    """

    free: Path
    unfinished: Unfinished | None = None
    same: bool = False


def place_of(dataset: Path) -> Path:
    """A folder for an export, by names alone: nothing is asked of a drive."""
    place = dataset.parent if dataset != sample_dataset() else Path.home()
    return place / f"{dataset.name}-augmented"


def propose(dataset: Path, begun: Sequence[Path], pipeline: Pipeline, seed: int) -> Proposal:
    """Look for a folder to export to.

    Args:
        dataset: The dataset's folder.
        begun: Folders of exports of it that were begun.
        pipeline: The pipeline of now.
        seed: The seed of now.
    """
    own = dataset != sample_dataset() and os.access(dataset.parent, os.W_OK)
    first = (dataset.parent if own else Path.home()) / f"{dataset.name}-augmented"
    folders = list(_taken(first))
    unfinished = last_unfinished(begun, [folder for folder in folders if folder not in begun], dataset)
    same = unfinished is not None and unfinished.is_made_with(pipeline, seed)
    return Proposal(_numbered(first, len(folders) + 1), unfinished, same)


def _taken(first: Path) -> Iterator[Path]:
    """The folders that are there already, by the names that exports are offered."""
    number = 1
    while (folder := _numbered(first, number)).exists():
        yield folder
        number += 1


def _numbered(first: Path, number: int) -> Path:
    return first if number == 1 else first.with_name(f"{first.name}-{number}")
