"""The files that a pipeline uses, kept beside its export so that the export can be made again from itself."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from augstudio.assets import pinned, read_reference
from augstudio.core.reference import Reference
from augstudio.core.text import printable
from augstudio.errors import ExportError, PipelineError, message_of
from augstudio.export.output_writer import is_torn
from augstudio.export.workspace import Workspace
from augstudio.pipelines import Pipeline

_MAX_NAME: Final = 80
_CHANGED: Final = (
    "{0} is not the file that the pipeline uses any more; move it away, or let edited files be replaced"
)
_KEPT: Final = re.compile(r"[0-9a-f]{16}_.{0,80}\.reference", re.DOTALL)


def check_references(pipeline: Pipeline) -> None:
    """Refuse a pipeline whose files are not there as they were chosen, or cannot be used.

    Raises:
        ExportError: The text names the file.
    """
    try:
        for reference in pipeline.references():
            read_reference(reference)
        for step in pipeline.switched_on():
            step.transform.prepare()
    except PipelineError as error:
        raise ExportError(message_of(error)) from None


def pinned_pipeline(pipeline: Pipeline) -> Pipeline:
    """The pipeline with the hash of every file that its steps use now, where it named none.

    Raises:
        ExportError: The text names a file that cannot be read.
    """
    used = frozenset(pipeline.references())
    try:
        return pipeline.with_references(lambda item: pinned(item) if item in used else item)
    except PipelineError as error:
        raise ExportError(message_of(error)) from None


def kept_pipeline(pipeline: Pipeline) -> Pipeline:
    """The pipeline with the names that its files have in an export's folder; shipped ones keep theirs.

    The names no longer end like pictures, so that nobody takes them for pictures of the dataset.
    """
    return pipeline.with_references(_kept)


def keep_references(workspace: Workspace, pipeline: Pipeline, *, replace_edited: bool = False) -> None:
    """Put the files into an export's folder, and remove those of an export that stood there before.

    Args:
        workspace: The export's folder.
        pipeline: The export's pipeline.
        replace_edited: Whether one that somebody changed there is replaced.

    Raises:
        ExportError: Something else has the name of one.
        OSError: A file cannot be written.
        PipelineError: A file is not there as it was chosen.
    """
    wanted = {
        _kept(reference).path: reference for reference in pipeline.references() if not reference.shipped
    }
    contents = {name: read_reference(reference) for name, reference in wanted.items()}
    for name, data in contents.items():
        present = workspace.found(name)
        if present is not None and not (replace_edited and present.is_file):
            found = workspace.read(name)
            if found is None or not is_torn(found, data):
                raise ExportError(_CHANGED, printable(str(workspace.root / name)))
        workspace.write(name, (data,), lasting=True)
    for file in workspace.root.iterdir():
        if is_kept_reference(file.name) and file.name not in wanted and _is_kept_copy(workspace, file.name):
            workspace.remove(file.name)


def _is_kept_copy(workspace: Workspace, name: str) -> bool:
    """Whether a file is what its name says, and not a user's that only looks so."""
    with contextlib.suppress(OSError):
        data = workspace.read(name)
        return data is not None and hashlib.sha256(data).hexdigest().startswith(name[:16])
    return False


def is_kept_reference(name: str) -> bool:
    """Whether a file at the top of an export's folder is one that its pipeline uses, by its name."""
    return _KEPT.fullmatch(name) is not None


def recorded_pipeline(described: object, out: Path) -> Pipeline:
    """An export's pipeline, with the files that lie in its folder.

    Raises:
        PipelineError: The description is damaged.
    """
    return Pipeline.from_dict(described).with_references(lambda reference: reference.anchored(out))


def lost_references(pipeline: Pipeline) -> Iterator[tuple[str, str]]:
    """The files that are not there as they were chosen: name and reason."""
    for reference in pipeline.references():
        try:
            read_reference(reference)
        except PipelineError as error:
            yield reference.name, str(error)


def same_pipeline(described: object, other: object) -> bool:
    """Whether two descriptions are of one pipeline, wherever its files come from."""
    if described == other:
        return True
    try:
        return Pipeline.from_dict(described).fingerprint() == Pipeline.from_dict(other).fingerprint()
    except PipelineError:
        return False


def _kept(reference: Reference) -> Reference:
    if reference.shipped:
        return reference
    if is_kept_reference(reference.name) and reference.name.startswith(reference.sha256[:16] or "-"):
        return Reference(reference.name, reference.sha256)
    name = re.sub(r"[^\w.\- ]", "_", reference.name)
    while len(name.encode()) > _MAX_NAME:
        name = name[1:]
    sha256 = pinned(reference).sha256
    return Reference(f"{sha256[:16]}_{name}.reference", sha256)
