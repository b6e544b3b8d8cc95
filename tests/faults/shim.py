"""Builds the shim and works its levers; see ``shim.c``."""

from __future__ import annotations

import ctypes
import functools
import mmap
import os
import shutil
import subprocess
import tempfile
from enum import IntEnum
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("shim.c")


class Action(IntEnum):
    """What happens at the chosen call."""

    NOTHING = 0
    FAIL_ONCE = 1
    FAIL_ALWAYS = 2
    KILL_PROCESS = 3
    KILL_GROUP = 4


class _Control(ctypes.Structure):
    _fields_ = (
        ("count", ctypes.c_int64),
        ("target", ctypes.c_int64),
        ("action", ctypes.c_int32),
        ("error", ctypes.c_int32),
        ("fired", ctypes.c_int64),
        ("trespasses", ctypes.c_int64),
        ("clock", ctypes.c_int64),
        ("where", ctypes.c_char * 256),
        ("folder", ctypes.c_char * 1024),
        ("sources", ctypes.c_char * 1024),
    )


class Levers:
    """The shim's controls, shared with all processes that were started with :attr:`environment`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "levers"
        self._file.write_bytes(bytes(ctypes.sizeof(_Control)))
        with self._file.open("r+b") as stream:
            self._map = mmap.mmap(stream.fileno(), 0)
        self._control = _Control.from_buffer(self._map)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of processes that these levers reach."""
        return {**os.environ, "LD_PRELOAD": str(built()), "AUGSTUDIO_TEST_FAULTS": str(self._file)}

    def set(
        self,
        out: Path,
        sources: Path,
        *,
        target: int = 0,
        action: Action = Action.NOTHING,
        error: int = 0,
        clock: bool = False,
    ) -> None:
        """Count from nothing, and fail at the call of this number below ``out``."""
        ctypes.memset(ctypes.addressof(self._control), 0, ctypes.sizeof(_Control))
        self._control.folder = os.fsencode(out)
        self._control.sources = os.fsencode(sources)
        self._control.error = error
        self._control.clock = int(clock)
        self._control.action = action
        self._control.target = target

    @property
    def count(self) -> int:
        """Calls so far."""
        return int(self._control.count)

    @property
    def fired(self) -> bool:
        """Whether the chosen call came."""
        return bool(self._control.fired)

    @property
    def trespasses(self) -> int:
        """How often something would have been changed among the sources."""
        return int(self._control.trespasses)

    @property
    def leaps(self) -> int:
        """How often the leaping clock was asked."""
        return max(0, int(self._control.clock) - 1)

    @property
    def where(self) -> str:
        """The call that failed first."""
        return os.fsdecode(self._control.where)


@functools.cache
def built() -> Path:
    """The shim, compiled by the system's compiler; the test is skipped where there is none."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or os.uname().sysname != "Linux":
        pytest.skip("needs Linux and a C compiler")
    library = Path(tempfile.mkdtemp(prefix="augstudio-shim-")) / "shim.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return library
