"""A quick look at what splits have in common, for those who wait: no picture is decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.left_out import COPY_NAME
from augstudio.datasets.splits import Split
from augstudio.insights.name_series import series_of, stem_of
from augstudio.insights.named_copies import copies_by_name
from augstudio.insights.same_files import same_files

MOST_PICTURES: Final = 200_000
"""Of datasets with more pictures nothing is looked at: their names take memory."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen.

    Attributes:
        same: How many pictures lie in several splits as files that are the same to the byte.
        copies: Of how many pictures augmented copies, by their names, lie in another split than the picture
            or than each other.
        series: How many numbered series of names, as ``clip7``, lie in several splits.
    """

    same: int
    copies: int
    series: int


NOTHING: Final = Glance(0, 0, 0)
"""Nothing was seen."""


def glance(
    dataset: Dataset, listed: Iterable[Sample], cancelled: Callable[[], bool] = lambda: False
) -> Glance:
    """Look at names and at files of one size, for about a second at most.

    Args:
        dataset: Where the pictures are from.
        listed: Its samples, in their splits.
        cancelled: Asked between files whether to stop.
    """
    samples = list(islice(listed, MOST_PICTURES + 1))
    divided = [sample for sample in samples if sample.split in (Split.TRAIN, Split.VAL, Split.TEST)]
    if len(samples) > MOST_PICTURES or len({sample.split for sample in divided}) < 2:
        return NOTHING
    copies = {_original(names[0]) for advice in copies_by_name(samples) for names in advice.files}
    series = series_of(divided).torn_numbered
    return Glance(len(same_files(dataset, divided, cancelled)), len(copies), len(series))


def _original(key: str) -> str:
    """The name of the picture of which a file is a copy."""
    match = COPY_NAME.fullmatch(stem_of(key))
    return key if match is None else match["stem"]
