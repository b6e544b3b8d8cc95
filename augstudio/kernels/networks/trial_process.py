"""Tries out a network once, where it can be ended: it may never end, take all memory, or crash.

The program does so in a process of its own. Where it is only a library of another program, which may not be
made to be started anew, and in worker processes, which somebody watches over, it is done in the process
itself; so it is with the networks that ship.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Final, TypeAlias

from augstudio.core.allowance import Allowance, allowance, allowing
from augstudio.core.image import Size
from augstudio.core.interruption import checkpoint
from augstudio.errors import Message, PipelineError, message_of
from augstudio.kernels.networks.model_file import ModelFile
from augstudio.kernels.networks.onnx_file import BadModelError
from augstudio.kernels.networks.trial import Trial, tried_out
from augstudio.kernels.networks.trial_memory import limit_memory
from augstudio.processes import runs_the_program, start_process

_POLL_SECONDS: Final = 0.02
# A new process may take so long to import what it needs.
_START_SECONDS: Final = 60.0
# The process ends itself so much later than others should have ended it.
_LATER_SECONDS: Final = 30.0
MOST_BYTES: Final = 4 << 30
"""Memory that a network may take while it is tried out on small pictures."""

_READY: Final = "ready"


@dataclass(frozen=True)
class _Refusal:
    """Why a network cannot be used.

    Attributes:
        reason: In a few words.
        given: What it was allowed where that may be the cause, so that more may help; else None.
    """

    reason: Message
    given: Allowance | None = None


Key: TypeAlias = tuple[str, Size | None]
"""SHA-256 of the model, and width and height of the reference picture."""

Learnt: TypeAlias = Mapping[Key, "Trial | _Refusal"]
"""Trials that were made."""

_LEARNT: Final[dict[Key, Trial | _Refusal]] = {}
_TURN: Final = threading.Lock()


def trial_of(model: ModelFile, style: Size | None) -> Trial:
    """How a network is to be used; tried out once per process and kept.

    May end with :class:`~augstudio.core.interruption.Interrupted`.

    Args:
        model: The ONNX file.
        style: Width and height of the step's reference picture, if there is one.

    Raises:
        BadModelError: It cannot be used.
        PipelineError: The file cannot be read, or onnxruntime is not installed.
    """
    key = (model.sha256, style)
    found = _known(key)
    if found is None:
        with _turn():
            found = _known(key) or _made(model, style)
            _LEARNT[key] = found
    if isinstance(found, _Refusal):
        raise BadModelError(found.reason)
    return found


def learnt() -> Learnt:
    """The trials that this process made, for others."""
    return dict(_LEARNT)


def take_over(trials: Learnt) -> None:
    """Know trials that another process made."""
    _LEARNT.update(trials)


def _known(key: Key) -> Trial | _Refusal | None:
    """What was learnt before, unless more is allowed now, which might help."""
    found, now = _LEARNT.get(key), allowance()
    if isinstance(found, _Refusal) and found.given is not None:
        more = now.seconds > found.given.seconds or now.memory > found.given.memory
        return None if more else found
    return found


def _made(model: ModelFile, style: Size | None) -> Trial | _Refusal:
    apart = runs_the_program() and not model.shipped
    return _apart(model, style) if apart else _here(model, style)


@contextlib.contextmanager
def _turn() -> Iterator[None]:
    """One at a time, and whoever is no longer needed stops waiting."""
    while not _TURN.acquire(timeout=_POLL_SECONDS):
        checkpoint(waiting=True)
    try:
        yield
    finally:
        _TURN.release()


def _here(model: ModelFile, style: Size | None, *, alone: bool = False) -> Trial | _Refusal:
    try:
        return tried_out(model.read(), style, alone=alone)
    except BadModelError as error:
        return _Refusal(message_of(error), allowance())


def _apart(model: ModelFile, style: Size | None) -> Trial | _Refusal:
    given = allowance()
    try:
        process, ours = start_process(_serve, lambda theirs: (theirs, model, style, given), daemon=True)
    except OSError as error:
        raise PipelineError("a model cannot be tried out: {0}", message_of(error)) from None
    try:
        return _followed(process, ours, given)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _followed(process: SpawnProcess, ours: Connection[Any, Any], given: Allowance) -> Trial | _Refusal:
    """What a trial comes to, or why it was given up."""
    latest = time.monotonic() + _START_SECONDS
    try:
        while time.monotonic() < latest:
            checkpoint(waiting=True)
            if not ours.poll(_POLL_SECONDS):
                continue
            answer: Trial | _Refusal | Exception | str = ours.recv()
            if isinstance(answer, Exception):
                raise answer
            if isinstance(answer, Trial | _Refusal):
                return answer
            latest = time.monotonic() + given.seconds
    except (EOFError, OSError):
        process.join()
        return _Refusal(
            Message("the process that tried it out ended unexpectedly ({0})", process.exitcode), given
        )
    return _Refusal(Message("trying it out did not end within {0} s", f"{given.seconds:g}"), given)


def _serve(connection: Connection[Any, Any], model: ModelFile, style: Size | None, given: Allowance) -> None:
    """Try a network out for the other end."""
    with open(os.devnull, "w", encoding="ascii") as nowhere:  # noqa: PTH123
        # Also where nobody is there any more and no Python runs.
        faulthandler.dump_traceback_later(given.seconds + _LATER_SECONDS, exit=True, file=nowhere)
        connection.send(_READY)
        limit_memory(min(given.memory, MOST_BYTES))
        try:
            with allowing(given):
                answer: Trial | _Refusal | Exception = _here(model, style, alone=True)
        except PipelineError as error:
            answer = error
        connection.send(answer)
