"""Which export a folder belongs to, and what is refused before anything is written."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import platform
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from augstudio import __version__
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped
from augstudio.errors import ExportError, Message, message_of
from augstudio.export.digests import DigestSet
from augstudio.export.files import IDENTITY, LEFT_BY_SYSTEMS, RESERVED, UNFINISHED
from augstudio.export.places import checked_place, open_regular
from augstudio.export.plan import ExportJob, Stamp, stamp_of
from augstudio.export.record_lines import all_named_outputs
from augstudio.export.references import kept_pipeline, same_pipeline
from augstudio.images.codec import PILLOW_VERSION
from augstudio.images.extras import EXTRAS
from augstudio.images.formats import decoder_versions
from augstudio.images.jpeg import SIMPLEJPEG_VERSION
from augstudio.kernels.threads import OPENCV_VERSION

_SHORT: Final = 60
_DECODERS: Final = frozenset(extra.package for extra in EXTRAS.values())


@dataclass
class Fingerprint:
    """SHA-256 over a dataset's keys and file sizes; neither times nor places count.

    Attributes:
        samples: How many have been listed.
        stamps: What identified each file's state when it was listed, by :func:`state_of`.
        suffixes: Those of the files, in lower case.
    """

    samples: int = 0
    stamps: DigestSet = field(default_factory=DigestSet)
    suffixes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._hash = hashlib.sha256()

    def watch(self, found: Iterator[Sample | Skipped]) -> Iterator[Sample | Skipped]:
        """Pass on what is listed and add it to the fingerprint."""
        for item in found:
            if isinstance(item, Sample):
                self.samples += 1
                self.suffixes.add(item.key[item.key.rfind(".") :].lower())
                stamp = stamp_of(item.path)
                self.stamps.add(state_of(item.key, stamp))
                self._hash.update(f"{item.key}\0{stamp.size}\n".encode())
            yield item

    def hexdigest(self) -> str:
        """The fingerprint of what has been listed so far."""
        return self._hash.hexdigest()


def state_of(key: str, stamp: Stamp) -> str:
    """A sample and its file's state as one text."""
    return f"{key}\0{stamp.size}\0{stamp.modified}"


def identity(job: ExportJob, fingerprint: Fingerprint) -> dict[str, Any]:
    """Everything that decides an export's bytes, as it stands in :data:`IDENTITY`."""
    return {
        "augstudio": 1,
        "pipeline": kept_pipeline(job.pipeline).to_dict(),
        "seed": job.options.seed,
        "options": job.options.to_dict(),
        "dataset": {"samples": fingerprint.samples, "fingerprint": fingerprint.hexdigest()},
        "versions": {**versions(job.pipeline), **decoder_versions(fingerprint.suffixes)},
    }


def versions(pipeline: Pipeline) -> dict[str, str]:
    """What an export of a pipeline is made with now."""
    used = [step.transform.made_with() for step in pipeline.switched_on()]
    return {
        "augstudio": __version__,
        "numpy": np.__version__,
        "opencv": OPENCV_VERSION,
        "pillow": PILLOW_VERSION,
        "python": platform.python_version(),
        "simplejpeg": SIMPLEJPEG_VERSION,
        **{name: version for versions in used for name, version in versions.items()},
    }


def check_places(job: ExportJob) -> None:
    """Refuse folders in which an export could harm its own dataset or something else.

    Raises:
        ExportError: ``out`` is, holds or lies in the dataset, is a file, cannot be written, or holds
            other files.
    """
    out, shown = job.out, printable(str(job.out))
    if _lies_in(out, job.dataset):
        raise ExportError("the output folder {0} is the dataset or lies inside it; choose another one", shown)
    if _lies_in(job.dataset, out):
        raise ExportError("the output folder {0} has the dataset inside it; choose another one", shown)
    try:
        if not out.is_dir():
            if os.path.lexists(out):
                raise ExportError("the output {0} is a file; name a folder", shown)
            _check_writable(_existing(out))
            return
        for name in sorted(RESERVED):
            _check_kind(out, name)
        present = [item.name for item in out.iterdir() if item.name not in (UNFINISHED, *LEFT_BY_SYSTEMS)]
    except OSError as error:
        reason = message_of(error)
        if error.errno == errno.ELOOP:
            reason = Message("{0}: {1}", printable(str(error.filename)), reason)
        raise ExportError("the output folder {0} cannot be used: {1}", shown, reason) from None
    if present and IDENTITY not in present:
        raise ExportError(
            "the output folder {0} holds other files, such as {1}; choose a new or empty one",
            shown,
            printable(min(present)),
        )
    _check_writable(out)


