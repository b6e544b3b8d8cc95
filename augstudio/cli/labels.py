"""The command that says what labels a dataset has, and writes them in another format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer

from augstudio.cli.dataset_place import dataset_at
from augstudio.cli.export import run_and_report
from augstudio.cli.folders import AsFormat, chosen_format
from augstudio.cli.label_options import AcceptLoss, chosen_target
from augstudio.cli.options import DatasetPlace
from augstudio.cli.output import data_stream, remark, say
from augstudio.core.text import counted, printable
from augstudio.datasets.base import Dataset
from augstudio.datasets.formats import FORMATS, IMAGE_FOLDER, reopened
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_survey import FormatLosses, LabelSurvey, survey_labels
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from augstudio.export import ExportJob, ExportOptions, RunOptions
from augstudio.export.labels.labelling import writable_formats
from augstudio.pipelines import Pipeline

_SHOWN: Final = 100
_MOST_UNUSED: Final = 20
_JSON_HELP: Final = "Say it as JSON, with all problems and notes and the names of pictures without labels."
_TO_HELP: Final = "Format to write the labels in, with the pictures as they are; needs OUT."


def labels(
    dataset: DatasetPlace,
    out: Annotated[
        str | None,
        typer.Argument(metavar="[OUT]", help="Folder or address to write to, with --to; new or empty."),
    ] = None,
    as_format: AsFormat = "",
    to_format: Annotated[str, typer.Option("--to", metavar="FORMAT", help=_TO_HELP)] = "",
    accept_loss: AcceptLoss = False,
    as_json: Annotated[bool, typer.Option("--json", help=_JSON_HELP)] = False,
) -> int:
    """Say what labels a dataset has, and what each format would lose; or write them in another format."""
    if bool(to_format) != (out is not None):
        raise DatasetError("--to: a format and a folder OUT to write belong together; give both, or neither")
    if out is not None:
        options = ExportOptions(copies=0, splits=tuple(Split), to_format=chosen_target(to_format))
        name = chosen_format(as_format)
        alone = name == IMAGE_FOLDER
        job = ExportJob.to(
            dataset, out, Pipeline(), options=options, dataset_format=name, as_image_folder=alone,
            accept_loss=accept_loss,
        )  # fmt: skip
        return run_and_report(job, RunOptions())
    with dataset_at(dataset, as_format) as reference:
        opened = reopened(reference)
        found = survey_labels(opened, writable_formats())
        assert found is not None
        if as_json:
            with data_stream() as stream:
                stream.write(json.dumps(_as_json(opened, found), ensure_ascii=False, indent=2) + "\n")
        else:
            _print(opened, found)
    return 1 if found.problems else 0


def _print(dataset: Dataset, found: LabelSurvey) -> None:
    say(_headline(dataset, found), *_table(found))
    _tell("", found.problems, ("1 problem more", "{0} problems more"))
    _tell("note: ", found.notes, ("1 note more", "{0} notes more"))
    for name, losses in found.formats.items():
        say(f"as {name}: {_losses(losses)}")


def _headline(dataset: Dataset, found: LabelSurvey) -> str:
    parts = found.pictures, found.labelled, found.empty, found.broken
    total, labelled, empty, broken = (part.total() for part in parts)
    pictures = counted(total, "1 picture", "{0} pictures")
    title = FORMATS[dataset.reference.format].title or dataset.reference.format
    left = f"{broken:,} with problems and no label left, " if broken else ""
    return (
        f"{title} ({dataset.reference.format}): {pictures}, {labelled:,} with labels, {empty:,} with nothing "
        f"to label, {left}{total - labelled - empty - broken:,} not labelled"
    )


def _tell(kind: str, found: Sequence[LabelProblem], more: tuple[str, str]) -> None:
    """Say problems or notes, a line each, but not more of them than anybody reads."""
    for item in found[:_SHOWN]:
        place = f"{printable(item.file)} line {item.line}" if item.line else printable(item.file)
        remark(f"{kind}{place}: {item.reason}")
    if len(found) > _SHOWN:
        remark(f"and {counted(len(found) - _SHOWN, *more)}; --json lists all")


def _losses(losses: FormatLosses) -> str:
    return "; ".join(losses.texts) or "nothing would be lost"


def _splits(found: LabelSurvey) -> list[Split | None]:
    order = [*Split, None]
    return sorted(found.pictures, key=order.index)


def _rows(found: LabelSurvey) -> list[tuple[int, str, Counter[Split | None]]]:
    """Position of a class, kind, and counts by split."""
    rows: dict[tuple[int, str], Counter[Split | None]] = {}
    for group, count in found.counts.items():
        rows.setdefault((group.category, group.kind), Counter())[group.split] += count
    return [(*place, counts) for place, counts in sorted(rows.items())]


def _table(found: LabelSurvey) -> list[str]:
    """Counts of each class and kind, by split."""
    splits = _splits(found)
    several = len(splits) > 1
    names = [split.value if split is not None else "none" for split in splits] if several else []
    cells = [["class", "kind", *names, "all"]]
    for category, kind, counts in _rows(found):
        parts = [f"{counts[split]:,}" for split in splits] if several else []
        cells.append([printable(found.categories[category].name), kind, *parts, f"{counts.total():,}"])
    named = {category for category, _, _ in _rows(found)}
    unused = [item.name for place, item in enumerate(found.categories.all) if place not in named]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = [
        "  ".join((*map(str.ljust, row[:2], widths[:2]), *map(str.rjust, row[2:], widths[2:]))).rstrip()
        for row in cells
    ]
    more = f" and {len(unused) - _MOST_UNUSED:,} more" if len(unused) > _MOST_UNUSED else ""
    named_unused = ", ".join(map(printable, unused[:_MOST_UNUSED]))
    return [*lines, *([f"without a label: {named_unused}{more}"] if unused else [])]


def _as_json(dataset: Dataset, found: LabelSurvey) -> dict[str, Any]:
    def by_split(counts: Counter[Split | None]) -> dict[str, int]:
        return {split.value if split is not None else "": counts[split] for split in _splits(found)}

    return {
        "format": dataset.reference.format,
        "classes": [item.name for item in found.categories.all],
        "pictures": by_split(found.pictures),
        "labelled": by_split(found.labelled),
        "empty": by_split(found.empty),
        "broken": by_split(found.broken),
        "empty_pictures": found.empty_pictures,
        "unlabelled_pictures": found.unlabelled_pictures,
        "labels": [
            {"class": found.categories[category].name, "kind": kind, "counts": by_split(counts)}
            for category, kind, counts in _rows(found)
        ],
        "problems": [problem.to_dict() for problem in found.problems],
        "notes": [note.to_dict() for note in found.notes],
        "formats": {
            name: {
                "losses": {kind.value: count for kind, count in losses.losses.items()},
                "refusal": losses.refusal,
            }
            for name, losses in found.formats.items()
        },
    }
