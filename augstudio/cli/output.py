"""All that the command line says; nothing else writes to the terminal.

Whatever comes from outside may hold signs that a terminal obeys: escape sequences, line breaks, turned
writing. So every line is escaped here, as the last thing that happens to it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from io import TextIOBase, TextIOWrapper
from typing import TextIO, cast

from augstudio.core.text import printable, shortened


def say(*lines: str) -> None:
    """Give results, each argument as one line of standard output.

    Raises:
        OSError: It cannot be written.
    """
    _write(sys.stdout, lines)


def remark(*lines: str) -> None:
    """Tell of what matters beside the results, each argument as one line of standard error.

    Raises:
        OSError: It cannot be written.
    """
    _write(sys.stderr, [shortened(line) for line in lines])


def complain(message: str) -> None:
    """Tell in one line why nothing came of it; where that cannot be told, be silent."""
    with contextlib.suppress(OSError, ValueError):
        remark(f"augstudio: {' '.join(message.split())}")


def progress_stream() -> TextIO:
    """Where a meter writes; what it shows of names it escapes itself."""
    return sys.stderr


@contextlib.contextmanager
def data_stream() -> Iterator[TextIO]:
    """Standard output for data, in UTF-8 as in files; on a terminal they are escaped, line by line."""
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            yield cast(TextIO, _Terminal(sys.stdout))
            return
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    yield sys.stdout


class _Terminal(TextIOBase):
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write("\n".join(map(printable, text.split("\n"))))


def prepare_streams() -> None:
    """Make standard streams that can take everything, also where they were closed or speak only ASCII."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Else the next file opened would take its number, and be written to by whoever prints.
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def give_up_streams() -> None:
    """Let what nobody reads any more go nowhere, so that Python does not complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _write(stream: TextIO, lines: list[str] | tuple[str, ...]) -> None:
    stream.write("".join(f"{printable(line)}\n" for line in lines))
    stream.flush()
