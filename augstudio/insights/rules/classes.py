"""Steps after which pictures of one class look like another's: by shape, and by colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.image import Image
from augstudio.core.mixing import Mixing
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.core.transform import Geometric, Pixel
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.copies import SLOW, copied
from augstudio.insights.material import Look, Material
from augstudio.insights.measures import nearest_classes, normalised, surely_above
from augstudio.kernels.colour.lab import to_lab
from augstudio.kernels.viewing.likeness import coarse_colours, luma

FEWEST: Final = 8
"""Pictures that a class must have to be judged."""

_SHAPE_FIELDS: Final = 16
_COLOUR_FIELDS: Final = 4
_SOFT: Final = (0.0625, 0.25, 0.375, 0.25, 0.0625)
_KNOWN: Final = 0.6
_TAKEN: Final = 0.5
_ALIKE: Final = 0.4
_AS_MUCH: Final = 0.9
_BETTER: Final = 0.2
_WORSE: Final = 0.15
_COPIES: Final = 2

_SHAPE_TEXT: Final = (
    "{0} of {1} copies of pictures of {2} come out like {3}, by the mean picture of each class; without the "
    "step {4} of {5} pictures are taken for {2}"
)
_SHAPE_REMEDY: Final = "switch the step off, or limit it to other classes"
_COLOUR_TEXT: Final = (
    "colour tells your classes apart: {0} of {1} pictures are nearest to the mean colours of their own class "
    "(chance: {2}); after the step {3} of {4} copies are"
)
_COLOUR_REMEDY: Final = (
    "narrow its range, or switch it off, unless colours will differ where your model is used"
)


@dataclass(frozen=True, eq=False)
class _Judged:
    """Pictures of classes with enough of them.

    Attributes:
        looks: The pictures.
        names: The classes.
        classes: ``(n,)`` the class of each picture, as a position in ``names``.
    """

    looks: list[Look]
    names: list[str]
    classes: Int32Array


def another_class(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step that moves pixels makes pictures of one class look like another's."""
    if not isinstance(step.transform, Geometric):
        return
    judged = _judged(material, step)
    if judged is None:
        return
    known = normalised(_described([look.small for look in judged.looks], _shape))
    before = nearest_classes(known, judged.classes, known, np.arange(len(known), dtype=np.int32))
    copies, own, numbers = _copies(material, pipeline, step, judged.looks)
    if not copies:
        return
    asked = normalised(_described(copies, _shape))
    after = nearest_classes(known, judged.classes, asked, own)
    for position, name in enumerate(judged.names):
        members, theirs = judged.classes == position, judged.classes[own] == position
        right, taken = int((before[members] == position).sum()), after[theirs]
        others = np.bincount(taken[taken != position], minlength=len(judged.names))
        other = int(others.argmax())
        if right < _KNOWN * members.sum() or surely_above(int(others[other]), len(taken)) < _TAKEN:
            continue
        if not _is_like(known[judged.classes == other], asked[theirs & (after == other)]):
            continue
        shown = int(np.flatnonzero(theirs & (after == other))[0])
        yield Advice(
            "another-class",
            Severity.LIKELY_WRONG,
            step.id,
            Message(
                _SHAPE_TEXT, others[other], len(taken), name, judged.names[other], right, int(members.sum())
            ),
            Message(_SHAPE_REMEDY),
            Example(judged.looks[int(own[shown])].sample.key, numbers[shown]),
            {"taken": float(others[other]), "copies": len(taken), "right": right},
        )
        return


