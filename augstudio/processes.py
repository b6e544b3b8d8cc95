"""Starts the program's own processes and programs of the system; nothing else may start one."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from augstudio.errors import ExportError
from augstudio.search_path import is_current_folder

if TYPE_CHECKING:  # imported where a process is started: most commands start none
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_ONE_AT_A_TIME: Final = threading.Lock()
_program = threading.Event()
_BLAS: Final = "OPENBLAS_NUM_THREADS"
# How long its idle threads wait at full speed, as a power of two in clock cycles. By default they do so for
# some 30 ms on every core whenever NumPy is loaded, which all that a program does at its start pays for.
_BLAS_WAITING: Final = "OPENBLAS_THREAD_TIMEOUT"
# Else pydantic looks through all packages that are installed for some that want to watch it.
_PYDANTIC_PLUGINS: Final = "PYDANTIC_DISABLE_PLUGINS"
_TERMINATING_SECONDS: Final = 0.5
_OURS: Final = "AUGSTUDIO_PROCESS"
_UNGUARDED: Final = 121
_GUARD: Final = (
    "the script that exports is run again by each process that it starts, so what it does must stand under "
    "if __name__ == '__main__':, or be done with one worker"
)


def begin_program() -> None:
    """Say that this process runs the program, not another one, which may not bear to be started anew."""
    os.environ.setdefault(_BLAS_WAITING, "4")
    os.environ.setdefault(_PYDANTIC_PLUGINS, "__all__")
    _program.set()


def read_names_as_utf8() -> None:
    """Start this program anew where Python takes names of files for texts of another encoding.

    A picture's draws follow from its name, which must be the same text whatever a computer's locale says.
    What goes to a terminal keeps its encoding.
    """
    if os.name != "posix" or sys.getfilesystemencoding() == "utf-8" or sys.flags.utf8_mode:
        return
    if not sys.executable or getattr(sys, "frozen", False):
        return  # a bundle has this mode from its start, and takes options of Python for its own
    if sys.stdout is not None:
        os.environ.setdefault("PYTHONIOENCODING", sys.stdout.encoding)
    os.execv(sys.executable, (sys.executable, "-X", "utf8", *sys.orig_argv[1:]))


def runs_the_program() -> bool:
    """Whether :func:`begin_program` was called in this process."""
    return _program.is_set()


def own_number() -> int:
    """A number that no other process has, also of other computers and containers, below 2^64.

    The system's numbers are given anew on each of them: the program of a container is often number 1.
    """
    return _number_of(os.getpid())


@cache
def _number_of(process: int) -> int:
    seen = f"{platform.node()}/{process}/{time.time_ns()}/{id(object())}"
    return int.from_bytes(hashlib.sha256(seen.encode(errors="surrogateescape")).digest()[:8], "big")


@contextlib.contextmanager
def starting() -> Iterator[None]:
    """Look for no garbage meanwhile: what a program makes while it starts stays to its end.

    Looking through it again and again took a tenth of the time until the window is there.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def start_process(
    target: Callable[..., None],
    make_arguments: Callable[[Connection[Any, Any]], tuple[Any, ...]],
    *,
    daemon: bool,
    patience: float = 2.0,
) -> tuple[SpawnProcess, Connection[Any, Any]]:
    """Start a new Python that runs a function, at the other end of a pipe.

    It ignores Ctrl+C from its first moment, as this process decides what it means, and it imports nothing
    from the current folder, where anything may lie. The same holds for the process by which
    :mod:`multiprocessing` tracks what processes share. It does not outlive this process by much, even where
    it hangs.

    Args:
        target: A function of a module.
        make_arguments: Gives its arguments for the other end's connection.
        daemon: Whether it is ended when this process ends in order.
        patience: Seconds after the end of this process, in whatever way, in which it may end by itself.

    Returns:
        The process and this end's connection.

    Raises:
        ExportError: Python was started so that this cannot be kept, or see :func:`check_guarded`.
        OSError: The system has no room for another process.
    """
    from multiprocessing import get_context

    check_guarded()
    if sys.flags.ignore_environment and not sys.flags.safe_path:
        raise ExportError(
            "Python was started with -E, under which its processes would run files from the current folder; "
            "start it with -P as well, or use one worker"
        )
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    try:
        arguments = (_Starting(), target, patience, *make_arguments(theirs))
        process = context.Process(target=_run, args=arguments, daemon=daemon)
        with _ONE_AT_A_TIME, _interrupts_ignored(), safe_surroundings(), _children_allowed():
            process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return process, ours


