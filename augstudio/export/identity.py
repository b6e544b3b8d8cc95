"""Which export a folder belongs to: everything that decides its bytes, and how it is compared."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from augstudio import __version__
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.datasets.base import PictureSource, Sample, Skipped
from augstudio.datasets.files import states_of
from augstudio.errors import ExportError, Message, message_of
from augstudio.export.digests import DigestSet
from augstudio.export.files import IDENTITY
from augstudio.export.job import ExportJob
from augstudio.export.own_files import open_regular
from augstudio.export.record_lines import all_named_outputs
from augstudio.export.references import kept_pipeline, same_pipeline
from augstudio.images.codec import PILLOW_VERSION
from augstudio.images.extras import EXTRAS
from augstudio.images.formats import decoder_versions
from augstudio.images.jpeg import SIMPLEJPEG_VERSION
from augstudio.kernels.threads import OPENCV_VERSION

_SHORT: Final = 60
_BLOCK: Final = 256
_DECODERS: Final = frozenset(extra.package for extra in EXTRAS.values())


@dataclass
class Fingerprint:
    """SHA-256 over a dataset's keys and file sizes; neither times nor places count.

    Attributes:
        samples: How many have been listed.
        nbytes: Bytes of their files together.
        states: What identified each file's state when it was listed, by :func:`state_text`.
        suffixes: Those of the files, in lower case.
    """

    samples: int = 0
    nbytes: int = 0
    states: DigestSet = field(default_factory=DigestSet)
    suffixes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._hash = hashlib.sha256()
        self._waiting: list[Sample] = []  # to be taken in: many at a time take less than one by one

    def watch(self, found: Iterator[Sample | Skipped], source: PictureSource) -> Iterator[Sample | Skipped]:
        """Pass on what a source of pictures lists, and add it to the fingerprint."""
        waiting = self._waiting
        for item in found:
            if isinstance(item, Sample):
                waiting.append(item)
                if len(waiting) == _BLOCK:
                    self._take(source)
            yield item
        self._take(source)

    def _take(self, source: PictureSource) -> None:
        """Take in what was listed since this was called before."""
        latest, nbytes, lines, states = "/", 0, [], []
        for sample, (size, modified) in zip(self._waiting, states_of(source, self._waiting), strict=True):
            key = sample.key
            if not key.endswith(latest):
                latest = key[key.rfind(".") :]
                self.suffixes.add(latest.lower())
                latest = latest if latest[0] == "." else "/"
            line = f"{key}\0{size}"
            lines.append(line)
            states.append(f"{line}\0{modified}")  # as :func:`state_text`
            if size > 0:
                nbytes += size
        self.samples += len(lines)
        self.nbytes += nbytes
        self.states.add_all(states)
        self._hash.update("\n".join([*lines, ""]).encode())
        self._waiting.clear()

    def hexdigest(self) -> str:
        """The fingerprint of what has been listed, once it was watched to its end."""
        return self._hash.hexdigest()


def identity(job: ExportJob, fingerprint: Fingerprint) -> dict[str, Any]:
    """Everything that decides an export's bytes, as it stands in :data:`IDENTITY`."""
    return {
        "augstudio": 1,
        "pipeline": kept_pipeline(job.pipeline).to_dict(),
        "seed": job.options.seed,
        "options": job.options.to_dict(),
        **({"labels": job.labelling.to_dict()} if job.labelling else {}),
        "dataset": {"samples": fingerprint.samples, "fingerprint": fingerprint.hexdigest()},
        "versions": {**versions(job.pipeline), **decoder_versions(fingerprint.suffixes)},
    }


def versions(pipeline: Pipeline) -> dict[str, str]:
    """What an export of a pipeline is made with now."""
    used = [step.transform.version_info() for step in pipeline.switched_on()]
    return {
        "augstudio": __version__,
        "numpy": np.__version__,
        "opencv": OPENCV_VERSION,
        "pillow": PILLOW_VERSION,
        "python": platform.python_version(),
        "simplejpeg": SIMPLEJPEG_VERSION,
        **{name: version for versions in used for name, version in versions.items()},
    }


def check_same_export(job: ExportJob, described: dict[str, Any], keys: DigestSet) -> None:
    """Refuse a folder that was begun as another export.

    The dataset may have changed: each output is looked at by itself, by its own picture and those that were
    mixed into it. But it must have a picture of which the folder has outputs, if that has any, else it is
    another dataset.

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


def _read(out: Path) -> object:
    try:
        with open_regular(out, IDENTITY) as stream:
            return json.loads(stream.read().decode())
    except (ValueError, RecursionError):
        raise ValueError(Message("it is not JSON")) from None


def _dataset_of(described: object) -> object:
    return described.get("dataset") if isinstance(described, dict) else None


def _shares_nothing(out: Path, keys: DigestSet) -> bool:
    """Whether there are records, and all are of other samples."""
    found = False
    for output in all_named_outputs(out):
        found = True
        if output.key in keys:
            return False
    return found


def _difference(before: object, now: dict[str, Any]) -> str:
    if not isinstance(before, dict):
        return Message("its {0} is not one of this program's", IDENTITY)
    if not same_pipeline(before.get("pipeline"), now["pipeline"]):
        return Message("it was made with another pipeline")
    for group in ("", "options", "labels", "versions"):
        old = before if not group else before.get(group)
        new = {"seed": now["seed"]} if not group else now.get(group, {})
        # What stands only in the old options was set then and is not now.
        unset = dict.fromkeys(old) if group in ("options", "labels") and isinstance(old, dict) else {}
        for name, value in {**unset, **new}.items():
            known = old.get(name) if isinstance(old, dict) else None
            # The version of Python itself changes no pixel, nor does a decoder that there was no picture for.
            if known != value and name != "python" and not (known is None and name in _DECODERS):
                return _described(group, name, known, value)
    return ""


def _described(group: str, name: str, known: object, value: object) -> str:
    old, new = json.dumps(known), json.dumps(value)
    label = f"{name} version" if group == "versions" else f"{name} of labels" if group == "labels" else name
    if len(old) + len(new) > _SHORT:
        return Message("another {0}", label)
    return Message("its {0} is {1}, not {2}", label, old, new)
