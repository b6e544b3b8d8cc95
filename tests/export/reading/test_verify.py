"""An export is checked against its manifest, file by file and pixel by pixel."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.digests import DigestSet
from augstudio.export.files import JOURNAL, UNFINISHED
from augstudio.export.reading import verify
from augstudio.export.reading.verify import Verification, shown
from augstudio.export.record_digests import identity_text
from tests.commands import refused, told
from tests.export.jobs import job_for, manifest, unfinish
from tests.faults.powers import ordinary
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture

MANIFEST_CHANGED = "manifest.jsonl: it was changed after the export wrote it"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_dataset(tmp_path_factory.mktemp("data") / "in")
    return write_files(
        root, {"b/broken.jpg": b"\xff\xd8\xff nothing", "b/c/ä.png": (root / "b/1.png").read_bytes()}
    )


@pytest.fixture(scope="module")
def exported(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exported") / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    return out


@pytest.fixture
def out(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "out"))


def differences(out: Path, dataset: Path | None = None) -> list[str]:
    return [shown(found) for found in Verification(out, dataset).differences()]


def changed_line(out: Path, number: int, change: Callable[[str], str]) -> None:
    lines = (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    lines[number - 1] = change(lines[number - 1])
    (out / "manifest.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def test_a_whole_export_has_no_differences(out: Path, dataset: Path) -> None:
    before = contents(out)
    assert differences(out) == []
    verification = Verification(out, dataset)
    assert list(verification.differences()) == []
    assert verification.lines == 21
    assert verification.version_mismatch == ""
    assert contents(out) == before


def test_missing_changed_and_extra_files(out: Path) -> None:
    (out / "a/0__aug001.jpg").unlink()
    (out / "a/2.webp").write_bytes(b"scribble")
    (out / "b/1.png").unlink()
    (out / "b/1.png").mkdir()
    write_files(out, {"b/c/extra.txt": b"", "new/one.png": b"", "b/Thumbs.db": b"", "line\nbreak": b""})
    (out / "linked").symlink_to(out / "a")
    assert differences(out) == [
        "a/0__aug001.jpg: missing",
        "a/2.webp: its bytes changed",
        "b/1.png: something else than a file",
        "line\\nbreak: no line of the manifest names it",
        "linked: no line of the manifest names it",
        "b/c/extra.txt: no line of the manifest names it",
        "new/one.png: no line of the manifest names it",
    ]


def test_what_only_looks_like_the_exports_own(out: Path, tmp_path: Path) -> None:
    write_files(out, {"0123456789abcdef_x.reference": b"x", "b/.DS_Store": b"x"})
    (out / "a/Thumbs.db").symlink_to(tmp_path)
    os.mkfifo(out / "b/desktop.ini")
    assert differences(out) == [
        "0123456789abcdef_x.reference: no line of the manifest names it",
        "a/Thumbs.db: a link, a pipe or a device; an export makes none",
        "b/desktop.ini: a link, a pipe or a device; an export makes none",
    ]


def test_folders_that_cannot_be_read_are_named(out: Path) -> None:
    (out / "new").mkdir(mode=0)
    with ordinary():
        assert "new: cannot be read: Permission denied" in differences(out)
    (out / "new").chmod(0o755)


def test_damaged_lines(out: Path) -> None:
    changed_line(out, 2, lambda line: line[:40])
    changed_line(out, 4, lambda line: line.replace('"a/2.webp"', '"../../a/2.webp"'))
    changed_line(out, 5, lambda line: line.replace('"copy": 1', '"copy": "1"'))
    found = differences(out)
    assert found[:4] == [
        MANIFEST_CHANGED,
        "manifest.jsonl:2: the line is damaged",
        "../../a/2.webp: the manifest's line leads out of the folder",
        "manifest.jsonl:5: the line is damaged",
    ]
    unnamed = ("a/0__aug001.jpg", "a/2.webp", "a/2__aug001.webp")
    assert found[4:] == [f"{name}: no line of the manifest names it" for name in unnamed]


def test_two_lines_for_one_file(out: Path) -> None:
    changed_line(out, 3, lambda line: line + "\n" + line)
    name = json.loads((out / "manifest.jsonl").read_text().splitlines()[2])["file"]
    assert differences(out)[1:] == [
        f"manifest.jsonl:{number}: another line names {name} too" for number in (3, 4)
    ]


def test_what_an_interrupted_run_left_is_a_difference(out: Path) -> None:
    write_files(out, {JOURNAL: b"", f"{UNFINISHED}/7": b"torn"})
    reason = "left by an interrupted run; run the same export again"
    assert differences(out) == [f"{UNFINISHED}: {reason}", f"{JOURNAL}: {reason}"]


def test_pixels_are_rendered_again_from_the_sources(out: Path, dataset: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(dataset, tmp_path / "moved"))
    (moved / "a/0.jpg").write_bytes(encoded(smooth_picture(9, 9), "JPEG"))
    (moved / "a/2.webp").unlink()
    (moved / "b/1.png").write_bytes(b"")
    changed_line(out, 8, lambda line: line.replace('"angle": ', '"angle": 0, "was": '))
    changed_line(out, 9, lambda line: line.replace('"pixels": "', '"pixels": "0'))
    assert differences(out, moved) == [
        MANIFEST_CHANGED,
        "a/0.jpg: its source a/0.jpg changed",
        "a/0__aug001.jpg: its source a/0.jpg changed",
        "a/0__aug002.jpg: its source a/0.jpg changed",
        "a/2.webp: its source a/2.webp is missing",
        "a/4__aug001.jpg: its draws are not those of the pipeline and seed",
        "a/4__aug002.jpg: its pixels are not those that are rendered now",
        "b/1.png: its source b/1.png cannot be used any more: the file is empty",
    ]
    assert differences(out) == [MANIFEST_CHANGED]


def test_a_file_and_its_line_changed_together_are_found_by_the_pixels(out: Path, dataset: Path) -> None:
    forged = contents(out)["a/0__aug002.jpg"], contents(out)["a/0__aug001.jpg"]
    shutil.copy(out / "a/0__aug001.jpg", out / "a/0__aug002.jpg")
    changed_line(out, 3, lambda line: line.replace(*forged))
    assert differences(out) == [MANIFEST_CHANGED]
    reason = "its pixels are the same, but are encoded to other bytes now"
    assert differences(out, dataset) == [MANIFEST_CHANGED, f"a/0__aug002.jpg: {reason}"]


@pytest.mark.parametrize("threads", [1, 3])
def test_differences_stand_in_the_manifests_order(
    out: Path, dataset: Path, monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    monkeypatch.setattr(verify, "usable_processors", lambda: threads)
    files = [line["file"] for line in manifest(out)]
    for file in files:
        (out / file).write_bytes(b"scribble")
    found = [difference.name for difference in Verification(out, dataset).differences()]
    assert found == files


def test_other_versions_are_named(out: Path, dataset: Path) -> None:
    described = json.loads((out / "augstudio.json").read_text())
    described["versions"] |= {"opencv": "4.0", "python": "3.1"}
    (out / "augstudio.json").write_text(identity_text(described))
    verification = Verification(out, dataset)
    assert verification.version_mismatch.startswith("opencv 4.0, now 4.")
    assert ";" not in verification.version_mismatch
    assert list(verification.differences()) == []
    assert told("verify", out).stderr == f"made with {verification.version_mismatch}\n"


def test_sources_whose_names_are_not_in_nfc(out: Path, dataset: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(dataset, tmp_path / "moved"))
    (moved / "b/c/ä.png").rename(moved / "b/c/a\u0308.png")
    assert differences(out, moved) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes both names for one")
def test_of_sources_that_differ_in_their_unicode_form_the_exported_one_is_rendered_again(
    tmp_path: Path,
) -> None:
    names = ("\u1e69.png", "s\u0323\u0307.png", "s\u0307\u0323.png", "\u1e61\u0323.png")
    pictures = {name: encoded(smooth_picture(8, 9 + place), "PNG") for place, name in enumerate(names)}
    # On disk they lie in the order in which they were written.
    for number, some in enumerate((names, names[::-1], names[1:], names[:0:-1])):
        source = write_files(tmp_path / f"in{number}", {name: pictures[name] for name in some})
        out = tmp_path / f"out{number}"
        run_export(job_for(source, out), RunOptions(workers=1))
        assert differences(out, source) == []


def test_cancelling_stops_at_the_next_sample(out: Path) -> None:
    verification = Verification(out)
    assert list(verification.differences(lambda: True)) == []
    assert verification.lines == 3


def test_the_command(out: Path, dataset: Path) -> None:
    result = told("verify", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"all 21 files are as the manifest says in {out}\n"
    assert "all 21 files and pixels are" in told("verify", out, "--pixels", "--dataset", dataset).stdout
    (out / "a/0.jpg").unlink()
    result = told("verify", out)
    assert (result.exit_code, result.stdout) == (1, "a/0.jpg: missing\n")
    assert result.stderr == f"1 difference in {out}, listed above\n"


def test_wrong_usage(out: Path, dataset: Path, tmp_path: Path) -> None:
    assert "--pixels and --dataset go together" in refused("verify", out, "--pixels")
    assert "--pixels and --dataset go together" in refused("verify", out, "--dataset", dataset)
    assert "there is no folder" in refused("verify", out, "--pixels", "--dataset", tmp_path / "none")
    assert "there is no augstudio.json in it" in refused("verify", dataset)
    assert "there is no folder" in refused("verify", tmp_path / "none")
    unfinish(out)
    assert "is not finished; run the same export again" in refused("verify", out)
    (out / JOURNAL).unlink()
    assert "there is no manifest.jsonl in it" in refused("verify", out)


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"augstudio": 2}', '{"augstudio": 1}', '{"augstudio": 1, "pipeline": 3}', "[" * 99_999],
)
def test_a_damaged_identity_is_refused(out: Path, text: str) -> None:
    (out / "augstudio.json").write_text(text)
    with pytest.raises(ExportError, match=r"augstudio\.json is damaged"):
        Verification(out)


def test_a_digest_set_holds_what_was_added() -> None:
    found = DigestSet()
    for number in range(1000):
        found.add(str(number % 999))
    assert "0" in found
    assert "998" in found
    assert "999" not in found
    assert "0" in found.repeated
    assert "1" not in found.repeated
    found.add("999")
    assert "999" in found
    assert len(found) == 1001