def _check_kind(out: Path, name: str) -> None:
    """Refuse something that is no file, or no folder, at the name of one that an export keeps for itself.

    Raises:
        ExportError: It is a pipe, a device, or a folder in the place of a file.
        OSError: It is a link, or cannot be told.
    """
    with contextlib.suppress(FileNotFoundError):
        mode = checked_place(out, name).lstat().st_mode
        if not (stat.S_ISDIR(mode) if name == UNFINISHED else stat.S_ISREG(mode)):
            raise ExportError(
                "{0} is not what an export keeps under this name, but something else; move it away, "
                "or choose another folder",
                printable(str(out / name)),
            )


def check_link(job: ExportJob, link: Path) -> None:
    """Refuse a link in the dataset that makes the export's own files part of it.

    Raises:
        ExportError: It leads to ``out``, into it, or to a folder around it; ``out`` need not be there yet.
    """
    if _lies_in(link, job.out) or _lies_in(job.out, link):
        raise ExportError(
            "the dataset's link {0} leads to the output folder {1} or to one around it; choose "
            "another output folder, or remove the link",
            printable(str(link)),
            printable(str(job.out)),
        )


def check_same_export(job: ExportJob, described: dict[str, Any], keys: DigestSet) -> None:
    """Refuse a folder that was begun as another export.

    The dataset may have changed: outputs depend on their own picture alone. But it must have a picture of
    which the folder has outputs, if that has any, else it is another dataset.

    Args:
        job: The export.
        described: Its identity.
        keys: The samples whose outputs it will write.

    Raises:
        ExportError: The text names the first difference, and the values where they are short.
    """
    path = job.out / IDENTITY
    try:
        before = _read(job.out)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise ExportError(
            "{0} cannot be read ({1}); choose another output folder", printable(str(path)), message_of(error)
        ) from None
    difference = _difference(before, described)
    if not difference and _dataset_of(before) != described["dataset"] and _shares_nothing(job.out, keys):
        difference = Message("its dataset was another one (none of its pictures is in this one)")
    if difference:
        raise ExportError(
            "the output folder {0} holds another export: {1}; choose another folder, or delete this one",
            printable(str(job.out)),
            difference,
        )


def is_of_dataset(out: Path, described: dict[str, Any]) -> bool:
    """Whether a folder is not known to hold an export of a dataset that was not as this one is now."""
    try:
        before = _read(out)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return bool(_dataset_of(before) == described["dataset"])


def _read(out: Path) -> Any:
    try:
        with open_regular(out, IDENTITY) as stream:
            return json.loads(stream.read().decode())
    except (ValueError, RecursionError):
        raise ValueError(Message("it is not JSON")) from None


def _dataset_of(described: Any) -> Any:
    return described.get("dataset") if isinstance(described, dict) else None


def _shares_nothing(out: Path, keys: DigestSet) -> bool:
    """Whether there are records, and all are of other samples."""
    found = False
    for output in all_named_outputs(out):
        found = True
        if output.key in keys:
            return False
    return found


def _difference(before: Any, now: dict[str, Any]) -> str:
    if not isinstance(before, dict):
        return Message("its {0} is not one of this program's", IDENTITY)
    if not same_pipeline(before.get("pipeline"), now["pipeline"]):
        return Message("it was made with another pipeline")
    for group in ("", "options", "versions"):
        old = before if not group else before.get(group)
        new = {"seed": now["seed"]} if not group else now[group]
        # What stands only in the old options was set then and is not now.
        unset = dict.fromkeys(old) if group == "options" and isinstance(old, dict) else {}
        for name, value in {**unset, **new}.items():
            known = old.get(name) if isinstance(old, dict) else None
            # The version of Python itself changes no pixel, nor does a decoder that there was no picture for.
            if known != value and name != "python" and not (known is None and name in _DECODERS):
                return _described(group, name, known, value)
    return ""


def _described(group: str, name: str, known: Any, value: Any) -> str:
    old, new = json.dumps(known), json.dumps(value)
    label = f"{name} version" if group == "versions" else name
    if len(old) + len(new) > _SHORT:
        return Message("another {0}", label)
    return Message("its {0} is {1}, not {2}", label, old, new)


def _lies_in(inner: Path, outer: Path) -> bool:
    """Whether a path is a folder or lies in it, by the files themselves, so that links do not hide it."""
    resolved = Path(os.path.realpath(inner))  # which takes links that lead in circles as they are
    return any(_same(place, outer) for place in (resolved, *resolved.parents))


def _same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return first == Path(os.path.realpath(second))


def _existing(path: Path) -> Path:
    return next(place for place in path.absolute().parents if place.exists())


def _check_writable(folder: Path) -> None:
    if not folder.is_dir():
        raise ExportError("{0} is not a folder; name another output folder", printable(str(folder)))
    effective = os.access in os.supports_effective_ids
    if not os.access(folder, os.W_OK | os.X_OK, effective_ids=effective):
        raise ExportError(
            "no permission to write in {0}; choose another output folder", printable(str(folder))
        )
