"""The translations: complete, compiled, in step with the program, reasons of errors included."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from augstudio.errors import DatasetError, Message, PipelineError
from augstudio.export import run_export
from augstudio.export.placing import EDITED
from augstudio.pipelines import Pipeline
from augstudio.ui.language import Language
from augstudio.ui.messages import explained
from tests.export.jobs import job_for
from tests.folders import small_dataset, write_files
from tests.translations import FOLDER, LANGUAGES, WINDOW, Text, declared_texts, reasons, update
from tests.ui.words import english_afterwards, foreign, language

__all__ = ["english_afterwards", "language"]

HOLE = re.compile(r"\{\d\}")


def translations(file: Path) -> dict[Text, tuple[str, str]]:
    """Translation and state ("" is finished) of every text in a ``.ts`` file."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text = (context.findtext("name", ""), message.findtext("source", ""))
            found[text] = (translation.text or "", translation.get("type", ""))
    return found


def source_file(language: str) -> Path:
    return FOLDER / f"augstudio_{language}.ts"


# -- files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    texts = translations(source_file(language))
    assert len(texts) > 400
    assert [text for text, (translation, state) in texts.items() if state or not translation] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in(language: str) -> None:
    for (_, source), (translation, _) in translations(source_file(language)).items():
        assert sorted(HOLE.findall(source)) == sorted(HOLE.findall(translation)), source
        for sign in ("\n", "…", "“", "   "):
            counterpart = sign if sign != "“" or language == "zh_CN" else "「"
            assert source.count(sign) == translation.count(counterpart) or sign == "“", source


def test_translations_are_in_step_with_the_program(tmp_path: Path) -> None:
    for name in LANGUAGES:
        shutil.copy(source_file(name), tmp_path)
    update(tmp_path)
    for name in LANGUAGES:
        kept, renewed = source_file(name), tmp_path / source_file(name).name
        assert translations(kept) == translations(renewed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_files_hold_what_their_sources_say(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(source_file(language).with_suffix(".qm")))
    for (context, source), (translation, _) in translations(source_file(language)).items():
        assert compiled.translate(context, source) == translation


# -- source code ------------------------------------------------------------------------------------


def modules() -> Iterator[ast.Module]:
    for path in sorted(WINDOW.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def own_texts(kind: ast.ClassDef) -> list[str]:
    """What a class looks up by ``self.tr``."""
    return [
        str(call.args[0].value)
        for call in ast.walk(kind)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and isinstance(call.args[0], ast.Constant)
    ]


def test_every_text_of_the_window_is_known_under_the_context_of_its_class() -> None:
    known = set(translations(source_file(LANGUAGES[0])))
    kinds = [node for tree in modules() for node in tree.body if isinstance(node, ast.ClassDef)]
    wanted = {(kind.name, text) for kind in kinds for text in own_texts(kind)}
    assert len(wanted) > 200
    assert wanted - known == set()
    assert set(declared_texts()) - known == set()


def test_no_class_that_looks_texts_up_by_its_own_name_has_subclasses() -> None:
    """``self.tr`` of an object asks under the name of the object's class, not of the class that calls it."""
    kinds = [node for tree in modules() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    bases = {base.id for kind in kinds for base in kind.bases if isinstance(base, ast.Name)}
    assert {"ImagePane", "Field"} <= bases
    assert [kind.name for kind in kinds if kind.name in bases and own_texts(kind)] == []


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
        "{0} pictures disappeared while the export ran; export again",  # one of two forms
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
    report = run_export(job_for(dataset, tmp_path / "out"), workers=workers)
    assert len(report.skipped) == 2
    assert [item for item in report.skipped if foreign(explained(item.reason))] == []
