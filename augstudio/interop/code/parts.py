"""The parts that generated scripts take: functions in ``resources/code``, with all that they use."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from augstudio.assets import asset


@dataclass(frozen=True)
class Part:
    """A function, class or constant.

    Attributes:
        text: As it stands in its file.
        uses: All names in it.
        imports: What it needs imported: module, and a name in it or "" for the module itself, by the name
            that it has in the text.
        is_value: Whether it is a constant.
    """

    text: str
    uses: frozenset[str]
    imports: dict[str, tuple[str, str]]
    is_value: bool


@dataclass(frozen=True)
class Excerpt:
    """What a script takes.

    Attributes:
        imports: Lines of imports, in two groups with an empty line between them.
        values: Constants, as lines.
        functions: Functions and classes, each as a text of several lines.
    """

    imports: tuple[str, ...]
    values: tuple[str, ...]
    functions: tuple[str, ...]


def excerpt(files: Iterable[str], wanted: Collection[str], imports: Iterable[str] = ()) -> Excerpt:
    """What some names stand for, and everything that they use.

    Args:
        files: Names of the files in which names are looked for, without suffix; the first one counts.
        wanted: The names; those that are in no file are passed over.
        imports: Lines of imports that the script needs besides.
    """
    known: dict[str, Part] = {}
    for file in files:
        known = {**parts(file), **known}
    found: set[str] = set()
    ahead = [name for name in wanted if name in known]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(other for other in known[name].uses if other in known)
    taken = [part for name, part in known.items() if name in found]
    needed = set(imported(ast.parse("\n".join(imports))).values())
    needed |= {item for part in taken for item in part.imports.values()}
    return Excerpt(
        tuple(_import_lines(needed)),
        tuple(part.text for part in taken if part.is_value),
        tuple(part.text for part in taken if not part.is_value),
    )


@cache
def parts(file: str) -> dict[str, Part]:
    """What stands in a file of parts, by name, in order.

    Args:
        file: Its name without suffix.
    """
    text = asset("code", f"{file}.py").read_text(encoding="utf-8")
    tree = ast.parse(text)
    shared = imported(tree)
    found = {}
    for node in tree.body:
        uses = frozenset(_names(node))
        needed = {name: item for name, item in shared.items() if name in uses}
        imports = {name: item for name, item in needed.items() if not _is_part(item[0])}
        source = ast.get_source_segment(text, node) or ""
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            decorators = "".join(f"@{ast.unparse(item)}\n" for item in node.decorator_list)
            found[node.name] = Part(decorators + source, uses, imports, is_value=False)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = Part(source, uses, imports, is_value=True)
    return found


def imported(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """What a module imports, by the names in it: module, and a name in it with "as", or "" and "as"."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                name = alias.asname or alias.name.partition(".")[0]
                written = f"{alias.name} as {alias.asname}" if alias.asname else alias.name
                found[name] = (written, "") if isinstance(node, ast.Import) else (node.module or "", written)
    return found


def _is_part(module: str) -> bool:
    return asset("code", f"{module}.py").is_file()


def _names(node: ast.stmt) -> Iterator[str]:
    """All names that a statement takes from outside."""
    names = [child for child in ast.walk(node) if isinstance(child, ast.Name)]
    inside = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    inside |= {child.arg for child in ast.walk(node) if isinstance(child, ast.arg)}
    yield from {name.id for name in names} - inside


def _import_lines(needed: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Lines of imports as linters sort them: the standard library first."""
    groups: dict[bool, set[str]] = {True: set(), False: set()}
    names: dict[str, set[str]] = {}
    for module, name in needed:
        if name:
            names.setdefault(module, set()).add(name)
        else:
            groups[_is_standard(module)].add(f"import {module}")
    whole = [sorted(groups[True]), sorted(groups[False])]
    for module in sorted(names):
        whole[not _is_standard(module)].append(f"from {module} import {', '.join(sorted(names[module]))}")
    yield from whole[0]
    yield from [""] if all(whole) else []
    yield from whole[1]


def _is_standard(module: str) -> bool:
    return module.split(maxsplit=1)[0].partition(".")[0] in sys.stdlib_module_names
