"""Objects of another picture on the picture."""

import math
from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field

from augstudio.core.draws import Draw, Share
from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, compose, map_point, resizing, translation
from augstudio.core.mixing import Composition, InstanceDraw, Layer, Mixing, MixingDraw, PartnerDraw
from augstudio.core.parameters import Choice, IntRange, IntSlider, Names, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region

MOST: Final = 20
"""Objects that are pasted at most."""

KEPT: Final = "kept"
ANYWHERE: Final = "anywhere"

_OBJECTS: Final = IntSlider(1, MOST, help="How many objects are pasted, if the other picture has so many.")
_SCALE: Final = Slider(
    0.1,
    3.0,
    step=0.05,
    unit="×",
    help="Size of the objects; at 1 they have that of the other picture once all of it fits into this one.",
)


class Spot(Draw):
    """Which of the objects that are left is pasted, and where it lies in the room that it has, as shares."""

    pick: Share
    across: Share
    down: Share


class CopyPasteDraw(MixingDraw):
    """How many objects are pasted, in which size, and what is drawn for each.

    They are mirrored where ``flip`` is less than the probability of that. ``pasted`` are the objects, the
    lowest first; there are fewer where the partner has no more.
    """

    objects: Annotated[int, _OBJECTS.drawn]
    scale: Annotated[float, _SCALE.drawn]
    flip: Share
    spots: Annotated[tuple[Spot, ...], Field(strict=False, max_length=MOST)]
    pasted: Annotated[tuple[InstanceDraw, ...], Field(strict=False, max_length=MOST)] = ()


class CopyPaste(Mixing[CopyPasteDraw]):
    """Paste labelled objects of another picture, cut out along outlines or masks (Ghiasi et al., 2021).

    All of them are scaled and mirrored alike. What they cover of other objects is no longer visible. Objects
    of which only boxes are known are not pasted, nor are crowds; where a picture has nothing else, others of
    the split are looked at.
    """

    NAME = "copy_paste"
    TITLE = "Copy-paste"
    FACTOR = "any"
    PASTES = True

    objects_range: Annotated[IntRange, _OBJECTS] = IntRange(1, 3)
    scale_range: Annotated[Range, _SCALE] = Range(0.8, 1.25)
    flip_probability: Annotated[
        float,
        Slider(0.0, 1.0, step=0.05, unit="%", shown_as=100, help="How often the objects are mirrored."),
    ] = 0.5
    place: Annotated[
        str,
        Choice(
            {KEPT: "Where it was", ANYWHERE: "Anywhere"},
            help="Where each object is put: where it was in its own picture, or anywhere; inside if it fits.",
        ),
    ] = ANYWHERE

    only_classes: Annotated[
        tuple[str, ...],
        Names("all classes", help="Classes of the objects that are pasted; others are left where they are."),
    ] = ()

    @property
    def wanted_classes(self) -> tuple[str, ...]:
        """Names of the classes of objects that are pasted; none for all."""
        return self.only_classes

    def draw(self, stream: Stream, size: Size) -> CopyPasteDraw:
        """Draw how many objects are pasted, their size, and what tells which and where."""
        objects, scale = stream.integer(*self.objects_range), stream.uniform(*self.scale_range)
        flip = stream.unit()
        spots = (Spot(pick=stream.unit(), across=stream.unit(), down=stream.unit()) for _ in range(objects))
        return CopyPasteDraw(objects=objects, scale=scale, flip=flip, spots=tuple(spots))

    def with_instances(self, draw: CopyPasteDraw, instances: Sequence[InstanceDraw]) -> CopyPasteDraw:
        """The draw with the objects that are pasted, each at most once."""
        left = list(instances)
        pasted = tuple(left.pop(int(spot.pick * len(left))) for spot in draw.spots[: len(left)])
        return draw.model_copy(update={"pasted": pasted})

    def composition(self, draw: CopyPasteDraw, size: Size) -> Composition:
        """The objects on the picture; nothing where there are none."""
        [partner] = draw.partners
        matrix, scaled = _scaling(partner.size, size, draw.scale, mirrored=draw.flip < self.flip_probability)
        pairs = zip(draw.pasted, draw.spots, strict=False)
        layers = (self._layer(partner, item, spot, matrix, scaled, size) for item, spot in pairs)
        return Composition(size, tuple(layer for layer in layers if layer is not None), on_picture=True)

    def _layer(
        self, partner: PartnerDraw, item: InstanceDraw, spot: Spot, matrix: Matrix, scaled: Size, size: Size
    ) -> Layer | None:
        corners = (map_point(matrix, item.left, item.top), map_point(matrix, item.right, item.bottom))
        spans = [(min(pair), max(pair)) for pair in zip(*corners, strict=True)]
        shares = spot.across, spot.down
        shifts = [
            _shift(spans[axis], scaled[axis], size[axis], shares[axis] if self.place == ANYWHERE else None)
            for axis in (0, 1)
        ]
        # One pixel more on each side, so that rounding cuts nothing off.
        edges = [
            (max(0, math.floor(low + shift + 0.5) - 1), min(side, math.ceil(high + shift + 0.5) + 1))
            for (low, high), shift, side in zip(spans, shifts, size, strict=True)
        ]
        if any(first >= stop for first, stop in edges):
            return None
        (left, right), (top, bottom) = edges
        moved = compose(matrix, translation(shifts[0] - left, shifts[1] - top))
        place = Region.between(left, top, right, bottom)
        return Layer(partner, partner.size, place, moved, resizes=True, instance=item.number)


def _scaling(source: Size, target: Size, scale: float, *, mirrored: bool) -> tuple[Matrix, Size]:
    """What scales the partner, and mirrors it; and the size that it gets."""
    share = min(there / here for here, there in zip(source, target, strict=True)) * scale
    scaled = max(1, round(source[0] * share)), max(1, round(source[1] * share))
    matrix = resizing(source, scaled)
    if mirrored:
        matrix = compose(matrix, ((-1.0, 0.0, scaled[0] - 1.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
    return matrix, scaled


def _shift(span: tuple[float, float], scaled: int, side: int, share: float | None) -> int:
    """By how many pixels an object is moved along an axis.

    Args:
        span: The edges of the object in the scaled partner.
        scaled: How long this is.
        side: How long the picture is.
        share: Where in the room that it has; None where it was.
    """
    low, high = span
    first, last = math.ceil(-0.5 - low), math.floor(side - 0.5 - high)
    fits = first <= last
    if share is not None:
        first, last = min(first, last), max(first, last)
        return first + int(share * (last - first + 1))
    centre = (low + high) / 2
    wanted = round((centre + 0.5) * side / scaled - 0.5 - centre)
    return min(last, max(first, wanted)) if fits else wanted
