"""The whole test command: style, types, import law, translations, documents and tests, in one go.

Every check runs even where one before it failed; the exit status says whether all passed. The tests run in
two halves at once, each on a processor of its own, unless there are further arguments: these go to pytest,
whose summary is the last output.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent

LINT_IMPORTS: Final = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)

BESIDE: Final = tuple(
    f"tests/{room}"
    for room in ("faults", "core", "datasets", "images", "kernels", "preview", "render", "transforms", "ui")
)
"""Folders of the tests that take about as long as all others together."""


def checks(pytest_arguments: list[str]) -> dict[str, list[str]]:
    """Title and interpreter arguments of each check, in order."""
    return {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "import law": ["-c", LINT_IMPORTS],
        "translations": ["-m", "tests.translations", "--check"],
        "documents": ["-m", "tests.documents", "--check"],
        "pytest": ["-m", "pytest", *pytest_arguments],
    }


def run(title: str, arguments: list[str]) -> bool:
    """Run one check in the project's folder and say whether it passed."""
    print(f"\n=== {title} ===", flush=True)
    if title != "pytest" or len(arguments) > 2:
        return started(arguments).wait() == 0
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told:
        beside = started([*arguments, *BESIDE], told.fileno())
        others = started([*arguments, "tests", *(f"--ignore={room}" for room in BESIDE)])
        codes = [beside.wait()]
        told.seek(0)
        print(told.read(), flush=True)
        codes.append(others.wait())
    return codes == [0, 0]


def started(arguments: list[str], output: int | None = None) -> subprocess.Popen[bytes]:
    """Start Python in the project's folder; its output goes where this process's goes, or to a file."""
    error = None if output is None else subprocess.STDOUT
    return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=output, stderr=error)


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
