"""Finds masks in folders; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.masks.recognising import masks_in

_MOST_FOLDERS: Final = 12


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a folder with masks, or one in which a folder has some."""
    if not candidate.is_folder:
        return Likelihood.NO
    if _has_masks(candidate):
        return Likelihood.LIKELY
    if not 0 < len(candidate.folders) <= _MOST_FOLDERS:
        return Likelihood.NO
    from augstudio.datasets.masks.pairs import is_mask_part

    inner = (candidate.path / name for name in candidate.folders if not is_mask_part(name))
    return Likelihood.LIKELY if any(_has_masks(Candidate(path)) for path in inner) else Likelihood.NO


def _has_masks(candidate: Candidate) -> bool:
    listed = candidate.listed
    mask = masks_in(listed.stems, listed.folders, listed.place)
    if mask is None or "/" not in mask:
        return mask is not None
    from augstudio.datasets.masks.pairs import is_mask_part

    return is_mask_part(mask.split("/")[0])
