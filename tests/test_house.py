"""Rules of the house that linters do not know."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import augstudio
from tests.__main__ import LINT_IMPORTS, ROOT

PACKAGE = Path(augstudio.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
HEADLESS = [file for file in FILES if "ui" not in file.relative_to(PACKAGE).parts]
RANDOMNESS = PACKAGE / "core" / "randomness.py"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE.parent).as_posix()


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def random_names(tree: ast.AST) -> Iterator[str]:
    """Every mention of a source of randomness."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Attribute):
            names = [ast.unparse(node)]
        else:
            continue
        forbidden = ("random", "secrets", "np.random", "numpy.random", "os.urandom", "uuid.uuid4", "cv2.rand")
        yield from (name for name in names if name.startswith(forbidden) or name == "cv2.setRNGSeed")


def test_headless_modules_import_no_qt() -> None:
    modules = [module_of(file) for file in HEADLESS if file.name != "__main__.py"]
    assert "augstudio" in modules
    program = (
        "import importlib, sys\n"
        f"for name in {modules!r}:\n"
        "    importlib.import_module(name)\n"
        "import augstudio\n"
        "[getattr(augstudio, name) for name in getattr(augstudio, '__all__', ())]\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (0, "[]\n"), result.stderr


@pytest.mark.parametrize("file", [file for file in FILES if file != RANDOMNESS], ids=name_of)
def test_randomness_is_made_in_one_place(file: Path) -> None:
    assert list(random_names(parsed(file))) == []


def test_the_search_for_randomness_finds_it() -> None:
    assert list(random_names(parsed(RANDOMNESS)))
    code = "import random\nfrom numpy.random import default_rng\nfrom os import urandom\ncv2.randn(a, 0, 1)\n"
    assert len(list(random_names(ast.parse(code)))) == 4


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_files_and_functions_stay_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400
    functions = [node for node in ast.walk(parsed(file)) if isinstance(node, Function)]
    # A list, as several classes of a file may have a method of one name.
    lengths = [(node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions]
    assert [(name, length) for name, length in lengths if length > 50] == []


@pytest.mark.parametrize("file", HEADLESS, ids=name_of)
def test_public_names_of_the_library_are_documented(file: Path) -> None:
    tree = parsed(file)
    assert ast.get_docstring(tree), "the module has no docstring"
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    named: list[Function | ast.ClassDef] = [
        *classes,
        *(node for node in tree.body if isinstance(node, Function)),
        *(node for owner in classes for node in owner.body if isinstance(node, Function)),
    ]
    public = [node for node in named if not node.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_the_import_law_has_no_holes(tmp_path: Path) -> None:
    """A new module that nobody has told of is inside the law, whatever it imports."""
    shutil.copytree(
        PACKAGE, tmp_path / "augstudio", ignore=shutil.ignore_patterns("__pycache__", "resources")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "augstudio" / "helpers.py").write_text(
        "import cv2\nimport distributed\nimport onnxruntime\nimport PIL\nimport PySide6\n", encoding="utf-8"
    )
    (tmp_path / "augstudio" / "kernels" / "shortcuts.py").write_text(
        "from augstudio.assets import asset\n", encoding="utf-8"
    )
    with (tmp_path / "augstudio" / "core" / "image.py").open("a", encoding="utf-8") as stream:
        stream.write("\nimport augstudio.helpers\n")
    result = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {LINT_IMPORTS}", "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert [line for line in result.stdout.splitlines() if "KEPT" in line] == []
    assert result.stdout.count("BROKEN") == 8, result.stdout


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Neither at the top, nor in functions, nor for types alone."""
    graph = grimp.build_graph("augstudio", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def imported_names(tree: ast.AST) -> set[str]:
    """All names that a module takes from others, and the modules themselves."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return modules | {alias.name for node in nodes for alias in node.names}


def test_kernels_decode_no_pictures() -> None:
    """They are given arrays; how pictures are decoded, others know."""
    kernels = [file for file in FILES if "kernels" in file.relative_to(PACKAGE).parts]
    assert len(kernels) > 50
    assert [name_of(file) for file in kernels if "decode" in imported_names(parsed(file))] == []


def test_formats_of_datasets_are_named_in_their_room_only() -> None:
    others = [file for file in FILES if file.parent.name != "datasets"]
    naming = {name_of(file) for file in others if "ImageFolder" in imported_names(parsed(file))}
    assert naming == {"augstudio/__init__.py"}, "others take what datasets.formats opens"


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "tests").rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").is_file()] == []


@pytest.mark.parametrize("file", [file for file in FILES if file not in HEADLESS], ids=name_of)
def test_no_widget_is_taken_from_the_focus_chain(file: Path) -> None:
    # PySide takes what these give for a child of the widget asked, and ends it together with that one.
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value)
            assert node.attr not in ("nextInFocusChain", "previousInFocusChain")
            assert node.attr != "focusWidget" or owner == "QApplication", f"ask QApplication, not {owner}"


@pytest.mark.parametrize("file", sorted((PACKAGE / "cli").rglob("*.py")), ids=name_of)
def test_the_command_line_speaks_in_one_place(file: Path) -> None:
    # There everything from outside is escaped.
    called = [ast.unparse(node.func) for node in ast.walk(parsed(file)) if isinstance(node, ast.Call)]
    writers = (
        "print",
        "echo",
        "typer.echo",
        "typer.secho",
        "click.echo",
        "sys.stdout.write",
        "sys.stderr.write",
    )
    assert file.name == "output.py" or not set(called) & set(writers)


THINGS = {
    **{
        f"{noun}s": noun
        for noun in ("image", "picture", "file", "difference", "line", "row", "worker", "byte")
    },
    **{
        f"{noun}s": noun
        for noun in ("folder", "value", "step", "sample", "output", "error", "group", "reason")
    },
    **{"classes": "class", "copies": "copy", "processes": "process"},
}
COUNTED = re.compile(rf"\{{\d\}} ({'|'.join(THINGS)})\b")
NEVER_ONE = {
    "{0} copies",
    "Up to {0} pictures",
    "{0} values",
    "{0} errors have occurred since this window opened.",
    "a pipeline has at most {0} steps, not {1}; take some out",
    "balance: the class {0} has too few pictures for {1}: {2}, each with at most {3} "
    "copies; choose a target of at most {4}",
    "the name of its output would be longer than {0} bytes; shorten it",
    "{0} of {1} copies of pictures of {2} come out like {3}, by the mean picture of each class; without the "
    "step {4} of {5} pictures are taken for {2}",
    "colour tells your classes apart: {0} of {1} pictures are nearest to the mean colours of their own class "
    "(chance: {2}); after the step {3} of {4} copies are",
    "{0} of 100 copies are mirrored or turned by half a turn: then {1} and {2} look alike; {3} of {4} "
    "pictures looked at are ink on a plain ground",
    "{0} of 100 copies are mirrored, but {1} of {2} classes are named as digits or letters, and {3} of {4} "
    "pictures looked at are ink on a plain ground: mirrored ones do not occur",
    "padding by {0} shows {1} further objects in {2} copies, beside {3} labelled ones, and they are left "
    "without a label: a detector learns to overlook such objects",
    "{0} of {1} copies have a plain border, which covers {2} % of a copy on average and up to {3} %; of your "
    "pictures themselves {4} of {5} end in this colour, so a network can learn to know copies by it",
    "of {0} copies of {1} pictures, {2} differ by less than one level of 255 on average from the picture or "
    "from an earlier copy of it, looked at small",
    "this would be {0} files, more than many disks can hold and listings can bear: write shards (--shards), "
    "run it in parts on several machines (--part), or make the same copies online instead, while training "
    "(augstudio.torch)",
    "{0} of {1} copies show less than a quarter of their picture: what the class is named after may lie "
    "outside, and no label says where it is",
    "of {0} labelled objects in {1} copies, {2} are lost: less than a quarter of each is left; in {3} of the "
    "copies none of them is left",
}
"""Said of numbers that are above one wherever they are said."""


def written_counts(file: Path) -> Iterator[str]:
    """Plural nouns right behind a number that is filled in."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.JoinedStr):
            for number, text in zip(node.values, node.values[1:], strict=False):
                if isinstance(number, ast.FormattedValue) and isinstance(text, ast.Constant):
                    behind = str(text.value)
                    value = ast.unparse(number.value)
                    limit_or_name = value.isupper() or "suffix" in value
                    yield from [] if limit_or_name else COUNTED.findall(f"{{0}}{behind}")[:1]


@pytest.mark.parametrize("file", [file for file in FILES if file.name != "messages.py"], ids=name_of)
def test_counted_things_have_a_form_for_one(file: Path) -> None:
    assert list(written_counts(file)) == []
    nodes = [node for node in ast.walk(parsed(file)) if isinstance(node, ast.Constant)]
    texts = {node.value for node in nodes if isinstance(node.value, str)} - NEVER_ONE
    wanted = {THINGS[noun] for text in texts for noun in COUNTED.findall(text)}
    assert {
        noun for noun in wanted if not any(f"{one} {noun}" in text for text in texts for one in (1, "only"))
    } == set()


def test_no_document_keeps_both_sides_of_a_merge() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "resources").rglob("*.md"), *(ROOT / "resources").rglob("*.ts")]
    assert documents
    marks = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
    assert not [file.name for file in documents if marks.search(file.read_text(encoding="utf-8"))]
