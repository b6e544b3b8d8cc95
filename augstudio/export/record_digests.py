"""Digests by which every change of an export's records is noticed; no proof of who made them."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from augstudio.export.files import ENTRIES, IDENTITY, MANIFEST, PROBLEMS, SHARDS, SKIPPED
from augstudio.export.own_files import open_regular

_CHECKSUM: Final = "checksum"
_RECORDS: Final = "records"
_NAMES: Final = {"manifest": MANIFEST, "skipped": SKIPPED}
_LABEL_NAMES: Final = {"labels": ENTRIES, "problems": PROBLEMS}
_SHARED: Final = "shared"
_SHARDS: Final = "shards"
CHANGED: Final = "it was changed after the export wrote it"
_UNSEALED: Final = (
    "it has no digests of the records, as exports of earlier versions; run the same export again"
)
_UNFINISHED: Final = "it does not say what the records hold, as the last run did not end; run it again"


def identity_text(described: dict[str, Any]) -> str:
    """The text of an export's identity file, with a checksum of itself."""
    plain = {name: value for name, value in described.items() if name != _CHECKSUM}
    digest = hashlib.sha256(_text(plain).encode("utf-8", "surrogatepass")).hexdigest()
    return _text({**plain, _CHECKSUM: digest})


def _text(described: dict[str, Any]) -> str:
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class LabelDigests:
    """SHA-256 of what a finished export with labels has besides its outputs.

    Attributes:
        labels: What the outputs contribute to shared files; None where that is nothing.
        problems: What was broken or odd in the labels that were read; None where that is nothing.
        shared: The files that all pictures share, by their names.
    """

    labels: str | None
    problems: str | None
    shared: Mapping[str, str]


def with_records(
    described: dict[str, Any],
    manifest: str,
    skipped: str | None,
    labels: LabelDigests | None = None,
    shards: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """An identity with the digests of finished records; None for a file that is not there."""
    shared = {**(asdict(labels) if labels else {}), **({_SHARDS: dict(shards)} if shards else {})}
    return {**described, _RECORDS: {"manifest": manifest, "skipped": skipped, **shared}}


def shared_digests(out: Path) -> dict[str, str]:
    """The files that all pictures share, by their names, with SHA-256; "" where the record was changed."""
    return _named_digests(out, _SHARED)


def shard_digests(out: Path) -> dict[str, str]:
    """The shards and the file that lists them, likewise."""
    return _named_digests(out, _SHARDS)


def _named_digests(out: Path, field: str) -> dict[str, str]:
    data, described = _read(out)
    recorded = described.get(_RECORDS)
    named = recorded.get(field) if isinstance(recorded, dict) else None
    if not isinstance(named, dict):
        return {}
    trusted = data == _sealed(described)
    return {str(file): str(sha256) if trusted else "" for file, sha256 in named.items()}


def own_records(out: Path) -> tuple[str, ...]:
    """Names of the records that a finished export has at the top of its folder, besides the identity."""
    recorded = _read(out)[1].get(_RECORDS)
    labelled = isinstance(recorded, dict) and _SHARED in recorded
    return (*_NAMES.values(), *(_LABEL_NAMES.values() if labelled else ()))


def with_records_before(described: dict[str, Any], out: Path) -> dict[str, Any]:
    """An identity with the digests that an earlier run left, which hold until this one has ended."""
    before = _trusted_digests(out)
    return {**described, _RECORDS: before} if before else described


def is_manifest_trusted(out: Path) -> bool:
    """Whether a manifest is as a finished export left it; else nothing in it can be relied on.

    Raises:
        OSError: It cannot be read, or is reached through a link.
    """
    recorded = _trusted_digests(out).get("manifest")
    return recorded is not None and recorded == _digest(out, MANIFEST)


def _trusted_digests(out: Path) -> dict[str, Any]:
    """The records' digests in an identity file that nobody changed; none where there are none."""
    data, described = _read(out)
    recorded = described.get(_RECORDS)
    return recorded if isinstance(recorded, dict) and data == _sealed(described) else {}


def _sealed(described: dict[str, Any]) -> bytes:
    """What an identity file's bytes must be."""
    return identity_text(described).encode("utf-8", "surrogatepass")


def record_changes(out: Path, *, without_shards: bool = False) -> Iterator[tuple[str, str]]:
    """Records of a finished export that are not as it left them, each with what is wrong.

    Args:
        out: The export's folder.
        without_shards: Whether the shards themselves are not looked at.

    Raises:
        OSError: One cannot be read, or is no regular file.
    """
    data, described = _read(out)
    if _CHECKSUM not in described:
        yield IDENTITY, _UNSEALED
        return
    if data != _sealed(described):
        yield IDENTITY, CHANGED
    recorded = described.get(_RECORDS)
    if not isinstance(recorded, dict):
        yield IDENTITY, _UNFINISHED
        return
    digests = {name: recorded.get(field) for field, name in _NAMES.items()}
    if _SHARED in recorded:
        digests |= {name: recorded.get(field) for field, name in _LABEL_NAMES.items()}
        digests |= shared_digests(out)
    shards = shard_digests(out)
    digests |= {SHARDS: shards[SHARDS]} if without_shards and SHARDS in shards else shards
    for name, digest in digests.items():
        now = _digest(out, name)
        if now != digest:
            yield name, "missing" if now is None else CHANGED


def _read(out: Path) -> tuple[bytes, dict[str, Any]]:
    """The bytes of the identity file, and what it says; nothing where it cannot be understood."""
    with contextlib.suppress(OSError, ValueError, RecursionError), open_regular(out, IDENTITY) as stream:
        data = stream.read()
        described = json.loads(data.decode())
        return data, described if isinstance(described, dict) else {}
    return b"", {}


def _digest(out: Path, name: str) -> str | None:
    try:
        with open_regular(out, name) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None
