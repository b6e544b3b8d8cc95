"""The command that says what makes no sense for a dataset."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.advice import advice_lines
from augstudio.cli.dataset_place import dataset_at
from augstudio.cli.folders import AsFormat
from augstudio.cli.options import DatasetPlace, Seed
from augstudio.cli.output import data_stream, say
from augstudio.cli.pipeline_file import loaded
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import counted, printable
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.formats import reopened
from augstudio.errors import DatasetError
from augstudio.export import ExportOptions
from augstudio.export.reading.origins import exports_about, recorded_origins
from augstudio.insights.advice import Advice, Severity
from augstudio.insights.leaks import leaks
from augstudio.insights.material import Material, gather
from augstudio.insights.relevance import advice_on

_EXPORT_HELP: Final = (
    "An export of which copies may be among the pictures; may be given several times. One that DATASET is, "
    "or lies in, is known."
)
_PIPELINE_HELP: Final = "Pipeline file to check; without it, a sensible default."


def check(
    dataset: DatasetPlace,
    pipeline: Annotated[Path | None, typer.Option("--pipeline", help=_PIPELINE_HELP)] = None,
    as_format: AsFormat = "",
    export: Annotated[list[Path] | None, typer.Option("--export", metavar="OUT", help=_EXPORT_HELP)] = None,
    seed: Seed = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON, with all figures.")] = False,
) -> int:
    """Say which steps make no sense for a dataset, and what its splits have in common; 1 if likely wrong."""
    loaded_pipeline = loaded(pipeline)
    with dataset_at(dataset, as_format) as reference:
        material, found = _looked_at(reopened(reference), loaded_pipeline, seed, dataset, export or ())
    if as_json:
        with data_stream() as stream:
            stream.write(json.dumps(_as_json(material, found), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(material, loaded_pipeline, found)
    return 1 if any(item.severity is Severity.LIKELY_WRONG for item in found) else 0


def _looked_at(
    opened: Dataset, pipeline: Pipeline, seed: int, place: str, exports: Iterable[Path]
) -> tuple[Material, tuple[Advice, ...]]:
    """What a dataset's pictures are like, and what is to be said about it.

    Raises:
        DatasetError: It has none.
    """
    samples = list(only_samples(opened.samples()))
    if not samples:
        raise DatasetError("there is no picture in {0} to look at", printable(place))
    usual = ExportOptions()
    material = gather(opened, samples, seed=seed, copies=usual.copies, quality=usual.quality)
    assert material is not None
    about = exports_about(opened.root, (sample.key for sample in samples))
    origins = recorded_origins(dict.fromkeys((*about, *(out.absolute() for out in exports))))
    on_steps, on_splits = advice_on(material, pipeline), leaks(opened, samples, origins=origins)
    assert on_steps is not None
    assert on_splits is not None
    return material, (*on_splits, *on_steps)


def _print(material: Material, pipeline: Pipeline, found: tuple[Advice, ...]) -> None:
    say(*advice_lines(found, pipeline))
    seen = counted(len(material.looks), "1 picture", "{0} pictures")
    pieces = counted(len(found), "1 piece of advice", "{0} pieces of advice") if found else "nothing to say"
    say(f"{pieces}, having looked at {seen} of {material.total:,}")


def _as_json(material: Material, found: tuple[Advice, ...]) -> dict[str, object]:
    return {
        "pictures": material.total,
        "looked_at": len(material.looks),
        "advice": [item.to_dict() for item in found],
    }
