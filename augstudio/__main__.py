"""The program: ``augstudio`` and ``python -m augstudio``.

Nothing heavy is imported at the top, as every worker process of an export imports this module too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from augstudio.interrupts import INTERRUPTED, STOPPED, ending_at_once


def main() -> None:
    """Run the command line; without a command, open the window."""
    try:
        with ending_at_once():
            from augstudio.processes import begin_program, starting

            begin_program()
            with starting():
                from augstudio.cli import build_app

                app = build_app(_open_window)
        app(prog_name="augstudio")
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write(STOPPED)
        sys.exit(INTERRUPTED)
    except Exception as error:
        _end_crashed(error)


def _end_crashed(error: Exception) -> None:
    from augstudio.cli.output import complain
    from augstudio.crash import CRASHED, told_crash

    complain(told_crash(error))
    sys.exit(CRASHED)


def _open_window(dataset: Path | None, pipeline: Path | None) -> int:
    from augstudio.processes import starting

    with starting():
        from augstudio.ui.app import run

    return run(dataset, pipeline)


if __name__ == "__main__":
    main()
