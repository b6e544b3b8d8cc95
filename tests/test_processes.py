"""What the program runs: its own code, whatever lies in the current folder or beside the pictures."""

from __future__ import annotations

import ast
import gc
import os
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from augstudio.errors import ExportError
from augstudio.processes import (
    begin_program,
    end_process,
    read_names_as_utf8,
    runs_the_program,
    start_process,
    starting,
)
from augstudio.search_path import is_current_folder
from tests.folders import contents, small_dataset
from tests.test_house import FILES, PACKAGE, name_of, parsed

MODULES = (
    "cv2",
    "json",
    "multiprocessing",
    "numpy",
    "pickle",
    "pydantic",
    "selectors",
    "signal",
    "simplejpeg",
    "sitecustomize",
    "socket",
    "stringzilla",
    "struct",
    "tempfile",
    "typing",
    "usercustomize",
    "xxhash",
)
PACKAGES = ("PIL", "concurrent", "multiprocessing", "typer")

PROGRAM = """
from augstudio.__main__ import main

if __name__ == "__main__":
    main()
"""
APART = """
import sys
from pathlib import Path
from augstudio.export import ExportJob, ExportOptions
from augstudio.export.engines.subprocess import run_export_in_subprocess
from augstudio.export.run_options import RunOptions
from augstudio.pipelines import Pipeline

if __name__ == "__main__":
    options = ExportOptions(copies=1)
    job = ExportJob(Path(sys.argv[2]), Path(sys.argv[3]), Pipeline.default(), options)
    run_export_in_subprocess(job, RunOptions(workers=2))
"""
# As in an interactive session, whose current folder is on the path; nothing of ours is imported from there.
INTERACTIVE = """
import sys
place = sys.path.pop(0)
from pathlib import Path
import augstudio.transforms
from augstudio.export import ExportJob, ExportOptions
from augstudio.export.engines.subprocess import run_export_in_subprocess
from augstudio.export.run_options import RunOptions
from augstudio.pipelines import Pipeline

sys.path.insert(0, place)
options = ExportOptions(copies=1)
job = ExportJob(Path(sys.argv[2]), Path(sys.argv[3]), Pipeline.default(), options)
run_export_in_subprocess(job, RunOptions(workers=2))
"""
EXPORT = ("export", ".", "../out", "--copies", "1", "--workers", "2")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A dataset in whose folders lie files with the names of modules, each leaving a mark when run."""
    dataset = small_dataset(tmp_path / "in", 4)
    make_heavy(dataset)
    mark = f"open({str(tmp_path / 'ran')!r}, 'a').write(__name__ + ' ')\n"
    for folder in (dataset, dataset / "a"):
        for module in MODULES:
            (folder / f"{module}.py").write_text(mark)
        for package in PACKAGES:
            (folder / package).mkdir()
            (folder / package / "__init__.py").write_text(mark)
    return dataset


def make_heavy(dataset: Path) -> None:
    """Let a dataset look like more work than is begun in the process that exports it."""
    with next(dataset.rglob("*.png")).open("ab") as file:
        file.write(bytes(20_000_000))


def check_nothing_runs(trap: Path, command: list[str], **environment: str) -> None:
    """Export the dataset that is the current folder; nothing that lies there is run."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONSAFEPATH"}
    }
    done = subprocess.run(
        command,
        cwd=trap,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    ran = trap.parent / "ran"
    assert not ran.exists(), ran.read_text()
    assert done.returncode == 0, done.stderr
    suffixes = (".jpg", ".png", ".webp", ".bmp")
    assert len([name for name in contents(trap.parent / "out") if name.endswith(suffixes)]) == 8


def script(trap: Path, text: str, name: str) -> str:
    file = trap.parent / "bin" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return str(file)


def test_a_command_in_the_folder_of_a_dataset(trap: Path) -> None:
    check_nothing_runs(trap, [sys.executable, script(trap, PROGRAM, "augstudio"), *EXPORT])


def test_a_module_in_the_folder_of_a_dataset(trap: Path) -> None:
    for early in (
        "sitecustomize",
        "usercustomize",
    ):  # Python itself runs these before it comes to the program
        (trap / f"{early}.py").unlink()
    check_nothing_runs(trap, [sys.executable, "-m", "augstudio", *EXPORT])


def test_an_empty_entry_in_the_path_of_modules(trap: Path) -> None:
    for early in ("sitecustomize", "usercustomize"):
        (trap / f"{early}.py").unlink()
    path = os.pathsep.join(["", str(trap.parent)])
    check_nothing_runs(trap, [sys.executable, script(trap, PROGRAM, "augstudio"), *EXPORT], PYTHONPATH=path)


def test_the_windows_export(trap: Path) -> None:
    check_nothing_runs(trap, [sys.executable, script(trap, APART, "window.py"), "export", ".", "../out"])


def test_an_export_from_an_interactive_session(trap: Path) -> None:
    for early in ("sitecustomize", "usercustomize"):
        (trap / f"{early}.py").unlink()
    check_nothing_runs(trap, [sys.executable, "-c", INTERACTIVE, "export", ".", "../out"])


def test_the_environment_is_as_before(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "elsewhere", "."]))
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    before, path = dict(os.environ), list(sys.path)
    process, connection = start_process(_tell, lambda theirs: (theirs,), daemon=False)
    try:
        assert connection.recv() == ("1", "elsewhere", True)
    finally:
        connection.close()
        process.join()
    assert (dict(os.environ), sys.path) == (before, path)


