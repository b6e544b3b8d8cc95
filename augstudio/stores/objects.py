"""Whole objects in a store, by obstore, which comes with the extra ``remote``.

An object is put whole or not at all, and nothing is renamed. With each an export keeps the SHA-256 of its
bytes, so that one question tells whether it is as it was put: tools that replace an object drop it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from augstudio.errors import ExportError, Message
from augstudio.stores.address import StoreAddress
from augstudio.stores.failures import reason_of

if TYPE_CHECKING:
    from obstore.store import ObjectStore as Opened

_SHA256: Final = "augstudiosha256"
"""Without signs that one of the stores, or a proxy before it, would not pass on."""

_NO_BUCKET: Final = ("NoSuchBucket", "ContainerNotFound", "The specified bucket does not exist")
_MOST_KEY_BYTES: Final = 1024
_MOST_AT_ONCE: Final = 64 << 20
_PIECE: Final = 8 << 20
_MOST_PIECES: Final = 9_000  # S3 takes 10,000
RETRIES: dict[str, Any] | None = None
"""How often and for how long a store that does not answer is asked again; None for ten times in 3 minutes."""

_IMPATIENT: Final = {"max_retries": 1, "retry_timeout": timedelta(seconds=10)}
_memory: Final[dict[str, Opened]] = {}


@dataclass(frozen=True, slots=True)
class Head:
    """What a store says of an object.

    Attributes:
        size: Bytes.
        sha256: What it was put with; "" where nothing was said.
        tag: What changes with each change of the object.
        modified: When it was put, by the store's clock.
    """

    size: int
    sha256: str
    tag: Tag
    modified: datetime


@dataclass(frozen=True, slots=True)
class Tag:
    """One state of an object: its ETag, and its version where the store has such."""

    e_tag: str | None
    version: str | None = None

    @property
    def condition(self) -> dict[str, str]:
        """The condition that the object is still in that state."""
        return {name: value for name in ("e_tag", "version") if (value := getattr(self, name)) is not None}


def check_there() -> None:
    """Refuse to go on without obstore.

    Raises:
        ExportError: It is not installed.
    """
    if not is_there():
        raise ExportError(
            "object stores are reached by obstore, which is not installed; install augstudio[remote]"
        )


def is_there() -> bool:
    """Whether obstore is installed."""
    return find_spec("obstore") is not None


class Objects:
    """The objects below an address; their names are relative to it.

    All methods raise an :class:`OSError` where the store cannot be reached, does not permit it, or a name
    cannot be one; its text holds no key, no password and no address with such.
    """

    def __init__(self, address: StoreAddress, *, patient: bool = True) -> None:
        """Take an address; nothing is asked of the store yet.

        Args:
            address: The place.
            patient: Whether to try for minutes where it does not answer.

        Raises:
            ExportError: obstore is not installed, or the environment does not say how to reach the store.
        """
        self.address = address
        self._opened = _opened(address, patient)

    def create(self, name: str, data: bytes, sha256: str = "") -> Tag | None:
        """Put an object where none is; None where there is one already."""
        from obstore.exceptions import AlreadyExistsError

        try:
            return self._put(name, data, sha256, "create")
        except AlreadyExistsError:
            return None

    def put(self, name: str, data: bytes, sha256: str = "") -> None:
        """Put an object in the place of whatever is there."""
        self._put(name, data, sha256, "overwrite")

    def put_file(self, name: str, file: Path, sha256: str = "") -> None:
        """The same of a file's bytes; larger ones are sent in pieces, and appear when all are there."""
        import obstore

        if file.stat().st_size <= _MOST_AT_ONCE:
            self.put(name, file.read_bytes(), sha256)
            return
        with self._told(name):
            attributes: Any = {_SHA256: sha256} if sha256 else None
            size = max(_PIECE, file.stat().st_size // _MOST_PIECES)
            obstore.put(self._opened, self._key(name), file, attributes=attributes, chunk_size=size)

    def replace(self, name: str, data: bytes, tag: Tag) -> Tag | None:
        """Put an object in the place of one that is still in this state; None where it is not."""
        from obstore.exceptions import PreconditionError

        try:
            return self._put(name, data, "", tag.condition)
        except (PreconditionError, FileNotFoundError):
            return None

    def head(self, name: str) -> Head | None:
        """What the store says of an object; None where there is none."""
        import obstore

        with self._told(name), contextlib.suppress(FileNotFoundError):
            found = obstore.get(self._opened, self._key(name), options={"head": True})
            return _head(found)
        return None

    def get(self, name: str) -> bytes | None:
        """An object's bytes; None where there is none."""
        found = self.get_with_head(name)
        return None if found is None else found[0]

    def get_with_head(self, name: str) -> tuple[bytes, Head] | None:
        """The same with what the store says of it."""
        import obstore

        with self._told(name), contextlib.suppress(FileNotFoundError):
            found = obstore.get(self._opened, self._key(name))
            head = _head(found)
            return bytes(found.bytes()), head
        return None

    def pieces(self, name: str) -> Iterator[bytes]:
        """An object's bytes, piece by piece.

        Raises:
            FileNotFoundError: There is none.
        """
        import obstore

        with self._told(name):
            for piece in obstore.get(self._opened, self._key(name)):
                yield bytes(piece)

    def copy(self, name: str, stream: BinaryIO) -> Tag:
        """Write an object's bytes to a stream, piece by piece; gives the state of which they are.

        Raises:
            FileNotFoundError: There is none.
        """
        import obstore

        with self._told(name):
            found = obstore.get(self._opened, self._key(name))
            tag = _head(found).tag
            for piece in found:
                stream.write(bytes(piece))
        return tag

    def digest(self, name: str) -> str | None:
        """SHA-256 of an object's bytes, all of which are read; None where there is none."""
        digest = hashlib.sha256()
        with contextlib.suppress(FileNotFoundError):
            for piece in self.pieces(name):
                digest.update(piece)
            return digest.hexdigest()
        return None

    def listed(self, folder: str = "") -> Iterator[tuple[str, int, Tag]]:
        """All objects, or those in a folder, as the store has them now: name, size and state."""
        import obstore

        prefix = self._key(folder) or None
        start = len(self.address.prefix) + 1 if self.address.prefix else 0
        with self._told(folder):
            for found in obstore.list(self._opened, prefix):
                for item in found:
                    name = item["path"][start:]
                    if name:  # else an empty object marks the place itself as a folder
                        yield name, item["size"], Tag(item["e_tag"], item["version"])

    def at_top(self) -> Iterator[str]:
        """The names of the objects that lie in no folder, as the store has them now."""
        import obstore

        prefix = self._key("") or None
        start = len(self.address.prefix) + 1 if self.address.prefix else 0
        with self._told(""):
            found = obstore.list_with_delimiter(self._opened, prefix)["objects"]
        yield from (item["path"][start:] for item in found if item["path"][start:])

    def delete(self, names: Iterable[str]) -> None:
        """Remove objects; those that are not there are passed over."""
        import obstore

        keys = [self._key(name) for name in names]
        if keys:
            with self._told(""), contextlib.suppress(FileNotFoundError):
                obstore.delete(self._opened, keys)

    def _put(self, name: str, data: bytes, sha256: str, mode: Any) -> Tag:
        import obstore

        attributes: Any = {_SHA256: sha256} if sha256 else None
        with self._told(name):
            key = self._key(name)
            made = obstore.put(self._opened, key, data, attributes=attributes, mode=mode, use_multipart=False)
        return Tag(made["e_tag"], made["version"])

    def _key(self, name: str) -> str:
        """The whole name of an object.

        Raises:
            OSError: No object can have it.
        """
        key = self.address.key(name)
        if len(key.encode("utf-8", "surrogatepass")) > _MOST_KEY_BYTES:
            text = Message("its name is longer than a store allows")
            raise OSError(errno.EINVAL, text, self.address.place(name))
        return key

    @contextlib.contextmanager
    def _told(self, name: str) -> Iterator[None]:
        """Tell what obstore says as what a file system says; what was asked for is passed on."""
        from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError

        place = self.address.place(name)
        try:
            yield
        except (AlreadyExistsError, PreconditionError):
            raise
        except (FileNotFoundError, BaseError) as error:
            if any(code in str(error) for code in _NO_BUCKET):
                text = Message("there is no bucket {0}; check the spelling", self.address.bucket)
                raise OSError(errno.EIO, text, place) from None
            if isinstance(error, FileNotFoundError):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), place) from None
            raise OSError(errno.EIO, reason_of(error), place) from None
        except ValueError:  # a name that the store's paths do not take
            text = Message("a store cannot hold a name with signs that are not to be seen")
            raise OSError(errno.EINVAL, text, place) from None


