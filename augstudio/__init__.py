"""AugStudio: see image augmentation before you pay for it. This package imports no Qt.

>>> import augstudio
>>> pipeline = augstudio.Pipeline.load("pipeline.json")    # doctest: +SKIP
>>> result = pipeline(image, seed=0, copy=1, key="cat/7.jpg")    # doctest: +SKIP
"""

from __future__ import annotations

__version__ = "0.1.0"
