"""The translations: complete, compiled, in step with the program, reasons of errors included."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from augstudio.errors import DatasetError, Message, PipelineError
from augstudio.export import RunOptions, run_export
from augstudio.export.output_writer import EDITED
from augstudio.pipelines import Pipeline
from augstudio.ui.language import Language
from augstudio.ui.messages import explained
from tests.export.jobs import job_for
from tests.folders import small_dataset, write_files
from tests.translations import LANGUAGES, WINDOW, main, own_texts, problems, reasons, source_file
from tests.ui.words import english_afterwards, foreign, language, pending_patterns

__all__ = ["english_afterwards", "language"]


# -- the check --------------------------------------------------------------------------------------


def shipped(folder: Path) -> Path:
    """A copy of the translations."""
    for name in LANGUAGES:
        for file in (source_file(name), source_file(name).with_suffix(".qm")):
            shutil.copy(file, folder)
    return folder


def test_the_check_names_what_is_not_in_order(tmp_path: Path) -> None:
    before = problems(shipped(tmp_path))
    file = source_file("zh_TW", tmp_path)
    text = file.read_text(encoding="utf-8")
    text = text.replace("<source>Rotate</source>", "<source>Rotted</source>", 1)
    text = text.replace("…</translation>", "</translation>", 1)
    file.write_text(text, encoding="utf-8")
    source_file("zh_CN", tmp_path).with_suffix(".qm").write_bytes(b"")
    found = [line for line in problems(tmp_path) if line not in before]
    assert [(line[:5], line.split(": ")[1]) for line in found] == [
        ("zh_TW", "not translated"),
        ("zh_TW", "no longer used"),
        ("zh_TW", "other placeholders, lines or ellipses than the English text"),
        ("zh_TW", "not compiled"),
        ("zh_CN", "not compiled"),
    ]
    assert "'Rotate' (Catalogue)" in found[0]
    assert "'Rotted' (Catalogue)" in found[1]


@pytest.mark.parametrize("found", [[], ["zh_TW: not translated: 'Rotate' (Catalogue)"]])
def test_the_check_fails_where_something_is_left_to_do(
    found: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.translations.problems", lambda: found)
    assert main(["--check"]) == len(found)
    assert capsys.readouterr().out.splitlines()[:1] == found


def test_without_qts_tools_the_check_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    with pytest.raises(SystemExit, match=r"pyside6-lupdate is not there; .* pip install PySide6"):
        main(["--check"])


def test_a_text_that_is_not_translated_yet_fails_no_other_test(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Darken the corners of {0}."
    assert foreign("Darken the corners of pets.") != []
    monkeypatch.setattr("tests.ui.words.pending", lambda: {("Catalogue", text)})
    pending_patterns.cache_clear()
    try:
        assert foreign("Darken the corners of pets.") == []
        assert foreign("Darken the edges of pets.") != []
    finally:
        pending_patterns.cache_clear()


# -- source code ------------------------------------------------------------------------------------


def modules() -> Iterator[ast.Module]:
    for path in sorted(WINDOW.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def test_no_class_that_looks_texts_up_by_its_own_name_has_subclasses() -> None:
    """``self.tr`` of an object asks under the name of the object's class, not of the class that calls it."""
    kinds = [node for tree in modules() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    bases = {base.id for kind in kinds for base in kind.bases if isinstance(base, ast.Name)}
    assert {"ImagePane", "Field"} <= bases
    assert [kind.name for kind in kinds if kind.name in bases and any(own_texts(kind))] == []


def test_tr_is_called_with_literals_on_self_only() -> None:
    """Qt's tool sees nothing else."""
    for tree in modules():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
                assert ast.unparse(call.func) == "self.tr"
                assert isinstance(call.args[0], ast.Constant), ast.unparse(call)


# -- reasons ----------------------------------------------------------------------------------------


def test_templates_are_found_wherever_messages_are_made() -> None:
    found = set(reasons())
    assert len(found) > 200
    assert {
        "there is no folder {0}; check the spelling, or create it",  # of an error
        "a pipe",  # in a table
        EDITED.template,  # a constant that is a message
        "the file is damaged; get a fresh copy",  # a constant that becomes one
        "No space left on device",  # of the system
    } <= found


def test_messages_are_put_into_the_users_language_and_data_is_left_alone(language: Language) -> None:
    for name in ("none", "true or false", "a pipe", "Permission denied"):
        error = DatasetError("there is no folder {0}; check the spelling, or create it", name)
        assert name in explained(error)
        assert foreign(explained(error).replace(name, "")) == []
        assert explained(Message(name)) != name
        assert explained(name) == name


def test_messages_within_messages_are_told_too(language: Language) -> None:
    with pytest.raises(PipelineError) as caught:
        Pipeline.from_dict(
            {"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", "angle_range": [0, 400]}]}
        )
    told = explained(caught.value)
    assert "400" in told
    assert foreign(told.replace("rotate", "").replace("angle_range", "")) == []


def test_what_the_system_says_is_told_too(language: Language, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as caught:
        (tmp_path / "none").stat()
    assert foreign(explained(caught.value)) == []
    assert explained(ValueError("something unheard of")) == "something unheard of"


@pytest.mark.parametrize("workers", [1, 2])
def test_reasons_of_an_export_can_be_put_into_another_language(
    language: Language, tmp_path: Path, workers: int
) -> None:
    dataset = small_dataset(tmp_path / "in")
    write_files(dataset, {"a/none.png": b"no picture", "a/empty.png": b""})
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=workers))
    assert len(report.skipped) == 2
    assert [item for item in report.skipped if foreign(explained(item.reason))] == []
