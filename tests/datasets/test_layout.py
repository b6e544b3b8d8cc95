from __future__ import annotations

import re
from pathlib import Path

import pytest

from augstudio.datasets.assumed import assumed, folder_notes, left_out_notes
from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.layout import Stated, parsed_classes, parsed_roles
from augstudio.datasets.left_out import LeftOutTally
from augstudio.datasets.recognising import check_stated
from augstudio.datasets.splits import Split, hugging_face_sees, split_of
from augstudio.errors import DatasetError
from tests.folders import write_files

TRAIN, VAL, TEST, OTHER = Split


def dataset_of(root: Path, *names: str) -> ImageFolder:
    return ImageFolder(write_files(root, dict.fromkeys(names, b"x")))


def places(dataset: Dataset) -> dict[str, tuple[str | None, str | None]]:
    """Split and class of each picture."""
    return {
        sample.key: (sample.split and sample.split.value, sample.class_name)
        for sample in only_samples(dataset.samples())
    }


def notes(dataset: ImageFolder) -> tuple[str, ...]:
    tally = LeftOutTally()
    list(dataset.samples(on_left_out=tally.add))
    return left_out_notes(tally.found)


@pytest.mark.parametrize(
    ("name", "split"),
    [
        *[(name, TRAIN) for name in ("train", "TRAINING", "train_images", "images-train", "Train2017")],
        *[(name, TRAIN) for name in ("trainA", "trainset", "stage1_train", "Training Set", "训练集")],
        *[(name, VAL) for name in ("val", "valid", "validation", "Dev", "development", "val_images")],
        *[(name, TEST) for name in ("test", "testing", "eval", "Evaluation", "testB", "test set 2")],
        *[(name, None) for name in ("test-tube", "dev-board", "trains", "train_val", "contest", "cat")],
        *[(name, None) for name in ("image", "2017", "train_masks", "evaluated")],
    ],
)
def test_names_of_splits(name: str, split: Split | None) -> None:
    assert split_of(name) is split


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["train/a/1.png", "dev/a/1.png", "eval/a/1.png"], [("train", "a"), ("val", "a"), ("test", "a")]),
        (["val/a/1.png", "test/a/1.png", "__MACOSX/._1.png"], [("val", "a"), ("test", "a")]),
        (["train/1.png", "valid/1.png", "plane/1.png"], [("train", None), ("val", None), ("other", "plane")]),
        (["train/a/1.png", "plane/1.png", "2.png"], [("train", "a"), ("other", "plane"), ("other", None)]),
        (["bus/1.png", "car/1.png", "train/1.png"], [(None, "bus"), (None, "car"), (None, "train")]),
        (["bus/1.png", "train/1.png", "val/notes.txt"], [(None, "bus"), (None, "train")]),
        (["train/1.png"], [("train", None)]),
        (["images/train/a/1.png", "images/val/a/1.png"], [("train", "a"), ("val", "a")]),
        (["images/train/1.png", "images/test/1.png", "more/1.png"], [("train", None), ("test", None)]),
        (["train/images/1.png", "test/images/1.png"], [("train", None), ("test", None)]),
        (["train/train/a/1.png", "test/test/a/1.png"], [("train", "a"), ("test", "a")]),
        (["pets/data/train/a/1.png", "pets/data/test/a/1.png"], [("train", "a"), ("test", "a")]),
        (["cat/train/1.png", "cat/test/1.png", "dog/train/1.png"], [("train", "cat"), ("test", "cat")]),
        (["cat/1.png", "cat/test/1.png", "dog/1.png"], [(None, "cat"), ("test", "cat"), (None, "dog")]),
        (["images/cat/1.png", "images/dog/1.png"], [(None, "cat"), (None, "dog")]),
        (["images/1.png", "empty/readme.txt"], [(None, None)]),
    ],
)
def test_how_folders_are_taken(
    tmp_path: Path, names: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    found = places(dataset_of(tmp_path, *names))
    for name, place in zip(names, expected, strict=False):
        assert found[name] == place, name
    assert "more/1.png" not in found or found["more/1.png"] == ("other", "more")


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (
            ["train/a/1.png", "dev/a/1.png", "eval/a/1.png", "extra/a/1.png"],
            "splits: train (train/), validation (dev/), test (eval/); classes from folders; "
            "not augmented: extra/",
        ),
        (["bus/1.png", "train/1.png"], "no splits; classes from folders; taken as classes: train/"),
        (["1.png"], "no splits; no classes"),
        (["cat/1.png"], "no splits; classes from folders"),
        (["train/1.png", "val/1.png", "2.png"], "splits: train (train/), validation (val/); no classes; "
         "pictures beside the folders are not augmented"),
    ],
)  # fmt: skip
def test_what_was_assumed_is_one_line(tmp_path: Path, names: list[str], line: str) -> None:
    assert assumed(dataset_of(tmp_path, *names).assumption) == line


def test_splits_that_hugging_face_does_not_see_are_named(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, "Train/a/1.png", "Val/a/1.png", "test/a/1.png")
    (note,) = folder_notes(dataset.assumption)
    assert note.startswith("Hugging Face datasets sees no split in Train/, Val/")
    assert hugging_face_sees("images/train_256", TRAIN)
    assert not hugging_face_sees("trainA", TRAIN)


