"""Hugging Face's reader takes shards as they are meant: `pip install datasets`, and this file alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.assets import labelled_sample
from augstudio.export import RunOptions, run_export
from tests.export.jobs import manifest
from tests.export.shards.test_shards import sharded
from tests.folders import small_dataset

datasets = pytest.importorskip("datasets", reason="Hugging Face datasets is not installed")


@pytest.mark.parametrize("streaming", [False, True])
@pytest.mark.parametrize("name", ["classes", "yolo", "voc", "labelme", "coco"])
def test_every_sample_comes_with_all_it_has(name: str, streaming: bool, tmp_path: Path) -> None:
    if name == "classes":
        job = sharded(small_dataset(tmp_path / "in", 12), tmp_path / "out")
    else:
        job = sharded(labelled_sample(), tmp_path / "out", to_format=name, shards=10_000_000)
    run_export(replace(job, accept_loss=True), RunOptions(workers=1))
    files = {"train": str(job.out / "*.tar")}
    read = datasets.load_dataset("webdataset", data_files=files, cache_dir=str(tmp_path), streaming=streaming)
    found = {(row["json"]["key"], row["json"]["copy"]): row for row in read["train"]}
    lines = {(line["key"], line["copy"]): line for line in manifest(job.out)}
    assert found.keys() == lines.keys()
    columns = {frozenset(row) for row in found.values()}
    assert len(columns) == 1
    for place, row in found.items():
        assert row["jpg"].size == (lines[place]["width"], lines[place]["height"])
        assert json.loads(row["json"]["draws"]) == lines[place]["draws"]
        assert name != "classes" or row["cls"] == lines[place]["shard"]["label"]
        assert (name == "coco") == bool(row["json"]["labels"])
