from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio import assets
from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.left_out import SYSTEM_FOLDERS
from augstudio.datasets.shipped_benchmark import write_benchmark
from augstudio.datasets.shipped_sample import write_sample_dataset
from augstudio.datasets.splits import Split, nfc, nfc_order
from augstudio.errors import DatasetError
from tests.decoders import without_decoders
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture


def listed(root: Path) -> list[Sample]:
    return list(ImageFolder(root))


def left_out(root: Path) -> dict[str, str]:
    return {found.name: found.reason for found in ImageFolder(root).samples() if isinstance(found, Skipped)}


def keys(root: Path) -> list[str]:
    return [sample.key for sample in listed(root)]


def test_classes_are_the_folders(tmp_path: Path) -> None:
    names = ["dog/2.jpg", "cat/1.png", "cat/deep/er/3.webp", "top.bmp"]
    write_files(tmp_path, dict.fromkeys(names, b"x"))
    found = {sample.key: (sample.class_name, sample.split) for sample in listed(tmp_path)}
    assert found == {
        "cat/1.png": ("cat", None),
        "cat/deep/er/3.webp": ("cat", None),
        "dog/2.jpg": ("dog", None),
        "top.bmp": (None, None),
    }
    assert not ImageFolder(tmp_path).has_splits


@pytest.mark.parametrize(
    ("folders", "splits"),
    [
        (["train", "val", "test"], [Split.TRAIN, Split.VAL, Split.TEST]),
        (["Training", "VALID", "testing"], [Split.TRAIN, Split.VAL, Split.TEST]),
        (["train", "extra"], [Split.TRAIN, Split.OTHER]),
        (["validation", "test"], [Split.VAL, Split.TEST]),
        (["train", "dev", "eval"], [Split.TRAIN, Split.VAL, Split.TEST]),
        (["Development", "Evaluation"], [Split.VAL, Split.TEST]),
        (["val", "test", "extra"], [Split.VAL, Split.TEST, Split.OTHER]),
        (["test", "cat"], [Split.TEST, Split.OTHER]),
        (["cat", "dog"], [None, None]),
    ],
)
def test_splits_are_recognised(tmp_path: Path, folders: list[str], splits: list[Split | None]) -> None:
    write_files(tmp_path, {f"{folder}/cat/1.jpg": b"x" for folder in folders})
    found = {sample.key.split("/")[0]: sample for sample in listed(tmp_path)}
    assert [found[folder].split for folder in folders] == splits
    for folder, split in zip(folders, splits, strict=True):
        assert found[folder].class_name == ("cat" if split not in (None, Split.OTHER) else folder)
    assert ImageFolder(tmp_path).has_splits == any(splits)


