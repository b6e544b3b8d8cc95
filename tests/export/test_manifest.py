from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export.checksums import with_checksum
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, LocalWorkspace
from augstudio.export.journal import Journal, JournalChangedError
from augstudio.export.manifest import UNLABELLED_VERSION, VERSION, LaterVersionError, Output
from augstudio.export.reading.recorded import numbered_lines
from augstudio.export.record_digests import identity_text, with_records
from augstudio.export.record_lines import all_named_outputs, named_outputs


def output(key: str, copy: int = 0) -> Output:
    return Output(
        key,
        copy,
        f"{key}-{copy}",
        4,
        3,
        "aa",
        "bb",
        "cc",
        ({"id": 1, "transform": "rotate", "draw": {"angle": 0.5}},),
    )


def records(root: Path) -> list[Output]:
    """What the finished manifest holds."""
    return [record for _, record in numbered_lines(root / MANIFEST) if record is not None]


def begun(root: Path) -> Journal:
    LocalWorkspace(root).begin()
    return Journal(LocalWorkspace(root))


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


LATER = b'{"version": 9, "sample": "a"}\n'
"""What only a later version of the program understands."""


def test_what_later_versions_add_is_passed_over() -> None:
    fields = json.loads(output("a").to_line())
    assert fields["version"] == UNLABELLED_VERSION
    for version in (VERSION, VERSION + 1, 10**400):
        line = json.dumps({**fields, "version": version, "boxes": [{"class": 3}]})
        assert Output.from_line(line.encode()) == output("a")


@pytest.mark.parametrize("version", [0, -1, 2.0, "2", None, True, [2]])
def test_what_is_no_version_is_damage(version: object) -> None:
    fields = {**json.loads(output("a").to_line()), "version": version}
    assert Output.from_line(json.dumps(fields).encode()) is None


def test_lines_that_only_a_later_version_understands_are_told_and_kept(tmp_path: Path) -> None:
    reason = r"is of version 9 of the manifest, this program knows 4; please update AugStudio"
    with pytest.raises(LaterVersionError, match=reason):
        Output.from_line(LATER)
    (tmp_path / MANIFEST).write_bytes(output("a").to_line().encode() + LATER)
    with pytest.raises(ExportError, match=rf"line 2 of .*manifest\.jsonl: the line {reason}"):
        list(numbered_lines(tmp_path / MANIFEST))
    journal = begun(tmp_path)
    journal.close()
    written = (tmp_path / JOURNAL).read_bytes() + with_checksum(LATER)
    (tmp_path / JOURNAL).write_bytes(written)
    with pytest.raises(LaterVersionError, match=rf"partial: the line {reason}"):
        Journal(LocalWorkspace(tmp_path))
    with pytest.raises(LaterVersionError, match=rf"partial: the line {reason}"):
        list(named_outputs(tmp_path, JOURNAL))
    assert (tmp_path / JOURNAL).read_bytes() == written


def test_a_version_in_a_line_that_was_changed_says_nothing(tmp_path: Path) -> None:
    begun(tmp_path).close()
    (tmp_path / JOURNAL).write_bytes(with_checksum(LATER).replace(b'"a"', b'"b"'))
    (tmp_path / MANIFEST).write_bytes(LATER)
    assert list(all_named_outputs(tmp_path)) == []
    Journal(LocalWorkspace(tmp_path)).close()


def test_the_manifest_stands_in_the_plans_order(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    for number in (2, 0, 1):
        journal.put(number, str(number), (output(str(number)), output(str(number), 1)))
    journal.write_manifest()
    journal.remove()
    assert [(line.key, line.copy) for line in records(tmp_path)] == [
        (key, copy) for key in "012" for copy in (0, 1)
    ]
    assert not (tmp_path / JOURNAL).exists()


def test_an_interrupted_journal_is_known_again(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.put(0, "a", (output("a"), output("a", 1)))
    journal.put(1, "b", (output("b"),))
    journal.close()
    with (tmp_path / JOURNAL).open("ab") as stream:
        stream.write(output("c").to_line().encode()[:30])
    journal = begun(tmp_path)
    assert journal.known("a") == (output("a"), output("a", 1))
    assert journal.known("b") == (output("b"),)
    assert journal.known("c") == ()
    journal.put(1, "d", (output("d"),))
    journal.close()
    journal = begun(tmp_path)
    assert journal.known("d") == (output("d"),)
    journal.put(1, "d", (output("d"),))
    journal.put(0, "a", (output("a"), output("a", 1)))
    journal.write_manifest()
    journal.remove()
    assert [line.key for line in records(tmp_path)] == ["a", "a", "d"]


def test_the_last_lines_of_a_sample_count(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    changed = replace(output("a"), sha256="new")
    journal.put(0, "a", (output("a"), output("a", 1)))
    journal.put(0, "a", (changed, output("a", 1)))
    journal.close()
    journal = begun(tmp_path)
    assert journal.known("a") == (changed, output("a", 1))
    journal.close()


def test_a_finished_manifest_is_known_again(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.put(0, "a", (output("a"),))

    digest = journal.write_manifest()
    (tmp_path / IDENTITY).write_text(identity_text(with_records({}, digest, None)))
    journal.remove()
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
    LocalWorkspace(tmp_path).write("deep/er/a-0", (b"x",))
    assert synced == []
    journal.put(0, "a", (replace(output("a"), file="deep/er/a-0"), output("gone")))
    journal.write_manifest()
    journal.remove()
    names = [name for name, _ in synced]
    assert names[0] == "a-0"
    assert set(names[1:4]) == {"deep", "er", "."}
    assert [finished for _, finished in synced] == [False] * 5 + [True]


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def scribbled(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:20] + b"?" + data[21:])


@pytest.mark.parametrize("damage", [cut, emptied, scribbled])
def test_no_manifest_is_made_of_a_journal_that_somebody_changed(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    journal = begun(tmp_path)
    journal.put(0, "a", (output("a"), output("a", 1)))
    damage(tmp_path / JOURNAL)
    journal.put(1, "b", (output("b"),))
    with pytest.raises(JournalChangedError, match="was changed by something else"):
        journal.write_manifest()
    journal.close()
    assert not (tmp_path / MANIFEST).exists()
    journal = begun(tmp_path)
    assert journal.known("b") == (output("b"),)
    journal.close()


@pytest.mark.parametrize("foreign", [b"whole line\n", b"torn line", output("a", 7).to_line().encode()])
def test_what_somebody_appends_to_a_journal_is_passed_over(tmp_path: Path, foreign: bytes) -> None:
    journal = begun(tmp_path)
    journal.put(0, "a", (output("a"),))
    with (tmp_path / JOURNAL).open("ab") as stream:
        stream.write(foreign)
    journal.put(1, "b", (output("b"),))
    journal.write_manifest()
    journal.remove()
    assert records(tmp_path) == [output("a"), output("b")]


@pytest.mark.parametrize("there", [True, False])
def test_a_file_in_the_journals_place_is_somebodys(tmp_path: Path, there: bool) -> None:
    journal = begun(tmp_path)
    journal.put(0, "a", (output("a"),))
    (tmp_path / JOURNAL).unlink()
    if there:
        (tmp_path / JOURNAL).write_bytes(b"somebody's")
    journal.write_manifest()
    journal.remove()
    assert records(tmp_path) == [output("a")]
    assert (tmp_path / JOURNAL).exists() is there
