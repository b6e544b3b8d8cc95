"""The command line: the same code as the window's, without Qt. One file for each command.

Exit codes: 0 everything was done; 1 finished, but samples had to be left out; 2 wrong usage or input, told in
one line; 130 stopped by Ctrl+C.

What reads commands is imported when it is first used: a start without any opens the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from augstudio.cli.app import OpenWindow, build_app

__all__ = ["OpenWindow", "build_app"]


def __getattr__(name: str) -> Any:
    """Import a name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.app"), name)
