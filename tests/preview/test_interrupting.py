"""Ctrl+C ends a preview of the command line while it renders."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.transforms import Elastic, GaussianNoise, MedianBlur
from tests.pictures import smooth_picture


def test_ctrl_c_ends_a_preview_and_nothing_is_written(tmp_path: Path) -> None:
    folder, out, file = tmp_path / "in", tmp_path / "p.png", tmp_path / "p.json"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"\x89PNG nothing")
    (folder / "b.png").write_bytes(encode(smooth_picture(1200, 800), "png"))
    Pipeline.of((Elastic(), MedianBlur(), GaussianNoise())).save(file)
    # A hundred copies take half a minute.
    command = [
        "preview",
        "--compare",
        "copies",
        str(folder),
        str(out),
        "--pipeline",
        str(file),
        "--copies",
        "100",
    ]
    program = subprocess.Popen(
        [sys.executable, "-m", "augstudio", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stderr is not None
        assert "passed over a.png" in program.stderr.readline()
        # The picture is decoded; what follows is rendering.
        program.send_signal(signal.SIGINT)
        told, complaint = program.communicate(timeout=20)
    finally:
        program.kill()
        program.wait()
    assert (program.returncode, told) == (130, "")
    assert complaint == "augstudio: stopped by Ctrl+C\n"
    assert not out.exists()
