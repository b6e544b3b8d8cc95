"""What a store says when it refuses, without what may be secret in it."""

from __future__ import annotations

import os
import re
from typing import Final

from augstudio.errors import Message

_LONGEST: Final = 200
_CODE: Final = re.compile(r"<Code>([A-Za-z0-9]{1,60})</Code>")
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.\-]*://\S*", re.IGNORECASE)
_TRIES: Final = re.compile(r"Error performing \w+\s+in [\d.µmns]+(, after \d+ retries[^-]*)?\s*-\s*")
_SECRET: Final = re.compile(r"KEY|TOKEN|SECRET|SAS|PASSWORD|CREDENTIAL", re.IGNORECASE)
_STORES: Final = ("AWS_", "AZURE_", "GOOGLE_", "GCS_")
_REASONS: Final = {
    "UnauthenticatedError": Message("the store does not know who asks; check the keys in the environment"),
    "PermissionDeniedError": Message("the store does not permit it with the keys in the environment"),
    "NotSupportedError": Message("the store cannot put an object only where none is, as an export needs it"),
}


def reason_of(error: BaseException) -> Message:
    """Why a store did not do what it was asked to, in one line.

    Addresses are left out, as are answers but for their codes, and the values of whatever looks like a secret
    in the environment.
    """
    known = _REASONS.get(type(error).__name__)
    code = _CODE.search(str(error))
    if known is not None:
        return Message("{0} ({1})", known, code[1]) if code else known
    if "error sending request" in str(error):
        return Message(
            "the store does not answer; check the network, and its address and the keys in the environment"
        )
    text = str(error).partition("Debug source")[0].partition("<")[0]
    text = _TRIES.sub("", _ADDRESS.sub("", text))
    for secret in _secrets():
        text = text.replace(secret, "…")
    text = " ".join(text.split()).strip(" :-")[:_LONGEST]
    return Message("{0}", f"{text} ({code[1]})" if code else text)


def _secrets() -> list[str]:
    """Values in the environment that may be secret, longest first."""
    found = [
        value
        for name, value in os.environ.items()
        if name.startswith(_STORES) and _SECRET.search(name) and len(value) > 3
    ]
    return sorted(found, key=len, reverse=True)
