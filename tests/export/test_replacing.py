"""An export is replaced by another one, and nothing else is touched."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.files import UNFINISHED, LocalWorkspace
from augstudio.export.replacing import remove_export
from tests.commands import refused, told
from tests.export.jobs import job_for, unfinish
from tests.folders import contents, small_dataset, write_files


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in", 4)


@pytest.fixture
def out(dataset: Path, tmp_path: Path) -> Path:
    run_export(job_for(dataset, tmp_path / "out", copies=3, seed=7), RunOptions(workers=1))
    return tmp_path / "out"


def test_another_export_is_replaced_wholly(dataset: Path, out: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "fresh"), RunOptions(workers=1))
    report = run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    assert (report.written, report.reused) == (12, 0)
    assert contents(out) == contents(tmp_path / "fresh")


def test_the_same_export_goes_on(dataset: Path, out: Path) -> None:
    before = contents(out)
    (out / "a/0.jpg").unlink()
    report = run_export(job_for(dataset, out, copies=3, seed=7), RunOptions(workers=1, overwrite=True))
    assert (report.written, report.reused) == (1, 15)
    assert contents(out) == before


def test_an_unfinished_export_is_replaced_too(dataset: Path, out: Path, tmp_path: Path) -> None:
    unfinish(out)
    run_export(job_for(dataset, tmp_path / "fresh"), RunOptions(workers=1))
    run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    assert contents(out) == contents(tmp_path / "fresh")


def test_what_was_in_flight_goes_and_nothing_else(out: Path, tmp_path: Path) -> None:
    unfinish(out)
    flying = b"written, but not recorded"
    write_files(out, {"c/in flight.png": flying, "c/d/mine.png": b"mine", "e/emptied.png": b""})
    write_files(tmp_path, {"beside.png": flying})
    workspace, sha256 = LocalWorkspace(out), hashlib.sha256(flying).hexdigest()
    workspace.begin()
    for name in ("c/in flight.png", "c/d/never.png", "c/d/mine.png", "e/emptied.png", "../beside.png"):
        workspace.announce(name, name, sha256)
    workspace.close()
    (out / UNFINISHED / "torn.begun").write_bytes(b'{"file": "c/d/mine.png", "sha2')
    assert [item.name for item in remove_export(LocalWorkspace(out))] == ["c/d/mine.png"]
    assert contents(out).keys() == {"augstudio.json", "c/d/mine.png"}
    assert not (out / "e").exists()
    assert (tmp_path / "beside.png").exists()


def test_only_what_the_manifest_names_is_removed(out: Path, tmp_path: Path) -> None:
    foreign = {"a/notes.txt": b"mine", "c/mine.png": b"mine", "mine.png": b"mine"}
    write_files(out, foreign)
    write_files(tmp_path, {"elsewhere/0.jpg": b"mine", "beside.jpg": b"mine"})
    (out / "linked").symlink_to(tmp_path / "elsewhere")
    line = json.loads((out / "manifest.jsonl").read_text().splitlines()[0])
    with (out / "manifest.jsonl").open("a") as stream:
        for name in (
            "../beside.jpg",
            str(tmp_path / "beside.jpg"),
            "linked/0.jpg",
            "augstudio.json",
            "c",
            "",
        ):
            stream.write(json.dumps({**line, "file": name}) + "\n")
    unfinish(out)
    identity = contents(out)["augstudio.json"]
    remove_export(LocalWorkspace(out))
    assert contents(out).keys() == {*foreign, "augstudio.json"}
    assert contents(out)["augstudio.json"] == identity
    assert not (out / "b").exists()
    assert contents(tmp_path / "elsewhere").keys() == {"0.jpg"}
    assert (tmp_path / "beside.jpg").exists()


@pytest.mark.parametrize("text", ["{}", "[]", "no", '{"augstudio": "another program\'s"}'])
def test_a_folder_that_is_no_export_is_never_touched(dataset: Path, out: Path, text: str) -> None:
    (out / "augstudio.json").write_text(text)
    before = contents(out)
    with pytest.raises(ExportError, match=r"augstudio\.json is damaged"):
        run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    (out / "augstudio.json").unlink()
    with pytest.raises(ExportError, match="holds other files"):
        run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    with pytest.raises(ExportError, match=r"there is no augstudio\.json in it"):
        remove_export(LocalWorkspace(out))
    (out / "augstudio.json").write_text(text)
    assert contents(out) == before


def test_a_removal_that_was_interrupted_goes_on(
    dataset: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink, removed = Path.unlink, []

    def fails_at_the_fifth(path: Path, missing_ok: bool = False) -> None:
        removed.append(path)
        if len(removed) == 5:
            raise OSError(5, "Input/output error", str(path))
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", fails_at_the_fifth)
        with pytest.raises(ExportError, match="Input/output error"):
            run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    assert "manifest.jsonl" in contents(out)
    with pytest.raises(ExportError, match="its seed is 7, not 0"):
        run_export(job_for(dataset, out), RunOptions(workers=1))
    run_export(job_for(dataset, out), RunOptions(workers=1, overwrite=True))
    run_export(job_for(dataset, tmp_path / "fresh"), RunOptions(workers=1))
    assert contents(out) == contents(tmp_path / "fresh")


def test_the_command(dataset: Path, out: Path) -> None:
    given = ("export", dataset, out, "--workers", 1, "--copies", 1)
    assert "holds another export: its seed is 7, not 0; choose another folder, or" in refused(*given)
    assert "wrote 8 of 8 files" in told(*given, "--overwrite").stdout
