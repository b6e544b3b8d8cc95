"""What training programs would silently take otherwise is said before an export is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.datasets.base import Sample
from augstudio.datasets.layout import Layout
from augstudio.export import consumers
from augstudio.export.estimate import estimate_export
from tests.commands import told
from tests.datasets.coco_files import annotation, content, image
from tests.datasets.yolo_folders import PICTURE
from tests.export.jobs import job_for
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

PLAIN = ("train/cat/1.png", "train/dog/2.png", "val/cat/3.png", "val/dog/4.png")
SPLIT_NAME = "takes these names for those of a split"


def notes(root: Path, names: tuple[str, ...], format: str = "keep") -> tuple[str, ...]:  # noqa: A002
    write_files(root / "in", {name: encoded(smooth_picture(8, 6), "PNG") for name in names})
    found = estimate_export(job_for(root / "in", root / "out", format=format))
    assert found is not None
    return found.notes


@pytest.mark.parametrize(
    "names",
    [
        PLAIN,
        ("cat/contest.png", "dog/latest-2.png", "tested/trained.png"),
        ("02/a.png", "10/b.png", "b7c/c.png", "b7d/d.png"),
    ],
)
def test_nothing_is_said_of_what_all_understand(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert notes(tmp_path, names) == ()


@pytest.mark.parametrize(
    ("names", "part"),
    [
        (
            ("cat/test_1.png", "cat/2.png", "dog/3.png"),
            f"{SPLIT_NAME}, and drops or mixes pictures: cat/test_1.png;",
        ),
        (("cat/a.dev.png", "dog/3.png"), "pictures: cat/a.dev.png;"),
        (("train/test-tube/1.png", "val/test-tube/2.png"), "pictures: test-tube; rename"),
        ((*tuple(f"cat/{n} eval.png" for n in range(9)), "dog/1.png"), "2 eval.png (+6); rename"),
        (("Train/cat/1.png", "Val/cat/3.png"), "Hugging Face datasets sees no split in Train/, Val/"),
        (
            ("cat/x/1.png", "dog/y/2.png"),
            "takes the innermost folder for the class, other programs the outermost",
        ),
        (
            ("cat/1.png", "dog/2.png", "0.png"),
            "outside the class folders take all labels away in Hugging Face",
        ),
        (
            ("train/good/1.png", "train/bad/1.png", "test/good/1.png"),
            "classes without pictures in test: bad;",
        ),
        ((*PLAIN, "extra/5.png", "train/emu/5.png"), "classes without pictures in val: emu; torchvision"),
        (("2/a.png", "10/b.png"), "have two numbers: 10, 2; rename"),
        (("ant/a.png", "Zebra/b.png"), "have two numbers: Zebra, ant; rename"),
    ],
    ids=[
        "file",
        "dotted",
        "class",
        "many",
        "capitals",
        "nested",
        "loose",
        "missing in test",
        "missing",
        "numbers",
        "cases",
    ],
)
def test_what_is_taken_otherwise_is_named(tmp_path: Path, names: tuple[str, ...], part: str) -> None:
    (note,) = notes(tmp_path, names)
    assert part in note


def test_a_train_split_with_one_of_several_classes_is_named(tmp_path: Path) -> None:
    missing, single = notes(tmp_path, ("train/good/1.png", "test/good/2.png", "test/scratch/3.png"))
    assert "classes without pictures in train: scratch; torchvision" in missing
    assert "no labels to the pictures of a train split with a single class: good" in single


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold these names")
def test_names_that_windows_cannot_hold_are_named(tmp_path: Path) -> None:
    names = ("aux/1.png", "dog./1.png", "cat/what?.png", "cat/con.png", "cat/console.png", "cat/a.b..png")
    (note,) = notes(tmp_path, names)
    assert note.startswith("Windows cannot hold these names: aux, dog.; cat/con.png, cat/what?.png; rename")


@pytest.mark.parametrize("names", [("train/good/1.png", "test/good/2.png"), ("good/1.png",)])
def test_a_dataset_of_one_class_has_no_labels_to_lose(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert notes(tmp_path, names) == ()


@pytest.mark.parametrize(("format", "said"), [("webp", 1), ("tiff", 1), ("png", 0), ("jpeg", 0), ("keep", 0)])
def test_formats_that_keras_leaves_out(tmp_path: Path, format: str, said: int) -> None:  # noqa: A002
    assert sum("Keras does not read WebP" in note for note in notes(tmp_path, PLAIN, format)) == said


@pytest.mark.parametrize(
    ("name", "kind", "part"),
    [
        (
            "dog/2.ppm",
            "PPM",
            "Keras does not read PPM and PGM files and leaves them out silently: dog/2.ppm; for",
        ),
        ("dog/2.JFIF", "JPEG", "leave out files that end in .jfif or .jpe silently: dog/2.JFIF; rename"),
    ],
)
def test_kept_suffixes_that_are_left_out(tmp_path: Path, name: str, kind: str, part: str) -> None:
    write_files(tmp_path / "in", {name: encoded(smooth_picture(8, 6), kind)})
    (note,) = notes(tmp_path, ("cat/1.png",))
    assert part in note
    assert notes(tmp_path, ("cat/1.png",), "jpeg") == ()


@pytest.mark.parametrize(
    ("names", "named"),
    [
        (("images/test_1.png", "images/2.png"), "images/test_1.png"),
        (("images/a/test/1.png", "images/b.png"), "test"),
        (("images/train/test/1.png", "images/val/2.png"), "test"),
        (("images/train/test_1.png", "images/val/train.png"), ""),
        (("images/train/dev/1.png", "images/val/2.png"), ""),
    ],
)
def test_names_are_told_of_where_labels_are_written_for_hugging_face(
    tmp_path: Path, names: tuple[str, ...], named: str
) -> None:
    """Seen: of the first two only what is named is loaded, without its labels, and the third is refused."""
    rows = [image(number, name.removeprefix("images/")) for number, name in enumerate(names)]
    boxes = [annotation(number + 1, image_id=number) for number in range(len(names))]
    pictures = dict.fromkeys(names, PICTURE)
    write_files(tmp_path / "in", {"instances.json": content(*boxes, images=rows), **pictures})
    for to_format, expected in (("hf", named), ("coco", "")):
        found = estimate_export(job_for(tmp_path / "in", tmp_path / "out", to_format=to_format))
        assert found is not None
        told_of = [note for note in found.notes if SPLIT_NAME in note]
        assert [note.endswith(f"pictures: {expected}; rename them") for note in told_of] == [True] * bool(
            expected
        )


def test_splits_of_labelled_pictures_may_be_called_anything(tmp_path: Path) -> None:
    said = {"data.yaml": b"train: images\nnames: [x]\n", "labels/a.txt": b"0 .5 .5 .2 .2\n"}
    write_files(tmp_path / "in", {**said, "images/a.png": PICTURE})
    found = estimate_export(job_for(tmp_path / "in", tmp_path / "out"))
    assert found is not None
    assert found.assumption.unseen_splits == ("images",)
    assert not [note for note in found.notes if "Hugging Face" in note]


def test_dry_run_says_it(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"cat/test_1.png": encoded(smooth_picture(8, 6), "PNG")})
    pipeline = tmp_path / "p.json"
    pipeline.write_text('{"augstudio": 1, "steps": []}')
    result = told("export", tmp_path / "in", tmp_path / "out", "--pipeline", pipeline, "--dry-run")
    assert f"note: Hugging Face datasets {SPLIT_NAME}" in result.stderr


PARTS = st.sampled_from(
    ["a", "1", "train", "Val", "eval", "con", "COM1", ".", "-", " ", "_", ":", "x", ".png", "\n"]
)
FILES = st.lists(PARTS, min_size=1, max_size=5).map("".join)


@given(st.lists(FILES, min_size=1, max_size=4))
def test_names_looked_at_together_tell_what_each_tells(names: list[str]) -> None:
    one_by_one, together = (consumers.Consumers("keep", Layout()) for _ in range(2))
    samples = [Sample(f"{number % 2}/{name}", name) for number, name in enumerate(names)]
    for sample in samples:
        assert list(one_by_one.watch(iter([sample]))) == [sample]
        one_by_one.notes()
    assert list(together.watch(iter(samples))) == samples
    assert together.notes() == one_by_one.notes()
    for sample in samples:
        name = sample.key[2:]
        alone = consumers.Consumers("keep", Layout())
        alone._waiting.append(sample)
        alone._note_names([name])
        named, joined = bool(alone._files.count or alone._unheld_files.count), f"a.png/{name}/b.png"
        assert not named or (consumers._may_be_odd(joined) and consumers._ODD.search(joined))


def test_what_comes_after_many_names_is_told_too() -> None:
    found = consumers.Consumers("keep", Layout())
    names = [*(f"a/{number}.png" for number in range(consumers._BLOCK + 3)), "a/val_1.jpe"]
    assert len(list(found.watch(iter([Sample(name, name) for name in names])))) == len(names)
    split_word, *_, rare = found.notes()
    assert SPLIT_NAME in split_word
    assert "a/val_1.jpe" in split_word
    assert "a/val_1.jpe;" in rare
