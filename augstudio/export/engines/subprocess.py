"""Runs an export in a process of its own, for programs whose own threads must not wait.

Looking after workers takes a share of a process's time in hundreds of short turns a second. Beside a window
each of them can hold up a picture that is being made; from another process they cannot. So not only the tasks
are run there, but the whole export, by the same function as everywhere.
"""

from __future__ import annotations

import contextlib
import math
import pickle
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Final

from augstudio.errors import CrashError, ExportError
from augstudio.export.engine import Engine
from augstudio.export.engines.messages import (
    Cancel,
    Failure,
    FromSubprocess,
    Pause,
    Resume,
    ToSubprocess,
)
from augstudio.export.engines.priority import step_back
from augstudio.export.job import ExportJob
from augstudio.export.progress import Progress, Report
from augstudio.export.run import Listener, run_export
from augstudio.export.run_options import RunOptions
from augstudio.processes import begin_program, check_ended_guarded, check_guarded, end_process, start_process

PATIENCE_SECONDS = 10.0
"""How long an export may take to stop when it is asked to, or when the parent has ended."""

_POLL_SECONDS: Final = 0.05
_SPACING_SECONDS: Final = 0.1


class _HangingError(ExportError):
    """An export that did not stop."""


def run_export_in_subprocess(
    job: ExportJob,
    options: RunOptions | None = None,
    *,
    on_progress: Listener | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    paused: Callable[[], bool] = lambda: False,
) -> Report:
    """Do what :func:`~augstudio.export.run.run_export` does, with the same files, in a process of its own.

    That process ends with this one, in whatever way this one ends; what it wrote by then stays, and the same
    export goes on later. Where it hangs, as on a drive that is gone, it is ended :data:`PATIENCE_SECONDS`
    after it should have stopped. ``on_progress`` is called in the calling thread, ten times a second at most,
    but in the end with the last state.

    Args:
        job: As there, and so are all others.
        options: How to run it; an engine must be one that pickle can send, such as a function of a module.
        on_progress: Hears how far it is.
        cancelled: Whether to stop.
        paused: Whether to wait.

    Raises:
        ExportError: As there, or the engine cannot be sent, or the process ended unexpectedly, or it did not
            stop and was ended.
    """

    def wanted() -> ToSubprocess:
        return Cancel() if cancelled() else Pause() if paused() else Resume()

    check_guarded()
    if job.store is not None and job.store.scheme == "memory":
        raise ExportError("{0} is in the memory of one process; choose another place", str(job.store))
    chosen, patience = options or RunOptions(), PATIENCE_SECONDS
    _check_sendable(chosen.engine)
    process, ours = start_process(
        _serve, lambda theirs: (theirs, job, chosen), daemon=False, patience=PATIENCE_SECONDS
    )
    try:
        return _follow(ours, on_progress or (lambda progress: None), wanted)
    except _HangingError:
        patience = 0.0
        raise
    except CrashError:
        check_ended_guarded(process)
        raise
    finally:
        # It stops by itself when the connection is closed.
        ours.close()
        end_process(process, patience)


def _check_sendable(engine: Engine | None) -> None:
    """Refuse an engine that only this process knows.

    Raises:
        ExportError: It is a function within a function, for example.
    """
    try:
        pickle.dumps(engine)
    except Exception:  # pickle raises whatever it meets in what is to be sent
        raise ExportError(
            "engine: {0} cannot be sent to another process; name a function or an instance of a class at the "
            "top of a module, or run the export in this process",
            getattr(engine, "__qualname__", type(engine).__qualname__),
        ) from None


def _follow(
    connection: Connection[ToSubprocess, FromSubprocess],
    report_progress: Listener,
    wanted: Callable[[], ToSubprocess],
) -> Report:
    """Pass on what is wanted and what is reported, until the export ends."""
    sent: ToSubprocess = Resume()
    latest = math.inf
    try:
        while time.monotonic() < latest:
            now = wanted()
            if now != sent:
                connection.send(now)
                sent = now
                latest = time.monotonic() + PATIENCE_SECONDS if isinstance(now, Cancel) else math.inf
            if not connection.poll(_POLL_SECONDS):
                continue
            match connection.recv():
                case Progress() as progress:
                    report_progress(progress)
                case Report() as report:
                    return report
                case Failure(error):
                    raise error
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise CrashError("its process ended unexpectedly; export again to go on where it stopped") from None
    raise _HangingError("it hung instead of stopping, and was ended; export again to go on where it stopped")


def _serve(connection: Connection[FromSubprocess, ToSubprocess], job: ExportJob, options: RunOptions) -> None:
    """Run the export for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin_program()
    # Its workers inherit that.
    step_back(options.limits.niceness)
    channel = ParentChannel(connection)
    try:
        last: Report | Failure = run_export(
            job,
            replace(options, limits=replace(options.limits, niceness=0)),
            on_progress=channel.send_progress,
            cancelled=channel.cancelled,
            paused=channel.paused,
        )
    except Exception as error:  # raised again where somebody can tell of it
        last = Failure(_sendable(error))
    channel.end(last)


def _sendable(error: Exception) -> Exception:
    text = traceback.format_exc()
    if not isinstance(error, ExportError):
        error.add_note(f"In the process of the export:\n{text}")
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # some exceptions cannot be made again from what they hold
        return RuntimeError(text)
    return error


class ParentChannel:
    """The export's end of its connection to the process that started it."""

    def __init__(self, connection: Connection[FromSubprocess, ToSubprocess]) -> None:
        self._connection = connection
        self._wanted: ToSubprocess = Resume()
        self._latest: Progress | None = None
        self._shows_pause = False
        self._sent = -_SPACING_SECONDS

    def cancelled(self) -> bool:
        """Whether the parent wants an end, or has ended."""
        self._receive()
        if self._latest is not None:
            self.send_progress(self._latest)
        return isinstance(self._wanted, Cancel)

    def paused(self) -> bool:
        """Whether the parent wants a pause."""
        self._receive()
        return isinstance(self._wanted, Pause)

    def send_progress(self, progress: Progress) -> None:
        """Send how far the export is, now or a moment later; a pause and its end at once."""
        self._latest = progress
        if progress.paused != self._shows_pause or time.monotonic() - self._sent >= _SPACING_SECONDS:
            self._shows_pause = progress.paused
            self._send_latest()

    def end(self, last: Report | Failure) -> None:
        """Send the last progress and the last message."""
        self._send_latest()
        self._send(last)

    def _receive(self) -> None:
        try:
            while self._connection.poll():
                self._wanted = self._connection.recv()
        except (EOFError, OSError):
            self._wanted = Cancel()

    def _send_latest(self) -> None:
        if self._latest is not None:
            self._send(self._latest)
            self._latest = None
            self._sent = time.monotonic()

    def _send(self, message: FromSubprocess) -> None:
        # That the parent has ended shows when its messages are read.
        with contextlib.suppress(OSError):
            self._connection.send(message)
