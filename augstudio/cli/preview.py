"""The command that makes one sheet of pictures."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.dataset_place import dataset_at
from augstudio.cli.folders import AsFormat
from augstudio.cli.options import DatasetPlace, PipelineFile, Seed
from augstudio.cli.output import remark, say
from augstudio.cli.pipeline_file import loaded
from augstudio.cli.target import check_target, write_whole
from augstudio.core.image import Image, size_of
from augstudio.core.text import printable, quoted
from augstudio.core.transform import Transform
from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import opened_with_pictures
from augstudio.errors import DatasetError, ImageError, PipelineError, message_of
from augstudio.images.codec import encode
from augstudio.kernels.viewing.sheet import enlarging_factor, sheet
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane, StepParameter
from augstudio.preview.label_picture import with_labels
from augstudio.preview.labelling import described_labels
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import Frame, PreviewRequest
from augstudio.transforms import CATALOGUE

_CELL: Final = 640
_SMALL_CELL: Final = 320
_LONGEST_STRIP: Final = 5


class ComparisonKind(StrEnum):
    """What a preview shows side by side."""

    ORIGINAL = "original"
    PADDING = "padding"
    COPIES = "copies"
    SWEEP = "sweep"
    EXTREMES = "extremes"
    CATALOGUE = "catalogue"


Compare = Annotated[ComparisonKind, typer.Option(help="What to put side by side.")]
"""What to compare, as an option."""

SweptValues = Annotated[
    int,
    typer.Option(
        min=comparison.SWEEP_COUNTS[0], max=comparison.SWEEP_COUNTS[-1], help="How many values to sweep."
    ),
]
"""How many values a sweep shows, as an option."""

DrawLabels = Annotated[
    bool, typer.Option("--labels/--no-labels", help="Draw labels, where the dataset has them.")
]
"""Whether labels are drawn, as an option."""


def preview(
    dataset: DatasetPlace,
    out: Annotated[Path, typer.Argument(metavar="OUT.png", help="Picture to write.")],
    pipeline: PipelineFile = None,
    image: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="Picture, by its path in the dataset; else the first readable one."),
    ] = None,
    seed: Seed = 0,
    copy: Annotated[int, typer.Option(min=0, help="Number of the copy to show.")] = 1,
    compare: Compare = ComparisonKind.ORIGINAL,
    copies: Annotated[int, typer.Option(min=1, max=100, help="How many copies to compare.")] = 8,
    parameter: Annotated[
        str | None,
        typer.Option(metavar="STEP.FIELD", help="What to sweep, as rotate.angle_range; else the first."),
    ] = None,
    values: SweptValues = 5,
    group: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Heading of the catalogue to show, as Colour; else all."),
    ] = None,
    labels: DrawLabels = True,
    as_format: AsFormat = "",
) -> int:
    """Write one picture that shows what a pipeline does, or compares; small pictures are enlarged.

    A sweep shows one parameter at several values; extremes show both ends and the middle of every range; a
    catalogue shows every transform at the low end, the middle and the high end of its defaults.
    """
    steps = loaded(pipeline)
    _check_options(compare, copy, parameter, group)
    panes = {
        ComparisonKind.ORIGINAL: lambda: comparison.original_and_result(steps, copy),
        ComparisonKind.PADDING: lambda: comparison.padding_modes(steps, copy),
        ComparisonKind.COPIES: lambda: comparison.copies(steps, copies),
        ComparisonKind.SWEEP: lambda: comparison.sweep(steps, copy, _swept(steps, parameter), values),
        ComparisonKind.EXTREMES: lambda: _extremes(steps, copy),
        ComparisonKind.CATALOGUE: lambda: _catalogue(steps, copy, group),
    }[compare]()
    cell = _SMALL_CELL if compare is ComparisonKind.CATALOGUE else _CELL
    with dataset_at(dataset, as_format) as reference:
        folder = opened_with_pictures(reference)
        check_target(out, folder.root)
        renderer, chosen = _chosen(folder, image)
        requests = [_request(folder, chosen, seed, pane, cell) for pane in panes]
        shown, factor = _pictures(renderer, [replace(request, labels_shown=labels) for request in requests])
    write_whole(out, encode(sheet(shown, _columns(compare, len(panes))), "png"))
    say(f"wrote {printable(str(out))}{f', pictures enlarged {factor} times' if factor > 1 else ''}")
    return 0


# -- input ----------------------------------------------------------------------------------------------


def _check_options(compare: ComparisonKind, copy: int, parameter: str | None, group: str | None) -> None:
    if parameter is not None and compare is not ComparisonKind.SWEEP:
        raise PipelineError("--parameter goes with --compare sweep")
    if group is not None and compare is not ComparisonKind.CATALOGUE:
        raise PipelineError("--group goes with --compare catalogue")
    if compare not in (ComparisonKind.ORIGINAL, ComparisonKind.COPIES) and copy == 0:
        raise PipelineError("--copy: copy 0 is the original, which has no {0}; take 1 or more", compare)


def _swept(pipeline: Pipeline, name: str | None) -> StepParameter:
    if name is None:
        found = comparison.parameters_in_use(pipeline)
        if not found:
            raise PipelineError("there is nothing to sweep: no step that is switched on has a parameter")
        return found[0]
    try:
        return comparison.parameter_named(pipeline, name)
    except PipelineError as error:
        raise PipelineError("--parameter: {0}", message_of(error)) from None


def _extremes(pipeline: Pipeline, copy: int) -> tuple[Pane, ...]:
    panes = comparison.extremes(pipeline, copy)
    if not panes:
        raise PipelineError("there are no extremes: no step that is switched on has a range")
    return panes


def _catalogue(pipeline: Pipeline, copy: int, group: str | None) -> tuple[Pane, ...]:
    groups = tuple(dict.fromkeys(kind.GROUP for kind in CATALOGUE))
    if group is not None and group not in groups:
        raise PipelineError("--group: must be one of {0}, got {1}", ", ".join(groups), quoted(group))
    kinds = [kind for kind in CATALOGUE if group in (None, kind.GROUP) and _can_act(kind)]
    rows = comparison.catalogue_panes(kinds, pipeline.padding, copy)
    return tuple(pane for row in rows for pane in row)


def _can_act(kind: type[Transform]) -> bool:
    """Whether a transform has what it needs; says what it lacks."""
    try:
        comparison.demonstrated(kind).prepare()
    except PipelineError as error:
        remark(f"left out {kind.NAME}: {error}")
        return False
    return True


def _chosen(folder: Dataset, key: str | None) -> tuple[PreviewRenderer, Sample]:
    """The sample meant, decoded for rendering."""
    renderer = PreviewRenderer(cache_bytes=1)  # the one picture stays decoded, however large it is
    return renderer, _first_readable(folder, renderer) if key is None else _named(folder, key, renderer)


def _named(folder: Dataset, key: str, renderer: PreviewRenderer) -> Sample:
    wanted = unicodedata.normalize("NFC", key)
    for found in only_samples(folder.samples()):
        if found.key == wanted:
            try:
                renderer.decode(folder, found)
            except ImageError as error:
                raise ImageError("{0}: {1}", printable(key), message_of(error)) from None
            return found
    raise DatasetError("there is no picture {0} in {1}", printable(key), printable(str(folder.root)))


def _first_readable(folder: Dataset, renderer: PreviewRenderer) -> Sample:
    """The first picture that is whole, after telling which ones before it are not."""
    unreadable: list[str] = []
    for found in only_samples(folder.samples()):
        try:
            renderer.decode(folder, found)
        except ImageError as error:
            unreadable.append(f"{printable(found.key)}: {error}")
            continue
        for line in unreadable:
            remark(f"passed over {line}")
        return found
    raise DatasetError(
        "no picture in {0} can be read; the first is {1}", printable(str(folder.root)), unreadable[0]
    )


# -- output ---------------------------------------------------------------------------------------------


def _columns(compare: ComparisonKind, count: int) -> int:
    if compare is ComparisonKind.ORIGINAL:
        return 2
    if compare in (ComparisonKind.PADDING, ComparisonKind.EXTREMES, ComparisonKind.CATALOGUE):
        return 3
    in_one_row = compare is ComparisonKind.SWEEP and count <= _LONGEST_STRIP
    return count if in_one_row else math.ceil(math.sqrt(count))


def _request(folder: Dataset, sample: Sample, seed: int, pane: Pane, cell: int) -> PreviewRequest:
    """One pane, of exported pixels that are reduced to fit a cell; each fits by itself."""
    alone = Arrangement.in_columns((pane,), 1)
    return PreviewRequest(
        folder, sample, seed, alone, pane_size=(cell, cell), zoom=None, exact=True, labelled=folder
    )


def _pictures(
    renderer: PreviewRenderer, requests: list[PreviewRequest]
) -> tuple[list[tuple[str, Image]], int]:
    """Captions and pictures that fit a cell, and the factor by which small ones are enlarged."""
    shown: list[tuple[str, Frame]] = []
    for request in requests:
        try:
            result = renderer.rendered(request)
        except ImageError as error:
            raise ImageError("{0}: {1}", printable(request.sample.key), message_of(error)) from None
        assert result is not None  # nothing replaces a request here
        shown.append((request.panes[0].caption, result.frames[0]))
    factor = enlarging_factor([size_of(frame.pixels) for _, frame in shown], requests[0].pane_size[1])
    return [(_caption(caption, frame), with_labels(frame, factor)) for caption, frame in shown], factor


def _caption(name: str, frame: Frame) -> str:
    described = () if frame.labels is None else described_labels(frame.labels)
    return f"{name}: {', '.join(described)}" if described else name
