"""Names that break careless programs, and folders that are not what they seem."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.pipelines import Pipeline
from tests.__main__ import ROOT
from tests.commands import refused, told
from tests.export.jobs import job_for, manifest
from tests.faults.checks import state
from tests.faults.powers import ordinary
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture

PICTURE = encoded(smooth_picture(24, 16), "PNG")
LONGEST = "n" * 243 + ".png"  # whose copies' names have 251 bytes

NAMES = {
    "中文/狮子 01.png": "",
    "🦁/🐈‍⬛.png": "",
    "zeile\n2/new\nline.png": "",
    "-rf/--help.png": "",
    "dots/..a...png": "a hidden file",
    "space/ .png": "",
    "quote/'\"`$(true);&|*?[x]{}.png": "",
    "back\\slash/a\\b.png": "",
    "percent/%s%n{0}.png": "",
    "rtl/\u202egnp.png": "",
    "long/" + LONGEST: "",
    "long/" + "字" * 80 + "ab.png": "",
    "longer/" + "m" * 251 + ".png": "would be longer than 255 bytes",
    "case/A.png": "",
    "case/a.png": "would replace",
    "Case/b.png": "",
    os.fsdecode(b"bytes/\xff\xfe.png"): "not valid UTF-8",
    os.fsdecode(b"by\xe9tes/a.png"): "not valid UTF-8",
}
"""Names of pictures, with the reason for which they cannot be exported, if any."""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("names") / "in", dict.fromkeys(NAMES, PICTURE))


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "augstudio", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=100,
    )


def test_every_name_is_exported_or_left_out_with_a_reason(dataset: Path, tmp_path: Path) -> None:
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    exported = {line["key"] for line in manifest(tmp_path / "out")}
    assert exported == {name for name, reason in NAMES.items() if not reason}
    assert len(report.skipped) == sum(reason not in ("", "a hidden file") for reason in NAMES.values())
    for skipped in report.skipped:
        assert skipped.name.isprintable() or skipped.name.isascii()
        assert any(reason and reason in skipped.reason for reason in NAMES.values()), skipped
    written = {line["file"] for line in manifest(tmp_path / "out")}
    own = {"augstudio.json", "manifest.jsonl", "skipped.jsonl"}
    assert written | own == contents(tmp_path / "out").keys()
    lines = (tmp_path / "out" / "skipped.jsonl").read_text(encoding="utf-8").splitlines()
    told_later = [json.loads(line) for line in lines]
    assert told_later == [{"key": left.name, "reason": left.reason} for left in report.skipped]
    assert "long/" + "n" * 243 + "__aug002.png" in written
    assert all((tmp_path / "out" / file).is_file() for file in written)


def test_all_commands_with_all_names(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    assert told("verify", out, "--pixels", "--dataset", dataset).exit_code == 0
    table = told("manifest", out, "--csv")
    assert table.exit_code == 0
    assert "new\nline" in table.stdout
    pipeline = tmp_path / "used.yaml"
    Pipeline.default().save(pipeline)
    for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        source, made = dataset / json.loads(line)["key"], tmp_path / "again.png"
        again = told("render", source, "-o", made, "--from-manifest", line, "--pipeline", pipeline)
        assert again.exit_code == 0, again.output


@pytest.mark.parametrize("name", ["-dash", "new\nline", "中文 🦁", os.fsdecode(b"byte\xff"), "l" * 255])
def test_folders_of_any_name(tmp_path: Path, name: str) -> None:
    dataset, out = small_dataset(tmp_path / "d" / name, 4), tmp_path / "o" / name
    run_export(job_for(dataset, out), RunOptions(workers=1))
    assert told("verify", out, "--pixels", "--dataset", dataset).exit_code == 0
    text = refused("export", dataset, out, "--seed", 5)
    assert "holds another export" in text
    assert text.isprintable()


def test_without_a_locale(dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "whole"), RunOptions(workers=1))
    environment = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    # As where a locale has another encoding, such as Latin 1.
    environment |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = command("export", dataset, tmp_path / "out", "--copies", "2", "--workers", "2", **environment)
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"not valid UTF-8" in done.stderr
    assert state(tmp_path / "out") == state(tmp_path / "whole")


@pytest.fixture
def maze(tmp_path: Path) -> Iterator[Path]:
    """Loops, pipes, folders that cannot be read, and two pictures."""
    root = write_files(
        tmp_path / "in",
        {
            "a/1.png": PICTURE,
            "b/2.png": PICTURE,
            "locked/3.png": PICTURE,
            "listed/4.png": PICTURE,
            "a/secret.png": PICTURE,
        },
    )
    links = {"a/self.png": "self.png", "a/up": "..", "b/one": "two", "b/two": "one", "b/a": "../a"}
    for name, target in links.items():
        (root / name).symlink_to(target)
    os.mkfifo(root / "a" / "pipe.png")
    os.mkfifo(root / "pipe")
    (root / "a" / "folder.png").mkdir()
    for name, mode in {"locked": 0, "listed": stat.S_IRUSR, "a/secret.png": 0}.items():
        (root / name).chmod(mode)
    yield root
    for name in ("locked", "listed"):
        (root / name).chmod(stat.S_IRWXU)


def test_a_maze_of_links_pipes_and_locked_folders(maze: Path, tmp_path: Path) -> None:
    with ordinary():
        report = run_export(job_for(maze, tmp_path / "out"), RunOptions(workers=1))
    assert [line["key"] for line in manifest(tmp_path / "out") if not line["copy"]] == ["a/1.png", "b/2.png"]
    reasons = {skipped.name: skipped.reason for skipped in report.skipped}
    assert reasons == {
        "a/pipe.png": "not a regular file but a pipe",
        "a/secret.png": "cannot be read: Permission denied",
        "a/self.png": "cannot be read: Too many levels of symbolic links",
        "a/up": "a link to a folder that is listed already",
        "b/a": "a link to a folder that is listed already",
        "b/one": "cannot be read: Too many levels of symbolic links",
        "b/two": "cannot be read: Too many levels of symbolic links",
        "listed/4.png": "cannot be read: Permission denied",
        "locked": "the folder cannot be read: Permission denied",
    }


def test_output_folders_without_permission(tmp_path: Path) -> None:
    dataset = small_dataset(tmp_path / "in", 4)
    whole = tmp_path / "whole"
    run_export(job_for(dataset, whole), RunOptions(workers=1))
    for name, mode, reason in (
        ("read-only", 0o500, "no permission to write"),
        ("unreadable", 0o300, "cannot be used: Permission denied"),
        ("closed", 0, "cannot be used: Permission denied"),
    ):
        out = tmp_path / name
        out.mkdir()
        out.chmod(mode)
        with ordinary(), pytest.raises(ExportError, match=reason):
            run_export(job_for(dataset, out), RunOptions(workers=1))
        if not mode & stat.S_IWUSR:
            with ordinary(), pytest.raises(ExportError, match=r"[Pp]ermission"):
                run_export(job_for(dataset, out / "deeper"), RunOptions(workers=1))
        out.chmod(0o700)
        assert state(out) == {}


def test_a_folder_that_becomes_read_only(tmp_path: Path) -> None:
    dataset, out = small_dataset(tmp_path / "in", 6), tmp_path / "out"
    run_export(job_for(dataset, tmp_path / "whole"), RunOptions(workers=1))
    whole = state(tmp_path / "whole")
    for after in (1, 2, 3):
        seen: list[object] = []

        def lock(progress: object, seen: list[object] = seen, after: int = after) -> None:
            seen.append(progress)
            if len(seen) == after:
                (out / "a").mkdir(parents=True, exist_ok=True)
                (out / "a").chmod(0o500)

        with ordinary():
            report = run_export(job_for(dataset, out), RunOptions(workers=1), on_progress=lock)
        (out / "a").chmod(0o700)
        assert any(item.reason.endswith("removed: Permission denied") for item in report.skipped) or any(
            "cannot be written: Permission denied" in item.reason for item in report.skipped
        )
        pictures = {name: digest for name, digest in contents(out).items() if "/" in name}
        assert pictures.items() <= whole.items()
    run_export(job_for(dataset, out), RunOptions(workers=1))
    assert state(out) == whole


def test_read_only_sources(tmp_path: Path) -> None:
    """Pictures and folders that nobody may write, as on a DVD, and their copies are ordinary files."""
    dataset = small_dataset(tmp_path / "in", 4)
    for place in (*dataset.rglob("*"), dataset):
        place.chmod(0o500 if place.is_dir() else 0o400)
    try:
        with ordinary():
            run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
            run_export(job_for(dataset, tmp_path / "out", seed=5), RunOptions(workers=1, overwrite=True))
    finally:
        for place in (dataset, *dataset.rglob("*")):
            place.chmod(0o700)
    modes = {stat.S_IMODE(place.stat().st_mode) for place in (tmp_path / "out").rglob("*") if place.is_file()}
    assert all(mode & stat.S_IWUSR for mode in modes)
