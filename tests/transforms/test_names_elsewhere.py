"""People find a transform by what other libraries call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from augstudio.core.transform import catalogue
from augstudio.transforms.names_elsewhere import NAMES_ELSEWHERE

# All public names of these versions, taken from the packages.
_PEERS = json.loads(Path(__file__).with_name("names_of_peers.json").read_text(encoding="utf-8"))

# What its pages on augmentation and preprocessing list.
_ROBOFLOW = {
    *("Flip", "90° Rotate", "Crop", "Rotation", "Shear", "Grayscale", "Hue", "Saturation", "Brightness"),
    *("Exposure", "Blur", "Noise", "Cutout", "Mosaic", "Motion Blur", "Camera Gain"),
    *("Resize", "Auto-Adjust Contrast"),
}

# Its settings, and its classes that change pictures.
_ULTRALYTICS = {
    *("hsv_h", "hsv_s", "hsv_v", "degrees", "translate", "scale", "shear", "perspective", "flipud", "fliplr"),
    *("bgr", "mosaic", "mixup", "cutmix", "copy_paste", "auto_augment", "erasing"),
    *("Mosaic", "MixUp", "CutMix", "CopyPaste", "RandomPerspective", "RandomHSV", "RandomFlip"),
    *("LetterBox", "ClassifyLetterBox", "CenterCrop"),
}


def test_every_transform_has_names_elsewhere() -> None:
    missing = [kind.NAME for kind in catalogue() if not NAMES_ELSEWHERE[kind.NAME].all]
    assert missing == []


@pytest.mark.parametrize("peer", _PEERS)
def test_the_names_exist_in_the_libraries(peer: str) -> None:
    library = peer.split(maxsplit=1)[0]
    used = {name for names in NAMES_ELSEWHERE.values() for name in getattr(names, library).split()}
    assert used <= set(_PEERS[peer])
    assert len(used) > 20


def test_the_names_of_roboflow_are_all_found() -> None:
    used = {name for names in NAMES_ELSEWHERE.values() for name in names.roboflow.split(", ") if name}
    assert used == _ROBOFLOW


def test_the_names_of_ultralytics_are_all_found() -> None:
    used = {name for names in NAMES_ELSEWHERE.values() for name in names.ultralytics.split()}
    assert used == _ULTRALYTICS
    assert "LetterBox" in NAMES_ELSEWHERE["resize"].all
