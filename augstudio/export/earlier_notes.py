"""Says what else than the dataset as it is now an export's folder was made from, before it is written to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from augstudio.core.text import counted
from augstudio.datasets.base import PictureSource, Sample
from augstudio.errors import AugStudioError
from augstudio.export.digests import DigestSet
from augstudio.export.record_lines import all_named_outputs

_GONE_ONE: Final = (
    "the output folder holds an export of this dataset as it was, or of another one: of {1} in it, 1 picture "
    "is not in this dataset, and what was written of it will be removed"
)
_GONE_MANY: Final = (
    "the output folder holds an export of this dataset as it was, or of another one: of {1} in it, {0} "
    "pictures are not in this dataset, and what was written of them will be removed"
)
_CHANGED_ONE: Final = (
    "the output folder holds an export of another picture under the same name, as 1 of {1} looked at shows; "
    "what was written of it will be replaced"
)
_CHANGED_MANY: Final = (
    "the output folder holds an export of other pictures under the same names, as {0} of {1} looked at show; "
    "what was written of them will be replaced"
)


def earlier_notes(
    out: Path, keys: DigestSet, looked_at: Mapping[str, Sample], dataset: PictureSource
) -> Iterator[str]:
    """What is known of the pictures that a folder's outputs were made from, one sentence each.

    Another dataset may have pictures of the same names, and then the folder's outputs give way to it.

    Args:
        out: The export's folder.
        keys: Of the samples whose outputs will be written.
        looked_at: A few of them, by their keys, whose pictures are compared with those that were exported.
        dataset: What gives these.
    """
    everything, gone = DigestSet(), DigestSet()
    before: dict[str, str] = {}
    for output in all_named_outputs(out):
        everything.add(output.key)
        if output.key not in keys:
            gone.add(output.key)
        elif output.key in looked_at and output.source:
            before.setdefault(output.key, output.source)
    missing = gone.distinct
    if missing:
        yield counted(missing, _GONE_ONE, _GONE_MANY, f"{everything.distinct:,}")
    changed = sum(_digest_of(looked_at[key], dataset) != source for key, source in before.items())
    if changed:
        yield counted(changed, _CHANGED_ONE, _CHANGED_MANY, f"{len(before):,}")


def _digest_of(sample: Sample, dataset: PictureSource) -> str:
    try:
        return hashlib.sha256(dataset.read_bytes(sample)).hexdigest()
    except (AugStudioError, OSError):
        return ""
