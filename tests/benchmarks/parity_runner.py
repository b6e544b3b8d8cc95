"""Runs scripts of a folder on its picture, in whatever interpreter has what they import; see ``parity``."""

import importlib.metadata
import json
import os
import runpy
import sys
from pathlib import Path

import numpy as np

PACKAGES = (
    *("albumentations", "torch", "torchvision", "keras", "tensorflow", "tensorflow-cpu", "scikit-image"),
    *("scipy", "opencv-python-headless", "numpy"),
)


def main() -> None:
    """Write a result for each script, and what failed."""
    folder = Path(sys.argv[1])
    os.environ |= {"NO_ALBUMENTATIONS_UPDATE": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": ""}
    image = np.load(folder / "image.npy")
    failed = {}
    for file in sorted(folder.glob("*.py")):
        try:
            result = runpy.run_path(str(file))["augment"](image.copy(), 1)
            np.save(folder / f"{file.stem}.npy", result)
        except Exception as error:
            failed[file.stem] = f"{type(error).__name__}: {error}"[:300]
    versions = {}
    for name in PACKAGES:
        module = {"scikit-image": "skimage", "opencv-python-headless": "cv2"}.get(name, name.split("-")[0])
        if module in sys.modules:
            try:
                versions[name] = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                continue
    (folder / "told.json").write_text(json.dumps({"failed": failed, "versions": versions}), encoding="utf-8")


if __name__ == "__main__":
    main()