def colours_of_classes(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step changes the colours by which classes are told apart."""
    changes = isinstance(step.transform, Pixel) and step.transform.GROUP == "Colour"
    judged = _judged(material, step) if changes else None
    if judged is None:
        return
    known = _described([look.small for look in judged.looks], _chroma)
    places = np.arange(len(known), dtype=np.int32)
    right = nearest_classes(known, judged.classes, known, places) == judged.classes
    chance = 1 / len(judged.names)
    if surely_above(int(right.sum()), len(right)) < chance + _BETTER:
        return
    copies, own, numbers = _copies(material, pipeline, step, judged.looks)
    if not copies:
        return
    still = nearest_classes(known, judged.classes, _described(copies, _chroma), own) == judged.classes[own]
    # The loss must be more than chance, too: the kept share must be surely below the share before.
    if 1 - surely_above(int((~still).sum()), len(still)) > right.mean() - _WORSE:
        return
    lost = np.flatnonzero(~still & right[own])
    shown = int(lost[0]) if len(lost) else 0
    yield Advice(
        "colour-of-classes",
        Severity.LIKELY_WRONG,
        step.id,
        Message(
            _COLOUR_TEXT,
            int(right.sum()),
            len(right),
            round(len(right) * chance),
            int(still.sum()),
            len(still),
        ),
        Message(_COLOUR_REMEDY),
        Example(judged.looks[int(own[shown])].sample.key, numbers[shown]),
        {"before": float(right.mean()), "after": float(still.mean()), "chance": chance},
    )


def _is_like(members: Float64Array, others: Float64Array) -> bool:
    """Whether other pictures are as much like a class as its members are, and these much like each other.

    Photographs of one thing are hardly like each other by brightness alone, so that the nearest of several
    classes says nothing of them; signs and letters are.
    """
    mean = members.mean(axis=0)
    without = (members.sum(axis=0) - members) / (len(members) - 1)
    own = np.median([_correlation(one, rest) for one, rest in zip(members, without, strict=True)])
    theirs = np.median([_correlation(one, mean) for one in others])
    return bool(own > _ALIKE and theirs > _AS_MUCH * own)


def _correlation(one: Float64Array, other: Float64Array) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def _judged(material: Material, step: Step) -> _Judged | None:
    """The pictures to judge by; None where fewer than two classes have enough."""
    by_class: dict[str, list[Look]] = {}
    for look in material.looks_for(step):
        if look.class_name is not None:
            by_class.setdefault(look.class_name, []).append(look)
    enough = {name: looks for name, looks in sorted(by_class.items()) if len(looks) >= FEWEST}
    if len(enough) < 2:
        return None
    looks = [look for group in enough.values() for look in group]
    counts = [len(group) for group in enough.values()]
    return _Judged(looks, list(enough), np.repeat(np.arange(len(enough), dtype=np.int32), counts))


def _copies(
    material: Material, pipeline: Pipeline, step: Step, looks: Sequence[Look]
) -> tuple[list[Image], Int32Array, list[int]]:
    """Small copies by the step alone, the position of the picture of each, and the number of each."""
    copies: list[Image] = []
    own: list[int] = []
    numbers: list[int] = []
    if step.name in SLOW or isinstance(step.transform, Mixing):
        return copies, np.zeros(0, np.int32), numbers
    alone = pipeline.only(step.id)
    for place, look in enumerate(looks):
        for number in range(1, _COPIES + 1):
            made = copied(material, alone, look, number)
            if made is None:
                continue
            copies.append(made)
            own.append(place)
            numbers.append(number)
    return copies, np.array(own, np.int32), numbers


def _described(images: Sequence[Image], describe: Callable[[Image], Float64Array]) -> Float64Array:
    return np.stack([describe(image) for image in images])


def _shape(image: Image) -> Float64Array:
    """Brightness in a square of fields, softened, so that a shift of a few of them counts little."""
    fields = np.pad(luma(coarse_colours(image, _SHAPE_FIELDS)), 2, mode="edge")
    for axis in (0, 1):
        fields = np.apply_along_axis(np.convolve, axis, fields, _SOFT, "valid")
    return fields.ravel()


def _chroma(image: Image) -> Float64Array:
    """Both colour axes of CIELAB in a few fields, sorted, so that only which colours there are counts."""
    lab = to_lab(coarse_colours(image, _COLOUR_FIELDS).reshape(-1, 3))
    return np.sort(lab[:, 1:], axis=0).ravel()
