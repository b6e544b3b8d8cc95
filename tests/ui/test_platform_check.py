from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from augstudio.ui import platform_check
from augstudio.ui.platform_check import library_problem, window_problem


def run_window(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "augstudio"]
    return subprocess.run(
        command, env=kept | environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux only")
def test_without_a_display_it_says_so_and_exits_with_2() -> None:
    done = run_window()
    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "augstudio export" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux only")
def test_with_an_unreachable_display_it_says_so_and_exits_with_2() -> None:
    done = run_window(DISPLAY=":987")
    assert done.returncode == 2
    assert ":987" in done.stderr or "missing" in done.stderr
    assert "augstudio export" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the plugin is a shared object on Linux")
def test_a_missing_library_of_the_plugin_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ctypes.CDLL

    def load(name: str, *rest: object) -> object:
        if str(name).endswith("libqxcb.so"):
            raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
        return real(name)

    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")
    problem = window_problem()
    assert problem is not None
    assert "libxcb-cursor.so.0" in problem
    assert "apt install libxcb-cursor0" in problem
    assert "augstudio export" in problem


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the plugin is a shared object on Linux")
def test_all_missing_libraries_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real, absent = ctypes.CDLL, ("libxcb-icccm.so.4", "libxkbcommon-x11.so.0", "libEGL.so.1")

    def load(name: str, *rest: object) -> object:
        if str(name).endswith("libqxcb.so"):
            raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file or directory")
        if name in absent:
            raise OSError(f"{name}: cannot open shared object file")
        return real(name)

    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")
    problem = window_problem() or ""
    (said,) = [line for line in problem.splitlines() if "missing" in line]
    assert all(library in said for library in absent)
    (remedy,) = [line for line in problem.splitlines() if "apt install" in line]
    assert "apt install libxcb-icccm4 libegl1 libxkbcommon-x11-0;" in remedy


@pytest.mark.parametrize(("library", "package"), platform_check.PACKAGES.items())
def test_every_known_library_names_its_package(library: str, package: str) -> None:
    text = library_problem(f"{library}.so.1: cannot open shared object file: No such file or directory")
    assert f"apt install {package};" in text


def test_unknown_libraries_and_other_errors_are_still_told() -> None:
    assert "libsomething.so.3" in library_problem("libsomething.so.3: cannot open shared object file")
    assert "odd failure" in library_problem("odd failure")


def test_plugin_paths_of_another_package_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/lib/site-packages/cv2/qt/plugins")
    assert window_problem() is None
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ


def test_wrong_arguments_are_told_before_a_window_appears(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "augstudio", "gui", str(tmp_path / "missing")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "missing" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
