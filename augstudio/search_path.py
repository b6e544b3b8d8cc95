"""Keeps the current folder off the path on which modules are looked for.

People run the program in folders of pictures, and ``struct.py`` or ``PIL`` may lie there, too. This module is
the first that the program imports, so it imports nothing that is not loaded by then.
"""

from __future__ import annotations

import os
import sys

_HOME = os.path.realpath(os.path.join(os.path.dirname(__file__), os.pardir))  # noqa: PTH118, PTH120


def is_current_folder(entry: str) -> bool:
    """Whether an entry of a search path leads to the current folder, which an empty one does."""
    try:
        return os.path.realpath(entry or os.curdir) == os.path.realpath(os.curdir)
    except OSError:  # it was removed
        return entry in ("", os.curdir)


def leave_current_folder() -> None:
    """Import nothing from the current folder any more, unless this program lies there, as in a checkout."""
    sys.path[:] = [
        entry for entry in sys.path if os.path.realpath(entry) == _HOME or not is_current_folder(entry)
    ]


def runs_as_program() -> bool:
    """Whether Python runs the program, by ``python -m`` or its script, not another that imports it."""
    started = sys.argv[0] if sys.argv else ""
    if started == "-m":  # as long as Python looks for the module
        return any(word.endswith(("augstudio", "augstudio.__main__")) for word in sys.orig_argv)
    return os.path.splitext(os.path.basename(started))[0] == "augstudio"  # noqa: PTH119, PTH122
