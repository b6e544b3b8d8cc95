"""Runs an export in a process of its own, for programs whose own threads must not wait.

Looking after workers takes a share of a process's time in hundreds of short turns a second. Beside a window
each of them can hold up a picture that is being made; from another process they cannot.
"""

from __future__ import annotations

import contextlib
import enum
import math
import pickle
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any, Final

from augstudio.errors import CrashError, ExportError
from augstudio.export.control import Limits
from augstudio.export.engines.priority import step_back
from augstudio.export.job import ExportJob
from augstudio.export.progress import Progress, Report
from augstudio.export.run import Listener, run_export
from augstudio.processes import begin_program, end_process, start_process

PATIENCE_SECONDS = 10.0
"""How long an export may take to stop where that is asked for, or where nobody is there any more."""

_POLL_SECONDS: Final = 0.05
_SPACING_SECONDS: Final = 0.1


class _Wish(enum.Enum):
    """What the employer wants of the process."""

    GO_ON = enum.auto()
    PAUSE = enum.auto()
    CANCEL = enum.auto()


class _HangingError(ExportError):
    """An export that did not stop."""


def run_export_apart(
    job: ExportJob,
    *,
    workers: int | None = None,
    overwrite: bool = False,
    on_progress: Listener | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    paused: Callable[[], bool] = lambda: False,
    limits: Limits | None = None,
) -> Report:
    """Do what :func:`~augstudio.export.run.run_export` does, with the same files, in a process of its own.

    That process ends with this one, in whatever way this one ends; what it wrote by then stays, and the same
    export goes on later. Where it hangs, as on a drive that is gone, it is ended :data:`PATIENCE_SECONDS`
    after it should have stopped. ``on_progress`` is called in the calling thread, ten times a second at most,
    but in the end with the last state.

    Args:
        job: As there, and so are all others.
        workers: Number of worker processes.
        overwrite: Whether to replace another export.
        on_progress: Hears how far it is.
        cancelled: Whether to stop.
        paused: Whether to wait.
        limits: What it may use.

    Raises:
        ExportError: As there, or the process ended unexpectedly, or it did not stop and was ended.
    """
    arguments = (job, workers, overwrite, limits or Limits())
    process, ours = start_process(
        _serve, lambda theirs: (theirs, *arguments), daemon=False, patience=PATIENCE_SECONDS
    )
    patience = PATIENCE_SECONDS
    try:
        return _followed(ours, on_progress or (lambda progress: None), cancelled, paused)
    except _HangingError:
        patience = 0.0
        raise
    finally:
        # It stops by itself when nobody is there any more.
        ours.close()
        end_process(process, patience)


def _followed(
    connection: Connection[Any, Any],
    report_progress: Listener,
    cancelled: Callable[[], bool],
    paused: Callable[[], bool],
) -> Report:
    said, latest = _Wish.GO_ON, math.inf
    try:
        while time.monotonic() < latest:
            wish = _Wish.CANCEL if cancelled() else _Wish.PAUSE if paused() else _Wish.GO_ON
            if wish is not said:
                connection.send(wish)
                said = wish
                latest = time.monotonic() + PATIENCE_SECONDS if wish is _Wish.CANCEL else math.inf
            if not connection.poll(_POLL_SECONDS):
                continue
            message = connection.recv()
            if isinstance(message, Report):
                return message
            if isinstance(message, Exception):
                raise message
            report_progress(message)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise CrashError("its process ended unexpectedly; export again to go on where it stopped") from None
    raise _HangingError("it hung instead of stopping, and was ended; export again to go on where it stopped")


def _serve(
    connection: Connection[Any, Any], job: ExportJob, workers: int | None, overwrite: bool, limits: Limits
) -> None:
    """Run the export for the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin_program()
    # Its workers inherit that.
    step_back(limits.niceness)
    employer = _Employer(connection)
    try:
        answer: Report | Exception = run_export(
            job,
            workers=workers,
            overwrite=overwrite,
            on_progress=employer.tell,
            cancelled=employer.cancels,
            paused=employer.pauses,
            limits=replace(limits, niceness=0),
        )
    except Exception as error:  # raised again where somebody can tell of it
        answer = _sendable(error)
    employer.end(answer)


def _sendable(error: Exception) -> Exception:
    text = traceback.format_exc()
    if not isinstance(error, ExportError):
        error.add_note(f"In the process of the export:\n{text}")
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # some exceptions cannot be made again from what they hold
        return RuntimeError(text)
    return error


class _Employer:
    """The other end as the export sees it: what it wishes, and what it is told."""

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self._connection = connection
        self._wish = _Wish.GO_ON
        self._latest: Progress | None = None
        self._paused = False
        self._told = -_SPACING_SECONDS

    def cancels(self) -> bool:
        """Whether it wants an end, or is gone."""
        self._listen()
        if self._latest is not None:
            self.tell(self._latest)
        return self._wish is _Wish.CANCEL

    def pauses(self) -> bool:
        """Whether it wants a rest."""
        self._listen()
        return self._wish is _Wish.PAUSE

    def tell(self, progress: Progress) -> None:
        """Tell how far it is, now or a moment later; a pause and its end at once."""
        self._latest = progress
        if progress.paused != self._paused or time.monotonic() - self._told >= _SPACING_SECONDS:
            self._paused = progress.paused
            self._send_latest()

    def end(self, answer: Report | Exception) -> None:
        """Tell what it came to."""
        self._send_latest()
        self._send(answer)

    def _listen(self) -> None:
        try:
            while self._connection.poll():
                self._wish = self._connection.recv()
        except (EOFError, OSError):
            self._wish = _Wish.CANCEL

    def _send_latest(self) -> None:
        if self._latest is not None:
            self._send(self._latest)
            self._latest = None
            self._told = time.monotonic()

    def _send(self, message: object) -> None:
        # That nobody is there any more shows when it is listened to.
        with contextlib.suppress(OSError):
            self._connection.send(message)
