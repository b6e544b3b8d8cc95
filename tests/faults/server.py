"""Runs exports one after another in processes of their own, within milliseconds.

A process that has imported everything forks one child for each run: the child is the program from the first
line of the export on, may be made to fail or die, and takes nothing along to the next run.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from augstudio.errors import AugStudioError
from augstudio.export import RunOptions, run, run_export
from tests.__main__ import ROOT
from tests.export.jobs import job_for

_PATIENCE = 600
REFUSED = 2
"""Exit code of a run that ended with an error for people."""


@dataclass(frozen=True)
class Ended:
    """How a run ended.

    Attributes:
        code: Its exit code; negative for the signal that killed it.
        text: The error for people, with whatever went to the standard error.
        skipped: What was left out, with reasons.
        kilobytes: The most memory it had.
    """

    code: int
    text: str
    skipped: dict[str, str]
    kilobytes: int


class Server:
    """The process that forks; use it as a context."""

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.server"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def export(self, dataset: Path, out: Path, **how: Any) -> Ended:
        """Run an export and wait for its end.

        Args:
            dataset: Its sources.
            out: Its folder.
            **how: ``workers``, ``overwrite``, ``replace_edited`` and ``file_bytes`` (the largest file the
                system allows); all others are options of the export.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"dataset": os.fspath(dataset), "out": os.fspath(out), **how}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))


def _run(order: dict[str, Any], told: int) -> int:
    """What the child does; its exit code."""
    os.setpgid(0, 0)
    limit = order.pop("file_bytes", None)
    if limit is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    run._FEW_SECONDS = 0.0  # what is asked of workers is done by them
    workers, overwrite = order.pop("workers", 1), order.pop("overwrite", False)
    dataset, out, edited = (
        Path(order.pop("dataset")),
        Path(order.pop("out")),
        order.pop("replace_edited", False),
    )
    job = replace(job_for(dataset, out, **order), replace_edited=edited)
    try:
        report = run_export(job, RunOptions(workers=workers, overwrite=overwrite))
    except AugStudioError as error:
        os.write(told, json.dumps({"text": str(error)}).encode())
        return REFUSED
    skipped = {item.name: item.reason for item in report.skipped}
    os.write(told, json.dumps({"skipped": skipped}).encode())
    return 0


def _child(order: dict[str, Any], told: int) -> None:
    code = 1
    try:
        code = _run(order, told)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _answered(order: dict[str, Any]) -> dict[str, Any]:
    """Fork for one order, and wait until the child and all that it started have ended."""
    ear, mouth = os.pipe()
    complaints, complain = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(complain, 2)  # as all its workers have it, it ends with the last of them
        os.close(complain)
        _child(order, mouth)
    os.close(mouth)
    os.close(complain)
    signal.alarm(_PATIENCE)
    with os.fdopen(ear, "rb") as stream:
        told = stream.read()
    with os.fdopen(complaints, "rb") as stream:
        text = stream.read().decode(errors="replace")
    _, status, usage = os.wait4(child, 0)
    signal.alarm(0)
    answer = {"text": "", "skipped": {}, **(json.loads(told) if told else {})}
    answer["text"] += text
    return {"code": os.waitstatus_to_exitcode(status), "kilobytes": usage.ru_maxrss, **answer}


def main() -> None:
    """Serve until the standard input ends."""
    for line in sys.stdin.buffer:
        sys.stdout.write(json.dumps(_answered(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
