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
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.layout import Stated
from augstudio.datasets.left_out import LeftOutTally
from augstudio.errors import DatasetError


def _sniff_folder(path: Path) -> Likelihood:
    return Likelihood.POSSIBLE if os.path.isdir(path) else Likelihood.NO  # noqa: PTH112


def _open_folder(reference: DatasetReference) -> Dataset:
    return ImageFolder(reference.path, reference.stated, layout=reference.layout)


def _on_use(package: str, title: str) -> DatasetFormat:
    """A format whose modules are imported when they are first asked, so that the program starts fast.

    Args:
        package: Its name in this one; its module ``finding`` has ``sniff``, which imports little, and
            ``dataset`` has ``opened`` and ``writer``.
        title: The format's name for people.
    """

    def asked(module: str, name: str) -> Callable[[Any], Any]:
        def call(argument: Any) -> Any:
            return getattr(import_module(f"augstudio.datasets.{package}.{module}"), name)(argument)

        return call

    return DatasetFormat(
        asked("finding", "sniff"), asked("dataset", "opened"), title, asked("dataset", "writer")
    )


def _in_module(module: str, title: str) -> DatasetFormat:
    """As :func:`_on_use`, for a format that one module declares as its ``FORMAT``."""

    def asked(name: str) -> Callable[[Any], Any]:
        def call(argument: Any) -> Any:
            return getattr(import_module(f"augstudio.datasets.{module}").FORMAT, name)(argument)

        return call

    return DatasetFormat(asked("sniff"), asked("open"), title, asked("writer"))


def _in_table(module: str, table: str, name: str, title: str) -> DatasetFormat:
    """As :func:`_on_use`, for a format that a module has in a table."""

    def asked(attribute: str) -> Callable[[Any], Any]:
        def call(argument: Any) -> Any:
            formats = getattr(import_module(f"augstudio.datasets.{module}"), table)
            return getattr(formats[name], attribute)(argument)

        return call

    return DatasetFormat(asked("sniff"), asked("open"), title, asked("writer"))


IMAGE_FOLDER: Final = image_folder.NAME
"""The format of folders of pictures."""

FORMATS: Final[dict[str, DatasetFormat]] = {
    IMAGE_FOLDER: DatasetFormat(_sniff_folder, _open_folder, "folders of pictures"),
    "yolo": _in_table("yolo.formats", "YOLO_FORMATS", "yolo", "YOLO"),
    "yolo-segment": _in_table("yolo.formats", "YOLO_FORMATS", "yolo-segment", "YOLO, outlines"),
    "yolo-obb": _in_table("yolo.formats", "YOLO_FORMATS", "yolo-obb", "YOLO, turned boxes"),
    "yolo-pose": _in_table("yolo.formats", "YOLO_FORMATS", "yolo-pose", "YOLO, keypoints"),
    "coco": _in_table("coco.formats", "COCO_FORMATS", "coco", "COCO"),
    "hf": _in_module("hf.dataset", "Hugging Face metadata"),
    # Masks before tables, as a list of their classes may seem to name pictures.
    "masks": _in_module("masks.dataset", "masks in folders"),
    "csv": _in_module("csv.dataset", "a table of classes (CSV)"),
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
    likelihoods = {name: _likelihood(kind, path) for name, kind in FORMATS.items()}
    best = max(likelihoods, key=lambda name: likelihoods[name])
    return best if likelihoods[best] else IMAGE_FOLDER


def _likelihood(kind: DatasetFormat, path: Path) -> Likelihood:
    """How likely a path has a format; what cannot be read has none."""
    try:
        return kind.sniff(path)
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
    if not os.path.isfile(path):  # noqa: PTH113  (raises nothing, as where a folder cannot be looked into)
        return False
    return any(kind.sniff(path) is Likelihood.CERTAIN for kind in FORMATS.values())


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
