"""The whole test command: style, types, import law and tests, in one go.

Every check runs even where one before it failed; the exit status says whether all passed. Further arguments
go to pytest, whose summary is the last output.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)


def checks(pytest_arguments: list[str]) -> dict[str, list[str]]:
    """Title and interpreter arguments of each check, in order."""
    return {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "import law": ["-c", _LINT_IMPORTS],
        "pytest": ["-m", "pytest", *pytest_arguments],
    }


def run(title: str, arguments: list[str]) -> bool:
    """Run one check in the project's folder and say whether it passed."""
    print(f"\n=== {title} ===", flush=True)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=False)
    return done.returncode == 0


def main() -> int:
    """Run all checks; 0 if every one passed, else 1."""
    failed: list[str] = []
    for title, arguments in checks(sys.argv[1:]).items():
        if title == "pytest" and failed:
            print(f"\nfailed so far: {', '.join(failed)}", file=sys.stderr, flush=True)
        if not run(title, arguments):
            failed.append(title)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
