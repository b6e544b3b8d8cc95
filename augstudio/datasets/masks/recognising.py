"""Recognises pictures that are masks of other pictures, by the names of files and folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from augstudio.datasets.left_out import has_picture_suffix
from augstudio.datasets.splits import is_container

_WORD: Final = (
    r"masks?|labels?|annotations?|annots?|annotated|gt|gts|gt_?fine|gt_?coarse|ground_?truths?|segmentations?"
    r"|seg|segs|segmentation_?(?:class|object)(?:_?aug)?|trimaps?|semantic|label_?(?:ids?|images?)"
    r"|depths?(?:_?maps?)?|disparit(?:y|ies)|density_?maps?|saliency(?:_?maps?)?|mattes?"
)
_JOINED: Final = r"train|training|val|valid|validation|test|testing|default|image|img"
_FOLDER: Final = re.compile(rf"(?:^|[-_ .])({_JOINED})?(?:{_WORD})(?:$|[-_ .\d])", re.IGNORECASE)
# What a mask's name has more than its picture's: dog_mask, 0016E5_L, aachen_gtFine_labelIds, mask_7.
_TAIL: Final = re.compile(
    r"(?:[-_. ](?:masks?|segs?|segmentation|labels?|gt|l|gt_?fine|gt_?coarse|label_?(?:train_?)?ids"
    r"|instance_?ids|color|trimap|anno|annotation|groundtruth))+\d?$",
    re.IGNORECASE,
)
_PICTURE_TAIL: Final = re.compile(
    r"(?:[-_. ](?:left_?img_?8bit|image|img|rgb|sat|input|original))$", re.IGNORECASE
)
_HEAD: Final = re.compile(r"^(?:masks?|segs?|labels?|gt)[-_. ]", re.IGNORECASE)
# Whether any of many names, one a line, has more than its picture's: most folders hold no mask.
_MARKED: Final = re.compile(f"{_TAIL.pattern}|{_HEAD.pattern}", re.IGNORECASE | re.MULTILINE)
_PICTURE_FOLDERS: Final = frozenset(
    ("leftimg8bit", "input", "inputs", "sat", "original", "originals", "color")
)
_TRIED: Final = 50
_DEEPEST: Final = 2


def is_mask_folder(name: str) -> bool:
    """Whether a folder's name says that it holds masks or other labels."""
    return _FOLDER.search(name) is not None


def is_called_masks(name: str) -> bool:
    """Whether a folder is called masks, labels, annotations or the like, and nothing else."""
    return re.fullmatch(_WORD, name, re.IGNORECASE) is not None


def masks_in(stems: set[str], folders: list[str], place: str) -> str | None:
    """A mask in a folder: beside its picture, or in one of the folders there while the picture is in another.

    Args:
        stems: Names of the pictures in the folder, without suffixes.
        folders: Names of the folders in it.
        place: The folder's own path.
    """
    joined = "\n".join(stems)  # of digits and letters alone, as many are, none is marked
    marked = stems if any(sign in joined for sign in "-_. ") and _MARKED.search(joined) else ()
    pairs = sorted(stem for stem in marked if (base := masked(stem)) != stem and base in stems)
    if len(pairs) >= 2 or (pairs and len(stems) == 2):
        return _file_of(Path(place), pairs[0])
    for name in sorted(folders):
        if is_mask_folder(name):
            for other, sure in _pictures_for(name, folders):
                mask = masks_beside(Path(place) / other, Path(place) / name, sure=sure)
                if mask is not None:
                    return f"{name}/{mask}"
    return None


def masks_of_objects(folders: Iterable[str], place: str) -> str | None:
    """A mask of one object: in a folder of masks beside one with a single picture, whatever they are called.

    Args:
        folders: Names of the folders in a folder.
        place: The folder's own path.
    """
    names = sorted(folders)
    if any(holds_pictures(name) and len(_files(Path(place, name))) == 1 for name in names):
        for name in filter(is_called_masks, names):
            if masks := _files(Path(place, name)):
                return f"{name}/{min(masks)}"
    return None


def masks_beside(pictures: Path, masks: Path, *, sure: bool) -> str | None:
    """A file in ``masks``, or in a folder there, that is called as its picture in ``pictures`` is.

    Args:
        pictures: A folder.
        masks: A folder beside it, with the name of one for masks.
        sure: Whether the names of both say that they belong together; else either may be a class, and only
            files of another kind are taken for masks.
    """
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        found = _matching(pictures / inner, masks / inner, sure=sure)
        if found is None and inner and sure and not (pictures / inner).is_dir():
            found = _matching(pictures, masks / inner, sure=sure)  # as in annotations/trimaps
        if found is not None:
            return f"{inner}/{found}" if inner else found
        if inner.count("/") < _DEEPEST:
            folders = _folders(masks / inner)[:_TRIED]
            waiting += [f"{inner}/{name}" if inner else name for name in reversed(folders)]
    return None


def masked(stem: str) -> str:
    """The name of the picture that a mask belongs to, without suffix; the same where it is called as that."""
    return _HEAD.sub("", _TAIL.sub("", stem)) or stem


def holds_pictures(name: str) -> bool:
    """Whether a folder's name says that it holds the pictures that masks belong to."""
    return is_container(name) or name.casefold() in _PICTURE_FOLDERS


def _pictures_for(mask_folder: str, folders: Iterable[str]) -> list[tuple[str, bool]]:
    """Folders beside one of masks that may hold the pictures, and whether their names say so.

    Those called images or the like do, and the same name without its word for masks.
    """
    bare = re.sub(r"[-_ .]", "", _FOLDER.sub(lambda found: found[1] or "", mask_folder)).casefold()
    others = sorted(name for name in folders if not is_mask_folder(name))
    sure = [name for name in others if holds_pictures(name) or (bare and bare in name.casefold())]
    return [*((name, True) for name in sure), *((name, False) for name in others if name not in sure)]


def _matching(pictures: Path, masks: Path, *, sure: bool) -> str | None:
    """A mask with its picture in two folders, if most of the masks have one."""
    names, others = sorted(_files(masks)), _files(pictures)
    if not sure:
        kinds = {_suffix(name) for name in others}
        names = [name for name in names if _suffix(name) not in kinds]
    stems = {_PICTURE_TAIL.sub("", _stem(name)) for name in others}
    some = names[:: max(1, len(names) // _TRIED)][:_TRIED]
    paired = [name for name in some if {_stem(name), masked(_stem(name))} & stems]
    return paired[0] if paired and 2 * len(paired) >= len(some) else None


def _file_of(folder: Path, stem: str) -> str:
    return next((name for name in sorted(_files(folder)) if _stem(name) == stem), stem)


def _files(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [item.name for item in entries if has_picture_suffix(item.name)]
    except OSError:
        return []


def _folders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(item.name for item in entries if item.is_dir())
    except OSError:
        return []


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]  # noqa: PTH122


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122