def _tell(connection: object) -> None:
    told = os.environ["PYTHONSAFEPATH"], os.environ["PYTHONPATH"], sys.flags.safe_path
    connection.send(told)  # type: ignore[attr-defined]


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode there")
@pytest.mark.parametrize("is_bundle", [False, True])
def test_in_a_locale_without_utf8_only_python_is_started_anew(
    is_bundle: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(os, "execv", lambda program, arguments: started.append((program, *arguments)))
    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "iso8859-1")
    monkeypatch.setattr(sys, "orig_argv", ["python", "augstudio", "export", "in"])
    monkeypatch.setattr(sys, "frozen", is_bundle, raising=False)
    read_names_as_utf8()
    anew = (sys.executable, sys.executable, "-X", "utf8", "augstudio", "export", "in")
    assert started == ([] if is_bundle else [anew])


def test_where_it_cannot_be_kept_no_process_is_started() -> None:
    code = (
        "import sys; sys.path.pop(0)\n"
        "from augstudio.processes import start_process\n"
        "start_process(print, lambda theirs: (), daemon=True)\n"
    )
    done = subprocess.run([sys.executable, "-E", "-c", code], capture_output=True, text=True, check=False)
    assert ExportError.__name__ in done.stderr
    assert "start it with -P as well" in done.stderr
    safe = subprocess.run(
        [sys.executable, "-E", "-P", "-c", code], capture_output=True, text=True, check=False
    )
    assert safe.returncode == 0, safe.stderr


def test_what_counts_as_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    for entry in ("", ".", "../here", str(tmp_path / "here"), str(tmp_path / "link")):
        assert is_current_folder(entry), entry
    for entry in ("..", str(tmp_path), "deeper", "../other"):
        assert not is_current_folder(entry), entry
    (tmp_path / "here").rmdir()
    assert is_current_folder("")
    assert not is_current_folder(str(tmp_path))


STARTERS = {"Popen", "run", "call", "check_call", "check_output", "get_context", "Process", "Pool"}


@pytest.mark.parametrize("file", [file for file in FILES if file != PACKAGE / "processes.py"], ids=name_of)
def test_processes_are_started_in_one_place(file: Path) -> None:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in ("subprocess", "multiprocessing")
            assert all(alias.name not in ("QProcess", "ProcessPoolExecutor") for alias in node.names)
        if isinstance(node, ast.Attribute):
            owner, name = ast.unparse(node.value), node.attr
            assert owner not in ("subprocess", "multiprocessing") or name not in STARTERS
            assert owner != "os" or not name.startswith(
                ("spawn", "exec", "popen", "system", "fork", "startfile")
            )


UNGUARDED = """
import sys
from pathlib import Path
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.pipelines import Pipeline

run_export(ExportJob(Path(sys.argv[1]), Path(sys.argv[2]), Pipeline.default()), RunOptions(workers=2))
"""


def test_a_script_that_would_be_run_again_by_its_workers_is_told_so_in_one_sentence(tmp_path: Path) -> None:
    make_heavy(small_dataset(tmp_path / "dataset"))
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    ended = subprocess.run(
        [sys.executable, script, tmp_path / "dataset", tmp_path / "out"],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    lines = ended.stderr.splitlines()
    assert ended.returncode == 1
    assert "if __name__ == '__main__':" in lines[-1]
    assert sum("Traceback" in line for line in lines) == 1


def say_whether_garbage_is_looked_for(connection: Connection[Any, Any]) -> None:
    connection.send((gc.isenabled(), gc.get_freeze_count() > 0))


def test_a_process_looks_for_garbage_once_it_has_started() -> None:
    process, ours = start_process(say_whether_garbage_is_looked_for, lambda theirs: (theirs,), daemon=True)
    assert ours.recv() == (True, True)
    ours.close()
    end_process(process, 30)


def say_threads(connection: Connection[Any, Any]) -> None:
    connection.send(os.environ.get("OPENBLAS_NUM_THREADS"))


@pytest.mark.parametrize(("chosen", "expected"), [(None, "1"), ("3", "3")])
def test_a_process_multiplies_matrices_with_one_thread_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None, expected: str
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    if chosen is not None:
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", chosen)
    process, ours = start_process(say_threads, lambda theirs: (theirs,), daemon=True)
    assert ours.recv() == expected
    assert os.environ.get("OPENBLAS_NUM_THREADS") == chosen
    ours.close()
    end_process(process, 30)


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_changes_in_its_process_is_given_back(time: str) -> None:
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert not runs_the_program()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin_program()


def test_no_garbage_is_looked_for_while_a_program_starts() -> None:
    before = gc.get_freeze_count()
    try:
        with starting():
            assert not gc.isenabled()
            with starting():
                assert not gc.isenabled()
            assert not gc.isenabled(), "the outer one ends it"
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