def test_nothing_to_train_on_is_said(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, "val/a/1.png", "test/a/1.png", "cat/1.png")
    assert any("no folder is the train split" in note for note in folder_notes(dataset.assumption))


def test_folders_of_servers_and_systems_are_left_out_and_counted(tmp_path: Path) -> None:
    names = [f"cat/@eaDir/{number}.jpg/SYNOPHOTO_THUMB_M.jpg" for number in range(3)]
    others = ["#recycle/1.png", "$RECYCLE.BIN/2.png", "lost+found/3.png", "System Volume Information/4.png"]
    hidden = [".Trash-1000/5.png", "cat/._1.png", "__MACOSX/cat/6.png"]
    dataset = dataset_of(tmp_path, "cat/1.png", "dog/@eaDir/x.png", *names, *others, *hidden)
    assert places(dataset) == {"cat/1.png": (None, "cat")}
    assert set(notes(dataset)) == {
        "pictures left out because @eaDir is a system's folder: 4",
        *(f"pictures left out because {name.split('/')[0]} is a system's folder: 1" for name in others),
        "pictures left out because __MACOSX is a system's folder: 1",
        "hidden pictures left out: 2",
    }
    assert not dataset.has_splits


def test_copies_beside_their_originals_are_left_out(tmp_path: Path) -> None:
    names = ("a/1.png", "a/1__aug001.jpg", "a/1__aug002.jpg", "a/2__aug001.png", "b/1__aug001.png")
    dataset = dataset_of(tmp_path, *names)
    assert set(places(dataset)) == {"a/1.png", "a/2__aug001.png", "b/1__aug001.png"}
    assert notes(dataset)[0].startswith("augmented copies left out, such as a/1__aug00")
    assert set(places(ImageFolder(tmp_path, Stated(include_copies=True)))) == set(names)


def test_an_export_in_the_dataset_is_left_out(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, "a/1.png", "out/train/1.png", "out/val/1.png", "notes/1.png")
    write_files(tmp_path, {"out/augstudio.json": b'{\n  "augstudio": 1\n}', "out/manifest.jsonl": b""})
    write_files(tmp_path, {"notes/augstudio.json": b"{}", "notes/manifest.jsonl": b""})
    assert set(places(dataset)) == {"a/1.png", "notes/1.png"}
    assert notes(dataset) == ("pictures left out because out is an export of this program: 2",)
    assert not dataset.has_splits


def test_an_export_of_copies_alone_is_not_empty_without_a_word(tmp_path: Path) -> None:
    files = {"augstudio.json": b'{"augstudio": 1}', "manifest.jsonl": b"", "a/1__aug001.png": b"x"}
    write_files(tmp_path, files)
    with pytest.raises(DatasetError, match="are augmented copies; open the export itself"):
        open_dataset(tmp_path)
    assert places(open_dataset(tmp_path, Stated(include_copies=True))) == {"a/1__aug001.png": (None, "a")}


def test_roles_that_are_stated(tmp_path: Path) -> None:
    dataset_of(tmp_path, "train/a/1.png", "val/a/1.png", "extra/images/a/1.png", "raw/1.png")
    roles = parsed_roles("extra=train, raw=leave-out,val=class")
    stated = ImageFolder(tmp_path, Stated(tuple(roles.items())))
    assert places(stated) == {
        "train/a/1.png": ("train", "a"),
        "extra/images/a/1.png": ("train", "a"),
        "val/a/1.png": (None, "val"),
    }
    assert [stated.layout.role(path) for path in ("train", "raw", "val")] == ["train", "leave-out", "class"]


@pytest.mark.parametrize("text", ["dev", "=val", "dev=valley"])
def test_roles_that_are_none(text: str) -> None:
    with pytest.raises(DatasetError, match="must be FOLDER=ROLE"):
        parsed_roles(text)


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        (Stated((("deva", "val"),)), "there is no folder deva in "),
        (Stated((("train/a/x", "val"),)), "there is no folder train/a/x in "),
        (Stated(classes=("b", "dog")), "there is no class 'dog'; there are a, b"),
    ],
)
def test_what_is_stated_must_be_there(tmp_path: Path, stated: Stated, reason: str) -> None:
    dataset_of(tmp_path, "train/a/1.png", "train/b/1.png", "val/b/1.png")
    with pytest.raises(DatasetError, match=re.escape(reason)):
        check_stated(str(tmp_path), stated)
    check_stated(str(tmp_path), Stated((("train/a", "val"),), classes=("b",)))


def test_classes_that_are_stated(tmp_path: Path) -> None:
    dataset_of(tmp_path, "train/a/1.png", "train/b/1.png", "val/b/1.png")
    only_a = ImageFolder(tmp_path, Stated(classes=parsed_classes("a")))
    assert [place[0] for place in places(only_a).values()] == ["train", "other", "val"]
    none = ImageFolder(tmp_path, Stated(classes=parsed_classes("none")))
    assert {place[1] for place in places(none).values()} == {None}
    assert parsed_classes("folders") is None


def test_only_the_train_split_is_augmented(tmp_path: Path) -> None:
    found = list(dataset_of(tmp_path, "train/a/1.png", "dev/a/1.png", "x/1.png").samples())
    assert {item.split for item in found if isinstance(item, Sample)} == {TRAIN, VAL, OTHER}
