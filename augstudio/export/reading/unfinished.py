"""Exports that were stopped, and go on when they are run again; nothing is ever written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from augstudio.errors import AugStudioError, ExportError
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, PARTS
from augstudio.export.lock import is_locked
from augstudio.export.reading.recorded import Recorded, read_recorded, source_of
from augstudio.export.record_lines import named_outputs
from augstudio.export.references import pinned_pipeline

if TYPE_CHECKING:
    from augstudio.export.job import ExportJob
    from augstudio.pipelines import Pipeline

_LOOKED_AT: Final = 8


@dataclass(frozen=True)
class Unfinished:
    """An export that was stopped.

    Attributes:
        recorded: What it was begun with.
        stopped: When it was last written to, in seconds since 1970.
    """

    recorded: Recorded
    stopped: float

    @property
    def out(self) -> Path:
        """Its folder."""
        return self.recorded.out

    def is_made_with(self, pipeline: Pipeline, seed: int) -> bool:
        """Whether it would go on with this pipeline and seed."""
        if self.recorded.options.seed != seed:
            return False
        with contextlib.suppress(ExportError):
            return pinned_pipeline(pipeline).fingerprint() == self.recorded.pipeline.fingerprint()
        return False

    def is_same_as(self, job: ExportJob) -> bool:
        """Whether a job with its pipeline and seed has its options, too."""
        written = job.options.to_format or self.recorded.source_format
        return replace(job.options, to_format=written) == self.recorded.options

    def is_of(self, dataset: Path) -> bool:
        """Whether a dataset's folder has pictures that it has written, if it has written any."""
        keys = []
        with contextlib.suppress(AugStudioError, OSError):
            keys = [output.key for output in islice(named_outputs(self.out, JOURNAL), _LOOKED_AT)]
        return not keys or any(source_of(dataset, key) is not None for key in keys)


def unfinished_export(out: Path) -> Unfinished | None:
    """The export that was stopped in a folder; None where there is none, or it is finished or running."""
    journal = out / JOURNAL
    try:
        if not os.path.lexists(journal) and os.path.lexists(out / MANIFEST):
            return None
        if os.path.lexists(out / PARTS):
            return None  # it goes on part by part
        recorded = read_recorded(out)
        written = journal if journal.exists() else out / IDENTITY
        return None if is_locked(out) else Unfinished(recorded, written.stat().st_mtime)
    except (AugStudioError, OSError):
        return None


def last_unfinished(known: Iterable[Path], found: Iterable[Path], dataset: Path) -> Unfinished | None:
    """The export of a dataset that was stopped last.

    Args:
        known: Folders of exports that are known to be of this dataset.
        found: Folders that may hold some.
        dataset: The dataset's folder.
    """
    sure = [item for item in map(unfinished_export, known) if item is not None]
    others = [item for item in map(unfinished_export, found) if item is not None and item.is_of(dataset)]
    return max((*sure, *others), key=lambda item: item.stopped, default=None)
