"""Where something is in an object store, as people write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from augstudio.core.text import quoted
from augstudio.errors import ExportError, Message

SCHEMES: Final = ("s3", "gs", "az", "memory")
"""What addresses begin with: Amazon S3 and what speaks its language, Google Cloud Storage, Azure Blob
Storage, and a store in this process alone, for trials."""

_URL: Final = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]+)://(?P<rest>.*)", re.DOTALL)
_BUCKET: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,221}")


@dataclass(frozen=True, slots=True)
class StoreAddress:
    """A place in an object store; its text is its address.

    Attributes:
        scheme: One of :data:`SCHEMES`.
        bucket: Name of the bucket, or of the container.
        prefix: What all names there begin with, without a slash at its end; "" for the whole bucket.
    """

    scheme: str
    bucket: str
    prefix: str = ""

    @classmethod
    def parsed(cls, text: str) -> Self | None:
        """The place that an address names; None where the text is none, but a path.

        Raises:
            ExportError: It is no address that can be used. Whatever may be secret in it is not said again.
        """
        found = _URL.fullmatch(text)
        if found is None:
            return None
        scheme, (bucket, _, prefix) = found["scheme"].lower(), found["rest"].partition("/")
        reason = _reason(scheme, bucket, prefix.removesuffix("/"))
        if reason:
            raise ExportError(reason)
        return cls(scheme, bucket, prefix.removesuffix("/"))

    def __str__(self) -> str:
        """The address."""
        return f"{self.scheme}://{self.name_of('') or self.bucket}".removesuffix("/")

    def key(self, name: str) -> str:
        """The whole name in the bucket of what has a name below this place; "" for the place itself."""
        return f"{self.prefix}/{name}".strip("/") if self.prefix else name

    def name_of(self, name: str) -> str:
        """The bucket and the whole name."""
        return f"{self.bucket}/{self.key(name)}"

    def place(self, name: str) -> str:
        """The address of what has a name below this place."""
        return f"{self.scheme}://{self.name_of(name)}"

    def holds(self, other: StoreAddress) -> bool:
        """Whether another place is this one or below it."""
        same = (self.scheme, self.bucket) == (other.scheme, other.bucket)
        return same and f"{other.prefix}/".startswith(f"{self.prefix}/" if self.prefix else "")

    def around(self) -> tuple[StoreAddress, ...]:
        """The places that this one is in, nearest first."""
        parts = self.prefix.split("/") if self.prefix else []
        return tuple(
            StoreAddress(self.scheme, self.bucket, "/".join(parts[:count]))
            for count in reversed(range(len(parts)))
        )


def _reason(scheme: str, bucket: str, prefix: str) -> Message | None:
    """Why an address cannot be used."""
    if scheme not in SCHEMES:
        return Message(
            "an address of an object store begins with s3://, gs:// or az://, not with {0}://",
            scheme,
        )
    if "@" in bucket or (":" in bucket and "@" in prefix):  # a password may hold slashes
        return Message(
            "an address of a store holds no name and no password; leave out what is before the @ in {0}://, "
            "and give it as the store's own tools read it: from the environment",
            scheme,
        )
    if any(sign in text for sign in "?#" for text in (bucket, prefix)):
        return Message(
            "an address of a store ends before ? or #; leave out what follows in {0}://, and give keys as "
            "the store's own tools read them: from the environment",
            scheme,
        )
    if not _BUCKET.fullmatch(bucket):  # which is not said again, as it may be anything
        return Message(
            "the bucket's name after {0}:// must be letters, digits, dots and hyphens; another server's "
            "address belongs into the environment, as AWS_ENDPOINT_URL",
            scheme,
        )
    if any(part in ("", ".", "..") or not part.isprintable() for part in prefix.split("/")) and prefix:
        return Message(
            "what follows the bucket in {0}://{1} must be names with single slashes between, got {2}",
            scheme,
            bucket,
            quoted(prefix),
        )
    return None