def test_a_class_may_be_called_train(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{name}/1.jpg": b"x" for name in ("bus", "car", "plane", "train")})
    assert not ImageFolder(tmp_path).has_splits
    assert [sample.class_name for sample in listed(tmp_path)] == ["bus", "car", "plane", "train"]


@pytest.mark.parametrize("folder", ["__MACOSX", "@eaDir", "empty", ".cache"])
def test_folders_without_pictures_decide_nothing(tmp_path: Path, folder: str) -> None:
    write_files(tmp_path, {"val/cat/1.jpg": b"x"})
    (tmp_path / folder / ("cat" if folder != "empty" else "")).mkdir(parents=True)
    assert [sample.split for sample in listed(tmp_path)] == [Split.VAL]


@pytest.mark.parametrize("folder", sorted(SYSTEM_FOLDERS))
def test_what_file_servers_keep_is_no_part_of_a_dataset(tmp_path: Path, folder: str) -> None:
    files = ["cat/1.jpg", f"cat/{folder.upper()}/1.jpg/SYNOPHOTO_THUMB_M.jpg", f"{folder}/2.jpg"]
    write_files(tmp_path, dict.fromkeys(files, b"x"))
    assert [sample.key for sample in listed(tmp_path)] == ["cat/1.jpg"]


def test_a_picture_directly_in_a_split_has_no_class(tmp_path: Path) -> None:
    write_files(tmp_path, {"train/1.jpg": b"x"})
    assert [(sample.class_name, sample.split) for sample in listed(tmp_path)] == [(None, Split.TRAIN)]


def test_the_order_is_that_of_the_keys_parts(tmp_path: Path) -> None:
    names = ["b.jpg", "a/z.jpg", "a.jpg", "a-b/1.jpg", "a/B.jpg", "é.jpg", "a/b/1.jpg", "Z.jpg"]
    write_files(tmp_path, dict.fromkeys(names, b"x"))
    found = keys(tmp_path)
    assert sorted(found) == sorted(names)
    assert found == sorted(found, key=lambda key: key.split("/"))


def test_suffixes_in_any_case_and_nothing_else(tmp_path: Path) -> None:
    wanted = [
        "1.JPG",
        "2.jpeg",
        "3.JpE",
        "4.jfif",
        "5.png",
        "6.webp",
        "7.bmp",
        "8.tif",
        "9.tiff",
        "A.ppm",
        "B.pgm",
    ]
    other = [
        "LICENSES.md",
        ".DS_Store",
        "Thumbs.db",
        ".hidden.jpg",
        ".cache/x.jpg",
        "jpg",
        "x.svg",
        "x.jpg.txt",
    ]
    write_files(tmp_path, dict.fromkeys([*wanted, *other], b"x"))
    assert keys(tmp_path) == wanted
    assert left_out(tmp_path) == {}


def test_pictures_whose_decoder_is_missing_are_left_out(tmp_path: Path) -> None:
    """What a file is, is told by its first bytes, also where no decoder is there for what its name says."""
    heic, png = encoded(noise_picture(8, 8), "HEIF"), encoded(noise_picture(8, 8), "PNG")
    files = {"1.png": png, "2.GIF": b"x", "a/3.HEIC": heic, "a/4.heic": png, "b/5.heif": b"x"}
    write_files(tmp_path / "in", files)
    only = write_files(tmp_path / "only", {"3.HEIC": heic})
    assert sorted(keys(tmp_path / "in")) == sorted(files)
    with without_decoders("pillow_heif"):
        assert sorted(keys(tmp_path / "in")) == sorted(files.keys() - {"a/3.HEIC"})
        reason = "HEIC is read by pillow-heif, which is not installed; install augstudio[heif]"
        assert left_out(tmp_path / "in") == {"a/3.HEIC": reason}
        with pytest.raises(DatasetError, match=r"no picture in .* can be used; 3\.HEIC: HEIC is read by"):
            open_dataset(only)
    assert keys(only) == ["3.HEIC"]


@given(st.lists(st.text(st.characters(exclude_characters="\0/"), min_size=1, max_size=6), max_size=12))
def test_names_are_sorted_by_their_nfc_form_which_comes_first_itself(names: list[str]) -> None:
    wide = [*names, *(unicodedata.normalize("NFD", name) for name in names), "e\u0301", "\u00e9", "e", "e!"]
    assert sorted(wide, key=nfc_order) == sorted(wide, key=lambda name: (nfc(name), name != nfc(name), name))


def test_keys_are_nfc_and_paths_are_as_on_disk(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "é.jpg")
    write_files(tmp_path, {name: b"x"})
    (sample,) = listed(tmp_path)
    assert sample.key == "é.jpg"
    assert sample.path.name == name


def test_names_that_differ_only_in_their_unicode_form(tmp_path: Path) -> None:
    both = [unicodedata.normalize(form, "é.jpg") for form in ("NFC", "NFD")]
    write_files(tmp_path, dict.fromkeys(both, b"x"))
    assert keys(tmp_path) == ["é.jpg"]
    assert "Unicode form" in left_out(tmp_path)["é.jpg"]


def test_a_name_that_is_not_utf8_is_left_out_printably(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.jpg": b"x"})
    (tmp_path / os.fsdecode(b"b\xff.jpg")).write_bytes(b"x")
    (tmp_path / os.fsdecode(b"c\xfe")).mkdir()
    (tmp_path / os.fsdecode(b"d\xfd.txt")).touch()
    assert keys(tmp_path) == ["a.jpg"]
    found = left_out(tmp_path)
    assert list(found) == ["b\\xff.jpg", "c\\xfe"]
    assert all("UTF-8" in reason for reason in found.values())


def test_pipes_and_broken_links_are_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (tmp_path / "zero.jpg").symlink_to("/dev/zero")
    (tmp_path / "cat").symlink_to(tmp_path / "unmounted")
    (tmp_path / "notes.txt").symlink_to(tmp_path / "unmounted")
    assert left_out(tmp_path) == {
        "cat": "a link that leads nowhere",
        "gone.jpg": "a link that leads nowhere",
        "pipe.jpg": "not a regular file but a pipe",
        "zero.jpg": "not a regular file but a device",
    }


def test_links_to_folders_and_to_nothing_are_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"data/cat/1.jpg": b"x", "other/deep/2.jpg": b"x"})
    links = {"cat/back": "data", "cat/gone": "nowhere", "there": "other", "cat/3.jpg": "data/cat/1.jpg"}
    for name, target in links.items():
        (tmp_path / "data" / name).symlink_to(tmp_path / target)
    (tmp_path / "data/.hidden").symlink_to(tmp_path / "other")
    (tmp_path / "other/deep/again").symlink_to(tmp_path / "other")
    told: list[Path] = []
    found = list(ImageFolder(tmp_path / "data").samples(on_link=told.append))
    assert len([item for item in found if isinstance(item, Sample)]) == 3
    names = sorted(path.relative_to(tmp_path / "data").as_posix() for path in told)
    assert names == ["cat/back", "cat/gone", "there", "there/deep/again"]


def test_linked_files_count_and_loops_end(tmp_path: Path) -> None:
    write_files(tmp_path, {"data/cat/1.jpg": b"x"})
    (tmp_path / "data/cat/2.jpg").symlink_to(tmp_path / "data/cat/1.jpg")
    (tmp_path / "data/cat/loop").symlink_to(tmp_path / "data")
    (tmp_path / "data/dog").symlink_to(tmp_path / "data/cat")
    assert keys(tmp_path / "data") == ["cat/1.jpg", "cat/2.jpg"]
    assert list(left_out(tmp_path / "data")) == ["cat/loop", "dog"]


