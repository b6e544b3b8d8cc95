"""The program: ``augstudio`` and ``python -m augstudio``.

Nothing heavy is imported at the top, as every worker process of an export imports this module too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from augstudio.interrupts import INTERRUPTED, STOPPED, ending_at_once


def main() -> None:
    """Run the command line; without a command, open the window."""
    try:
        with ending_at_once():
            from augstudio.processes import begin_program, read_names_as_utf8, starting

            read_names_as_utf8()
            begin_program()
            with starting():
                run = _run_alone() if len(sys.argv) == 1 else _run_command()
        run()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write(STOPPED)
        sys.exit(INTERRUPTED)
    except Exception as error:
        _end_crashed(error)


def _run_command() -> Callable[[], None]:
    from augstudio.cli.app import build_app

    app = build_app(_open_window)
    return lambda: app(prog_name="augstudio")


def _run_alone() -> Callable[[], None]:
    """What a start without any command does; what reads commands would take a while to import."""
    from augstudio.cli.endings import ended

    return lambda: sys.exit(ended(lambda: _open_window(None, None)))


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
