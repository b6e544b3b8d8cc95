"""The formats that a dataset may have on disk: each is one module and one line here."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from augstudio.core.text import quoted
from augstudio.datasets import image_folder
from augstudio.datasets.base import Dataset, DatasetFormat, DatasetReference, Likelihood, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.layout import Stated
from augstudio.datasets.left_out import LeftOutTally
from augstudio.datasets.wholes import whole_of
from augstudio.errors import DatasetError


def _sniff_folder(candidate: Candidate) -> Likelihood:
    return Likelihood.POSSIBLE if candidate.is_folder else Likelihood.NO


def _open_folder(reference: DatasetReference) -> Dataset:
    known = reference.layout
    return ImageFolder(
        reference.path, reference.stated, layout=known, whole_of=_whole_of, is_labelled=_is_labelled
    )


def _whole_of(folder: Path) -> Path | None:
    return whole_of(folder, _is_labelled)


def _is_labelled(folder: Path) -> bool:
    return recognised_format(folder) != IMAGE_FOLDER


def _on_use(package: str, title: str, *further: str) -> DatasetFormat:
    """A format whose modules are imported when they are first asked, so that the program starts fast.

    Args:
        package: Its name in this one. Its module ``finding`` has ``sniff``, which imports no reader unless
            names or first bytes are those of the format; ``dataset`` has ``opened`` and ``writer``.
        title: The format's name for people.
        further: What all three are given, too.
    """

    def asked(module: str, name: str) -> Callable[[Any], Any]:
        def call(argument: Any) -> Any:
            found = import_module(f"augstudio.datasets.{package}.{module}")
            return getattr(found, name)(argument, *further)

        return call

    return DatasetFormat(
        asked("finding", "sniff"), asked("dataset", "opened"), title, asked("dataset", "writer")
    )


IMAGE_FOLDER: Final = image_folder.NAME
"""The format of folders of pictures."""

FORMATS: Final[dict[str, DatasetFormat]] = {
    IMAGE_FOLDER: DatasetFormat(_sniff_folder, _open_folder, "folders of pictures"),
    "yolo": _on_use("yolo", "YOLO", "yolo"),
    "yolo-segment": _on_use("yolo", "YOLO, outlines", "yolo-segment"),
    "yolo-obb": _on_use("yolo", "YOLO, turned boxes", "yolo-obb"),
    "yolo-pose": _on_use("yolo", "YOLO, keypoints", "yolo-pose"),
    "coco": _on_use("coco", "COCO"),
    "hf": _on_use("hf", "Hugging Face metadata"),
    # Masks before tables, as a list of their classes may seem to name pictures.
    "masks": _on_use("masks", "masks in folders"),
    "csv": _on_use("csv", "a table of classes (CSV)"),
    "voc": _on_use("voc", "Pascal VOC"),
    "labelme": _on_use("labelme", "LabelMe"),
    "cvat": _on_use("cvat", "CVAT for images"),
    "label-studio": _on_use("label_studio", "Label Studio"),
}
"""All formats by their names; of several that are equally likely the first is taken."""

WITHOUT_OUTLINES: Final = frozenset({IMAGE_FOLDER, "yolo", "yolo-obb", "yolo-pose", "hf", "csv"})
"""Names of the formats in which no object has an outline or a mask."""


def recognised_format(path: Path) -> str:
    """The name of the format that a path most likely has; a folder of pictures where none fits.

    That format says then what is wrong with the path.
    """
    candidate = Candidate(path)
    found, best = IMAGE_FOLDER, Likelihood.NO
    for name, kind in FORMATS.items():
        likelihood = _likelihood(kind, candidate)
        if likelihood > best:
            found, best = name, likelihood
        if best is Likelihood.CERTAIN:
            break
    return found


def _likelihood(kind: DatasetFormat, candidate: Candidate) -> Likelihood:
    """How likely a path has a format; what cannot be read has none."""
    try:
        return kind.sniff(candidate)
    except OSError:
        return Likelihood.NO


def reopened(reference: DatasetReference) -> Dataset:
    """Open what a reference names; its format is recognised where it names none.

    Raises:
        DatasetError: It cannot be read, or its format is not known.
    """
    name = reference.format or recognised_format(reference.path)
    if name not in FORMATS:
        raise DatasetError("there is no dataset format {0}; there are {1}", quoted(name), ", ".join(FORMATS))
    opened = FORMATS[name].open(replace(reference, format=name))
    if reference.store is None:
        return opened
    from augstudio.datasets.store_pictures import StorePictures

    return StorePictures(opened, reference.store)


def label_writer(name: str, dataset: Dataset) -> LabelWriter | None:
    """What writes a dataset's labels in a format; None where that has no labels.

    Raises:
        DatasetError: Its classes cannot be written.
    """
    from augstudio.datasets.store_pictures import StorePictures

    make = FORMATS[name].writer
    # What a format takes over from its own datasets is asked of what lies on this computer.
    return None if make is None else make(dataset.listed if isinstance(dataset, StorePictures) else dataset)


def opened_if_possible(reference: DatasetReference) -> Dataset | None:
    """As :func:`reopened`; None where the dataset cannot be read, of which whoever needs it will hear."""
    try:
        return reopened(reference)
    except DatasetError:
        return None


def is_dataset_file(path: Path) -> bool:
    """Whether a file is one by which a format is opened, such as a ``data.yaml``; reads little."""
    candidate = Candidate(path)
    return candidate.is_file and any(kind.sniff(candidate) is Likelihood.CERTAIN for kind in FORMATS.values())


def open_dataset(
    path: str | os.PathLike[str], stated: Stated | None = None, *, format_name: str = ""
) -> Dataset:
    """Open a dataset that holds at least one picture.

    Args:
        path: The folder or file.
        stated: What is said about the folders in it; None leaves all to their names.
        format_name: The format's name; recognised if empty.

    Raises:
        DatasetError: It cannot be listed, or there is no picture in it.
    """
    return opened_with_pictures(DatasetReference(Path(path), format_name, stated or Stated()))


def opened_with_pictures(reference: DatasetReference) -> Dataset:
    """Open what a reference names, which holds at least one picture.

    Raises:
        DatasetError: It cannot be listed, or there is no picture in it.
    """
    dataset = reopened(reference)
    tally = LeftOutTally()
    skipped: Skipped | None = None
    for found in dataset.samples(on_left_out=tally.add):
        if isinstance(found, Sample):
            return dataset
        skipped = skipped or found
    raise dataset.nothing_usable(skipped, tally.found)
