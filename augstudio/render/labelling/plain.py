"""The quick way of labels that are outlines and boxes and nothing more through one affine stage.

What comes out is what the general way of :mod:`augstudio.render.labels` gives, to the last bit; it is the
oracle in tests. Here the plane is made once for all copies of a picture, facts that nobody asks for are not
followed, and instances are made when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np

from augstudio.core.derived import derived
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Instance, LabelCounts, Labels, Relabelled
from augstudio.core.outline_rows import OutlineFacts, OutlineRows, OutlinesTogether
from augstudio.core.padding import PaddingMode
from augstudio.render.labelling.fitting import Fitted, fitted_in_frames
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import BOX, OUTLINE, Pieces
from augstudio.render.labelling.plane import Planes, PlanesInARow
from augstudio.render.labelling.results import finished
from augstudio.render.labelling.sides import Sides
from augstudio.render.resolve import Resampling


@dataclass(frozen=True)
class Plain:
    """Labels that are outlines and boxes and nothing more, ready to be moved.

    Attributes:
        labels: Those of the picture.
        placed: All positions of its instances.
        pieces: The pieces that they are.
        maps: The maps of the picture: none.
        policy: What is a label.
        categories: The classes.
        facts: What the instances have besides their place.
        are_outlines: Whether there are no boxes among them.
        planes: The planes of the padding modes.
    """

    labels: Labels
    placed: Set[int]
    pieces: Pieces
    maps: Maps
    policy: LabelPolicy
    categories: Categories
    facts: OutlineFacts
    are_outlines: bool
    planes: Planes

    def relabelled(
        self, stages: Sequence[Resampling], modes: Sequence[PaddingMode]
    ) -> list[Relabelled | None]:
        """The labels of the results of stages; None where the general way has to be taken.

        Args:
            stages: The stages, each of which makes a copy of the picture; they must be affine, of one source.
            modes: The padding mode of each; equal ones follow one another.
        """
        found: list[Relabelled | None] = [None] * len(stages)
        each = enumerate(zip(modes, stages, strict=True))
        places = [place for place, (mode, stage) in each if self.planes.seen(mode, stage)]
        if not places:
            return found
        plane, rows, numbers = self.planes.shown(
            [modes[place] for place in places], [stages[place] for place in places]
        )
        counts = np.bincount(numbers, minlength=len(places)).tolist()
        places = [place for place, count in zip(places, counts, strict=True) if count]
        if not places:
            return found
        counts = [count for count in counts if count]
        fitted = fitted_in_frames(plane, rows, counts, [stages[place] for place in places], self.policy)
        for place, relabelled in zip(places, self._made(plane, fitted), strict=True):
            found[place] = relabelled
        return found

    def _made(self, plane: PlanesInARow, fitted: Fitted) -> Iterator[Relabelled]:
        """The labels of each stage's result."""
        fitted.points.flags.writeable = False
        owners = plane.pieces.facts.instance.take(fitted.rows).tolist()
        ghosts = plane.ghosts.take(fitted.rows).tolist()
        ignored = list(ghosts) if self.policy.padding == "ignore" else [False] * len(owners)
        for position in fitted.small:
            ignored[position] = True
        truncated = [False] * len(owners)
        for position, share in fitted.visible.items():
            truncated[position] = share < 1
        together = OutlinesTogether(fitted.points, fitted.rings)
        for first, last in pairwise(fitted.copies):
            part, begin = slice(first, last), fitted.shapes[first]
            made = fitted.part(first, last)
            outlines = None
            if self.are_outlines:
                outlines = OutlineRows(
                    made.points, made.rings, made.shapes, owners[part], self.facts, ignored[part],
                    truncated[part], ghosts[part], together, begin,
                )  # fmt: skip
            make = partial(_instances, self, plane, made)
            labels = Labels.later(make, outlines, self.labels.tags)
            counts = self._counts(owners[part], ghosts[part], ignored[part], len(made.small))
            yield Relabelled(labels, counts)

    def _counts(self, owners: list[int], ghosts: list[bool], ignored: list[bool], small: int) -> LabelCounts:
        if any(self.facts.ignored):
            before = self.facts.ignored
            ignored = [here or before[owner] for owner, here in zip(owners, ignored, strict=True)]
        number = ignored.count(True)
        if number:
            ghosts = [ghost for ghost, out in zip(ghosts, ignored, strict=True) if not out]
        made = ghosts.count(True)
        return LabelCounts(
            real=len(ghosts) - made,
            ghosts=made,
            ignored=number,
            too_small=small,
            outside=len(self.placed) - len(set(owners)),
        )


def plain_of(
    labels: Labels, placed: Set[int], pieces: Pieces, maps: Maps, policy: LabelPolicy, categories: Categories
) -> Plain | None:
    """Labels ready for the quick way; None where they need the general one.

    Args:
        labels: Those of the picture.
        placed: Which of its instances have a place.
        pieces: The pieces that they are.
        maps: The maps of the picture.
        policy: What is a label.
        categories: The classes.
    """
    items = labels.instances
    kinds = set(pieces.facts.kind.tolist())
    more = labels.layers or labels.semantic is not None or policy.padding == "drop"
    if more or len(placed) < len(items) or not items or not kinds <= {OUTLINE, BOX}:
        return None
    if BOX in kinds and policy.boxes == "ellipse":
        return None
    sides = Sides(categories, policy.swap)
    if any(map(sides.may_turn, {item.category for item in items})):
        return None
    if any(item.keypoints is not None or item.ghost for item in items):
        return None
    return Plain(
        labels, placed, pieces, maps, policy, categories, _facts(items), BOX not in kinds, Planes(pieces)
    )


def _facts(items: Sequence[Instance]) -> OutlineFacts:
    return OutlineFacts(
        categories=[item.category for item in items],
        crowds=[item.crowd for item in items],
        ignored=[item.ignored for item in items],
        flags=[item.difficult + item.occluded for item in items],
        truncated=[item.truncated for item in items],
        groups=[item.group is not None for item in items],
        attributes=[len(item.attributes) for item in items],
    )


def _instances(plain: Plain, plane: PlanesInARow, fitted: Fitted) -> tuple[Instance, ...]:
    """The instances that pieces are."""
    facts = plane.pieces.facts.taken(fitted.rows)
    visible = np.ones(len(fitted.rows))
    visible[list(fitted.visible)] = list(fitted.visible.values())
    pieces = Pieces(
        fitted.points,
        np.array(fitted.rings, np.intp),
        np.array(fitted.shapes, np.intp),
        plain.pieces.marks,
        plain.pieces.seen,
        np.zeros(len(fitted.rows) + 1, np.intp),
        derived(facts, visible=visible, truncated=visible < 1),
    )
    made = finished(plain.labels, plain.placed, pieces, plain.maps, plain.policy, plain.categories)
    return made.labels.instances
