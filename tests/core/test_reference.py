"""Files that a pipeline uses: how they are named, moved and told apart."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest

from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.parameters import Files
from augstudio.core.reference import SHIPPED, Reference
from augstudio.core.step import Step
from augstudio.core.transform import Pixel, View, register
from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline

HASH = hashlib.sha256(b"leaves").hexdigest()


class UsesFiles(Pixel):
    """Uses files, and changes nothing."""

    NAME: ClassVar[str] = "uses_files"
    TITLE: ClassVar[str] = "Uses files"
    FACTOR: ClassVar[str] = "any"
    GROUP: ClassVar[str] = "Test"

    files: Annotated[tuple[Reference, ...], Files((".txt",), help="Any.")] = ()
    model: Annotated[tuple[Reference, ...], Files((".bin",), several=False, help="One.")] = ()

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """The same."""
        return image


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("augstudio.core.transform._REGISTRY", {})
    register(UsesFiles)


def using(*files: Reference) -> Pipeline:
    return Pipeline(steps=(Step(id=1, transform=UsesFiles(files=files)),))


@pytest.fixture
def leaves(tmp_path: Path) -> Path:
    file = tmp_path / "styles" / "leaves 葉.txt"
    file.parent.mkdir()
    file.write_bytes(b"leaves")
    return file


def test_a_reference_knows_what_its_file_held(leaves: Path) -> None:
    reference = Reference.of(leaves)
    assert reference == Reference(str(leaves), HASH)
    assert reference.name == "leaves 葉.txt"
    assert not reference.shipped


@pytest.mark.parametrize("missing", ["nothing.txt", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, missing: str) -> None:
    with pytest.raises(PipelineError, match="is missing; put it back, or choose another one"):
        Reference.of(tmp_path / missing)


def test_files_are_named_relative_to_the_pipeline_and_travel_with_it(tmp_path: Path, leaves: Path) -> None:
    pipeline = using(Reference.of(leaves))
    home = tmp_path / "home"
    (home / "styles").mkdir(parents=True)
    pipeline.save(tmp_path / "p.json")
    stored = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    assert stored["steps"][0]["files"] == [{"path": "styles/leaves 葉.txt", "sha256": HASH}]
    assert Pipeline.load(tmp_path / "p.json") == pipeline

    (tmp_path / "p.json").rename(home / "p.json")
    leaves.rename(home / "styles" / leaves.name)
    moved = Pipeline.load(home / "p.json")
    assert moved.references() == (Reference(str(home / "styles" / leaves.name), HASH),)
    assert moved != pipeline
    assert moved.fingerprint() == pipeline.fingerprint()


def test_another_content_is_another_pipeline(leaves: Path) -> None:
    before = using(Reference.of(leaves)).fingerprint()
    leaves.write_bytes(b"snow")
    assert using(Reference.of(leaves)).fingerprint() != before


def test_a_file_named_by_hand_gets_its_hash_when_it_is_opened(tmp_path: Path, leaves: Path) -> None:
    text = {
        "augstudio": 1,
        "steps": [{"id": 1, "transform": "uses_files", "files": ["styles/leaves 葉.txt"]}],
    }
    (tmp_path / "p.json").write_text(json.dumps(text), encoding="utf-8")
    assert Pipeline.load(tmp_path / "p.json").references() == (Reference(str(leaves), HASH),)
    leaves.unlink()
    with pytest.raises(PipelineError, match=r"p\.json: the file .*葉\.txt is missing"):
        Pipeline.load(tmp_path / "p.json")


def test_a_pipeline_opens_without_its_files(tmp_path: Path, leaves: Path) -> None:
    pipeline = using(Reference.of(leaves))
    pipeline.save(tmp_path / "p.json")
    leaves.unlink()
    assert Pipeline.load(tmp_path / "p.json") == pipeline


def test_shipped_files_keep_their_names(tmp_path: Path) -> None:
    shipped = Reference(f"{SHIPPED}styles/wave.jpg", HASH)
    assert shipped.shipped
    assert shipped.name == "wave.jpg"
    assert shipped.anchored(tmp_path) == shipped.relative_to(tmp_path) == shipped


def test_only_steps_that_are_on_use_files(leaves: Path) -> None:
    step = using(Reference.of(leaves)).steps[0]
    off = Pipeline(steps=(step.model_copy(update={"enabled": False}),))
    assert off.references() == ()
    renamed = off.with_references(lambda reference: Reference("x", reference.sha256))
    assert isinstance(renamed.steps[0].transform, UsesFiles)
    assert renamed.steps[0].transform.files == (Reference("x", HASH),)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"files": "a.txt"}, "must be a list of files, got 'a.txt'"),
        ({"files": [3]}, "must name files by path and sha256, got 3"),
        ({"files": [{"sha256": HASH}]}, "must name files by path and sha256"),
        ({"files": [{"path": "a", "hash": ""}]}, "must name files by path and sha256"),
        ({"files": [""]}, "must name files by path and sha256, got ''"),
        ({"files": [{"path": "a\0b"}]}, "must name files by path and sha256"),
        ({"files": [{"path": "a", "sha256": "12"}]}, "has 64 hexadecimal digits, got '12'"),
        ({"files": [{"path": "a", "sha256": HASH.upper()}]}, "has 64 hexadecimal digits"),
        ({"model": ["a.bin", "b.bin"]}, "must be at most one file, got 2"),
    ],
)
def test_what_names_no_files_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(PipelineError) as refused:
        Pipeline.from_dict({"augstudio": 1, "steps": [{"id": 1, "transform": "uses_files", **fields}]})
    assert reason in str(refused.value)
    assert str(refused.value).startswith("step 1 (uses_files)")


def test_a_file_on_another_drive_keeps_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From there no relative path leads to it; so it is on Windows."""

    def apart(path: str, start: Path) -> str:
        raise ValueError(f"path is on mount 'D:', start on mount 'C:': {path}, {start}")

    picture = tmp_path / "style.png"
    picture.write_bytes(b"picture")
    reference = Reference.of(picture)
    assert reference.relative_to(tmp_path).path == "style.png"
    monkeypatch.setattr(os.path, "relpath", apart)
    assert reference.relative_to(tmp_path) == reference
