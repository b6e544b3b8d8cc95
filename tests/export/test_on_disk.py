"""All files are put on the disk, one by one or several at once."""

from __future__ import annotations

import errno
import math
import os
from pathlib import Path

import pytest

from augstudio.export import on_disk
from augstudio.export.journal import _PLAIN_END
from augstudio.export.manifest import Output

NAMES = [f"{folder}/{number}.png" for folder in ("a", "a/b", "c") for number in range(7)] + ["top.png"]


@pytest.fixture(params=[math.inf, -1.0], ids=["one by one", "several at once"])
def seconds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_disk, "_LONG_SECONDS", request.param)


@pytest.mark.usefixtures("seconds")
def test_all_files_and_folders_are_put_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    files: list[str] = []
    folders: list[Path] = []

    def put(handle: int, _place: str) -> bool:
        files.append(os.pread(handle, 100, 0).decode() if hasattr(os, "pread") else "")
        return files[-1] != "c/3.png"

    monkeypatch.setattr(on_disk, "put_on_disk", put)

    def put_folder(folder: Path) -> bool:
        folders.append(folder)
        return True

    monkeypatch.setattr(on_disk, "put_folder_on_disk", put_folder)
    wanted = [name for name in NAMES if name != "c/3.png"]
    assert on_disk.put_files_on_disk(tmp_path, [*wanted, "c/missing.png"])
    if hasattr(os, "pread"):
        assert sorted(files) == sorted(wanted)
        assert not on_disk.put_files_on_disk(tmp_path, NAMES)
    assert set(folders) == {tmp_path, tmp_path / "a", tmp_path / "a/b", tmp_path / "c"}


@pytest.mark.usefixtures("seconds")
@pytest.mark.parametrize("link", ["a/7.png", "d"])
def test_no_link_is_followed(tmp_path: Path, link: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/1.png").write_text("a")
    (tmp_path / link).symlink_to(tmp_path / ("a/1.png" if "." in link else "a"))
    with pytest.raises(OSError, match="it is a link") as caught:
        on_disk.put_files_on_disk(tmp_path, [*("a/1.png",) * 5, "a/7.png", "d/1.png"])
    assert caught.value.errno == errno.ELOOP
    assert str(caught.value.filename) == str(tmp_path / link)


@pytest.mark.usefixtures("seconds")
def test_a_failing_disk_is_told_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "1.png").write_text("a")

    def fail(_handle: int, place: str) -> bool:
        raise OSError(errno.EIO, "input/output error", place)

    monkeypatch.setattr(on_disk, "put_on_disk", fail)
    with pytest.raises(OSError, match="input/output") as caught:
        on_disk.put_files_on_disk(tmp_path, ["1.png"])
    assert str(caught.value.filename) == str(tmp_path / "1.png")


def test_plain_lines_are_read_without_json() -> None:
    digests = ("0" * 64, "1" * 32, "2" * 64)
    draws = ({"file": 'x", "height": 1, "key": "'}, {"file": "y"})
    line = Output("a/ü 1.png", 1, "a/ü 1__aug001.png", 3, 2, *digests, draws).to_line().encode()
    found = _PLAIN_END.fullmatch(line, line.rfind(b'"file": "'))
    assert found is not None
    assert found[1].decode() == "a/ü 1__aug001.png"
