"""From labels of a picture to labels of its copy: a pure function, like the pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from augstudio.core.derived import derived
from augstudio.core.image import Size
from augstudio.core.label_policy import DEFAULT, LabelPolicy
from augstudio.core.labels import Categories, LabelCounts, Labels, Relabelled
from augstudio.core.matrix import IDENTITY, is_affine, on_grid
from augstudio.core.padding import PaddingMode
from augstudio.errors import ImageError, Message
from augstudio.render.labelling.composing import Composer, Moving
from augstudio.render.labelling.covering import covered
from augstudio.render.labelling.plain import plain_of
from augstudio.render.labelling.results import finished
from augstudio.render.labelling.stages import passed
from augstudio.render.partners import Partners
from augstudio.render.resolve import Composed, PixelChange, Remapping, Resampling, Resolved, Stage

NOTHING_PASTED: Final = Message(
    "nothing is pasted: the pictures that were looked at have no objects with an outline or a mask, or none "
    "of the wanted classes; boxes are not cut out"
)
"""What is said where a step that pastes objects finds none."""

_NO_CATEGORIES = Categories()


def prepared(
    labels: Labels, policy: LabelPolicy = DEFAULT, categories: Categories = _NO_CATEGORIES
) -> Moving:
    """Labels of a picture, ready to be moved: what :func:`relabel` needs for each copy is made once."""
    moving = Moving.of(labels, policy, categories)
    plain = plain_of(labels, moving.placed, moving.pieces, moving.maps, policy, categories)
    return derived(moving, plain=plain)


def relabel(
    labels: Labels | Moving,
    resolved: Resolved,
    policy: LabelPolicy = DEFAULT,
    categories: Categories = _NO_CATEGORIES,
    partners: Partners | None = None,
    maps_size: Size | None = None,
) -> Relabelled:
    """The labels of one copy of a picture.

    Every stage that moves pixels moves labels in the same way: each instance in each cell of the plane that
    padding makes of the picture, cut by the cell, moved, and cut by the frame of the result. What lies in the
    picture itself is real, all else a ghost. Where no stage moves or hides anything, labels stay as they are.

    Args:
        labels: Those of the picture, in its pixel coordinates; or what :func:`prepared` gave for them with
            the same policy and classes.
        resolved: What happens to it, from :func:`~augstudio.render.resolve.resolve` for the picture's size.
        policy: What becomes of ghosts, and what is too small to be a label.
        categories: The classes, which say what changes sides in a mirror.
        partners: What gives the labels of pictures that are mixed in.
        maps_size: For a draft: which size the maps of the result may have, if not its own. Objects that are
            given by their pixels are then told from about as many as they have.

    Returns:
        The labels in pixel coordinates of the result, real ones and ghosts in the order of the instances that
        they come from; and what was counted on the way.

    Raises:
        ImageError: A map of the labels is not as large as the picture, or class maps cannot be mixed.
        DatasetError: The labels of a picture that is mixed in cannot be used.
        Interrupted: The work has become needless.
    """
    size = _size_before(resolved)
    original = labels if isinstance(labels, Labels) else labels.labels
    _check_sizes(original, size)
    changes, notes = _changes(resolved), _notes(resolved)
    if not changes:
        return Relabelled(original, _unchanged(original), notes)
    stage = _plain_stage(labels, changes)
    done = None
    if stage is not None and isinstance(labels, Moving) and labels.plain is not None:
        done = labels.plain.relabelled([stage], [resolved.padding.mode])[0]
    if done is None:
        composer = Composer(partners, policy, categories, resolved.padding.mode)
        moving = Moving.of(labels, policy, categories) if isinstance(labels, Labels) else labels
        done = _in_turn(moving, size, changes, composer, maps_size)
    return replace(done, warnings=(*notes, *done.warnings)) if notes else done


def _in_turn(
    moving: Moving, size: Size, changes: Sequence[Stage], composer: Composer, maps_size: Size | None
) -> Relabelled:
    """The labels of the result, stage by stage."""
    for stage in changes:
        # What comes after a stage needs whole maps.
        reduced = maps_size if stage is changes[-1] else None
        moving, size = _passed(moving, size, stage, composer, reduced)
    policy, categories = composer.policy, composer.categories
    return finished(moving.labels, moving.placed, moving.pieces, moving.maps, policy, categories)


def relabel_together(labels: Moving, copies: Sequence[Resolved]) -> list[Relabelled | None]:
    """What :func:`relabel` gives for several copies of a picture, in less time than one by one.

    Args:
        labels: What :func:`prepared` gave for the labels of the picture.
        copies: What happens to each.

    Returns:
        The labels of each copy; None for those that have to be made by themselves.

    Raises:
        ImageError: A map of the labels is not as large as the picture.
    """
    found: list[Relabelled | None] = [None] * len(copies)
    if labels.plain is None:
        return found
    groups: dict[Size, list[tuple[int, PaddingMode, Resampling]]] = {}
    for place, resolved in enumerate(copies):
        stage = _plain_stage(labels, _changes(resolved))
        if stage is not None:
            groups.setdefault(stage.source, []).append((place, resolved.padding.mode, stage))
    for members in groups.values():
        places, modes, stages = zip(*sorted(members, key=itemgetter(1)), strict=True)
        for place, done in zip(places, labels.plain.relabelled(stages, modes), strict=True):
            notes = _notes(copies[place])
            found[place] = replace(done, warnings=(*notes, *done.warnings)) if done and notes else done
    return found


def _notes(resolved: Resolved) -> tuple[Message, ...]:
    return (NOTHING_PASTED,) if any(map(_pastes_nothing, resolved.stages)) else ()


def _plain_stage(labels: Labels | Moving, changes: Sequence[Stage]) -> Resampling | None:
    """The only stage, where it is affine and moves plain labels that lie ready; None elsewhere."""
    if isinstance(labels, Labels) or labels.plain is None or len(changes) != 1:
        return None
    stage = changes[0]
    return stage if isinstance(stage, Resampling) and is_affine(stage.matrix) else None


def _passed(
    moving: Moving, size: Size, stage: Stage, composer: Composer, reduced: Size | None
) -> tuple[Moving, Size]:
    """The labels and the size of a stage's result."""
    if isinstance(stage, Composed):
        return composer.composed(moving, stage), stage.target
    pieces, maps = moving.pieces, moving.maps
    if isinstance(stage, PixelChange):
        hidden = stage.transform.hidden(stage.draw, size)
        return derived(moving, pieces=covered(pieces, maps, hidden, size)), size
    ellipses = composer.policy.boxes == "ellipse"
    after = stage.target if isinstance(stage, Resampling) else stage.size
    if reduced is not None and (reduced[0] > after[0] or reduced[1] > after[1]):
        reduced = None
    pieces, maps = passed(pieces, maps, stage, composer.mode, ellipses=ellipses, reduced=reduced)
    return derived(moving, pieces=pieces, maps=maps), after


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
            moves = not _pastes_nothing(stage)
            size = stage.target if isinstance(stage, Composed) else size
        if moves:
            found.append(stage)
    return found


def _pastes_nothing(stage: Stage) -> bool:
    """Whether a step that mixes pictures leaves this one as it is."""
    return isinstance(stage, Composed) and stage.composition.on_picture and not stage.composition.layers


def _size_before(resolved: Resolved) -> Size:
    """Width and height of the picture to which it happens."""
    for stage in resolved.stages:
        if isinstance(stage, Resampling | Composed):
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
