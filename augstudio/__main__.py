"""The program: ``augstudio`` and ``python -m augstudio``.

Nothing heavy is imported at the top, as every worker process of an export imports this module too.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the command line; without a command, open the window."""
    try:
        from augstudio.cli import build_app

        build_app(_open_window)(prog_name="augstudio")
    except KeyboardInterrupt:
        sys.exit(130)


def _open_window(dataset: Path | None, pipeline: Path | None) -> int:
    from augstudio.ui.app import run

    return run(dataset, pipeline)


if __name__ == "__main__":
    main()
