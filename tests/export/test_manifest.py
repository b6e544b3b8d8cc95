from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.export.files import JOURNAL, MANIFEST, Workspace
from augstudio.export.manifest import Journal, Output, manifest_lines


def output(key: str, copy: int = 0) -> Output:
    return Output(
        key, copy, f"{key}-{copy}", 4, 3, "aa", "bb", "cc", ({"id": 1, "transform": "rotate", "angle": 0.5},)
    )


def begun(root: Path) -> Journal:
    Workspace(root).begin()
    return Journal(Workspace(root))


def test_a_line_reads_back_and_is_stable() -> None:
    record = output("katze/ä.png", 2)
    line = record.to_line()
    assert line.endswith("\n")
    assert "ä" in line
    assert line.index('"copy"') < line.index('"draws"') < line.index('"width"')
    assert Output.from_line(line.encode()) == record


def test_damaged_lines_are_none() -> None:
    line = output("a").to_line().encode()
    for broken in (
        line[:-9],
        b"\n",
        b"[]\n",
        b"{}\n",
        b'{"key": 1}\n',
        b"\xff\n",
        line.replace(b'"key"', b'"kez"'),
    ):
        assert Output.from_line(broken) is None


def test_the_manifest_stands_in_the_plans_order(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    for number in (2, 0, 1):
        journal.append(number, (output(str(number)), output(str(number), 1)))
    journal.finish()
    assert [(line.key, line.copy) for line in manifest_lines(tmp_path / MANIFEST)] == [
        (key, copy) for key in "012" for copy in (0, 1)
    ]
    assert not (tmp_path / JOURNAL).exists()


def test_an_interrupted_journal_is_known_again(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.append(0, (output("a"), output("a", 1)))
    journal.append(1, (output("b"),))
    journal.close()
    with (tmp_path / JOURNAL).open("ab") as stream:
        stream.write(output("c").to_line().encode()[:30])
    journal = begun(tmp_path)
    assert journal.known("a") == (output("a"), output("a", 1))
    assert journal.known("b") == (output("b"),)
    assert journal.known("c") == ()
    journal.append(1, (output("d"),))
    journal.close()
    journal = begun(tmp_path)
    assert journal.known("d") == (output("d"),)
    journal.reuse(1, "d")
    journal.reuse(0, "a")
    journal.finish()
    assert [line.key for line in manifest_lines(tmp_path / MANIFEST)] == ["a", "a", "d"]


def test_the_last_lines_of_a_sample_count(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    changed = replace(output("a"), sha256="new")
    journal.append(0, (output("a"), output("a", 1)))
    journal.append(0, (changed, output("a", 1)))
    journal.close()
    journal = begun(tmp_path)
    assert journal.known("a") == (changed, output("a", 1))
    journal.close()


def test_a_finished_manifest_is_known_again(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.append(0, (output("a"),))
    journal.finish()
    before = (tmp_path / MANIFEST).read_bytes()
    journal = begun(tmp_path)
    assert journal.known("a") == (output("a"),)
    journal.close()
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_a_finished_manifest_comes_after_its_files_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[str, bool]] = []

    def sync(handle: int) -> None:
        status = os.fstat(handle)
        names = [path for path in tmp_path.rglob("*") if os.path.samestat(path.stat(), status)]
        synced.append((names[0].name if names else ".", (tmp_path / MANIFEST).exists()))

    monkeypatch.setattr(os, "fsync", sync)
    journal = begun(tmp_path)
    Workspace(tmp_path).write("deep/er/a-0", (b"x",))
    assert synced == []
    journal.append(0, (replace(output("a"), file="deep/er/a-0"), output("gone")))
    journal.finish()
    names = [name for name, _ in synced]
    assert names[0] == "a-0"
    assert set(names[1:4]) == {"deep", "er", "."}
    assert [finished for _, finished in synced] == [False] * 5 + [True]
