"""Networks that cannot be used are explained in one line, whatever way they come in."""

from __future__ import annotations

import multiprocessing
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import onnxruntime
import pytest
from onnx import ModelProto

from augstudio.core.interruption import checkpoint
from augstudio.kernels.networks import trial_process as trial_apart
from augstudio.pipelines import Pipeline
from augstudio.transforms import ImageModel
from tests import networks
from tests.__main__ import ROOT
from tests.commands import refused, told
from tests.folders import small_dataset
from tests.networks import stored


def of_size(height: int, width: int) -> ModelProto:
    shape = (1, 3, height, width)
    return networks.identity(inputs={"x": shape}, outputs={"y": shape})


ODD = {
    "1 x 1": (lambda: of_size(1, 1), "holds pictures of 1 × 1 pixels"),
    "100000 x 100000": (lambda: of_size(100_000, 100_000), "holds pictures of 100000 × 100000 pixels"),
    "no rows": (lambda: of_size(0, 64), "holds pictures of 64 × 0 pixels"),
    "noisy": (networks.noisy, "its operator RandomNormalLike draws random numbers"),
}


@pytest.mark.parametrize("name", ODD)
def test_every_command_says_why(name: str, tmp_path: Path) -> None:
    make, reason = ODD[name]
    check_every_command(tmp_path, make, reason)


def check_every_command(folder: Path, make: Callable[[], ModelProto], reason: str) -> None:
    for command in commands(folder, make()).values():
        said = refused(*command)
        assert "network.onnx cannot be used: " in said
        assert reason in said
    assert not (folder / "out").exists()


def commands(folder: Path, model: ModelProto) -> dict[str, tuple[object, ...]]:
    """What runs a network over a small dataset."""
    small_dataset(folder / "in", 1)
    picture = next((folder / "in").rglob("*.*"))
    step = ImageModel(model=(stored(model, folder),), strength_range=(1, 1))
    Pipeline.of((step,)).save(folder / "p.json")
    used = ("--pipeline", folder / "p.json")
    return {
        "export": ("export", folder / "in", folder / "out", *used),
        "dry run": ("export", folder / "in", folder / "out", *used, "--dry-run"),
        "preview": ("preview", folder / "in", folder / "sheet.png", *used),
        "render": ("render", picture, "-o", folder / "made.png", *used),
    }


@pytest.mark.parametrize("extra", [(), ("--dry-run",)])
def test_a_network_that_never_ends_is_given_up_in_time(tmp_path: Path, extra: tuple[str, ...]) -> None:
    command = (*commands(tmp_path, networks.endless(above=10))["export"], "--timeout", 1, *extra)
    result = subprocess.run(
        [sys.executable, "-m", "augstudio", *map(str, command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert "network.onnx cannot be used: trying it out did not end within 1 s" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["export", "dry run", "preview", "render"])
def test_ctrl_c_ends_a_trial(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**more: bool) -> None:
        signal.raise_signal(signal.SIGINT)
        checkpoint(**more)

    monkeypatch.setattr(trial_apart, "checkpoint", interrupted)
    monkeypatch.setattr(trial_apart, "runs_the_program", lambda: True)
    result = told(*commands(tmp_path, networks.endless(above=10))[name])
    assert result.exit_code == 130
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("where", ["_finish", "__init__"])
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "there is not enough memory for it"),
        (RuntimeError("std::bad_alloc"), "there is not enough memory for it"),
        (RuntimeError("a/b.cc:12 Foo(int) no luck"), "no luck"),
        (KeyError("y"), ""),
    ],
)
def test_whatever_onnxruntime_raises_is_told_in_one_line(
    where: str, error: Exception, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors of its own session, of which no kind is promised."""

    class Session:
        def __init__(self, *given: object, **more: object) -> None:
            if where == "__init__":
                raise error
            self._session = start(*given, **more)

        def __getattr__(self, name: str) -> object:
            return getattr(self._session, name)

        def run(self, *given: object) -> object:
            raise error

    start = onnxruntime.InferenceSession
    monkeypatch.setattr(onnxruntime, "InferenceSession", Session)
    monkeypatch.setattr(trial_apart, "_LEARNT", {})
    monkeypatch.setattr(trial_apart, "runs_the_program", lambda: False)
    for command in commands(tmp_path, networks.inverted(0.75)).values():
        said = refused(*command)
        assert "network.onnx cannot be used: " in said
        assert (reason if where == "__init__" or "memory" in reason else "it fails for a picture of") in said


def test_too_little_memory_for_a_picture_is_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpacked(*given: object, **more: object) -> None:
        raise MemoryError

    found = commands(tmp_path, networks.identity())
    monkeypatch.setattr("augstudio.render.pixels._Work", unpacked)
    for name in ("preview", "render"):
        assert "there is not enough memory for this" in refused(*found[name])