class _Starting:
    """Arrives in a new process before all else: until that begins its work, it looks for no garbage."""

    def __reduce__(self) -> tuple[Callable[[], _Starting], tuple[()]]:
        return _arrived, ()


def _arrived() -> _Starting:
    gc.disable()
    return _Starting()


def check_guarded() -> None:
    """Refuse work that starts processes where Python only imports a script anew, for a process of its own.

    One that this program has started ends at once and without a word; :func:`check_ended_guarded` then says
    why to whoever has started it.

    Raises:
        ExportError: Another one does.
    """
    from multiprocessing import current_process

    if not getattr(current_process(), "_inheriting", False):
        return
    if _OURS in os.environ:
        os._exit(_UNGUARDED)
    raise ExportError(_GUARD)


def check_ended_guarded(process: SpawnProcess) -> None:
    """Say why a process has ended, where that was :func:`check_guarded`.

    Raises:
        ExportError: It was.
    """
    process.join(_TERMINATING_SECONDS)
    if process.exitcode == _UNGUARDED:
        raise ExportError(_GUARD) from None


def end_process(process: SpawnProcess, patience: float) -> None:
    """Wait for a process that should end by itself; end it where it does not.

    Args:
        process: One that :func:`start_process` gave.
        patience: Seconds to wait for it.
    """
    process.join(patience)
    if process.is_alive():
        process.terminate()
        process.join(_TERMINATING_SECONDS)
        process.kill()  # one that was stopped does not hear the former
    process.join()
    process.close()


def run_program(command: Sequence[str], patience: float) -> tuple[int, str]:
    """Run a program of the system to its end.

    Args:
        command: Its absolute path and its arguments.
        patience: Seconds after which it is ended.

    Returns:
        Its exit code and what it wrote to standard error.

    Raises:
        OSError: It cannot be started, or did not end.
    """
    try:
        done = subprocess.run(command, capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired as error:
        raise OSError(f"it did not end within {patience:g} s") from error
    return done.returncode, done.stderr.decode(errors="replace")


def start_program(command: Sequence[str]) -> bool:
    """Start a program of the system and let it go on by itself.

    Args:
        command: Its name or path, and its arguments.

    Returns:
        Whether it was started.
    """
    nowhere = subprocess.DEVNULL
    try:
        started = subprocess.Popen(
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    except OSError:
        return False
    threading.Thread(target=started.wait, daemon=True).start()  # else it stays as a dead process
    return True


def _run(_: _Starting, target: Callable[..., None], patience: float, *arguments: Any) -> None:
    """What a process does."""
    from multiprocessing import parent_process

    gc.freeze()
    gc.enable()

    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel, patience), daemon=True).start()
    target(*arguments)


def _end_after(sentinel: int, patience: float) -> None:
    """End this process, whatever it does, soon after another one has ended."""
    from multiprocessing.connection import wait

    wait([sentinel])
    time.sleep(patience)
    os._exit(1)


@contextlib.contextmanager
def _children_allowed() -> Iterator[None]:
    """Let a process that ends with its parent start others, as those do that a cluster's workers run in.

    It is forbidden, as they would stay behind where it is ended; ours end by themselves then.
    """
    from multiprocessing import current_process

    config = getattr(current_process(), "_config", {})
    if not config.get("daemon"):
        yield
        return
    config["daemon"] = False
    try:
        yield
    finally:
        config["daemon"] = True


@contextlib.contextmanager
def safe_surroundings() -> Iterator[None]:
    """Whatever Python is started meanwhile has no current folder on its path, neither at first nor from here.

    Its products of matrices take one thread, as there is a process per core: the threads of OpenBLAS wait for
    each other at full speed, which takes ten times as long where others keep the cores busy.
    """
    changed = {"PYTHONSAFEPATH": "1", _OURS: "1", _BLAS: os.environ.get(_BLAS, "1")}
    if "PYTHONPATH" in os.environ:
        entries = os.environ["PYTHONPATH"].split(os.pathsep)
        changed["PYTHONPATH"] = os.pathsep.join(entry for entry in entries if not is_current_folder(entry))
    before = {name: os.environ.get(name) for name in changed}
    path = sys.path
    os.environ.update(changed)
    # Its own path is replaced by this process's, in which an empty entry is an interactive session's.
    sys.path = [entry for entry in path if entry]
    try:
        yield
    finally:
        sys.path = path
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
