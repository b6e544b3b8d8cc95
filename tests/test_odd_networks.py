"""Networks that cannot be used are explained in one line, whatever way they come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from onnx import ModelProto

from augstudio.core.reference import Reference
from augstudio.pipelines import Pipeline
from augstudio.transforms import ImageModel
from tests import networks
from tests.commands import refused
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
    small_dataset(folder / "in", 1)
    picture = next((folder / "in").rglob("*.*"))
    model: Reference = stored(make(), folder)
    Pipeline.of((ImageModel(model=(model,), strength_range=(1, 1)),)).save(folder / "p.json")
    used = ("--pipeline", folder / "p.json")
    for command in (
        ("export", folder / "in", folder / "out", *used),
        ("export", folder / "in", folder / "out", *used, "--dry-run"),
        ("preview", folder / "in", folder / "sheet.png", *used),
        ("render", picture, "-o", folder / "made.png", *used),
    ):
        said = refused(*command)
        assert "network.onnx cannot be used: " in said
        assert reason in said
    assert not (folder / "out").exists()
