from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import augstudio
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import Transform
from augstudio.transforms import CATALOGUE
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

CALLED_ELSEWHERE = """
import pickle, sys
import numpy as np
pipeline = pickle.load(sys.stdin.buffer)
print(pipeline(np.zeros((4, 6, 3), np.uint8), key="a").shape)
"""

NO_QT = """
import sys
import augstudio
assert "PySide6" not in sys.modules
assert "augstudio.ui" not in sys.modules
from augstudio.__main__ import main
sys.argv = ["augstudio", "transforms"]
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended
assert not [name for name in sys.modules if name.startswith(("PySide6", "augstudio.ui"))]
"""


def test_neither_the_library_nor_the_command_line_imports_qt() -> None:
    ended = subprocess.run([sys.executable, "-c", NO_QT], check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert "gaussian_noise" in ended.stdout


def test_there_is_one_pipeline() -> None:
    transforms = (augstudio.Rotate(),)
    assert augstudio.Pipeline is Pipeline
    assert augstudio.Pipeline.of(transforms) == Pipeline.of(transforms)


def test_a_pipeline_can_be_called_in_another_process() -> None:
    sent = pickle.dumps(augstudio.Pipeline.of((augstudio.HorizontalFlip(),)))
    done = subprocess.run(
        [sys.executable, "-c", CALLED_ELSEWHERE], input=sent, capture_output=True, check=False
    )
    assert done.stdout == b"(4, 6, 3)\n", done.stderr


def test_public_names() -> None:
    for name in augstudio.__all__:
        assert getattr(augstudio, name) is not None
    assert issubclass(augstudio.PipelineError, augstudio.AugStudioError)
    step = augstudio.Step(id=7, transform=augstudio.Rotate(angle_range=augstudio.Range(5, 5)))
    padding = augstudio.Padding(mode=augstudio.PaddingMode.WRAP)
    assert augstudio.Pipeline(steps=(step,), padding=padding).step(7).name == "rotate"


@pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.NAME)
def test_every_transform_is_a_public_name(kind: type[Transform]) -> None:
    assert getattr(augstudio, kind.__name__) is kind
    assert kind.__name__ in dir(augstudio)


@pytest.mark.parametrize("name", ["CATALOGUE", "Transform", "Final", "register", "Elastics", "_transform"])
def test_nothing_else_is_a_public_name(name: str) -> None:
    assert not hasattr(augstudio, name)


def test_the_way_of_a_user(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"cat/7.png": encoded(smooth_picture(40, 30), "PNG")})
    augstudio.Pipeline.default().save(tmp_path / "pipeline.json")
    pipeline = augstudio.Pipeline.load(tmp_path / "pipeline.json")
    assert pipeline == augstudio.Pipeline.default()
    dataset = augstudio.ImageFolder(tmp_path / "in")
    (sample,) = dataset.samples()
    assert not hasattr(sample, "reason")
    image = dataset.read(sample)
    before = image.copy()
    result = pipeline(image, seed=0, copy=1, key=sample.key)
    assert result.shape == image.shape
    assert result.dtype == np.uint8
    assert not np.array_equal(result, image)
    assert np.array_equal(image, before)


@pytest.mark.parametrize("given", [{}, {"key": None}, {"key": 7}, {"copy": 0}], ids=str)
def test_a_picture_without_a_key_is_refused(given: dict[str, Any]) -> None:
    """Else all pictures would silently get the same draw."""
    with pytest.raises(TypeError, match=r'pipeline\(image, seed=0, copy=1, key="cat/7.jpg"\).*same way$'):
        augstudio.Pipeline.default()(smooth_picture(9, 9), **given)


def test_pictures_of_other_keys_get_other_draws() -> None:
    image, pipeline = smooth_picture(40, 30), augstudio.Pipeline.default()
    results = {pipeline(image, key=f"cat/{number}.jpg").tobytes() for number in range(8)}
    assert len(results) == 8
