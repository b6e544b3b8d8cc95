"""Lists a dataset for the panel that shows it; work for a thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from augstudio.datasets.assumed import left_out_notes
from augstudio.datasets.base import Sample, SampleSource, Skipped
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Stated
from augstudio.datasets.left_out import Kind, LeftOutTally
from augstudio.datasets.recognising import Assumption

if TYPE_CHECKING:
    from augstudio.preview.listings import Listing

BATCHES = (1, 50, 2000)
"""How many pictures are listed before they are shown: the first one at once, then more at a time."""

_ASKING_SECONDS = 0.05  # how often it is asked whether to stop
_SPACING_SECONDS = 0.5  # so that a slow drive's pictures are shown as they are found


@dataclass(frozen=True)
class Batch:
    """Some of what is listed.

    Attributes:
        samples: The samples.
        skipped: What was left out.
        taken: Set by who has taken it in; before that nothing more is listed, so that few wait, and whoever
            takes it in does not have to share the processor.
    """

    samples: tuple[Sample, ...]
    skipped: tuple[Skipped, ...]
    taken: threading.Event = field(default_factory=threading.Event)


class Facts(NamedTuple):
    """What was found out about a dataset while it was listed."""

    assumption: Assumption
    labels: FoundLabels | None
    left_out: tuple[str, ...]
    is_plain: bool


def list_dataset(
    dataset: SampleSource, report: Callable[[Batch], None], cancelled: Callable[[], bool]
) -> Facts | None:
    """List a dataset in batches, small ones first so that a picture is on show at once.

    Steps that mix pictures choose among what is listed here.

    Args:
        dataset: The dataset.
        report: Called with each batch.
        cancelled: Asked at each of them.

    Returns:
        None if cancelled.
    """
    from augstudio.preview.listings import listing_of

    listing = listing_of(dataset)
    with listing.under_way():
        return _listed(dataset, report, cancelled, listing)


def _listed(
    dataset: SampleSource,
    report: Callable[[Batch], None],
    cancelled: Callable[[], bool],
    listing: Listing,
) -> Facts | None:
    known: list[Sample] = []
    samples: list[Sample] = []
    skipped: list[Skipped] = []
    sizes = iter(BATCHES)
    size = next(sizes)
    told = time.monotonic()
    left_out = LeftOutTally()
    for item in dataset.samples(on_left_out=left_out.add):
        if cancelled():
            return None
        if isinstance(item, Sample):
            samples.append(item)
            known.append(item)
        else:
            skipped.append(item)
        if len(samples) >= size or time.monotonic() - told > _SPACING_SECONDS:
            batch = Batch(tuple(samples), tuple(skipped))
            report(batch)
            if not _taken(batch, cancelled):
                return None
            samples, skipped, size, told = [], [], next(sizes, size), time.monotonic()
    report(Batch(tuple(samples), tuple(skipped)))
    listing.give(known)
    found = dataset.assumption
    copies = tuple(item for item in left_out.found if item.kind in (Kind.COPY, Kind.EXPORT))
    plain = not (dataset.has_splits or found.taken_as_classes or copies or dataset.stated != Stated())
    return Facts(found, dataset.found_labels(cancelled), left_out_notes(copies), plain)


def _taken(batch: Batch, cancelled: Callable[[], bool]) -> bool:
    """Wait until a batch is taken in; not if cancelled."""
    while not batch.taken.wait(_ASKING_SECONDS):
        if cancelled():
            return False
    return True