def _head(found: Any) -> Head:
    meta = found.meta
    tag = Tag(meta["e_tag"], meta["version"])
    return Head(meta["size"], str(found.attributes.get(_SHA256, "")), tag, meta["last_modified"])


def _opened(address: StoreAddress, patient: bool) -> Opened:
    """A bucket."""
    check_there()
    from obstore.exceptions import BaseError
    from obstore.store import AzureStore, GCSStore, MemoryStore, S3Store

    # Given any option of its client, obstore reads none of them from the environment.
    retry: Any = RETRIES if patient else _IMPATIENT
    try:
        match address.scheme:
            case "memory":
                return _memory.setdefault(address.bucket, MemoryStore())
            case "gs":
                return GCSStore(address.bucket, retry_config=retry)
            case "az":
                return AzureStore(address.bucket, retry_config=retry)
            case _:
                return S3Store(address.bucket, retry_config=retry, **_profile())
    except (BaseError, ValueError) as error:
        raise ExportError("the place {0} cannot be opened: {1}", str(address), reason_of(error)) from None


def _profile() -> dict[str, Any]:
    """What reads the keys of a profile, where the environment names one and boto3 is there to read it."""
    if not os.environ.get("AWS_PROFILE") or find_spec("boto3") is None:
        return {}
    from obstore.auth.boto3 import Boto3CredentialProvider

    return {"credential_provider": Boto3CredentialProvider()}
