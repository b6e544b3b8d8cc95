"""The pages for users: what they show is valid, and what they name is there."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.build import build_wheel

from tests import documents
from tests.commands import told
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "resources" / "docs" / "using-an-export.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "resources" / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.name}")
def test_python_on_a_page_can_be_compiled(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) == text.count("```python")
    for block in blocks:
        assert ast.parse(block).body


def unknown_names(code: str, known: set[str]) -> set[str]:
    """Names that a script uses and neither imports nor makes."""
    nodes = [*ast.walk(ast.parse(code))]
    names = [node for node in nodes if isinstance(node, ast.Name)]
    made = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    made |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    made |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    imported = [
        name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names
    ]
    made |= {(name.asname or name.name).partition(".")[0] for name in imported}
    return {node.id for node in names} - made - known - set(dir(builtins))


def test_names_that_nobody_made_are_found() -> None:
    assert unknown_names("import a.b\nc = a.b(d)\nfor e in c:\n    print(e)\n", {"f"}) == {"d"}


def test_examples_for_training_name_only_what_they_import() -> None:
    for block in BLOCK.findall((ROOT / "resources/docs/training.md").read_text(encoding="utf-8")):
        assert unknown_names(block, set()) == set()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, section = readme.partition("\nCopies while training, ")
    first, *others = BLOCK.findall(section)
    assert len(others) >= 6
    assert unknown_names(first, set()) == set()
    for block in others:
        assert unknown_names(block, {"pipeline", "online", "model"}) == set()
        assert len(block.splitlines()) <= 10


@pytest.mark.parametrize(("version", "fits"), [((3, 10, 12), False), ((3, 11, 0), True), ((3, 14, 0), False)])
def test_the_start_command_says_which_python_it_needs(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], fits: bool
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (check,) = re.findall(r'^python3 -c "(.+)" &&$', readme, re.MULTILINE)
    monkeypatch.setattr(sys, "version_info", version)
    if fits:
        exec(check, {})
        return
    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        exec(check, {})


def headings(page: Path) -> set[str]:
    """The anchors of a page."""
    return {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).strip().lower().replace(" ", "-")
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.name}")
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in link:
            name, _, anchor = link.partition("#")
            target = page.parent / name if name else page
            assert target.exists(), link
            assert not anchor or anchor in headings(target), link


@pytest.mark.parametrize("path", [documents.README, documents.PAGE], ids=str)
def test_a_list_that_is_out_of_date_is_named_and_written_anew(path: Path, tmp_path: Path) -> None:
    for name, text in documents.documents().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert documents.out_of_date(tmp_path) == []
    text = (tmp_path / path).read_text(encoding="utf-8")
    (tmp_path / path).write_text(
        text.replace("`rotate`", "`rotated`").replace("### rotate", ""), encoding="utf-8"
    )
    assert documents.out_of_date(tmp_path) == [path]
    assert "`rotate`" in documents.documents(tmp_path)[documents.README]


def test_every_package_of_the_page_has_its_version_and_its_lines() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = re.findall(r"^\| ([A-Za-z ]+?)(?: \(.*\))? \| (\d+\.\d+\.\d+) \|$", text, re.MULTILINE)
    assert len(table) == 6
    for name, _ in table:
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert BLOCK.search(section), name


def test_the_division_by_source_keeps_copies_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{kind}/{number}.png" for kind in ("cat", "dog") for number in range(20)]
    write_files(tmp_path / "in", {name: encoded(smooth_picture(8, 6), "PNG") for name in names})
    pipeline = tmp_path / "p.json"
    pipeline.write_text('{"augstudio": 1, "steps": [{"id": 1, "transform": "invert"}]}')
    result = told("export", tmp_path / "in", tmp_path / "OUT", "--pipeline", pipeline, "--copies", 2)
    assert result.exit_code == 0, result.output
    monkeypatch.chdir(tmp_path)
    found: dict[str, list[Path]] = {}
    exec(BLOCK.findall(PAGE.read_text(encoding="utf-8"))[-1], found)
    sources = {
        side: {re.sub(r"__aug\d+", "", file.as_posix()) for file in found[side]} for side in ("train", "val")
    }
    assert sources["train"].isdisjoint(sources["val"])
    assert len(sources["train"] | sources["val"]) == 40
    assert sources["val"]
    assert len(found["train"]) == 3 * len(sources["train"])
    assert all(file.is_file() for side in ("train", "val") for file in found[side])


def test_a_wheel_carries_what_the_program_reads_and_every_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        carried = {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/")}
    lists = {ROOT / "LICENSE", *(ROOT / "resources").rglob("LICENSES.md")}
    assert len(lists) >= 4
    licences = {name.split(".dist-info/licenses/")[1] for name in carried if ".dist-info/licenses/" in name}
    assert licences == {file.relative_to(ROOT).as_posix() for file in lists}
    (metadata,) = (text.decode() for name, text in carried.items() if name.endswith(".dist-info/METADATA"))
    assert set(re.findall(r"^License-File: (.+)$", metadata, re.MULTILINE)) == licences

    files = [file for file in (ROOT / "resources").rglob("*") if file.is_file()]
    for_developers = {file for file in files if file.suffix in {".py", ".ts"} or "docs" in file.parts}
    for_developers -= {*(ROOT / "resources" / "code").glob("*.py")}
    shipped = {f"augstudio/{file.relative_to(ROOT).as_posix()}": file for file in {*files} - for_developers}
    assert {name for name in carried if name.startswith("augstudio/resources/")} == set(shipped)
    assert all(carried[name] == file.read_bytes() for name, file in shipped.items())
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "augstudio").rglob("*.py")}
    assert {name for name in {*carried} - {*shipped} if name.endswith(".py")} == modules
