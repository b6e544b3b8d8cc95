"""The whole test command: style, types, import law, translations, documents and tests, in one go.

The tests run in groups, and these and the other checks run at once, one more than there are processors, as
tests of exports and windows wait for half of their time. Every check runs even where another failed; the exit
status says whether all passed. What a check prints comes when it has ended. Further arguments go to pytest,
which then runs once, after the other checks, and prints as it goes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import IO, Final

ROOT = Path(__file__).resolve().parent.parent

LINT_IMPORTS: Final = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)

WAITING: Final = ("export", "e2e")
"""Folders of tests that wait for programs and windows for half of their time; they go before all others."""

COMPUTING: Final = (("transforms",), ("ui", "preview"), ("kernels", "images"), ("core", "datasets", "render"))
"""Folders of the other tests that run in one process each; what is in none runs in one more."""


def checks() -> dict[str, list[str]]:
    """Title and interpreter arguments of each check but the tests."""
    return {
        "mypy": ["-m", "mypy"],
        "translations": ["-m", "tests.translations", "--check"],
        "documents": ["-m", "tests.documents", "--check"],
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "import law": ["-c", LINT_IMPORTS],
    }


def test_groups() -> dict[str, list[str]]:
    """Title and interpreter arguments of each group of tests, those that take longest first."""
    journeys = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "tests" / "e2e").glob("test_*.py"))
    groups = {"export": ["tests/export"], "e2e, every other": journeys[::2], "e2e, the rest": journeys[1::2]}
    groups |= {" ".join(group): [f"tests/{name}" for name in group] for group in COMPUTING}
    known = (*WAITING, *(name for group in COMPUTING for name in group))
    groups["others"] = ["tests", *(f"--ignore=tests/{name}" for name in known)]
    return {f"pytest {title}": ["-m", "pytest", *places] for title, places in groups.items()}


def run_at_once(jobs: dict[str, list[str]]) -> list[str]:
    """Run checks, several at once, and return the titles of those that failed."""
    failed: list[str] = []
    with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
        results = {
            pool.submit(run_aside, arguments, patient=not any(name in title for name in WAITING)): title
            for title, arguments in jobs.items()
        }
        for result in as_completed(results):
            passed, told, took = result.result()
            title = results[result]
            print(f"\n=== {title} ({took:.0f} s) ===\n{told}", end="", flush=True)
            if not passed:
                failed.append(title)
    return failed


def run_aside(arguments: list[str], *, patient: bool) -> tuple[bool, str, float]:
    """Run a check and return whether it passed, what it printed, and how many seconds it took."""
    began = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        passed = start(arguments, output, patient=patient).wait() == 0
        output.seek(0)
        return passed, output.read(), time.monotonic() - began


def start(
    arguments: list[str], output: IO[str] | None = None, *, patient: bool = False
) -> subprocess.Popen[bytes]:
    """Start Python in the project's folder; its output goes to a file, or where this process's goes.

    What is patient leaves the processors to others, where the system knows that.
    """
    nice = ["nice", "-n", "5"] if patient and shutil.which("nice") else []
    # A tree without bytecode is compiled anew by each of the hundreds of programs that the tests start.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    error = None if output is None else subprocess.STDOUT
    return subprocess.Popen(
        [*nice, sys.executable, *arguments], cwd=ROOT, env=environment, stdout=output, stderr=error
    )


def main() -> int:
    """Run all checks; 0 if every one passed, else 1."""
    pytest_arguments = sys.argv[1:]
    failed = run_at_once(checks() if pytest_arguments else {**test_groups(), **checks()})
    if pytest_arguments and start(["-m", "pytest", *pytest_arguments]).wait() != 0:
        failed.append("pytest")
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
