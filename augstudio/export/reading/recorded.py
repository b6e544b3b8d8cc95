"""A finished export, read back: what it was made with, its lines, and where its files lie."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from augstudio.core.text import printable
from augstudio.errors import ExportError, Message, PipelineError, message_of
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, PARTS
from augstudio.export.job import ExportJob
from augstudio.export.manifest import LaterVersionError, Output
from augstudio.export.options import ExportOptions
from augstudio.export.own_files import open_regular
from augstudio.export.references import recorded_pipeline

if TYPE_CHECKING:
    from augstudio.pipelines import Pipeline

_MAX_IDENTITY_BYTES = 64_000_000


@dataclass(frozen=True)
class Recorded:
    """What an export's folder says about itself.

    Attributes:
        out: The folder.
        pipeline: What it was made with.
        options: How it was made.
        version_mismatch: Versions other than those in use now, as "opencv 4.12, now 4.13"; "" where all are.
        source_format: Name of the format in which the dataset had its labels; "" where it had none.
    """

    out: Path
    pipeline: Pipeline
    options: ExportOptions
    version_mismatch: str
    source_format: str = ""

    def job(self, dataset: Path) -> ExportJob:
        """The export as it would be run again."""
        return ExportJob(dataset, self.out, self.pipeline, self.options, self.source_format)


def read_recorded(out: Path) -> Recorded:
    """Read what an export was made with.

    Raises:
        ExportError: The folder is no export, or the file that says so is damaged.
    """
    described = read_identity(out)
    try:
        pipeline = recorded_pipeline(described["pipeline"], out)
        labels = described.get("labels", {"source format": "", "format": ""})
        options = ExportOptions(
            seed=described["seed"], **described["options"], to_format=str(labels["format"])
        )
        mismatch = _version_mismatch(described["versions"], pipeline)
        return Recorded(out, pipeline, options, mismatch, str(labels["source format"]))
    except KeyError as error:
        raise _damaged(out, Message("it has no {0}", error.args[0])) from None
    except (ExportError, PipelineError, TypeError, AttributeError) as error:
        raise _damaged(out, message_of(error)) from None


def read_identity(out: Path) -> dict[str, Any]:
    """The contents of an export's :data:`~augstudio.export.files.IDENTITY`, as far as it is this program's.

    Raises:
        ExportError: The folder is no export, or the file is damaged.
    """
    path = out / IDENTITY
    try:
        with open_regular(out, IDENTITY) as stream:
            data = stream.read(_MAX_IDENTITY_BYTES + 1)
        if len(data) > _MAX_IDENTITY_BYTES:
            raise _damaged(out, Message("it is too large"))
        described = json.loads(data.decode())
    except (FileNotFoundError, NotADirectoryError):
        raise _no_export(out, IDENTITY) from None
    except OSError as error:
        raise ExportError(unreadable(path, error)) from None
    except (ValueError, RecursionError):
        raise _damaged(out, Message("it is not JSON")) from None
    if not isinstance(described, dict) or described.get("augstudio") != 1:
        raise _damaged(out, Message("it is not one of this program's"))
    return described


def finished_manifest(out: Path) -> Path:
    """The manifest of a finished export.

    Raises:
        ExportError: There is none.
    """
    path = out / MANIFEST
    try:
        open_regular(out, MANIFEST).close()
        return path
    except FileNotFoundError:
        pass
    except OSError as error:
        raise ExportError(unreadable(path, error)) from None
    if os.path.lexists(out / PARTS):
        raise ExportError(
            "the parts of the export in {0} are not put together yet; 'augstudio finish' does it",
            printable(str(out)),
        )
    if os.path.lexists(out / JOURNAL):
        raise ExportError(
            "the export in {0} is not finished; run the same export again, it goes on", printable(str(out))
        )
    raise _no_export(out, MANIFEST)


def _no_export(out: Path, missing: str) -> ExportError:
    if not os.path.lexists(out):
        return ExportError("there is no folder {0}; check the spelling", printable(str(out)))
    return ExportError("{0} is not an export: there is no {1} in it", printable(str(out)), missing)


def numbered_lines(path: Path) -> Iterator[tuple[int, Output | None]]:
    """A manifest's records with their line numbers from 1; None stands for a damaged line.

    Raises:
        ExportError: The file cannot be read, or a line of it be understood by a later program only.
    """
    number = 0
    try:
        with open_regular(path.parent, path.name) as stream:
            for number, line in enumerate(stream, start=1):
                yield number, Output.from_line(line)
    except LaterVersionError as error:
        raise error.found_in(path, number) from None
    except OSError as error:
        raise ExportError(unreadable(path, error)) from None


def unreadable(path: Path, error: OSError) -> Message:
    """Why a file cannot be read, with the place that is to blame."""
    return Message("{0} cannot be read: {1}", printable(str(error.filename or path)), message_of(error))


def place_in(root: Path, name: str) -> Path | None:
    """Where a recorded relative path lies within a folder; None where it would lead out of it."""
    pure = PurePosixPath(name)
    if not name or "\0" in name or pure.is_absolute() or ".." in pure.parts or not pure.parts:
        return None
    if os.name == "nt" and ("\\" in name or ":" in name):
        return None
    return root.joinpath(*pure.parts)


def source_of(dataset: Path, key: str) -> Path | None:
    """The file that a key names, also where its name on disk is not in NFC; None where there is none.

    Of several whose names differ in their Unicode form alone it is the one that a dataset takes.
    """
    place = place_in(dataset, key)
    if place is None or place.exists():
        return place
    folder = dataset
    for part in PurePosixPath(key).parts:
        try:
            names = [entry.name for entry in os.scandir(folder)]
        except OSError:
            return None
        found = [name for name in names if unicodedata.normalize("NFC", name) == part]
        if not found:
            return None
        folder = folder / min(found)
    return folder


def _version_mismatch(recorded: dict[str, str], pipeline: Pipeline) -> str:
    from augstudio.export.identity import versions
    from augstudio.images.extras import EXTRAS

    now = {name: version for name, version in versions(pipeline).items() if name != "python"}
    decoders = (extra for extra in EXTRAS.values() if extra.package in recorded)
    now |= {extra.package: extra.version or "missing" for extra in decoders}
    return "; ".join(
        f"{name} {recorded.get(name)}, now {version}"
        for name, version in now.items()
        if recorded.get(name) != version
    )


def _damaged(out: Path, reason: Message) -> ExportError:
    return ExportError(
        "{0} is damaged ({1}); export again into another folder", printable(str(out / IDENTITY)), reason
    )
