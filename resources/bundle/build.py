"""Builds a folder that runs without Python: ``python resources/bundle/build.py OUT``.

It needs the extra ``bundle`` and an installation that is not editable, on the system that the folder is for.
The folder is then tried: it says its version, exports the sample with two worker processes to the same bytes
as the installed program, and shows its window for a moment (offscreen where there is no display). How large
it is and how long its start takes are printed.

Windows: the same, with ``py``; the program is ``augstudio.exe`` in the folder.
macOS: as here; the folder holds no ``.app`` and is not signed, so that Gatekeeper asks on another machine.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import augstudio

HERE: Final = Path(__file__).resolve().parent
LANGUAGES: Final = ("en", "ja", "zh_CN", "zh_TW")

UNUSED: Final = (
    *(
        f"PySide6.{name}"
        for name in ("QtNetwork", "QtOpenGL", "QtOpenGLWidgets", "QtQml", "QtQuick", "QtTest")
    ),
    *("tkinter", "unittest", "pydoc", "setuptools", "pip", "IPython", "matplotlib", "pytest"),
)
"""Modules that the program never runs."""

WINDOW_SECONDS: Final = 60.0


def build(place: Path) -> Path:
    """Build the folder.

    Args:
        place: Where it goes; an earlier one there is replaced.

    Returns:
        The program in it.
    """
    from PyInstaller.__main__ import run

    with tempfile.TemporaryDirectory() as work:
        options = ["--noconfirm", "--log-level=ERROR", "--onedir", "--windowed", "--name=augstudio"]
        options += [f"--distpath={place}", f"--workpath={work}", f"--specpath={work}"]
        options += ["--collect-submodules=augstudio", "--collect-data=augstudio", "--copy-metadata=augstudio"]
        options += [f"--exclude-module={name}" for name in UNUSED]
        # Files that end in .py are no data to --collect-data.
        options += [f"--add-data={HERE.parent / 'code'}{os.pathsep}augstudio/resources/code"]
        # Names of files are read as UTF-8 in every locale.
        options += ["--python-option=X utf8"]
        # Not --strip: NumPy's OpenBLAS cannot be loaded afterwards.
        run([*options, str(HERE / "start.py")])
    folder = place / "augstudio"
    for file in unused_translations(folder):
        file.unlink()
    return folder / ("augstudio.exe" if sys.platform == "win32" else "augstudio")


def unused_translations(folder: Path) -> Iterator[Path]:
    """Qt's own translations into languages that the program does not speak."""
    for file in folder.rglob("translations/qt*.qm"):
        if not file.stem.endswith(tuple(f"_{language}" for language in LANGUAGES)):
            yield file


def size_of(folder: Path) -> int:
    """Bytes of the files in a folder; links count once."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def tried(program: Path) -> None:
    """Run the program and compare what it exports with what this installation exports.

    Raises:
        AssertionError: It is another version, or exports something else.
        subprocess.CalledProcessError: It does not run.
    """
    installed = [sys.executable, "-m", "augstudio"]
    said = output_of([str(program), "--version"])
    assert said == f"augstudio {augstudio.__version__}\n", said
    with tempfile.TemporaryDirectory() as place:
        sample, results = Path(place, "sample"), []
        output_of([*installed, "sample", str(sample)])
        pipeline = Path(place, "pipeline.json")
        steps = [{"id": 1, "transform": "rotate"}, {"id": 2, "transform": "gaussian_noise"}]
        pipeline.write_text(json.dumps({"augstudio": 1, "steps": steps}))
        for number, command in enumerate(([str(program)], installed)):
            out = Path(place, f"out{number}")
            told = ["export", str(sample), str(out), "--pipeline", str(pipeline), "--workers", "2"]
            output_of([*command, *told])
            pictures = (file for file in out.rglob("*") if file.suffix in (".jpg", ".jpeg", ".png"))
            results.append({file.relative_to(out): file.read_bytes() for file in pictures})
        assert results[0], "nothing was exported"
        assert results[0] == results[1], "the bundled program exports other bytes"


def output_of(command: list[str]) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout


def seconds_to_window(program: Path) -> float:
    """Seconds until the program has kept its first state, which it does when its window is there.

    Raises:
        AssertionError: No window came.
    """
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        shown = {} if "DISPLAY" in os.environ or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}
        begun = time.perf_counter()
        process = subprocess.Popen([str(program)], env={**os.environ, **folders, **shown})
        try:
            while not any(file.is_file() for file in Path(home).rglob("*")):
                assert process.poll() is None, f"it ended with {process.returncode}"
                assert time.perf_counter() - begun < WINDOW_SECONDS, "no window came"
                time.sleep(0.02)
            return time.perf_counter() - begun
        finally:
            process.terminate()
            process.wait(30)


def main() -> None:
    """Build, try and measure."""
    parser = argparse.ArgumentParser(description="Build a folder that runs without Python.")
    parser.add_argument("out", type=Path, help="where the folder 'augstudio' goes")
    place = parser.parse_args().out
    shutil.rmtree(place / "augstudio", ignore_errors=True)
    program = build(place)
    tried(program)
    print(f"{program}: {size_of(program.parent) / 1e6:.0f} MB; the sample exports to the same bytes")
    print(f"start: {seconds_to_window(program):.1f} s, again {seconds_to_window(program):.1f} s")


if __name__ == "__main__":
    main()
