"""Crops and shifts that lose what pictures show, by labels or without; copies of objects without a label."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Final

from augstudio.core.labels import Labels
from augstudio.core.matrix import IDENTITY, compose
from augstudio.core.padding import PaddingMode
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.errors import AugStudioError, Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.material import Look, Material
from augstudio.insights.motions import drawn, resolved_for
from augstudio.render.labels import relabel
from augstudio.render.resolve import Resampling, Resolved
from augstudio.render.valid_area import padded_fraction

FEWEST: Final = 10
"""Copies with objects below which nothing is said."""

_LOOKED_AT: Final = 40
_COPIES: Final = 3
_SEEN: Final = 0.25
_MANY_EMPTY: Final = 0.2
_MANY_LOST: Final = 0.1
_MANY_GHOSTS: Final = 0.1

_LOST_TEXT: Final = (
    "of {0} labelled objects in {1} copies, {2} are lost: less than a quarter of each is left; in {3} of "
    "the copies none of them is left"
)
_LOST_REMEDY: Final = (
    "make the range smaller, so that crops and shifts keep what the pictures are labelled for"
)
_LITTLE_TEXT: Final = (
    "{0} of {1} copies show less than a quarter of their picture: what the class is named after may lie "
    "outside, and no label says where it is"
)
_LITTLE_REMEDY: Final = (
    "make the range smaller, unless any part of a picture shows its class, as with textures"
)
_GHOSTS_TEXT: Final = (
    "padding by {0} shows {1} further objects in {2} copies, beside {3} labelled ones, and they are left "
    "without a label: a detector learns to overlook such objects"
)
_GHOSTS_REMEDY: Final = (
    "label the copies that padding makes, or have them ignored (Labels, beside the padding), or pad with "
    "constant"
)


def lost_objects(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step moves labelled objects out of the picture or hides them."""
    objects = lost = empty = copies = 0
    worst: tuple[float, Example] | None = None
    known = {id(look) for look in material.labelled[:_LOOKED_AT]}
    for look, copy, resolved in drawn(material, pipeline, step, _COPIES):
        if id(look) not in known or look.labels is None:
            continue
        before = _origins(look.labels, 0.0)
        after = _relabelled(material, pipeline, look.labels, resolved)
        if not before or after is None:
            continue
        gone = len(before - _origins(after, _SEEN))
        copies += 1
        objects += len(before)
        lost += gone
        empty += gone == len(before)
        if gone and (worst is None or gone / len(before) > worst[0]):
            worst = gone / len(before), Example(look.sample.key, copy)
    if worst is None or copies < FEWEST or step.probability * lost < _MANY_LOST * objects:
        return
    yield Advice(
        "lost-objects",
        Severity.LIKELY_WRONG if step.probability * empty >= _MANY_EMPTY * copies else Severity.NOTE,
        step.id,
        Message(_LOST_TEXT, objects, copies, lost, empty),
        Message(_LOST_REMEDY),
        worst[1],
        {"objects": objects, "lost": lost, "copies": copies, "empty": empty},
    )


def little_left(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step leaves so little of pictures with a class, but no labels, that what it is may be gone.

    Labelled pictures are judged by what is left of their objects.
    """
    known = {id(look) for look in material.looks if look.class_name is not None}
    known.difference_update(map(id, material.labelled))
    copies = little = 0
    least: tuple[float, Example] | None = None
    for look, copy, resolved in drawn(material, pipeline, step, _COPIES):
        if id(look) not in known:
            continue
        share = _left(look, resolved)
        copies += 1
        little += share < _SEEN
        if least is None or share < least[0]:
            least = share, Example(look.sample.key, copy)
    if least is None or copies < FEWEST or step.probability * little < _MANY_EMPTY * copies:
        return
    yield Advice(
        "little-left",
        Severity.NOTE,
        step.id,
        Message(_LITTLE_TEXT, little, copies),
        Message(_LITTLE_REMEDY),
        least[1],
        {"copies": copies, "little": little, "least": least[0]},
    )


def _left(look: Look, resolved: Resolved) -> float:
    """About which share of a picture is seen in a copy, 0..1; where it is distorted, by its middle."""
    moved = (stage.matrix for stage in resolved.stages if isinstance(stage, Resampling))
    (a, b, _), (c, d, _), _ = reduce(compose, moved, IDENTITY)
    enlarged = abs(a * d - b * c) * look.size[0] * look.size[1]
    shown = (1 - padded_fraction(resolved)) * resolved.size[0] * resolved.size[1]
    return shown / enlarged if enlarged > shown else 1.0


def unlabelled_ghosts(material: Material, pipeline: Pipeline) -> Iterator[Advice]:
    """Say where padding makes copies of objects that the pipeline leaves without a label."""
    mode = pipeline.padding.mode
    if (
        pipeline.labels.padding != "drop"
        or mode in (PaddingMode.CONSTANT, PaddingMode.EDGE)
        or pipeline.mixes
    ):
        return
    labelling = pipeline.with_labels(pipeline.labels.model_copy(update={"padding": "replicate"}))
    ghosts = real = copies = 0
    example: Example | None = None
    for look in material.labelled[:_LOOKED_AT]:
        for copy in range(1, _COPIES + 1):
            resolved = resolved_for(material, pipeline, look, copy)
            after = None if resolved is None else _relabelled(material, labelling, look.labels, resolved)
            if after is None:
                continue
            own = sum(item.ghost for item in after.instances)
            copies, ghosts, real = copies + 1, ghosts + own, real + len(after.instances) - own
            if own and example is None:
                example = Example(look.sample.key, copy)
    if copies < FEWEST or ghosts < _MANY_GHOSTS * max(1, real):
        return
    yield Advice(
        "unlabelled-ghosts",
        Severity.LIKELY_WRONG,
        None,
        Message(_GHOSTS_TEXT, mode.value, ghosts, copies, real),
        Message(_GHOSTS_REMEDY),
        example,
        {"ghosts": ghosts, "copies": copies, "labelled": real},
    )


def _origins(labels: Labels, visible: float) -> set[int]:
    """The objects of which a share is left, by their numbers in the source."""
    return {
        number if not visible else item.origin
        for number, item in enumerate(labels.instances)
        if not item.ghost and not item.ignored and not item.crowd and item.visible >= visible
    }


def _relabelled(
    material: Material, pipeline: Pipeline, labels: Labels | None, resolved: Resolved
) -> Labels | None:
    if labels is None:
        return None
    try:
        return relabel(labels, resolved, pipeline.labels, material.categories).labels
    except AugStudioError:
        return None
