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

from augstudio.ui.language import Language
from augstudio.ui.messages import explained
from tests.translations import FOLDER, LANGUAGES, WINDOW, Text, declared_texts, update
from tests.ui.words import english_afterwards, foreign, language

__all__ = ["english_afterwards", "language"]

PROGRAM = WINDOW.parent
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

# Raised to programmers, to callers who say it in other words, or by the command line: not shown in a window.
NOT_SHOWN = (
    "expected an array",
    "expected a numpy array",
    "expected the shape",
    "the picture has no pixels",
    "the matrix cannot be inverted",
    "padding mode",
    "two transforms are named",
    "channels cannot be compared",
    "too deep",
    "too long a number",
    "the end is missing",
    "a number where a message belongs",
    "a number with more bits",
    "a number without end",
    "a tag with more bits",
    "no such field",
    "no such wire type",
    "must name a step",
    "there is no step {",
    "the step {",
    "several steps are named",
    "the view does not say",
    "{0}: must be a whole number{0}",
)
FIELDS = {
    *(
        "FILE",
        "MB",
        "NUMBER",
        "as",
        "augstudio",
        "balance",
        "classes",
        "copies",
        "dev",
        "folder",
        "folders",
        "split",
        "val",
        "enabled",
        "fill",
        "format",
        "high",
        "id",
        "image",
        "low",
        "max",
        "mode",
        "off",
        "padding",
        "path",
    ),
    *("probability", "sha", "splits", "steps", "tiff", "transform", "webp", "workers"),
    *("install", "models", "onnxruntime", "pip"),
}


FLOORS = (
    *("core", "kernels", "transforms", "datasets", "export"),
    *("pipelines.py", "presets.py", "processes.py", "render.py", "comparison.py"),
)


def raised() -> Iterator[str]:
    """Wordings of all errors that the floors below the window raise, and of why samples are left out."""
    for floor in FLOORS:
        place = PROGRAM / floor
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args:
                    error = call.func.id.endswith("Error")
                    wording = _wording(call.args[0] if error else call.args[-1])
                    if wording and (error or call.func.id == "Skipped"):
                        yield wording


def _wording(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = (str(part.value) if isinstance(part, ast.Constant) else "{0}" for part in node.values)
    # A network has these for its inputs and its outputs.
    return "".join(parts).replace("its {0} {0} h", "its input {0} h")


def test_every_reason_is_told_in_the_users_language(language: Language) -> None:
    wordings = [text for text in raised() if not text.startswith(NOT_SHOWN) and "be compared" not in text]
    assert len(wordings) > 70
    untold = [text for text in wordings if set(foreign(explained(text.replace("{0}", "12")))) - FIELDS]
    assert untold == []


def test_reasons_within_reasons_are_told_too(language: Language) -> None:
    told = explained("pets/a.json: step 2 (rotate), angle_range: must lie from -180 to 180, got 400")
    assert "400" in told
    assert foreign(told.replace("rotate", "").replace("angle_range", "")) == []
    assert explained("something unheard of") == "something unheard of"
