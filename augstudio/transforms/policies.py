"""The operations that policies of the field choose from, and how strong each is at a given magnitude.

RandAugment (Cubuk et al., 2020) and TrivialAugment (Müller and Hutter, 2021) name fourteen operations and a
strength for each, from nothing at magnitude 0 to the most at :data:`LARGEST`. They are built from the
catalogue's transforms, so geometry is fused as everywhere.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import Field

from augstudio.core.draws import Draw
from augstudio.core.parameters import IntRange, Range
from augstudio.core.randomness import Stream, stream
from augstudio.core.transform import Transform
from augstudio.transforms.autocontrast import Autocontrast
from augstudio.transforms.brightness import Brightness
from augstudio.transforms.contrast import Contrast
from augstudio.transforms.equalize import Equalize
from augstudio.transforms.gaussian_blur import GaussianBlur
from augstudio.transforms.posterize import Posterize
from augstudio.transforms.rotate import Rotate
from augstudio.transforms.saturation import Saturation
from augstudio.transforms.sharpen import Sharpen
from augstudio.transforms.shear import Shear
from augstudio.transforms.solarize import Solarize
from augstudio.transforms.translate import Translate

LARGEST: Final = 30
"""The largest magnitude, after the papers."""

OperationName: TypeAlias = Literal[
    "identity",
    "shear_x",
    "shear_y",
    "translate_x",
    "translate_y",
    "rotate",
    "brightness",
    "color",
    "contrast",
    "sharpness",
    "posterize",
    "solarize",
    "autocontrast",
    "equalize",
]
"""The operations by their names in the papers, in the papers' order, in which they are drawn."""

_NAMES: Final[tuple[OperationName, ...]] = get_args(OperationName)

Operation: TypeAlias = Callable[[float], Transform | None]
"""Makes a transform from a strength of -1..1; None where it would change nothing."""


@dataclass(frozen=True)
class Space:
    """How strong the operations are at the largest magnitude.

    Attributes:
        rotate: Degrees.
        shear: Offset per length, the tangent of the angle.
        translate: Share of the side.
        factor: How far contrast, saturation, brightness and sharpness go from 1.
        bits: Bits that posterize takes away.
    """

    rotate: float
    shear: float
    translate: float
    factor: float
    bits: float


MODERATE: Final = Space(rotate=30, shear=0.3, translate=150 / 331, factor=0.9, bits=4)
"""After RandAugment."""

WIDE: Final = Space(rotate=135, shear=0.99, translate=32 / 224, factor=0.99, bits=6)
"""After TrivialAugment (Wide), whose 32 pixels are taken of pictures of 224."""


def operations(space: Space) -> Mapping[OperationName, Operation]:
    """The operations by their names."""
    angle = math.degrees(math.atan(space.shear))
    return {
        "identity": lambda strength: None,
        "shear_x": lambda strength: Shear(x_range=_only(angle * strength), y_range=_only(0)),
        "shear_y": lambda strength: Shear(x_range=_only(0), y_range=_only(angle * strength)),
        "translate_x": lambda strength: Translate(
            x_range=_only(space.translate * strength), y_range=_only(0)
        ),
        "translate_y": lambda strength: Translate(
            x_range=_only(0), y_range=_only(space.translate * strength)
        ),
        "rotate": lambda strength: Rotate(angle_range=_only(space.rotate * strength)),
        "brightness": lambda strength: Brightness(shift_range=_only(space.factor * strength / 2)),
        "color": lambda strength: Saturation(factor_range=_only(1 + space.factor * strength)),
        "contrast": lambda strength: Contrast(factor_range=_only(1 + space.factor * strength)),
        "sharpness": lambda strength: _sharpness(space.factor * strength),
        "posterize": lambda strength: Posterize(bits_range=_whole(8 - round(space.bits * abs(strength)))),
        "solarize": lambda strength: Solarize(threshold_range=_whole(math.ceil(256 - 256 * abs(strength)))),
        "autocontrast": lambda strength: Autocontrast(cutoff_range=_only(0)),
        "equalize": lambda strength: Equalize(strength_range=_only(1), per_channel=True),
    }


SIGNED: Final[frozenset[OperationName]] = frozenset(
    (
        "shear_x",
        "shear_y",
        "translate_x",
        "translate_y",
        "rotate",
        "brightness",
        "color",
        "contrast",
        "sharpness",
    )
)
"""Operations that go either way."""


class OperationDraw(Draw):
    """An operation and its strength: a share of the strongest; negative goes the other way."""

    operation: OperationName
    strength: Annotated[float, Field(ge=-1, le=1)]


def drawn_operation(magnitude: float, source: Stream) -> OperationDraw:
    """Choose an operation for a magnitude of 0 .. :data:`LARGEST`, and the way it goes.

    Args:
        magnitude: How strong it shall be.
        source: Chooses.
    """
    name = _NAMES[min(len(_NAMES) - 1, int(source.unit() * len(_NAMES)))]
    way = -1.0 if source.unit() < 0.5 and name in SIGNED else 1.0
    return OperationDraw(operation=name, strength=way * magnitude / LARGEST)


def acting_parts(draws: Sequence[OperationDraw], space: Space) -> tuple[tuple[Transform, Draw], ...]:
    """The transforms that :func:`drawn_operation` has chosen, each with its draw."""
    known = operations(space)
    parts: list[tuple[Transform, Draw]] = []
    for drawn in draws:
        transform = known[drawn.operation](drawn.strength)
        if transform is not None:
            # Its ranges have no width, so every stream draws the same.
            parts.append((transform, transform.draw(stream(0, "", 0, 0), (1, 1))))
    return tuple(parts)


def _only(value: float) -> Range:
    return Range(value, value)


def _whole(value: int) -> IntRange:
    return IntRange(value, value)


def _sharpness(change: float) -> Transform | None:
    """Sharper for more than nothing, softer for less, as the field's factor about 1."""
    if change > 0:
        return Sharpen(amount_range=_only(change), sigma_range=_only(1))
    return GaussianBlur(sigma_range=_only(-change)) if change else None
