"""The command that says whether a pipeline pays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.folders import AsFormat, chosen_format
from augstudio.cli.meter import Meter
from augstudio.cli.options import DatasetFolder, PipelineFile, Seed
from augstudio.cli.output import progress_stream, remark, say
from augstudio.cli.pipeline_file import loaded
from augstudio.cli.target import write_whole
from augstudio.core.text import counted, printable
from augstudio.datasets.formats import open_dataset
from augstudio.errors import ExportError
from augstudio.export import Progress
from augstudio.insights.evaluate import EvaluationOptions, EvaluationProgress
from augstudio.insights.evaluate import evaluate as evaluated
from augstudio.insights.evaluation import LEAST_GAIN, Arm, Comparison, EvaluatedOn, Evaluation
from augstudio.insights.statistics import Interval, Verdict
from augstudio.pipelines import Pipeline

_SHOWN: Final = 20
_AGAINST = "Another pipeline to evaluate and to compare the first one to; may be given several times."


def evaluate(
    dataset: DatasetFolder,
    pipeline: PipelineFile = None,
    against: Annotated[list[Path] | None, typer.Option("--against", metavar="FILE", help=_AGAINST)] = None,
    copies: Annotated[int, typer.Option(min=1, max=100, help="Copies of each picture.")] = 4,
    seed: Seed = 0,
    splits: Annotated[int, typer.Option(min=5, max=1000, help="How often each way is trained.")] = 50,
    minutes: Annotated[
        float, typer.Option(min=0.01, help="End after this time with what there is by then.")
    ] = 5.0,
    pictures: Annotated[
        int | None,
        typer.Option(min=2, metavar="N", help="At most so many pictures of each class and part; else all."),
    ] = None,
    leave_one_out: Annotated[
        bool, typer.Option("--leave-one-out", help="Find out what each step of the pipeline adds.")
    ] = False,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all that was found as JSON.")
    ] = None,
    as_format: AsFormat = "",
) -> int:
    """Say whether training with a pipeline's copies pays: a simple learner tries it with and without.

    Pictures need one class each, as in a folder for each class. Pictures for testing are used where the
    dataset has them, else parts of the others in turn; they are never augmented. The exit code is 1 where the
    pipeline hurts.
    """
    _check_places(json_file)
    found = _run(
        dataset,
        as_format,
        _pipelines(pipeline, against or []),
        EvaluationOptions(copies, seed, splits, minutes, pictures, leave_one_out),
    )
    _print(found)
    if json_file is not None:
        text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2)
        write_whole(json_file, f"{text}\n".encode())
    return 1 if found.gains[0].verdict is Verdict.HURTS else 0


def _check_places(*files: Path | None) -> None:
    """Refuse places where nothing can be written before the work begins.

    Raises:
        ExportError: The folder of a file is not there.
    """
    for file in files:
        if file is not None and not file.absolute().parent.is_dir():
            raise ExportError("cannot write {0}: its folder is not there; create it", printable(str(file)))


def _pipelines(first: Path | None, others: list[Path]) -> dict[str, Pipeline]:
    """The pipelines by names that tell them apart: those of their files, or their paths."""
    files = [first, *others]
    stems = ["default" if file is None else file.stem for file in files]
    found: dict[str, Pipeline] = {}
    for file, stem in zip(files, stems, strict=True):
        found[stem if stems.count(stem) == 1 else str(file)] = loaded(file)
    return found


def _run(
    dataset: Path, as_format: str, pipelines: dict[str, Pipeline], options: EvaluationOptions
) -> Evaluation:
    opened = open_dataset(dataset, format_name=chosen_format(as_format))
    meter = Meter(progress_stream())

    def show(progress: EvaluationProgress) -> None:
        meter(Progress(done=progress.done, total=progress.total, current=progress.stage.value))

    try:
        found = evaluated(opened, pipelines, options, on_progress=show)
    finally:
        meter.end()
    assert found is not None  # nobody cancels here
    return found


def _print(found: Evaluation) -> None:
    for skipped in found.skipped[:_SHOWN]:
        remark(f"left out {skipped.name}: {skipped.reason}")
    if len(found.skipped) > _SHOWN:
        remark(f"left out {len(found.skipped) - _SHOWN:,} more")
    if found.stopped_early:
        remark("note: time ran out; --minutes gives more, --pictures takes fewer pictures")
    if found.self_check:
        remark(f"note: identical copies came out at {found.self_check:+.1f} instead of 0: do not trust this")
    say(_headline(found))
    say(f"{found.arms[0].name}: {found.arms[0].accuracy:.1f} % right")
    for gain, arm in zip(found.gains, found.arms[1:], strict=False):
        say(f"{printable(gain.name)}: {arm.accuracy:.1f} % right, {_sentence(gain)}")
        say(*_recalls(found.arms[0], arm))
    for contest in found.contests:
        say(f"{printable(contest.name)} against {printable(contest.against)}: {_difference(contest)}")
    for step in found.steps:
        comparison = step.comparison
        say(f"step {step.step_id} {step.step_name} adds {_points(comparison.gain)}: {_told(comparison)}")


def _headline(found: Evaluation) -> str:
    classes = counted(len(found.classes), "1 class", "{0} classes")
    trained = counted(found.trained, "1 picture", "{0} pictures")
    splits = counted(found.splits, "1 split", "{0} splits")
    copies = counted(found.copies, "1 copy of each", "{0} copies of each")
    if found.testing is EvaluatedOn.FOLDS:
        return f"{classes}, {trained}, {copies}; {splits} by folds"
    tested = counted(found.tested, "1 {1} picture", "{0} {1} pictures", found.testing.value)
    return f"{classes}, {trained}, {copies}; {tested}, {splits} of half the others"


def _points(gain: Interval) -> str:
    return f"{gain.mean:+.1f} points ({gain.low:+.1f} to {gain.high:+.1f})"


def _sentence(comparison: Comparison) -> str:
    """Gain, wins and verdict."""
    wins = f"better in {comparison.wins} of {comparison.splits}, worse in {comparison.losses}"
    return f"{_points(comparison.gain)}, {wins}: {_told(comparison)}"


def _told(comparison: Comparison) -> str:
    if comparison.verdict is not Verdict.CANNOT_TELL:
        return comparison.verdict.value
    pictures = counted(comparison.pictures, "1 picture", "{0} pictures")
    told = f"cannot tell with {pictures}"
    if comparison.needed is None:
        return f"{told}: no difference was seen"
    gain = max(abs(comparison.gain.mean), LEAST_GAIN)
    return f"{told}; a difference of {gain:.1f} points would need about {comparison.needed:,}"


def _difference(contest: Comparison) -> str:
    words = {Verdict.PAYS: "better", Verdict.HURTS: "worse"}
    word = words.get(contest.verdict)
    return _sentence(contest) if word is None else _sentence(contest).removesuffix(contest.verdict) + word


def _recalls(without: Arm, arm: Arm) -> list[str]:
    """Right answers by class, without and with."""
    width = max(len(printable(name)) for name in arm.recalls)
    return [
        f"  {printable(name).ljust(width)}  {without.recalls[name]:5.1f} % -> {recall:5.1f} %"
        for name, recall in arm.recalls.items()
    ]
