"""Labels of pictures that are put together."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np

from augstudio.core.arrays import ClassMap
from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Instance, Labels, SemanticMask
from augstudio.core.mixing import Composition, Layer
from augstudio.core.padding import PaddingMode
from augstudio.core.raster import Mask
from augstudio.core.region import Region
from augstudio.errors import ImageError
from augstudio.render.labelling.covering import covered
from augstudio.render.labelling.cutouts import only, shown_pixels
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.moving import seen_through
from augstudio.render.labelling.pasting import in_first_layer, overpainted, with_marks_in
from augstudio.render.labelling.pieces import Pieces, in_a_row, pieces_of
from augstudio.render.labelling.plain import Plain
from augstudio.render.labelling.stages import passed
from augstudio.render.labelling.tags import mixed_tags
from augstudio.render.partners import Partners
from augstudio.render.resolve import Composed, Resampling

_MapT = TypeVar("_MapT", bound=np.ndarray[Any, Any])
# The pixels that a picture takes of another one: rows and columns, or which ones.
_Part: TypeAlias = tuple[slice, slice] | Mask


@dataclass(frozen=True)
class Moving:
    """The labels of a picture on their way through the stages.

    Attributes:
        labels: Its instances as they were, with those of pictures that were mixed in; and its tags.
        pieces: What the stages have made of them.
        maps: What they have made of its maps.
        placed: Which of the instances have a place.
        plain: What moves them faster where one stage does it; None where there is more to them, or something
            has happened to them already.
    """

    labels: Labels
    pieces: Pieces
    maps: Maps
    placed: Set[int]
    plain: Plain | None = None

    @classmethod
    def of(cls, labels: Labels, policy: LabelPolicy, categories: Categories) -> Moving:
        """Those of a picture to which nothing has happened yet."""
        maps = Maps.of(labels, policy, categories)
        pieces = pieces_of(labels, ellipses=policy.boxes == "ellipse")
        return cls(labels, maps.framed(pieces), maps, set(pieces.facts.instance.tolist()))


@dataclass(frozen=True)
class Composer:
    """Puts labels of pictures together as their pixels are.

    Attributes:
        partners: What gives the labels of pictures that are mixed in.
        policy: What becomes of what padding repeats.
        categories: The classes.
        mode: The padding mode.
    """

    partners: Partners | None
    policy: LabelPolicy
    categories: Categories
    mode: PaddingMode

    def composed(self, picture: Moving, stage: Composed) -> Moving:
        """The labels of a step's result.

        Args:
            picture: Those of the picture that enters it.
            stage: The step.

        Raises:
            DatasetError: The labels of a picture that is mixed in cannot be used.
            ImageError: Class maps cannot be mixed like that.
        """
        composition, size = stage.composition, stage.target
        sources = [picture if layer.partner is None else self._partner(layer) for layer in composition.layers]
        _check_class_maps([picture, *sources], composition)
        done = picture if composition.on_picture else _nothing_of(picture, size)
        for source, layer in zip(sources, composition.layers, strict=True):
            if layer.instance is not None:
                done = self._pasted(done, source, layer, size)
                continue
            done = self._hidden(done, layer, size)
            upper = self._placed(source, layer, size)
            done = _joined(done, upper, _slices(layer.place))
        tags = mixed_tags(picture.labels.tags, [source.labels.tags for source in sources], composition)
        return replace(done, labels=replace(done.labels, tags=tags))

    def _partner(self, layer: Layer) -> Moving:
        assert layer.partner is not None
        if self.partners is None:
            raise ImageError("the picture {0} is mixed in, and none are given", layer.partner.key)
        labels = self.partners.labels(layer.partner) or Labels()
        if layer.instance is not None:
            labels = only(labels, layer.instance)
        return Moving.of(labels, self.policy, self.categories)

    def _placed(self, source: Moving, layer: Layer, size: Size) -> Moving:
        """The labels of one picture where it lies in the result."""
        place, ellipses = layer.place, self.policy.boxes == "ellipse"
        stage = Resampling(layer.matrix, layer.source, (place.width, place.height), layer.resizes)
        pieces, maps = passed(source.pieces, source.maps, stage, self.mode, ellipses=ellipses)
        pieces, maps = _shifted(pieces, place, ellipses=ellipses), _pasted(maps, place, size)
        return replace(source, pieces=pieces, maps=maps)

    def _pasted(self, done: Moving, source: Moving, layer: Layer, size: Size) -> Moving:
        """The labels of a picture on which one object of another has been put."""
        place, ellipses = layer.place, self.policy.boxes == "ellipse"
        stage = Resampling(layer.matrix, layer.source, (place.width, place.height), layer.resizes)
        pieces, maps = passed(
            source.pieces, source.maps, stage, PaddingMode.CONSTANT, ellipses=ellipses
        )  # of an object that is cut out nothing is repeated
        seen = _framed(shown_pixels(pieces, maps, stage.target), place, size, 0)
        pieces, maps = _shifted(pieces, place, ellipses=ellipses), _pasted(maps, place, size)
        pieces = with_marks_in(pieces, seen)
        lower = _with(done, overpainted(done.pieces, done.maps, seen))
        joined = _joined(lower, replace(source, pieces=pieces, maps=maps), seen)
        return _with(joined, in_first_layer(joined.pieces, joined.maps)) if maps.layers else joined

    def _hidden(self, done: Moving, layer: Layer, size: Size) -> Moving:
        """What is left to see of what lies beneath a layer."""
        if layer.weight < 1:
            return done
        pieces = covered(done.pieces, done.maps, (layer.place,), size)
        left = np.flatnonzero(pieces.facts.visible > 0)
        return replace(done, pieces=pieces.taken(left))


def _with(moving: Moving, made: tuple[Pieces, Maps]) -> Moving:
    """Labels of which the pieces and maps have become others."""
    pieces, maps = made
    return replace(moving, pieces=pieces, maps=maps)


def _check_class_maps(sources: Sequence[Moving], composition: Composition) -> None:
    """Refuse to mix class maps where one pixel shows two pictures."""
    sheer = any(layer.weight < 1 for layer in composition.layers)
    if sheer and any(source.labels.semantic is not None for source in sources):
        raise ImageError(
            "class maps cannot be mixed where a pixel shows two pictures; take a step that puts pictures "
            "beside each other, such as mosaic"
        )


def _nothing_of(picture: Moving, size: Size) -> Moving:
    """Labels of the same kinds for a picture of which nothing is seen yet."""
    labels = replace(picture.labels, instances=())
    pieces = picture.pieces.taken(np.zeros(0, np.intp))
    semantic = picture.maps.semantic
    if semantic is not None:
        classes: ClassMap = np.full((size[1], size[0]), picture.maps.ignore, semantic.classes.dtype)
        semantic = replace(semantic, classes=classes)
    return Moving(labels, pieces, replace(picture.maps, layers=(), semantic=semantic), set())


def _shifted(pieces: Pieces, place: Region, *, ellipses: bool) -> Pieces:
    """Pieces of a part of a picture where they lie in the whole."""
    corner = np.array((place.left, place.top), np.float64)
    facts = pieces.facts
    if ellipses and len(pieces):
        matrix = np.array(((1.0, 0.0, corner[0]), (0.0, 1.0, corner[1]), (0.0, 0.0, 1.0)))
        facts = replace(facts, conic=seen_through(np.broadcast_to(matrix, facts.conic.shape), facts.conic))
    return replace(pieces, points=pieces.points + corner, marks=pieces.marks + corner, facts=facts)


def _pasted(maps: Maps, place: Region, size: Size) -> Maps:
    """Maps of a part of a picture as those of the whole."""
    layers = tuple(_framed(layer, place, size, 0) for layer in maps.layers)
    semantic = maps.semantic
    if semantic is not None:
        classes: ClassMap = _framed(semantic.classes, place, size, maps.ignore)
        semantic = replace(semantic, classes=classes)
    return replace(maps, layers=layers, semantic=semantic)


def _slices(place: Region) -> tuple[slice, slice]:
    return slice(place.top, place.bottom), slice(place.left, place.right)


def _framed(part: _MapT, place: Region, size: Size, around: int) -> _MapT:
    whole = np.full((size[1], size[0]), around, part.dtype)
    whole[_slices(place)] = part
    return cast(_MapT, whole)


# -- several pictures as one ------------------------------------------------------------------------------


def _joined(lower: Moving, upper: Moving, part: _Part) -> Moving:
    """The labels of two pictures, of which one lies on a part of the other, as those of one."""
    labels = Labels(
        (*lower.labels.instances, *_renumbered(upper.labels.instances, lower.labels.instances)),
        semantic=lower.labels.semantic,
        tags=lower.labels.tags,
    )
    added = len(lower.labels.instances), len(lower.maps.layers)
    pieces = _appended(lower.pieces, upper.pieces, *added)
    maps = replace(
        lower.maps,
        layers=(*lower.maps.layers, *upper.maps.layers),
        semantic=_classes_upon(lower.maps, upper.maps, part),
    )
    placed = {*lower.placed, *(number + added[0] for number in upper.placed)}
    return Moving(labels, pieces, maps, placed)


def _renumbered(instances: Sequence[Instance], before: Sequence[Instance]) -> list[Instance]:
    """Instances whose groups and origins are not those of others."""
    group = max((item.group for item in before if item.group is not None), default=-1) + 1
    origin = max((item.origin for item in before), default=-1) + 1
    return [
        replace(item, group=None if item.group is None else item.group + group, origin=item.origin + origin)
        for item in instances
    ]


def _appended(first: Pieces, then: Pieces, instances: int, layers: int) -> Pieces:
    """One table of the pieces of two pictures.

    Args:
        first: Pieces of the one.
        then: Pieces of the other.
        instances: How many instances the first picture has.
        layers: How many layers it has.
    """
    joined = in_a_row((first, then))
    joined.facts.instance[len(first) :] += instances
    joined.facts.layer[len(first) :] += layers
    return joined


def _classes_upon(lower: Maps, upper: Maps, part: _Part) -> SemanticMask | None:
    """The class map of a picture on a part of which another one lies; where that has none, nothing counts."""
    if lower.semantic is None:
        return None
    below = lower.semantic
    classes = below.classes.copy()
    if upper.semantic is None:
        classes[part] = lower.ignore
    else:
        above: ClassMap = upper.semantic.classes
        seen = above[part].astype(np.result_type(above, classes))
        seen[seen == upper.ignore] = lower.ignore
        classes = classes.astype(np.result_type(above, classes))
        classes[part] = seen
    ignore = below.ignore
    if ignore is None and bool(np.any(classes == lower.ignore)):
        ignore = lower.ignore
    return SemanticMask(classes, ignore, below.palette)
