"""The members of a shard that one output comes to, as bytes of a tar file.

Written are, one after the other, the picture, what is known of it as JSON, and its labels; in every sample
the same fields, as readers learn them from the first few. Values in the JSON are texts and numbers that are
always there: what is nested differs from picture to picture, so it stands in it as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

import numpy as np

from augstudio.export.names import suffix_of
from augstudio.export.rendering import OutputFiles
from augstudio.export.shards.plan import ShardPlan
from augstudio.export.tasks import PlannedOutput, Task
from augstudio.images.codec import encode

BLOCK: Final = 512
"""Bytes to a multiple of which members are filled up with zeros."""

END: Final = bytes(2 * BLOCK)
"""What ends a tar file; nothing more is filled up, so that readers of pieces find the end."""

# Of a picture without labels; readers that decode what ends like a picture fail where nothing is in it.
_NO_MASK: Final = encode(np.zeros((1, 1, 1), np.uint8), "png")

_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode


def output_members(made: OutputFiles, task: Task, planned: PlannedOutput, plan: ShardPlan) -> bytes:
    """All members of an output, without the end of a tar file.

    Args:
        made: The output.
        task: The task that it is of.
        planned: What the task says of it.
        plan: What all shards have in common.
    """
    return b"".join(member(name, data) for name, data in _members(made, task, planned, plan))


def member(name: str, data: bytes) -> bytes:
    """One file in a tar file, without time, user and group; with a PAX header where its name needs one."""
    import tarfile  # most exports write no shards

    info = tarfile.TarInfo(name)
    info.size = len(data)
    header = info.tobuf(tarfile.PAX_FORMAT, "utf-8", "surrogateescape")
    return b"".join((header, data, bytes(-len(data) % BLOCK)))


def _members(
    made: OutputFiles, task: Task, planned: PlannedOutput, plan: ShardPlan
) -> Iterator[tuple[str, bytes]]:
    stem = planned.file.removesuffix(suffix_of(planned.file))
    yield planned.file, made.image
    yield f"{stem}.json", _described(made, task, planned, plan)
    label = plan.label(task.sample)
    if label is not None:
        yield f"{stem}.cls", str(label).encode()
    written = dict(made.labels)
    for file in planned.label_files:
        yield file, written.get(file, _NO_MASK if file.endswith(".png") else b"")


def _described(made: OutputFiles, task: Task, planned: PlannedOutput, plan: ShardPlan) -> bytes:
    output = made.output
    # What goes into one file of all pictures, in a format that has no others.
    labels = None if planned.label_files else output.labels
    fields = {
        "key": output.key,
        "copy": output.copy,
        "class": task.sample.class_name or "",
        "split": task.sample.split or "",
        "width": output.width,
        "height": output.height,
        "seed": plan.seed,
        "draws": _encode(output.draws),
        "labels": "" if labels is None else labels.entry_text,
        "sha256": output.sha256,
        "pixels": output.pixels,
        "source": output.source,
        "left_out": output.left_out,
        "versions": dict(plan.versions),
    }
    return _encode(fields).encode("utf-8", "backslashreplace")
