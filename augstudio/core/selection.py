"""Which steps take part where some of them exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from augstudio.core.draws import Draw
from augstudio.core.transform import Selector

if TYPE_CHECKING:
    from augstudio.core.step import Step


class Selection:
    """What the selecting steps of a pipeline have decided so far, step by step."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._places = {step.id: place for place, step in enumerate(steps)}
        self._out: set[int] = set()
        self._sure: set[int] = set()

    def leaves_out(self, step: Step) -> bool:
        """Whether a step before this one has decided against it."""
        return step.id in self._out

    def effective(self, step: Step) -> Step:
        """The step as it is to be drawn: one that was chosen takes part for sure."""
        return step.model_copy(update={"probability": 1.0}) if step.id in self._sure else step

    def note(self, step: Step, draw: Draw | None) -> None:
        """Take note of what a step drew; None where it stays out, and its members with it."""
        transform = step.transform
        if not isinstance(transform, Selector):
            return
        members = member_spans(self._steps, self._places[step.id])
        firsts = [self._steps[span.start] for span in members]
        weights = [first.probability if first.enabled else 0.0 for first in firsts]
        chosen = None if draw is None else transform.chosen(draw, weights)
        for number, span in enumerate(members):
            if number == chosen:
                self._sure.add(firsts[number].id)
            else:
                self._out.update(self._steps[place].id for place in span)


def member_spans(steps: Sequence[Step], place: int) -> list[range]:
    """The places of the steps that belong to the selecting step at ``place``, member by member.

    A member that selects itself spans its own members, too. Members that are missing at the end are not
    there.
    """
    transform = steps[place].transform
    assert isinstance(transform, Selector)
    spans: list[range] = []
    start = place + 1
    while len(spans) < transform.members and start < len(steps):
        end = end_of_member(steps, start)
        spans.append(range(start, end))
        start = end
    return spans


def switched_on(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps that may take part: switched on, and below no selecting step that is switched off."""
    off = {place for place, step in enumerate(steps) if not step.enabled}
    for place, step in enumerate(steps):
        if place in off and isinstance(step.transform, Selector):
            off.update(inner for span in member_spans(steps, place) for inner in span)
    return tuple(step for place, step in enumerate(steps) if place not in off)


def depths(steps: Sequence[Step]) -> tuple[int, ...]:
    """How deep each step stands below selecting ones; 0 for those that stand alone."""
    found = [0] * len(steps)
    for place, step in enumerate(steps):
        if isinstance(step.transform, Selector):
            for span in member_spans(steps, place):
                for inner in span:
                    found[inner] += 1
    return tuple(found)


def end_of_member(steps: Sequence[Step], place: int) -> int:
    """The first place after a step and all that belongs to it."""
    if not isinstance(steps[place].transform, Selector):
        return place + 1
    spans = member_spans(steps, place)
    return spans[-1].stop if spans else place + 1
