"""Parts of POSIX paths as texts: path objects take several times as long, which many small files feel."""

from __future__ import annotations

from collections.abc import Iterator


def suffix_of(file: str) -> str:
    """The suffix of a path's name with its dot; empty where it has none."""
    name = file[file.rfind("/") + 1 :]
    place = name.rfind(".")
    return name[place:] if 0 < place < len(name) - 1 else ""


def folders_of(file: str) -> Iterator[str]:
    """The folders on the way to a file, the innermost first."""
    end = file.rfind("/")
    while end > 0:
        yield file[:end]
        end = file.rfind("/", 0, end)
