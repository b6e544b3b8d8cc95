"""Which mask belongs to which picture, by the names of folders and files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from augstudio.datasets.annotated_pictures import key_of, pictures_in
from augstudio.datasets.label_folder import stem_of
from augstudio.datasets.masks.recognising import holds_pictures, masked
from augstudio.datasets.splits import is_container

_JOINED: Final = r"train|training|val|valid|validation|test|testing|default|image|img"
_CLASSES: Final = (
    r"masks?|labels?|annotations?|annots?|annotated|gts?|gt_?fine|gt_?coarse|ground_?truths?|segmentations?"
    r"|segs?|segmentation_?class(?:_?aug)?|trimaps?|semantic|label_?(?:ids?|images?)"
)
_INSTANCES: Final = r"instances?(?:_?(?:ids?|masks?|maps?))?|segmentation_?object"
_FOLDERS: Final = {
    name: re.compile(rf"(?:^|[-_ .])({_JOINED})?(?:{words})(?:$|[-_ .\d])", re.IGNORECASE)
    for name, words in (("instances", _INSTANCES), ("classes", _CLASSES))
}
_PICTURE_TAIL: Final = re.compile(
    r"[-_. ](?:left_?img_?8bit|image|img|rgb|sat|input|original)$", re.IGNORECASE
)
_INSTANCE_TAIL: Final = re.compile(r"[-_. ](?:gt_?(?:fine|coarse)_)?instance(?:s|_?ids?)?$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"instance_?ids?(?:$|[-_ .])", re.IGNORECASE)
_KINDS: Final = (
    re.compile(r"[-_. ]label_?ids?$", re.IGNORECASE),
    re.compile(r"(?!.*[-_. ](?:label_?train_?ids?|color)$)", re.IGNORECASE),
    re.compile(r"[-_. ]label_?train_?ids?$", re.IGNORECASE),
    re.compile(r""),
)


class Role(IntEnum):
    """What a file is."""

    PICTURE = 0
    CLASSES = 1
    INSTANCES = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture with its masks; paths are absolute.

    Attributes:
        picture: The picture.
        classes: Its mask of classes, if there is one.
        instances: Its mask of instances, if there is one.
        further: Masks of its that do not count, as there are earlier ones.
        by_number: Whether instances are numbered as those of Cityscapes are: from 1000 times the class on.
    """

    picture: str
    classes: str | None
    instances: str | None
    further: tuple[str, ...] = ()
    by_number: bool = False


@dataclass
class _Masks:
    """Masks by the place and name of the picture that they belong to."""

    by_place: dict[tuple[tuple[str, ...], str], list[str]] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=dict)

    def add(self, place: tuple[str, ...], names: Iterable[str], path: str) -> None:
        for name in names:
            self.by_place.setdefault((place, name), []).append(path)
            self.by_name.setdefault(name, []).append(path)

    def of(self, place: tuple[str, ...], names: Iterable[str], counts: Mapping[str, int]) -> list[str]:
        """Masks of a picture; a name alone tells only where one picture and one mask have it."""
        for name in names:
            if found := self.by_place.get((place, name)):
                return found
        for name in names:
            if counts[name] == 1 and len(self.by_name.get(name, ())) == 1:
                return self.by_name[name]
        return []


def mask_pairs(root: str) -> Iterator[Pair]:
    """All pictures of a dataset with their masks, ordered by path; those without one have none.

    A mask's folder is called masks, labels, annotations, instances or the like; for the rest its path and
    name are those of its picture. It may lie beside its picture, too, if its name says more than that.
    """
    pictures: list[tuple[str, tuple[str, ...], list[str]]] = []
    masks = {Role.CLASSES: _Masks(), Role.INSTANCES: _Masks()}
    counts: dict[str, int] = {}
    for role, path, parts, stem in _files(root):
        place = tuple(filter(None, (_plain(part, is_mask=role is not Role.PICTURE) for part in parts)))
        if role is Role.PICTURE:
            names = list(dict.fromkeys((stem, _PICTURE_TAIL.sub("", stem))))
            pictures.append((path, place, names))
            for name in names:
                counts[name] = counts.get(name, 0) + 1
        else:
            masks[role].add(place, dict.fromkeys((stem, _of_picture(stem))), path)
    for path, place, names in pictures:
        classes = sorted(masks[Role.CLASSES].of(place, names, counts), key=_rank)
        instances = sorted(masks[Role.INSTANCES].of(place, names, counts))
        same = [other for other in classes[1:] if _rank(other)[0] == _rank(classes[0])[0]]
        first = instances[0] if instances else None
        numbered = first is not None and any(map(_NUMBERED.search, _bare_path(root, first)))
        yield Pair(path, classes[0] if classes else None, first, (*same, *instances[1:]), numbered)


def is_mask_part(name: str) -> bool:
    """Whether a folder's name says that it holds masks of classes or instances."""
    return any(pattern.search(name) for pattern in _FOLDERS.values())


def bare_parts(parts: Iterable[str]) -> list[str]:
    """The parts of a folder's path that say more than that pictures are inside."""
    return [part for part in parts if not (is_container(part) or holds_pictures(part))]


def _bare_path(root: str, path: str) -> list[str]:
    """The names of a file and the folders that it is in, without suffix."""
    return stem_of(key_of(root, path)).split("/")


def _files(root: str) -> Iterator[tuple[Role, str, tuple[str, ...], str]]:
    """All files with a picture's suffix: what each is, its path, the folders that it is in, and its stem."""
    waiting: list[tuple[str, tuple[str, ...], str]] = []
    for path in pictures_in(root):
        *parts, name = key_of(root, path).split("/")
        if waiting and waiting[0][1] != tuple(parts):
            yield from _roles(waiting)
            waiting = []
        waiting.append((path, tuple(parts), stem_of(name)))
    yield from _roles(waiting)


def _roles(files: list[tuple[str, tuple[str, ...], str]]) -> Iterator[tuple[Role, str, tuple[str, ...], str]]:
    """What the files of one folder are."""
    stems = {stem for _, _, stem in files}
    for path, parts, stem in files:
        in_instances = any(_FOLDERS["instances"].search(part) for part in parts)
        in_masks = in_instances or any(map(is_mask_part, parts))
        beside = _of_picture(stem) != stem and _of_picture(stem) in stems
        if not in_masks and not beside:
            role = Role.PICTURE
        else:
            role = Role.INSTANCES if in_instances or _INSTANCE_TAIL.search(stem) else Role.CLASSES
        yield role, path, parts, stem


def _plain(part: str, *, is_mask: bool) -> str:
    """A folder's name without the words that say what is inside."""
    for pattern in _FOLDERS.values() if is_mask else ():
        if pattern.search(part):
            part = pattern.sub(lambda found: f"_{found[1] or ''}_", part)
            break
    words = [word for word in re.split(r"[-_ .]+", part.casefold()) if word]
    return "_".join(bare_parts(words))


def _of_picture(stem: str) -> str:
    """The name of the picture that a mask belongs to."""
    return masked(_INSTANCE_TAIL.sub("", stem)) or stem


def _rank(path: str) -> tuple[int, str]:
    """Which of several masks counts: numbers of classes first, then any, those to train on, colours last."""
    stem = stem_of(os.path.basename(path))  # noqa: PTH119
    return next(number for number, kind in enumerate(_KINDS) if kind.search(stem)), path
