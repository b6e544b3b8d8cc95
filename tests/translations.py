"""Keeps the translations in step with the program: ``python -m tests.translations``.

Qt's ``lupdate`` finds the texts of the window. Texts that it cannot see, because they are declared elsewhere
or go through a function of their own, are first written into a file for it. ``lrelease`` then compiles the
``.ts`` files. New texts come out marked as unfinished: translate them there, or in Qt Linguist, and run this
again.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from augstudio.assets import asset
from augstudio.core.parameters import Choice, Files, parameters_of
from augstudio.core.transform import catalogue
from augstudio.kernels.reference import shipped_references
from augstudio.presets import shipped_presets
from augstudio.ui.messages import REASONS
from augstudio.ui.pipeline_panel.field import description
from augstudio.ui.pipeline_panel.files_field import shipped_title

LANGUAGES = ("zh_TW", "zh_CN")
FOLDER = asset("translations")
WINDOW = Path(__file__).resolve().parents[1] / "augstudio" / "ui"

Text: TypeAlias = tuple[str, str]
"""Context and English text."""


def update(folder: Path = FOLDER) -> None:
    """Bring the ``.ts`` files of a folder up to date and compile them."""
    sources = sorted(str(path) for path in WINDOW.rglob("*.py"))
    with tempfile.TemporaryDirectory() as place:
        declared = Path(place) / "declared.py"
        declared.write_text(_as_source(declared_texts()), encoding="utf-8")
        for language in LANGUAGES:
            file = folder / f"augstudio_{language}.ts"
            options = ["-no-obsolete", "-locations", "none", "-sort-messages", "-silent"]
            options += ["-source-language", "en", "-target-language", language]
            _run("lupdate", *options, *sources, str(declared), "-ts", str(file))
            _run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    found = shutil.which(f"pyside6-{tool}", path=str(Path(sys.executable).parent)) or f"pyside6-{tool}"
    subprocess.run([found, *arguments], check=True)


def _as_source(texts: Iterator[Text]) -> str:
    calls = (f"QCoreApplication.translate({context!r}, {_quoted(text)})" for context, text in texts)
    return "\n".join(dict.fromkeys(calls)) + "\n"


def _quoted(text: str) -> str:
    """The text between double quotes, the only ones between which ``lupdate`` reads every text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


# -- what lupdate cannot see ------------------------------------------------------------------------


def declared_texts() -> Iterator[Text]:
    """Texts that the floors below declare, and those given to functions that look them up."""
    for text in _catalogue_texts():
        yield "Catalogue", text
    for preset in shipped_presets():
        yield "Presets", preset.title
        yield "Presets", preset.description
    for reason in REASONS:
        yield "Reasons", reason
    for path in sorted(WINDOW.rglob("*.py")):
        yield from _looked_up(ast.parse(path.read_text(encoding="utf-8")))


def _catalogue_texts() -> Iterator[str]:
    for transform in catalogue():
        factor = transform.FACTOR
        yield from (transform.TITLE, transform.GROUP, description(transform))
        if not factor[0].isdigit():
            yield factor
        for parameter in parameters_of(transform):
            yield from (parameter.label, parameter.marker.help)
            if isinstance(parameter.marker, Choice):
                yield from (name for name in parameter.marker.options.values() if any(map(str.isalpha, name)))
            if isinstance(parameter.marker, Files):
                yield from map(shipped_title, shipped_references(parameter.marker))
    yield from ("on", "off", "none")


def _looked_up(tree: ast.Module) -> Iterator[Text]:
    """Literal arguments of functions that do nothing but look their argument up in a fixed context."""
    contexts = {
        function.name: context
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and (context := _context_of(function)) is not None
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in contexts:
            argument = call.args[0]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield contexts[call.func.id], argument.value


def _context_of(function: ast.FunctionDef) -> str | None:
    returned = function.body[-1]
    if not isinstance(returned, ast.Return) or not isinstance(returned.value, ast.Call):
        return None
    call = returned.value
    looks_up = isinstance(call.func, ast.Attribute) and call.func.attr == "translate"
    if not looks_up or not isinstance(call.args[0], ast.Constant) or not isinstance(call.args[1], ast.Name):
        return None
    return str(call.args[0].value)


if __name__ == "__main__":
    update()
