"""Copies of the pictures in shards; skipped where WebDataset is not installed."""

from __future__ import annotations

import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.interop.online import OnlineDataset
from augstudio.webdataset import Copies, shards
from tests.interop.training import item_of, small_online

wds = pytest.importorskip("webdataset", reason="WebDataset is not installed")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the package about itself


def sharded(online: OnlineDataset, root: Path, folder: Path) -> list[str]:
    """Two shards with the pictures and their classes."""
    files = [folder / "0.tar", folder / "1.tar"]
    for number, file in enumerate(files):
        with tarfile.open(file, "w") as shard:
            for sample in online.samples[number::2]:
                label = folder / "label"
                label.write_text(str(online.classes.index(sample.classes[0])))
                shard.add(root / sample.key, sample.key)
                shard.add(label, Path(sample.key).with_suffix(".cls").as_posix())
    return [str(file) for file in files]


def items(samples: Any) -> list[tuple[bytes, int]]:
    return [(np.asarray(image).tobytes(), int(target)) for image, target in samples]


def test_shards_become_the_copies_of_an_export_in_any_worker(tmp_path: Path) -> None:
    online = small_online(tmp_path / "in")
    urls = sharded(online, tmp_path / "in", tmp_path)
    stages = wds.DataPipeline(
        shards(urls, epochs=2),
        wds.split_by_node,
        wds.split_by_worker,
        Copies(online.pipeline, seed=1),
        wds.decode(partial=True),
        wds.to_tuple("jpg;png;webp;bmp", "cls"),
    )
    wanted = Counter(item_of(online, index, copy) for index in range(5) for copy in (1, 2))
    assert Counter(items(stages)) == wanted
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    loader = torch.utils.data.DataLoader(stages, batch_size=None, num_workers=2, collate_fn=tuple)
    assert Counter(items(loader)) == wanted


def test_shards_are_shuffled_from_epoch_to_epoch() -> None:
    listed = shards("{0..9}.tar", epochs=2, seed=3)
    first, second = ([shard["url"] for shard in listed[part]] for part in (slice(0, 10), slice(10, 20)))
    assert [shard["copy"] for shard in listed] == [1] * 10 + [2] * 10
    assert sorted(first) == sorted(second) == [f"{number}.tar" for number in range(10)]
    assert first != second
    assert shards("{0..9}.tar", epochs=2, seed=3) == listed == tuple(listed())
    assert [shard["copy"] for shard in shards(["a"], copies=2, shuffle=False)] == [1, 2]