def test_a_folder_that_cannot_be_listed_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a/1.jpg": b"x", "b/2.jpg": b"x"})
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("/a"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert keys(tmp_path) == ["b/2.jpg"]
    assert left_out(tmp_path) == {"a": "the folder cannot be read: Permission denied"}


def test_very_deep_folders(tmp_path: Path) -> None:
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1200):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(here)
    write_files(tmp_path, {"z.jpg": b"x"})
    assert keys(tmp_path) == ["z.jpg"]
    # Python 3.11 cannot remove so deep a tree.
    (tmp_path / "/".join("d" * 600)).rename(tmp_path / "e")


def test_listing_is_lazy(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/1.jpg": b"x", "b/2.jpg": b"x"})
    samples = ImageFolder(tmp_path).samples()
    first = next(samples)
    (tmp_path / "b/2.jpg").rename(tmp_path / "b/3.jpg")
    assert [
        first.key if isinstance(first, Sample) else "",
        *[s.key for s in samples if isinstance(s, Sample)],
    ] == [
        "a/1.jpg",
        "b/3.jpg",
    ]


def test_reading_and_thumbnails(tmp_path: Path) -> None:
    picture = noise_picture(60, 30)
    write_files(tmp_path, {"1.png": encoded(picture, "PNG")})
    dataset = open_dataset(tmp_path)
    (sample,) = dataset.samples()
    assert isinstance(sample, Sample)
    assert np.array_equal(dataset.read(sample), picture)
    assert dataset.thumbnail(sample, 20).shape == (10, 20, 3)
    assert dataset.root == tmp_path


def test_folders_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"file.txt": b"x", "empty/readme.txt": b"x"})
    with pytest.raises(DatasetError, match=r"there is no folder .*missing; check the spelling"):
        open_dataset(tmp_path / "missing")
    with pytest.raises(DatasetError, match="is not a folder"):
        open_dataset(tmp_path / "file.txt")
    with pytest.raises(DatasetError, match=r"no images found in .*empty; expected a folder with pictures"):
        open_dataset(tmp_path / "empty")
    with pytest.raises(DatasetError, match="cannot be read"):
        open_dataset("nul\0")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("data/train-00000-of-00002.parquet", "Hugging Face datasets keeps pictures in such tables"),
        ("train/data-00000-of-00001.arrow", "Hugging Face datasets keeps pictures in such tables"),
        ("x-train.tfrecord-00000-of-00001", "into which pictures may be packed; unpack them"),
        ("shard-000000.tar", "into which pictures may be packed; unpack them"),
    ],
)
def test_files_into_which_pictures_are_packed_are_named(name: str, told: str, tmp_path: Path) -> None:
    write_files(tmp_path, {name: b"x", "README.md": b"x"})
    for place in (tmp_path, tmp_path / name):
        shown = re.escape(name if place == tmp_path else place.name)
        with pytest.raises(DatasetError, match=f"no images found in .*, but {shown}.*{told}"):
            open_dataset(place)


def test_printable_names_escape_what_cannot_be_shown() -> None:
    assert printable(os.fsdecode(b"ok \xc3\xa9 \xff\n")) == "ok é \\xff\\n"


def test_the_sample_dataset_is_written_whole(tmp_path: Path) -> None:
    count = write_sample_dataset(tmp_path / "new" / "sample")
    assert contents(tmp_path / "new" / "sample") == contents(assets.sample_dataset())
    assert count == len(listed(assets.sample_dataset())) >= 24
    assert len({sample.class_name for sample in listed(tmp_path / "new" / "sample")}) >= 4


def test_every_sample_picture_can_be_read() -> None:
    dataset = open_dataset(assets.sample_dataset())
    for found in dataset.samples():
        assert isinstance(found, Sample)
        assert dataset.read(found).shape[2] in (1, 3, 4)


def test_the_sample_dataset_never_overwrites(tmp_path: Path) -> None:
    write_files(tmp_path, {"mine.txt": b"x"})
    with pytest.raises(DatasetError, match="exists and is not an empty folder"):
        write_sample_dataset(tmp_path)
    with pytest.raises(DatasetError, match="exists and is not an empty folder"):
        write_sample_dataset(tmp_path / "mine.txt")
    assert contents(tmp_path).keys() == {"mine.txt"}


@pytest.mark.parametrize("write", [write_sample_dataset, write_benchmark])
@pytest.mark.parametrize("is_there", [False, True])
def test_a_full_disk_leaves_no_part_of_a_sample(
    write: Callable[[Path], int], is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new" / "sample"
    if is_there:
        target.mkdir(parents=True)

    def full(_source: object, copy: Path) -> None:
        copy.write_bytes(b"part")
        if copy.name == "LICENSES.md" or len(contents(target)) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as limited:
        limited.setattr("shutil.copyfile", full)
        with pytest.raises(DatasetError, match="cannot be written: No space left"):
            write(target)
    assert [*tmp_path.rglob("*")] == ([target.parent, target] if is_there else [])
    assert write(target) >= 24
