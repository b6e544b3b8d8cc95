"""A cache changes no pixel, whatever happens to its file, its sources and the processes that use it."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.core.image import Image
from augstudio.errors import DatasetError
from augstudio.interop import picture_cache
from augstudio.interop.cache_file import ENTRY_BYTES, HEADER_BYTES
from augstudio.interop.online import OnlineDataset
from augstudio.interop.picture_cache import DEFAULT_BYTES
from tests.folders import encoded, small_dataset
from tests.pictures import noise_picture


def opened(
    root: Path, cache: Path | None, size: int | None = 24, cache_bytes: int = DEFAULT_BYTES
) -> OnlineDataset:
    """Six small pictures, with a cache or without."""
    return OnlineDataset(
        root, Pipeline.default(), seed=2, size=size, cache=cache or False, cache_bytes=cache_bytes
    )


def copies(online: OnlineDataset) -> list[Image]:
    """Original and first copy of all pictures."""
    return [online.sample(index, copy).image for index in range(len(online)) for copy in (0, 1)]


def assert_same(found: list[Image], wanted: list[Image]) -> None:
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        assert np.array_equal(one, other)


def decoded_times(online: OnlineDataset, *, reads: bool = False) -> int:
    """How many pictures were decoded, or read, while all copies were made."""
    patched = (
        mock.patch.object(online._dataset, "read_bytes", wraps=online._dataset.read_bytes)
        if reads
        else mock.patch.object(online, "_decoded", wraps=online._decoded)
    )
    with patched as watched:
        copies(online)
    return int(watched.call_count)


def kept(online: OnlineDataset) -> int:
    """How many pictures the file holds."""
    assert online.cache is not None
    assert online.cache.file is not None
    return len(online.cache.file)


def file_of(online: OnlineDataset) -> Path:
    assert online.cache is not None
    return online.cache.path


@pytest.mark.parametrize("size", [None, 24])
def test_each_picture_is_decoded_once_and_no_pixel_changes(tmp_path: Path, size: int | None) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    wanted = copies(opened(root, None, size))
    online = opened(root, cache, size)
    assert_same(copies(online), wanted)
    assert kept(online) == 6
    for again in (online, opened(root, cache, size), pickle.loads(pickle.dumps(online))):
        assert_same(copies(again), wanted)
        assert decoded_times(again, reads=True) == 0
    online.sample(0, 0).image[:] = 0
    assert_same(copies(online), wanted)


def test_each_dataset_and_size_has_a_file_of_its_own(tmp_path: Path) -> None:
    one, other = small_dataset(tmp_path / "one"), small_dataset(tmp_path / "other", 4)
    for root in (one, other):
        for size in (None, 20, 24):
            assert_same(copies(opened(root, tmp_path / "c", size)), copies(opened(root, None, size)))
    assert len(list((tmp_path / "c").iterdir())) == 6


def test_the_cache_of_another_dataset_is_refused_and_stays(tmp_path: Path) -> None:
    one, other = small_dataset(tmp_path / "one"), small_dataset(tmp_path / "other")
    places = [file_of(opened(root, tmp_path / "cache")) for root in (one, other)]
    shutil.copy(*places)
    before = places[1].read_bytes()
    with pytest.raises(DatasetError, match=r"other-.* is no cache of this dataset's pictures; name another"):
        opened(other, tmp_path / "cache")
    places[1].write_text("a diary")
    with pytest.raises(DatasetError, match="is no cache of this dataset's pictures"):
        opened(other, tmp_path / "cache")
    assert places[1].read_text() == "a diary"
    assert places[0].read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatasetError, match=r"the cache .* cannot be written: .*; name another folder"):
        opened(small_dataset(tmp_path / "in"), tmp_path / "file" / "cache")


def test_the_systems_place_is_taken_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    root = small_dataset(tmp_path / "in")
    place = file_of(OnlineDataset(root, Pipeline.default(), cache=True))
    assert place.is_relative_to(tmp_path / "home")
    limited = OnlineDataset(root, Pipeline.default(), cache=place.stat().st_size + 10_000)
    assert file_of(limited) == place
    copies(limited)
    assert 0 < kept(limited) < 6


def test_a_changed_source_is_read_again_and_decoded_where_it_says_something_else(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    online, beside = opened(root, cache), opened(root, cache)
    copies(online)
    changed, touched = root / "a/0.jpg", root / "b/1.png"
    changed.write_bytes(encoded(noise_picture(31, 44), "JPEG"))
    os.utime(touched, ns=(1, 1))
    wanted = copies(opened(root, None))
    for each in (online, beside):
        assert_same(copies(each), wanted)
        assert decoded_times(each, reads=True) == 0
    os.utime(touched, ns=(2, 2))
    assert decoded_times(online) == 0
    assert decoded_times(beside, reads=True) == 0


def test_pictures_may_be_added_and_go(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    copies(opened(root, cache))
    (root / "a/0.jpg").rename(root / "b/00.jpg")
    (root / "a/2.webp").unlink()
    online = opened(root, cache)
    assert decoded_times(online) == 1
    assert_same(copies(online), copies(opened(root, None)))


def test_what_finds_no_room_is_decoded_each_time(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    empty = file_of(opened(root, cache)).stat().st_size
    limit = empty + 3 * 30 * 40 * 3
    online = opened(root, cache, cache_bytes=limit)
    assert_same(copies(online), copies(opened(root, None)))
    held = kept(online)
    assert 0 < held < 6
    assert decoded_times(online) == 2 * (6 - held)
    assert file_of(online).stat().st_size <= limit


def test_a_full_disk_costs_no_copy(tmp_path: Path) -> None:
    root = small_dataset(tmp_path / "in")
    wanted = copies(opened(root, None))
    online = opened(root, tmp_path / "cache")
    with mock.patch("augstudio.interop.cache_file.os.write", side_effect=OSError(28, "No space left")):
        assert_same(copies(online), wanted)
    assert kept(online) == 0
    assert_same(copies(online), wanted)
    assert kept(online) == 6


def test_a_file_that_is_deleted_before_a_process_opens_it_is_made_again(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    online, wanted = opened(root, cache), copies(opened(root, None))
    shutil.rmtree(cache)
    assert_same(copies(online), wanted)
    assert kept(online) == 6
    assert decoded_times(opened(root, cache)) == 0


def test_a_file_that_another_may_fill_further_is_not_begun_anew(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    frugal = opened(root, cache, cache_bytes=HEADER_BYTES + 100 * ENTRY_BYTES)
    generous = opened(root, cache)
    copies(generous)
    assert decoded_times(frugal) == 0
    assert kept(generous) == 6


def test_a_file_that_cannot_be_made_again_costs_no_copy(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    online, wanted = opened(root, cache), copies(opened(root, None))
    shutil.rmtree(cache)
    cache.touch()
    assert_same(copies(online), wanted)
    assert online.cache is not None
    assert online.cache.file is None


def test_a_smaller_limit_than_the_file_begins_it_anew(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    before = opened(root, cache)
    wanted = copies(before)
    limit = file_of(before).stat().st_size - 1000
    online = opened(root, cache, cache_bytes=limit)
    assert_same(copies(online), wanted)
    assert 0 < kept(online) < 6
    assert file_of(online).stat().st_size <= limit
    assert_same(copies(before), wanted)  # which still has the file from before


def test_pictures_of_other_programs_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    copies(opened(root, cache))
    monkeypatch.setattr(picture_cache, "SIMPLEJPEG_VERSION", "0.1")
    assert decoded_times(opened(root, cache)) == 6


def test_a_file_that_is_mostly_of_pictures_that_are_gone_is_begun_anew(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in", 2), tmp_path / "cache"
    online = opened(root, cache)
    for number in range(40):
        (root / "a/0.jpg").write_bytes(encoded(noise_picture(6 + number, 6), "JPEG"))
        online.sample(0, 1)
    size = file_of(online).stat().st_size
    copies(online)
    again = opened(root, cache)
    assert kept(again) == 0
    assert_same(copies(again), copies(opened(root, None)))
    assert file_of(again).stat().st_size < size


@pytest.mark.parametrize("where", ["entry", "pixels", "uncounted", "behind", "header"])
def test_what_a_killed_writer_or_a_power_cut_left_is_not_shown(tmp_path: Path, where: str) -> None:
    root, cache = small_dataset(tmp_path / "in"), tmp_path / "cache"
    online = opened(root, cache)
    wanted = copies(online)
    file = file_of(online)
    data = bytearray(file.read_bytes())
    if where == "entry":
        data[HEADER_BYTES + 2 * ENTRY_BYTES + 40] ^= 1
    elif where == "pixels":
        data[-10] ^= 1
    elif where == "uncounted":  # the last one's count was not written
        data[24] -= 1
    elif where == "behind":
        data += b"half a picture"
    else:  # killed while the file was made
        data[:16] = bytes(16)
        data[24:] = bytes(len(data) - 24)
        data[16:24] = bytes(8)
    file.write_bytes(data)
    again = opened(root, cache)
    assert_same(copies(again), wanted)
    assert kept(again) == 6
    assert decoded_times(again) == 0


_FILL = """
import sys
from augstudio import Pipeline
from augstudio.interop.online import OnlineDataset
from augstudio.interop.picture_cache import DEFAULT_BYTES
online = OnlineDataset(sys.argv[1], Pipeline.default(), seed=2, size=24, cache=sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for epoch in range(3):
    for index in range(len(online)):
        online.sample(index, 1)
"""


def test_several_processes_fill_one_file(tmp_path: Path) -> None:
    root, cache = small_dataset(tmp_path / "in", 24), tmp_path / "cache"
    command = [sys.executable, "-c", _FILL, str(root), str(cache)]
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.communicate("go\n")[0] == ""
        assert process.returncode == 0
    online = opened(root, cache)
    assert kept(online) == 24
    assert decoded_times(online) == 0
    assert_same(copies(online), copies(opened(root, None)))
    # None was added twice, though both may have decoded it.
    assert int.from_bytes(file_of(online).read_bytes()[24:32], "little") == 24
