"""What lies in the shards of a finished export, read output by output."""

from __future__ import annotations

import contextlib
import hashlib
import json
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from augstudio.core.text import printable
from augstudio.errors import ImageError, message_of
from augstudio.export.files import SHARDS
from augstudio.export.manifest import Output
from augstudio.export.names import suffix_of
from augstudio.export.own_files import open_regular
from augstudio.export.shards.members import END
from augstudio.export.shards.names import is_shard
from augstudio.export.shards.place import ShardPlace


def members(out: Path, place: ShardPlace) -> dict[str, bytes]:
    """The members of one output by their names, in their order.

    Args:
        out: The export's folder.
        place: Where they lie.

    Raises:
        OSError: The shard cannot be read, or is a link.
        ValueError: They are not there.
    """
    if not is_shard(place.file) or place.offset < 0 or place.nbytes < 0:
        raise ValueError("no place in a shard")
    with open_regular(out, place.file) as stream:
        stream.seek(place.offset)
        data = stream.read(place.nbytes)
    try:
        with tarfile.open(fileobj=BytesIO(data + END), mode="r:", encoding="utf-8") as tar:
            found = ((member, tar.extractfile(member)) for member in tar)
            return {member.name: file.read() for member, file in found if file is not None}
    except tarfile.TarError as error:
        raise ValueError(str(error)) from None


def picture(out: Path, output: Output) -> bytes:
    """The bytes of an output's picture.

    Raises:
        ImageError: It cannot be read, or is not there.
    """
    assert output.shard is not None
    try:
        return members(out, output.shard)[output.file]
    except OSError as error:
        raise ImageError("cannot be read: {0}", message_of(error)) from None
    except (ValueError, KeyError):
        shard = printable(output.shard.file)
        raise ImageError("it is not in {0}, where the manifest says", shard) from None


def shard_classes(out: Path) -> tuple[str, ...]:
    """The names of the classes by their numbers in shards; none where there is no list that can be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError), open_regular(out, SHARDS) as stream:
        return tuple(map(str, json.load(stream)["classes"]))
    return ()


def member_differences(out: Path, output: Output) -> Iterator[str]:
    """What of an output in a shard is not as its line says, in words.

    That the shard's own bytes are as they were is told once, for all that is in it.
    """
    place = output.shard
    assert place is not None
    try:
        found = members(out, place)
    except (FileNotFoundError, NotADirectoryError):
        return  # which is told of the shard
    except OSError as error:
        yield f"cannot be read: {error.strerror or error}"
        return
    except ValueError:
        found = {}
    stem = output.file.removesuffix(suffix_of(output.file))
    if next(iter(found), None) != output.file:
        yield f"it is not where the line says in {place.file}"
        return
    expected = dict(output.all_files)
    if place.label is not None:
        expected[f"{stem}.cls"] = hashlib.sha256(str(place.label).encode()).hexdigest()
    if any(hashlib.sha256(found.get(name, b"")).hexdigest() != sha256 for name, sha256 in expected.items()):
        yield f"its bytes in {place.file} changed"
    if not _is_described(found.get(f"{stem}.json", b""), output):
        yield f"its JSON in {place.file} is not what the line says"


def _is_described(data: bytes, output: Output) -> bool:
    try:
        fields = json.loads(data)
        described = fields["key"], fields["copy"], fields["sha256"], json.loads(fields["draws"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    return bool(described == (output.key, output.copy, output.sha256, list(output.draws)))
