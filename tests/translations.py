"""Keeps the translations in step with the program: ``python -m tests.translations``.

Qt's ``lupdate`` finds the texts of the window. Texts that it cannot see, because they are declared elsewhere
or go through a function of their own, are first written into a file for it. ``lrelease`` then compiles the
``.ts`` files. New texts come out marked as unfinished: translate them there, or in Qt Linguist, and run this
again. ``python -m tests.translations --check`` changes nothing and says what is left to do; it is one of the
checks of the whole test command, and no test fails for a text that is not translated yet.
"""

from __future__ import annotations

import ast
import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, TypeAlias
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

from augstudio.assets import asset, shipped_references
from augstudio.core.parameters import Choice, Files, parameters_of
from augstudio.core.text import counted
from augstudio.core.transform import catalogue
from augstudio.datasets.formats import FORMATS
from augstudio.errors import Message
from augstudio.presets import shipped_presets
from augstudio.ui.pipeline_panel.field import description
from augstudio.ui.pipeline_panel.files_field import shipped_title

LANGUAGES = ("zh_TW", "zh_CN", "ja")
FOLDER = asset("translations")
PROGRAM = Path(__file__).resolve().parents[1] / "augstudio"
WINDOW = PROGRAM / "ui"

SYSTEM = (
    *(
        errno.ENOENT,
        errno.EACCES,
        errno.EPERM,
        errno.EIO,
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EEXIST,
        errno.EISDIR,
    ),
    *(errno.ENOTDIR, errno.EROFS, errno.ENAMETOOLONG, errno.EMFILE, errno.ELOOP, errno.EBUSY, errno.EFBIG),
)
"""Errors of the system that people meet."""

ARROWS: Final = ("Left", "Right", "Up", "Down")
"""Keys that Qt's own translations name so that some of them read as buttons of a mouse."""

HOLE: Final = re.compile(r"\{\d\}")
"""Where something is filled in."""

Text: TypeAlias = tuple[str, str]
"""Context and English text."""


# -- the check --------------------------------------------------------------------------------------


def problems(folder: Path = FOLDER) -> list[str]:
    """What is not in order with the files of a folder, a line for each language and kind."""
    with tempfile.TemporaryDirectory() as place:
        for language in LANGUAGES:
            shutil.copy(source_file(language, folder), place)
        update(Path(place))
        return [
            f"{language}: {what}: {', '.join(sorted({f'{text!r} ({context})' for context, text in texts}))}"
            for language in LANGUAGES
            for what, texts in _problems_of(language, folder, Path(place)).items()
            if texts
        ]


def _problems_of(language: str, folder: Path, renewed: Path) -> Mapping[str, list[Text]]:
    """Texts with which something is wrong, by what that is."""
    kept = translations(source_file(language, folder))
    wanted = translations(source_file(language, renewed))
    compiled = QTranslator()
    compiled.load(str(source_file(language, folder).with_suffix(".qm")))
    finished = {text: translation for text, translation in kept.items() if translation and text in wanted}
    return {
        "not translated": [text for text in wanted if text not in finished],
        "no longer used": [text for text in kept if text not in wanted],
        "other placeholders, lines or ellipses than the English text": [
            text for text, translation in finished.items() if _marks(text[1]) != _marks(translation)
        ],
        "not compiled": [
            text for text, translation in finished.items() if compiled.translate(*text) != translation
        ],
    }


def _marks(text: str) -> list[str]:
    """What a translation must have as its English text has it."""
    return sorted([*HOLE.findall(text), *re.findall("\n|…|   ", text)])


def source_file(language: str, folder: Path = FOLDER) -> Path:
    """The ``.ts`` file of a language."""
    return folder / f"augstudio_{language}.ts"


