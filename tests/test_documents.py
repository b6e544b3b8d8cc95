"""The pages for users: what they show is valid, and what they name is there."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.commands import told
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "resources" / "docs" / "using-an-export.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "resources" / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_on_a_page_can_be_compiled(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) == text.count("```python")
    for block in blocks:
        assert ast.parse(block).body


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).strip().lower().replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    for link in LINK.findall(text):
        if link.startswith("#"):
            assert link[1:] in headings, link
        elif "://" not in link:
            assert (page.parent / link).exists(), link


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


def test_wheels_carry_every_list_of_licences() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    carried = {file for pattern in project["license-files"] for file in ROOT.glob(pattern)}
    lists = {ROOT / "LICENSE", *(ROOT / "resources").rglob("LICENSES.md")}
    assert carried == lists
    assert len(lists) >= 4
