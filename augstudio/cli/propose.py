"""The command that proposes a pipeline from answers to a few questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.cli.dataset_place import dataset_at
from augstudio.cli.folders import AsFormat
from augstudio.cli.options import DatasetPlace, Seed
from augstudio.cli.output import remark, say
from augstudio.cli.target import write_whole
from augstudio.core.text import printable
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.formats import reopened
from augstudio.errors import DatasetError, ExportError
from augstudio.insights.advice import Advice
from augstudio.insights.material import gather
from augstudio.insights.proposal import Facts, Proposal
from augstudio.insights.proposal import propose as proposed
from augstudio.insights.questionnaire import QUESTIONS, Answer, Answers, Question
from augstudio.insights.relevance import advice_on

_ANSWERS: Final = (
    "What can happen to the pictures, as in mirrored=yes,light=some; what is not named is no. Without it, "
    "each question is asked."
)

AnswersGiven = Annotated[str | None, typer.Option("--answers", metavar="TOPIC=ANSWER,...", help=_ANSWERS)]
"""The answers, as an option."""

Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the pipeline here.")]
"""Where the pipeline goes, as an option."""


def propose(
    dataset: DatasetPlace,
    answers: AnswersGiven = None,
    out: Out = None,
    as_format: AsFormat = "",
    seed: Seed = 0,
) -> None:
    """Propose steps and ranges from what can happen to your pictures in real life, with a reason for each.

    What the pictures themselves speak against is said beside the step, as 'augstudio check' says it.
    """
    with dataset_at(dataset, as_format) as reference:
        _propose(reopened(reference), dataset, answers, out, seed)


def _propose(opened: Dataset, place: str, answers: str | None, out: Path | None, seed: int) -> None:
    """Look at a dataset, ask, and say what is proposed."""
    samples = list(only_samples(opened.samples()))
    if not samples:
        raise DatasetError("there is no picture in {0} to look at", printable(place))
    if out is not None:
        _check_place(out, opened)
    given = Answers.from_text(answers) if answers is not None else _asked()
    material = gather(opened, samples, seed=seed)
    assert material is not None  # nobody cancels here
    found = proposed(given, Facts.of(material))
    if not found.steps:
        say("nothing to propose: no answer asks for a step")
        return
    against = advice_on(material, found.pipeline)
    assert against is not None
    if out is not None:
        write_whole(out, f"{found.pipeline.to_json()}\n".encode())
    _print(found, against)
    if answers is None:
        say(f"the same again: --answers {given.to_text()}")


def _check_place(out: Path, dataset: Dataset) -> None:
    """Refuse a place in the dataset before anything is asked.

    Raises:
        ExportError: The text says what is wrong.
    """
    if dataset.root.resolve() in out.resolve().parents:
        raise ExportError("{0} lies in the dataset; choose another place", printable(str(out)))
    if not out.absolute().parent.is_dir():
        raise ExportError("cannot write {0}: its folder is not there; create it", printable(str(out)))


def _asked() -> Answers:
    """What is answered on the terminal, one line each; an empty line is no."""
    answers = Answers()
    for question in QUESTIONS:
        answers = answers.answering(question.topic, _one_asked(question))
    return answers


def _one_asked(question: Question) -> Answer:
    words = ", ".join(
        f"{answer} ({text})" if text != str(answer) else answer for answer, text in question.choices.items()
    )
    remark(f"{question.text} {question.help}")
    while True:
        remark(f"  {question.topic}: {words}?")
        line = sys.stdin.readline()
        if not line:
            raise DatasetError("the question about {0} was not answered; give --answers", question.topic)
        word = line.strip().casefold()
        found = [answer for answer in question.choices if answer.startswith(word)]
        if not word or len(found) == 1:
            return found[0] if word else Answer.NO
        remark("  answer with one of these words")


def _print(found: Proposal, against: tuple[Advice, ...]) -> None:
    for number, item in enumerate(found.steps, start=1):
        say(f"step {number} ({item.step.name}): {item.reason}")
        _print_advice([advice for advice in against if advice.step_id == item.step.id])
    for note in found.notes:
        say(note)
    _print_advice([advice for advice in against if advice.step_id is None])


def _print_advice(against: list[Advice]) -> None:
    for advice in against:
        say(f"    but {advice.severity.value} ({advice.rule}): {advice.reason}", f"    do: {advice.remedy}")
