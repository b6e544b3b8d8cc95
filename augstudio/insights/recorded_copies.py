"""Pictures of a dataset that an export made, by its manifest: told also where they have other names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from augstudio.core.text import counted
from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.origins import Origin, Origins
from augstudio.errors import AugStudioError, Message
from augstudio.insights.advice import Advice, Example, Severity


@dataclass(frozen=True, slots=True)
class RecordedCopy:
    """A picture that a manifest knows.

    Attributes:
        sample: Which one.
        origin: What it was made from.
    """

    sample: Sample
    origin: Origin


def recorded_copies(
    dataset: Dataset, samples: Sequence[Sample], origins: Origins, cancelled: Callable[[], bool]
) -> list[RecordedCopy] | None:
    """The pictures that manifests know, by their bytes; None if cancelled.

    Args:
        dataset: The dataset.
        samples: Those of its pictures to look at; what cannot be read is passed over.
        origins: What the manifests say; where that is nothing, no picture is read.
        cancelled: Asked between pictures whether to stop.
    """
    found: list[RecordedCopy] = []
    for sample in samples if origins else ():
        if cancelled():
            return None
        try:
            digest = hashlib.sha256(dataset.read_bytes(sample)).digest()
        except AugStudioError:
            continue
        origin = origins.get(digest)
        if origin is not None:
            found.append(RecordedCopy(sample, origin))
    return found


def advice_on_copies(found: Sequence[RecordedCopy], pictures: int) -> Iterator[Advice]:
    """What is said of the pictures that manifests know.

    Args:
        found: These pictures.
        pictures: How many were looked at.
    """
    by_source: dict[bytes, list[RecordedCopy]] = {}
    for item in found:
        by_source.setdefault(item.origin.source, []).append(item)
    yield from _torn([items for items in by_source.values() if _is_torn(items)])
    yield from _as_input([item for item in found if item.origin.copy], pictures)


def _is_torn(items: Sequence[RecordedCopy]) -> bool:
    """Whether pictures of one source lie in several splits, a copy among them."""
    splits = {item.sample.split for item in items} - {None}
    return len(splits) > 1 and any(item.origin.copy for item in items)


def _torn(groups: Sequence[Sequence[RecordedCopy]]) -> Iterator[Advice]:
    """Copies of one picture in several splits, or in another one than the picture."""
    if groups:
        yield Advice(
            "recorded-copies-across-splits",
            Severity.LIKELY_WRONG,
            None,
            counted(
                len(groups),
                "files of 1 picture, augmented copies among them, lie in several splits, by an export's "
                "manifest: what is tested was seen in training",
                "files of each of {0} pictures, augmented copies among them, lie in several splits, by an "
                "export's manifest: what is tested was seen in training",
            ),
            Message("keep all copies of a picture in its split, or divide the originals and export again"),
            Example(groups[0][0].sample.key),
            {"pictures": len(groups)},
            tuple(tuple(item.sample.key for item in items) for items in groups),
        )


def _as_input(copies: Sequence[RecordedCopy], pictures: int) -> Iterator[Advice]:
    """Augmented copies among what a new export would augment."""
    if copies:
        yield Advice(
            "copies-as-input",
            Severity.NOTE,
            None,
            counted(
                len(copies),
                "1 of {1} pictures is an augmented copy, by an export's manifest: an export changes it again",
                "{0} of {1} pictures are augmented copies, by an export's manifest: an export changes them "
                "again",
                f"{pictures:,}",
            ),
            Message("export from the folder of the originals"),
            Example(copies[0].sample.key),
            {"copies": len(copies), "pictures": pictures},
            tuple((item.sample.key,) for item in copies),
        )
