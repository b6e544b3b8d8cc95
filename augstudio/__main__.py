"""The program: ``augstudio`` and ``python -m augstudio``.

Nothing heavy is imported at the top, as every worker process of an export imports this module too.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Final

_STOPPED: Final = "augstudio: stopped by Ctrl+C\n"
_INTERRUPTED: Final = 130


def main() -> None:
    """Run the command line; without a command, open the window."""
    try:
        interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if interruptible:
            # In the middle of an import, an exception can come out as another one; nothing has begun yet.
            signal.signal(signal.SIGINT, _end_at_once)
        try:
            from augstudio.processes import begin_program, starting

            begin_program()
            with starting():
                from augstudio.cli import build_app

                app = build_app(_open_window)
        finally:
            if interruptible:
                signal.signal(signal.SIGINT, signal.default_int_handler)
        app(prog_name="augstudio")
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write(_STOPPED)
        sys.exit(_INTERRUPTED)
    except Exception as error:
        _end_crashed(error)


def _end_crashed(error: Exception) -> None:
    from augstudio.cli.output import complain
    from augstudio.crash import CRASHED, told_crash

    complain(told_crash(error))
    sys.exit(CRASHED)


def _end_at_once(_number: int, _frame: object) -> None:
    os.write(2, _STOPPED.encode())
    os._exit(_INTERRUPTED)


def _open_window(dataset: Path | None, pipeline: Path | None) -> int:
    from augstudio.processes import starting

    with starting():
        from augstudio.ui.app import run

    return run(dataset, pipeline)


if __name__ == "__main__":
    main()
