"""From labels of a picture to labels of its copy: a pure function, like the pixels."""

from __future__ import annotations

from augstudio.core.image import Size
from augstudio.core.label_policy import DEFAULT, LabelPolicy
from augstudio.core.labels import Categories, LabelCounts, Labels, Relabelled
from augstudio.core.matrix import IDENTITY, on_grid
from augstudio.errors import ImageError
from augstudio.render.labelling.covering import covered
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.moving import moved, repeated
from augstudio.render.labelling.pieces import pieces_of
from augstudio.render.labelling.results import finished
from augstudio.render.labelling.tiles import tiles_seen
from augstudio.render.labelling.ways import way_of
from augstudio.render.resolve import PixelChange, Remapping, Resampling, Resolved, Stage

_NO_CATEGORIES = Categories()


def relabel(
    labels: Labels,
    resolved: Resolved,
    policy: LabelPolicy = DEFAULT,
    categories: Categories = _NO_CATEGORIES,
) -> Relabelled:
    """The labels of one copy of a picture.

    Every stage that moves pixels moves labels in the same way: each instance in each cell of the plane that
    padding makes of the picture, cut by the cell, moved, and cut by the frame of the result. What lies in the
    picture itself is real, all else a ghost. Where no stage moves or hides anything, labels stay as they are.

    Args:
        labels: Those of the picture, in its pixel coordinates.
        resolved: What happens to it, from :func:`~augstudio.render.resolve.resolve` for the picture's size.
        policy: What becomes of ghosts, and what is too small to be a label.
        categories: The classes, which say what changes sides in a mirror.

    Returns:
        The labels in pixel coordinates of the result, real ones and ghosts in the order of the instances that
        they come from; and what was counted on the way.

    Raises:
        ImageError: A map of the labels is not as large as the picture.
        Interrupted: The work has become needless.
    """
    size = _size_before(resolved)
    _check_sizes(labels, size)
    changes = _changes(resolved)
    if not changes:
        return Relabelled(labels, _unchanged(labels))
    ellipses = policy.boxes == "ellipse"
    maps = Maps.of(labels, policy, categories)
    pieces = pieces_of(labels, ellipses=ellipses)
    placed = set(pieces.facts.instance.tolist())
    pieces = maps.framed(pieces)
    for stage in changes:
        if isinstance(stage, PixelChange):
            hidden = stage.transform.hidden(stage.draw, size)
            pieces = covered(pieces, maps, hidden, size)
            continue
        way = way_of(stage)
        tiles = tiles_seen(resolved.padding.mode, way.source, way.window)
        copies = repeated(pieces, way, tiles, ellipses=ellipses)
        after = maps.moved(stage, resolved.padding.mode, tiles, copies)
        pieces = after.settled(moved(copies.pieces, way, ellipses=ellipses), copies, maps, way)
        maps, size = after, way.target
    return finished(labels, placed, pieces, maps, policy, categories)


def _changes(resolved: Resolved) -> list[Stage]:
    """The stages that may change labels."""
    size = _size_before(resolved)
    found: list[Stage] = []
    for stage in resolved.stages:
        if isinstance(stage, PixelChange):
            moves = bool(stage.transform.hidden(stage.draw, size))
        elif isinstance(stage, Resampling):
            moves = on_grid(stage.matrix) != IDENTITY or stage.source != stage.target
            size = stage.target
        else:
            moves = True
        if moves:
            found.append(stage)
    return found


def _size_before(resolved: Resolved) -> Size:
    """Width and height of the picture to which it happens."""
    for stage in resolved.stages:
        if isinstance(stage, Resampling):
            return stage.source
        if isinstance(stage, Remapping):
            return stage.size
    return resolved.size


def _check_sizes(labels: Labels, size: Size) -> None:
    """Refuse maps of another picture."""
    maps = (*labels.layers, *(() if labels.semantic is None else (labels.semantic.classes,)))
    for values in maps:
        height, width = values.shape
        if (width, height) != size:
            raise ImageError(
                "a mask has {0} × {1} pixels, but its picture has {2} × {3}", width, height, size[0], size[1]
            )


def _unchanged(labels: Labels) -> LabelCounts:
    ignored = sum(item.ignored for item in labels.instances)
    return LabelCounts(real=len(labels.instances) - ignored, ignored=ignored)
