"""Finds masks in folders; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.masks.recognising import masks_in
from augstudio.datasets.splits import split_of

LISTS: Final = ("classes.csv", "class_dict.csv", "_classes.csv", "class_dict_seg.csv", "label_names.csv")
"""Names of tables that list classes, by which their dataset may be opened."""

_PARTS: Final = frozenset(
    (
        "annotations",
        "groundtruth",
        "gt",
        "instance_ids",
        "instances",
        "labels",
        "mask",
        "masks",
        "segmentation",
    )
)
_MOST_FOLDERS: Final = 12


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a folder with masks, or one in which a folder has some."""
    if not candidate.is_folder:
        return Likelihood.NO if whole_of_part(candidate) is None else Likelihood.CERTAIN
    is_found = candidate.once(_has_pairs) or whole_of_part(candidate) is not None
    return Likelihood.LIKELY if is_found else Likelihood.NO


def whole_of_part(candidate: Candidate) -> Path | None:
    """The folder of the dataset of which a path is the list of classes or the folder of masks; else None."""
    path = candidate.path
    if candidate.suffix:
        is_list = path.name in LISTS and candidate.is_file
        return path.parent if is_list and _has_pairs(Candidate(path.parent)) else None
    inner = path if split_of(path.name) is None else path.parent
    if inner.name.casefold() not in _PARTS or candidate.once(_has_pairs) or _has_pairs(Candidate(inner)):
        return None
    return inner.parent if _has_pairs(Candidate(inner.parent)) else None


def _has_pairs(candidate: Candidate) -> bool:
    """Whether a folder or one of its folders has masks, each for a picture."""
    if _has_masks(candidate):
        return True
    if not 0 < len(candidate.folders) <= _MOST_FOLDERS:
        return False
    from augstudio.datasets.masks.pairs import is_mask_part

    inner = (candidate.path / name for name in candidate.folders if not is_mask_part(name))
    return any(_has_masks(Candidate(path)) for path in inner)


def _has_masks(candidate: Candidate) -> bool:
    listed = candidate.listed
    mask = masks_in(listed.stems, listed.folders, listed.place)
    if mask is None or "/" not in mask:
        return mask is not None
    from augstudio.datasets.masks.pairs import is_mask_part

    return is_mask_part(mask.split("/")[0])
