"""What a comparison shows."""

from __future__ import annotations

import numpy as np

from augstudio.comparison import copies, original_and_result, padding_modes
from augstudio.core.padding import Padding, PaddingMode
from augstudio.library import Pipeline
from augstudio.render import resolve
from tests.pictures import noise_picture

PIPELINE = Pipeline.default().with_padding(Padding(mode=PaddingMode.WRAP, fill=(1, 2, 3)))


def test_original_stands_beside_its_copy() -> None:
    original, result = original_and_result(PIPELINE, 4)
    image = noise_picture(30, 20)
    assert isinstance(original.pipeline, Pipeline)
    np.testing.assert_array_equal(original.pipeline(image, copy=original.copy), image)
    assert (result.pipeline, result.copy, result.caption) == (PIPELINE, 4, "copy 4")


def test_padding_modes_differ_in_the_mode_alone() -> None:
    panes = padding_modes(PIPELINE, 2)
    assert [pane.caption for pane in panes] == [mode.value for mode in PaddingMode]
    assert [pane.pipeline.padding.mode for pane in panes] == list(PaddingMode)
    assert {pane.pipeline.padding.fill for pane in panes} == {(1, 2, 3)}
    resolved = [resolve(pane.pipeline, (30, 20), seed=5, key="k", copy=pane.copy) for pane in panes]
    assert all(one.draws == resolved[0].draws and one.stages == resolved[0].stages for one in resolved)


def test_copies_count_from_one() -> None:
    assert [(pane.copy, pane.caption) for pane in copies(PIPELINE, 3)] == [
        (1, "copy 1"),
        (2, "copy 2"),
        (3, "copy 3"),
    ]
    assert {pane.pipeline.fingerprint() for pane in copies(PIPELINE, 3)} == {PIPELINE.fingerprint()}