def translations(file: Path) -> dict[Text, str]:
    """Every text of a ``.ts`` file with its translation, "" where that is not finished."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type", "") == "" and translation.text
            found[context.findtext("name", ""), message.findtext("source", "")] = done or ""
    return found


def pending() -> set[Text]:
    """Texts of the program that some language lacks still."""
    used = {*declared_texts(), *window_texts()}
    known = [translations(source_file(language)) for language in LANGUAGES]
    return {text for text in used if not all(each.get(text) for each in known)}


# -- bringing them up to date -----------------------------------------------------------------------


def update(folder: Path = FOLDER) -> None:
    """Bring the ``.ts`` files of a folder up to date and compile them."""
    sources = sorted(str(path) for path in WINDOW.rglob("*.py"))
    with tempfile.TemporaryDirectory() as place:
        declared = Path(place) / "declared.py"
        declared.write_text(_as_source(declared_texts()), encoding="utf-8")
        for language in LANGUAGES:
            file = source_file(language, folder)
            options = ["-no-obsolete", "-locations", "none", "-sort-messages", "-silent"]
            options += ["-source-language", "en", "-target-language", language]
            _run("lupdate", *options, *sources, str(declared), "-ts", str(file))
            _run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    name = f"pyside6-{tool}"
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(
            f"{name} is not there; it comes with Qt: {sys.executable} -m pip install PySide6-Essentials"
        )
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
    for kind in FORMATS.values():
        if kind.title:
            yield "Formats", kind.title
    for reason in reasons():
        yield "Reasons", reason
    for key in ARROWS:
        yield "QShortcut", key
    for path in sorted(WINDOW.rglob("*.py")):
        yield from _looked_up(ast.parse(path.read_text(encoding="utf-8")))


def window_texts() -> Iterator[Text]:
    """What the classes of the window look up by ``self.tr``; ``lupdate`` sees these by itself."""
    for path in sorted(WINDOW.rglob("*.py")):
        for kind in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(kind, ast.ClassDef):
                yield from ((kind.name, text) for text in own_texts(kind))


def own_texts(kind: ast.ClassDef) -> Iterator[str]:
    """What a class looks up by ``self.tr``."""
    for call in ast.walk(kind):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
            argument = call.args[0]
            if isinstance(argument, ast.Constant):
                yield str(argument.value)


def reasons() -> Iterator[str]:
    """Templates of all messages below the window, and what systems say."""
    for path in sorted(PROGRAM.rglob("*.py")):
        room = path.relative_to(PROGRAM).parts[0]
        if room not in ("ui", "cli", "errors.py", "__main__.py"):
            yield from _templates(path)
    yield from map(os.strerror, SYSTEM)


def _templates(path: Path) -> Iterator[str]:
    """Templates in one module: literals, or its constants, of which a message or an error is made."""
    module = import_module(
        ".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts).removesuffix(".__init__")
    )
    tree = ast.parse(path.read_text(encoding="utf-8"))
    handed_on = dict(_handing_on())
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        made = getattr(module, call.func.id, None) if isinstance(call.func, ast.Name) else None
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if made is counted:
            arguments = call.args[1:3]
        elif _takes_template(made):
            arguments = call.args[:1]
        else:
            arguments = call.args[handed_on[name] :][:1] if name in handed_on else []
        for argument in arguments:
            template = _value(argument, module)
            if template and re.search("[a-z]|: {", template):
                yield template


@cache
def _handing_on() -> tuple[tuple[str, int], ...]:
    """Names of functions and methods that hand a template on, and at which place they take it."""
    found: dict[str, int] = {}
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("__"):
                names = [argument.arg for argument in node.args.args if argument.arg != "self"]
                if "template" in names:
                    place = names.index("template")
                    assert found.setdefault(node.name, place) == place, f"{path}: {node.name}"
    return tuple(found.items())


def _takes_template(made: object) -> bool:
    """Whether something is the kind of messages, or one of errors that are made like them."""
    makers = (getattr(made, name, None) for name in ("__init__", "__new__"))
    return isinstance(made, type) and any("template" in getattr(f, "__annotations__", ()) for f in makers)


def _value(node: ast.expr, module: ModuleType) -> str:
    """The text that a literal, or the name of a constant of a module, stands for; "" for all else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    value = getattr(module, node.id, "") if isinstance(node, ast.Name) else ""
    return value.template if isinstance(value, Message) else value if isinstance(value, str) else ""


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


def main(arguments: list[str]) -> int:
    """Bring the translations up to date, or with ``--check`` say what is left to do: then 1, else 0."""
    if arguments != ["--check"]:
        update()
        return 0
    found = problems()
    for line in found:
        print(line)
    if found:
        print(
            "run python -m tests.translations, translate what is marked as unfinished in the .ts files, "
            "and run it again"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
