"""The labels of one output of an export, made again from its line and the dataset."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from augstudio.core.text import printable
from augstudio.errors import ExportError, Message
from augstudio.export.manifest import Output
from augstudio.export.names import suffix_of
from augstudio.export.reading.recorded import read_recorded
from augstudio.export.reading.sources import Sources
from augstudio.export.rendering import render_task


@dataclass(frozen=True)
class ReproducedLabels:
    """The labels of an output made again.

    Attributes:
        files: Endings for the name of the picture's file, without its suffix, and the bytes of the label
            files; ``.entry.json`` is what the picture contributes to files that all pictures share.
        differences: In what they are not what the line says, for people; empty where they are the same.
    """

    files: tuple[tuple[str, bytes], ...]
    differences: tuple[Message, ...]


def reproduce_labels(export: Path, output: Output, dataset: Path) -> ReproducedLabels:
    """Make the labels of an output again, as the export would now, and compare them with its line.

    Args:
        export: The export's folder.
        output: Its line.
        dataset: What the export was made from.

    Raises:
        ExportError: The line has no labels, or the dataset cannot be opened or has not its picture.
        DatasetError: The labels cannot be used at all.
        ImageError: The picture cannot be used.
    """
    if output.labels is None:
        raise ExportError("the line has no labels; leave out --dataset")
    sources = Sources.of(read_recorded(export), dataset)
    task = sources.task([output])
    if task is None:
        raise ExportError("{0} is not in {1}", printable(output.key), printable(str(dataset)))
    (made,) = render_task(task, sources.job, sources.dataset)
    labels = made.output.labels
    if labels is None:
        raise ExportError("{0} has no labels now", printable(str(dataset)))
    files = [(_ending(file, output.file), data) for file, data in made.labels]
    if labels.entry_text:
        files.append((".entry.json", f"{labels.entry_text}\n".encode()))
    return ReproducedLabels(tuple(files), tuple(_differences(output, made.output)))


def _ending(file: str, image_file: str) -> str:
    """Where a label file goes beside the picture: named after the folder that tells it from others."""
    stem = image_file.removesuffix(suffix_of(image_file))
    if file.startswith(f"{stem}."):  # as in a shard
        return file.removeprefix(stem)
    folder, images = (PurePosixPath(name).parts[0] for name in (file, image_file))
    return f".{'labels' if folder == images else folder}{PurePosixPath(file).suffix}"


def _differences(output: Output, again: Output) -> list[Message]:
    before, now = output.labels, again.labels
    assert before is not None
    assert now is not None
    if before.source != now.source:
        return [Message("the labels of its source are not those that it was made from")]
    return [] if now.in_manifest == before else [Message("the labels are not those of the manifest")]
