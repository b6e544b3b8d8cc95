"""One export of a folder full of damaged and odd pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.reading import read_thumbnail
from tests.export.jobs import manifest
from tests.faults.server import Ended, Server
from tests.faults.zoo import Case, all_cases, pixels
from tests.folders import contents, write_files

CASES = list(all_cases())


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("zoo") / "in", {name: data for name, data, _ in CASES})


@pytest.fixture(scope="module")
def ended(server: Server, dataset: Path) -> Iterator[Ended]:
    """The export with all pictures written as PNG, so that every pixel can be compared."""
    before = contents(dataset)
    yield server.export(dataset, dataset.parent / "out", copies=1, format="png")
    assert contents(dataset) == before


def test_every_picture_is_exported_or_left_out_with_a_reason(dataset: Path, ended: Ended) -> None:
    assert (ended.code, ended.text) == (0, "")
    wanted = {name for name, _, expected in CASES if not isinstance(expected, str)}
    written = {line["key"] for line in manifest(dataset.parent / "out")}
    assert written == wanted
    assert ended.skipped.keys() == {name for name, _, _ in CASES} - wanted
    for name, _, expected in CASES:
        if isinstance(expected, str):
            assert expected in ended.skipped[name], name
            assert len(ended.skipped[name]) > 15, name


@pytest.mark.parametrize("case", [case for case in CASES if not isinstance(case[2], str)], ids=lambda c: c[0])
def test_pixels_are_the_oracles(dataset: Path, ended: Ended, case: Case) -> None:
    name, _, expected = case
    assert not isinstance(expected, str)
    exported = Pillow.open((dataset.parent / "out" / name).with_suffix(".png"))
    found = pixels(exported, exported.mode)
    assert found.shape == expected.shape
    assert np.array_equal(found, expected)


def test_bombs_take_no_memory(ended: Ended) -> None:
    """A picture of 20000 x 20000 takes 400 MB, the profile 300; without either an export takes 70."""
    assert ended.kilobytes < 200_000


def test_thumbnails_of_anything(dataset: Path) -> None:
    for name, _, expected in CASES:
        try:
            small: Image | None = read_thumbnail(dataset / name, 40)
        except ImageError:
            small = None
        assert small is None or max(small.shape[:2]) <= 40
        assert isinstance(expected, str) or small is not None, name
