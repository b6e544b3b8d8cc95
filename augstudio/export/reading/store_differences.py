"""What is in an object store, and is not as an export's records say."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from augstudio.errors import message_of
from augstudio.export.digests import DigestSet
from augstudio.export.files import JOURNAL, LOCK, PARTS, UNFINISHED
from augstudio.stores.objects import Objects

IN_PARTS: Final = "left by parts that are not put together; 'augstudio finish' does it"
INTERRUPTED: Final = "left by an interrupted run; run the same export again"
UNNAMED: Final = "no line of the manifest names it"


def object_difference(objects: Objects, file: str, sha256: str) -> str:
    """What is wrong with an output, all bytes of which are read; "" where nothing is."""
    try:
        found = objects.digest(file)
    except OSError as error:
        return f"cannot be read: {message_of(error)}"
    if found is None:
        return "missing"
    return "" if found == sha256 else "its bytes changed"


def extra_objects(objects: Objects, names: DigestSet, own: Container[str]) -> Iterator[tuple[str, str]]:
    """Objects that no line of the manifest names, each with what it is; a folder of the export's own once."""
    told = set()
    for name, _, _ in objects.listed():
        top = name.partition("/")[0]
        if top in (PARTS, JOURNAL, UNFINISHED):
            if top not in told:
                told.add(top)
                yield top, IN_PARTS if top == PARTS else INTERRUPTED
        elif name not in own and name not in names and not name.startswith(LOCK):
            yield name, UNNAMED
