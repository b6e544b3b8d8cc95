"""What hands copies to a framework is thin: all that frameworks have in common is the core's."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

import augstudio

PACKAGE = Path(augstudio.__file__).parent
ADAPTERS = ("grain", "huggingface", "keras", "tensorflow", "torch", "webdataset")
FRAMEWORKS = (*ADAPTERS, "datasets", "torchvision")
MOST_LINES = 40
TORCHVISION = {"torchvision": 50, "tv_boxes": 40, "tv_images": 40, "tv_labels": 70, "tv_parts": 40}
SILENT = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}


def lines_of_code(text: str) -> int:
    """Lines that are no docstring, comment or blank line."""
    said: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            said |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    code: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in SILENT:
            code |= set(range(token.start[0], token.end[0] + 1))
    return len(code - said)


def test_lines_are_counted_without_what_is_said() -> None:
    said = '"""What\nit is."""\n\n'
    code = 'x = (\n    1,\n)  # a comment\n\n\ndef f():\n    """Say."""\n    # no\n    return x\n'
    assert lines_of_code(said + code) == 5


@pytest.mark.parametrize("name", ADAPTERS)
def test_adapters_are_thin(name: str) -> None:
    assert lines_of_code((PACKAGE / f"{name}.py").read_text(encoding="utf-8")) <= MOST_LINES


@pytest.mark.parametrize(("name", "most"), TORCHVISION.items())
def test_what_torchvision_needs_more_for_its_targets_stays_small(name: str, most: int) -> None:
    assert lines_of_code((PACKAGE / "interop" / f"{name}.py").read_text(encoding="utf-8")) <= most


def test_no_framework_is_imported_before_it_is_used() -> None:
    imports = "; ".join(f"import augstudio.{name}" for name in ADAPTERS)
    asked = f"import sys; {imports}; print([name for name in {FRAMEWORKS!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
