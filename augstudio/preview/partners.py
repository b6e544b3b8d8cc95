"""The pictures that steps mix into the one on show: read once, and kept while they do not change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeAlias

from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import ExportError, Message
from augstudio.export.labels.labelling import Labelling, labelling_of
from augstudio.export.mixing import mixing_refusal
from augstudio.export.partners import PartnerPool, PartnerReader
from augstudio.export.reading.reader import OpenedExport
from augstudio.export.reading.sources import mixable
from augstudio.preview.listings import listing_of
from augstudio.render.partners import Partners

ShownDataset: TypeAlias = Dataset | OpenedExport
"""Where the picture on show comes from."""

CACHE_BYTES: Final = 64 * 2**20
"""Budget for their pixels."""


@dataclass
class PartnerReading:
    """Reads the pictures of the dataset on show that steps mix in; thread-safe.

    Attributes:
        budget: Bytes of pictures that are kept.
    """

    budget: int = CACHE_BYTES
    _last: tuple[object, PartnerReader] | None = None
    _labelling: tuple[object, Labelling | None] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, dataset: ShownDataset, sample: Sample, side: int | None = None) -> Partners | None:
        """What gives the pictures that steps mix into a sample; nothing is read before it is asked.

        Args:
            dataset: Where the sample comes from; of an opened export, what it was made from.
            sample: The sample.
            side: Longest side in pixels of thumbnails that are taken for the pictures; None for themselves.

        Returns:
            None for an opened export of which nobody knows what it was made from.
        """
        source = _source_of(dataset)
        if source is None:
            return None
        with self._lock:
            if self._last is None or self._last[0] is not source:
                listed = _pool_of(dataset, source)
                self._last = source, PartnerReader(source, None, budget=self.budget, listed=listed)
            return self._last[1].of_split(sample.split, side)

    def refusal(self, dataset: ShownDataset, sample: Sample, pipeline: Pipeline) -> Message | None:
        """Why a dataset cannot be exported in its format with steps that mix pictures; None where it can.

        Args:
            dataset: Where the sample comes from.
            sample: The picture on show, which tells whether whole pictures have classes.
            pipeline: The steps.
        """
        source = _source_of(dataset) if pipeline.mixes else None
        if source is None:
            return None
        with self._lock:
            if self._labelling is None or self._labelling[0] is not source:
                self._labelling = source, _labelling(source)
            labelling = self._labelling[1]
        return mixing_refusal(pipeline, labelling, lambda: bool(sample.classes))


def _source_of(dataset: ShownDataset) -> Dataset | None:
    return dataset.sources if isinstance(dataset, OpenedExport) else dataset


def _pool_of(dataset: ShownDataset, source: Dataset) -> Callable[[], PartnerPool]:
    """What lists the pictures that may be mixed in, as an export divided them where one is shown."""
    if isinstance(dataset, OpenedExport) and dataset.recorded.options.divide:
        options = dataset.recorded.options
        return lambda: PartnerPool.of(mixable(source, options))
    return partial(listing_of(source).pool, source)


def _labelling(dataset: Dataset) -> Labelling | None:
    """How the labels of a dataset are written; None where it has none, or they cannot be."""
    try:
        return labelling_of(dataset, "")
    except ExportError:
        return None
