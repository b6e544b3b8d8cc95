"""A pipeline's steps as a tree: those that select hold the steps that they select from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augstudio.core.selection import member_spans
from augstudio.core.step import Step
from augstudio.core.transform import Selector


@dataclass(frozen=True)
class Node:
    """A step.

    Attributes:
        number: Its place in the pipeline, from 1.
        step: The step.
        members: What it selects from.
    """

    number: int
    step: Step
    members: tuple[Node, ...] = ()

    @property
    def title(self) -> str:
        """What it is called in scripts, such as "2. rotate"."""
        return f"{self.number}. {self.step.name}"

    @property
    def function(self) -> str:
        """What a function is called that does it."""
        return f"step_{self.number}_{self.step.name}"

    @property
    def takes_part(self) -> bool:
        """Whether it ever does anything."""
        return self.step.enabled and self.step.probability > 0

    @property
    def weighted_members(self) -> tuple[Node, ...]:
        """The members that can be chosen."""
        return tuple(member for member in self.members if member.takes_part)

    def note(self) -> str:
        """What a script must say of its conditions, or nothing."""
        if not self.step.enabled:
            return "switched off."
        if not self.step.probability:
            return "its probability is 0."
        classes = [f"only for the classes {', '.join(self.step.classes)}"] if self.step.classes else []
        classes += (
            [f"not for the classes {', '.join(self.step.not_classes)}"] if self.step.not_classes else []
        )
        if not classes:
            return ""
        return f"augstudio does it {' and '.join(classes)}; here it is done for all pictures."


def tree(steps: Sequence[Step]) -> tuple[Node, ...]:
    """The steps of a pipeline as a tree."""
    return _nodes(steps, range(len(steps)))


def _nodes(steps: Sequence[Step], places: range) -> tuple[Node, ...]:
    nodes = []
    place = places.start
    while place < places.stop:
        members: tuple[Node, ...] = ()
        end = place + 1
        if isinstance(steps[place].transform, Selector):
            spans = member_spans(steps, place)
            members = tuple(node for span in spans for node in _nodes(steps, span))
            end = spans[-1].stop if spans else end
        nodes.append(Node(place + 1, steps[place], members))
        place = end
    return tuple(nodes)


def every(nodes: Sequence[Node]) -> list[Node]:
    """All nodes of a tree, in the order of the pipeline."""
    return [found for node in nodes for found in (node, *every(node.members))]
