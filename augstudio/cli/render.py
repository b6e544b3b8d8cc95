"""The command that makes one output of an export again."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from augstudio.cli.options import PipelineFile
from augstudio.cli.output import remark, say
from augstudio.cli.pipeline_file import loaded
from augstudio.cli.target import check_target, write_whole
from augstudio.core.image import Image, has_alpha, size_of
from augstudio.core.seeds import MAX_SEED
from augstudio.core.text import printable, quoted
from augstudio.errors import ExportError, ImageError, message_of
from augstudio.export.files import IDENTITY, MANIFEST
from augstudio.export.manifest import Output
from augstudio.export.reading.partners import recorded_partners
from augstudio.export.reading.recorded import read_recorded
from augstudio.export.reading.reproduce import Reproduced, line_from_text, line_of, reproduce
from augstudio.export.reading.reproduce_labels import ReproducedLabels, reproduce_labels
from augstudio.export.reading.sources import partners_in
from augstudio.export.remote.working_copy import finished_copy
from augstudio.images.background import Colour, on_background, parsed_colour
from augstudio.images.codec import encode
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.render.partners import Partners
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.stores.address import StoreAddress

_Line: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="LINE|FILE:NUMBER", help="A manifest's line, or where it stands, from 1."),
]
_LabelDataset: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        metavar="DATASET",
        help="The dataset of SOURCE: with a line of a manifest's file, SOURCE's labels are made again beside "
        "OUT; and pictures that steps mix in come from it.",
    ),
]


def render_file(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The picture it is made from.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT.png", help="Picture to write.")],
    from_manifest: _Line = None,
    pipeline: PipelineFile = None,
    seed: Annotated[
        int | None, typer.Option(min=-MAX_SEED, max=MAX_SEED, help="Seed of the draws; else 0.")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(
            help="The picture's key, which its draws follow: its path in the dataset; else its name."
        ),
    ] = None,
    copy: Annotated[int | None, typer.Option(min=0, help="Number of the copy; else 1.")] = None,
    dataset: _LabelDataset = None,
    background: Annotated[
        str,
        typer.Option(metavar="#RRGGBB", help="Colour to put a transparent picture on, as an export does."),
    ] = "",
) -> int:
    """Make one picture of an export again: from its line, or by pipeline, seed, key and copy.

    From a line, the pipeline is that of the augstudio.json beside the manifest, unless --pipeline names a
    pipeline file or such an augstudio.json; the pixels are compared with the line. With --dataset the labels
    are made again, too: for OUT.png in OUT.labels.txt, OUT.Annotations.xml, ..., by the format's folders, and
    in OUT.entry.json what goes into a file that all pictures share.
    """
    given = _Given(source, out, pipeline, seed, key, copy, dataset, background)
    with _beside(from_manifest) as line:
        return _rendered(given, line)


@dataclass(frozen=True)
class _Given:
    """What the command was given, beside a line."""

    source: Path
    out: Path
    pipeline: Path | None
    seed: int | None
    key: str | None
    copy: int | None
    dataset: Path | None
    background: str


@contextlib.contextmanager
def _beside(line: str | None) -> Iterator[str | None]:
    """The same line, of a manifest in a folder where it is one in an object store.

    Raises:
        ExportError: The store cannot be read, or the file is no manifest of an export there.
    """
    file, _, number = (line or "").rpartition(":")
    if StoreAddress.parsed(file) is None:
        yield line
        return
    place, _, name = file.rpartition("/")
    if name != MANIFEST:
        raise ExportError("{0} is no manifest of an export; name {1}", printable(file), MANIFEST)
    with finished_copy(place) as (folder, _):
        yield f"{folder / MANIFEST}:{number}"


def _rendered(given: _Given, from_manifest: str | None) -> int:
    """Make the picture, and say what came of it; the exit code."""
    source, out, pipeline, seed = given.source, given.out, given.pipeline, given.seed
    key, copy, dataset, background = given.key, given.copy, given.dataset, given.background
    _check_places(source, out)
    colour = _colour(background)
    if from_manifest is None:
        name = unicodedata.normalize("NFC", source.name if key is None else key)
        partners = _partners(_pipeline(pipeline), _export(pipeline), name, dataset)
        image = _by_key(source, _pipeline(pipeline), seed or 0, name, 1 if copy is None else copy, partners)
        made = Reproduced(image, ())
    elif (seed, key, copy) != (None, None, None):
        raise ExportError("--seed, --key and --copy do not go with --from-manifest: the line says it all")
    else:
        made = _from_line(source, from_manifest, pipeline, dataset)
    labels = _labels(from_manifest, pipeline, dataset)
    image = on_background(made.image, colour) if colour and has_alpha(made.image) else made.image
    for ending, data in () if labels is None else labels.files:
        write_whole(out.with_name(f"{out.stem}{ending}"), data)
    write_whole(out, encode(image, "png"))
    differences = _told(source, made, labels)
    equal = "" if from_manifest is None or differences else _same(labels)
    if from_manifest is None and key is None:
        equal = f", drawn for the key {printable(name)}; an export draws for its path in the dataset (--key)"
    say(f"wrote {printable(str(out))}{equal}")
    return 1 if differences else 0


def _check_places(source: Path, out: Path) -> None:
    check_target(out, source)
    if source.exists() and out.exists() and source.samefile(out):
        raise ExportError("{0} is the source; choose another name", printable(str(out)))


def _same(labels: ReproducedLabels | None) -> str:
    return ", the manifest's pixels" if labels is None else ", the manifest's pixels and labels"


def _told(source: Path, made: Reproduced, labels: ReproducedLabels | None) -> tuple[str, ...]:
    """In what an output differs from its line, which is said."""
    differences = (*made.differences, *(() if labels is None else labels.differences))
    for difference in differences:
        remark(f"{printable(str(source))}: {difference}")
    return differences


def _labels(given: str | None, pipeline: Path | None, dataset: Path | None) -> ReproducedLabels | None:
    """The labels of the line, where the dataset is named that has them, or pictures that may be mixed in."""
    if dataset is None:
        return None
    output, export = (None, None) if given is None else _line(given)
    if not (output and output.labels) and _used(pipeline, export).mixes:
        return None
    if output is None or export is None:
        raise ExportError("--dataset goes with --from-manifest FILE:NUMBER, which says whose labels to make")
    return reproduce_labels(export, output, dataset)


def _colour(text: str) -> Colour | None:
    colour = parsed_colour(text)
    if text and colour is None:
        raise ExportError("--background: must be a colour such as #ffffff, got {0}", quoted(text))
    return colour


def _by_key(
    source: Path, pipeline: Pipeline, seed: int, key: str, copy: int, partners: Partners | None
) -> Image:
    try:
        image = read_image(source)
        if partners is None:
            return pipeline(image, seed=seed, copy=copy, key=key)
        resolved = resolve(pipeline, size_of(image), seed=seed, key=key, copy=copy, partners=partners)
        return render(image, resolved, partners=partners)
    except ImageError as error:
        raise ImageError("{0}: {1}", printable(str(source)), message_of(error)) from None


def _from_line(source: Path, given: str, pipeline: Path | None, dataset: Path | None) -> Reproduced:
    output, beside = _line(given)
    if pipeline is None and beside is None:
        raise ExportError(
            "a line alone does not say its pipeline; name the export's augstudio.json by --pipeline"
        )
    used, mixed = _used(pipeline, beside), any(recorded_partners(output.draws))
    partners = _partners(used, beside, output.key, dataset) if mixed else None
    try:
        return reproduce(source, output, used, partners=partners)
    except ImageError as error:
        raise ImageError("{0}: {1}", printable(str(source)), message_of(error)) from None


def _used(pipeline: Path | None, export: Path | None) -> Pipeline:
    """The pipeline that is named, else that of the export if there is one."""
    return read_recorded(export).pipeline if pipeline is None and export else _pipeline(pipeline)


def _partners(pipeline: Pipeline, export: Path | None, key: str, dataset: Path | None) -> Partners | None:
    """What gives the pictures that steps mix in, where any do."""
    if not pipeline.mixes:
        return None
    if dataset is None:
        raise ExportError(
            "the pipeline mixes other pictures in; name the dataset that they are in by --dataset"
        )
    return partners_in(dataset, pipeline, key, export)


def _line(given: str) -> tuple[Output, Path | None]:
    """A line, and the folder of the manifest that it stands in if that is known."""
    file, colon, number = given.rpartition(":")
    if given.lstrip().startswith("{") or not colon or not number.isascii() or not number.isdigit():
        return line_from_text(given), None
    return line_of(Path(file), int(number)), Path(file).parent


def _pipeline(file: Path | None) -> Pipeline:
    export = _export(file)
    return loaded(file) if export is None else read_recorded(export).pipeline


def _export(pipeline: Path | None) -> Path | None:
    """The export whose pipeline a file is, where it is that of one."""
    return pipeline.parent if pipeline is not None and pipeline.name == IDENTITY else None
