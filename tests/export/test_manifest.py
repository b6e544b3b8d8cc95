from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.export.files import JOURNAL, MANIFEST, Workspace
from augstudio.export.journal import Journal, JournalChangedError, files_begun
from augstudio.export.manifest import Output, State, manifest_lines


def output(key: str, copy: int = 0) -> Output:
    return Output(
        key, copy, f"{key}-{copy}", 4, 3, "aa", "bb", "cc", ({"id": 1, "transform": "rotate", "angle": 0.5},)
    )


def begun(root: Path) -> Journal:
    Workspace(root).begin()
    return Journal(Workspace(root))


def finish(journal: Journal) -> None:
    journal.write_manifest()
    journal.remove()


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
        journal.put(number, str(number), (output(str(number)), output(str(number), 1)))
    finish(journal)
    assert [(line.key, line.copy) for line in manifest_lines(tmp_path / MANIFEST)] == [
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
    size = (tmp_path / JOURNAL).stat().st_size
    journal.put(1, "d", (output("d"),))
    journal.put(0, "a", (output("a"), output("a", 1)))
    assert (tmp_path / JOURNAL).stat().st_size == size
    finish(journal)
    assert [line.key for line in manifest_lines(tmp_path / MANIFEST)] == ["a", "a", "d"]


def test_files_that_are_about_to_appear_are_noted_but_for_those_that_lines_name(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.begin(("b.png", "b__aug001.png"), ())
    journal.put(0, "b", (output("b"), output("b", 1)))
    journal.begin((output("b").file, "new.png"), (output("b"),))
    journal.begin((output("b").file,), (output("b"),))
    journal.close()
    lines = (tmp_path / JOURNAL).read_bytes().splitlines(keepends=True)
    assert [files_begun(line) for line in lines] == [("b.png", "b__aug001.png"), (), (), ("new.png",)]
    for other in (b"", b"{", b"[]", b"7", b'{"begun": 7}', b'{"begun": [7]}'):
        assert files_begun(other) == ()
    journal = begun(tmp_path)
    assert journal.known("b") == (output("b"), output("b", 1))
    journal.put(0, "b", (output("b"), output("b", 1)))
    finish(journal)
    assert (tmp_path / MANIFEST).read_bytes() == b"".join(lines[1:3])


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
    finish(journal)
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
    journal.put(0, "a", (replace(output("a"), file="deep/er/a-0"), output("gone")))
    finish(journal)
    names = [name for name, _ in synced]
    assert names[0] == "a-0"
    assert set(names[1:4]) == {"deep", "er", "."}
    assert [finished for _, finished in synced] == [False] * 5 + [True]


@pytest.mark.parametrize("cut", [True, False])
@pytest.mark.parametrize("late", [True, False])
def test_a_journal_that_somebody_changes_is_noticed(tmp_path: Path, cut: bool, late: bool) -> None:
    journal = begun(tmp_path)
    for number in range(3):
        journal.put(number, str(number), (output(str(number)), output(str(number), 1)))
    with (tmp_path / JOURNAL).open("r+b") as stream:
        if cut:
            stream.truncate(40)
        else:
            stream.seek(40)
            stream.write(b"X")
    with pytest.raises(JournalChangedError, match="was changed by something else while the export ran"):
        if cut and not late:
            journal.put(3, "3", (output("3"),))
        else:
            finish(journal)
    journal.close()
    assert not (tmp_path / MANIFEST).exists()
    journal = begun(tmp_path)
    assert [journal.known(key) for key in ("0", "1")] == [
        (output("0", 1),) if not cut else (),
        () if cut else (output("1"), output("1", 1)),
    ]
    journal.close()


def test_a_line_is_bound_to_its_export() -> None:
    record = output("katze/ä.png", 2)
    line = record.to_line("mark").encode()
    assert Output.from_line(line) == record
    assert Output.examined(line, "mark") == (record, State.RIGHT)
    assert Output.examined(line, "other") == (record, State.CHANGED)
    assert Output.examined(record.to_line().encode(), "mark") == (record, State.CHANGED)
    assert Output.examined(line[:-1] + b"\r\n", "mark") == (record, State.REWRITTEN)
    assert Output.examined(line[:-1], "mark") == (record, State.REWRITTEN)
    other = line.replace(b'"width": 4', b'"width": 5')
    assert Output.examined(other, "mark") == (replace(record, width=5), State.CHANGED)
    assert Output.examined(b"\xef\xbb\xbf" + line, "mark") == (None, State.DAMAGED)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"width": 4', b'"width": 4, "width": 4'),
        (b'"width": 4', b'"width": 4.0'),
        (b'"width": 4', b'"width": true'),
        (b'"width": 4', b'"width": -4'),
        (b'"width": 4', b'"width": 9223372036854775808'),
        (b'"width": 4', b'"width": ' + b"9" * 5000),
        (b"0.5", b"NaN"),
        (b"0.5", b"1e999"),
        (b"0.5", b"-Infinity"),
        (b"0.5", b"[" * 99_999),
        (b'"a-0"', b'"\\ud800"'),
        (b'"a-0"', b'["a-0"]'),
        (b'"draws": [', b'"more": 1, "draws": ['),
    ],
)
def test_lines_are_read_strictly(before: bytes, after: bytes) -> None:
    line = output("a").to_line().encode()
    assert before in line
    assert Output.from_line(line.replace(before, after)) is None
