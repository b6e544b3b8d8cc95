"""The command line: the same code as the window's, without Qt. One file for each command.

Exit codes: 0 everything was done; 1 finished, but samples had to be left out; 2 wrong usage or input, told in
one line; 130 stopped by Ctrl+C.
"""

from __future__ import annotations

from augstudio.cli.app import OpenWindow, build_app

__all__ = ["OpenWindow", "build_app"]
