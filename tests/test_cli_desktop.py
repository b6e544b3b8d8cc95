"""The entry in the menus of a Linux desktop: what is written, for which program, and removed again."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from augstudio.assets import asset
from augstudio.cli import desktop
from tests.commands import refused, told

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="menus of Linux desktops")

TYPE = "application/x-augstudio-pipeline+json"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def entry_in(home: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(home / "applications/augstudio.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_starts_this_program_and_is_removed_again(home: Path) -> None:
    theirs = home / "applications/other.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\n")
    assert told("desktop", "install").exit_code == 0
    entry = entry_in(home)
    program, field = entry["Exec"].rsplit(" ", 1)
    assert (field, entry["Type"], entry["Name"]) == ("%f", "Application", "AugStudio")
    assert Path(program.split()[0]).is_absolute()
    done = subprocess.run([*program.split(), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("augstudio ")
    assert told("desktop", "install").exit_code == 0  # once more, as after an update
    assert told("desktop", "remove").exit_code == 0
    assert not {name for name in files_in(home) if "augstudio" in name}
    assert theirs.read_text() == "[Desktop Entry]\n"
    again = told("desktop", "remove")
    assert (again.exit_code, "there was nothing of AugStudio in" in again.stdout) == (0, True)


COMMANDS = [
    (("/usr/bin/augstudio",), "/usr/bin/augstudio"),
    (("/home/a b/python", "-m", "augstudio"), '"/home/a b/python" -m augstudio'),
    (("/100%/augstudio",), "/100%%/augstudio"),
    (('/a"b/augstudio',), '"/a\\\\"b/augstudio"'),
    (("/a$b/augstudio",), '"/a\\\\$b/augstudio"'),
    (("/a\\b/augstudio",), '"/a\\\\\\\\b/augstudio"'),
]


@pytest.mark.parametrize(("program", "expected"), COMMANDS)
def test_a_command_is_quoted_as_the_specification_says(
    program: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    desktop.install(tmp_path, program)
    assert entry_in(tmp_path)["Exec"] == f"{expected} %f"


def test_the_entry_names_the_icon_and_the_kind_of_file_that_are_installed(tmp_path: Path) -> None:
    desktop.install(tmp_path, ("/usr/bin/augstudio",))
    entry = entry_in(tmp_path)
    assert f"icons/hicolor/scalable/apps/{entry['Icon']}.svg" in files_in(tmp_path)
    root = ElementTree.parse(tmp_path / "mime/packages/augstudio.xml").getroot()
    assert {item.get("type") for item in root} == {TYPE}
    assert TYPE in entry["MimeType"].split(";")
    component = ElementTree.parse(tmp_path / "metainfo/augstudio.metainfo.xml").getroot()
    assert component.findtext("launchable") == "augstudio.desktop"
    assert component.findtext("provides/mediatype") == TYPE
    assert component.findtext("summary") == entry["Comment"]
    languages = {
        (item.get("{http://www.w3.org/XML/1998/namespace}lang") or "").replace("-", "_")
        for item in component.findall("summary")
    }
    assert {f"Comment[{name}]" for name in languages - {""}} == {
        key for key in entry if key.startswith("Comment[")
    }


def test_a_pipeline_of_ours_is_told_from_other_json(tmp_path: Path) -> None:
    program = shutil.which("update-mime-database")
    if program is None:
        pytest.skip("update-mime-database is not installed")
    desktop.install(tmp_path, ("/usr/bin/augstudio",))
    subprocess.run([program, str(tmp_path / "mime")], check=True, capture_output=True)
    assert f"60:{TYPE}:*.augstudio.json" in (tmp_path / "mime/globs2").read_text().splitlines()
    magic = (tmp_path / "mime/magic").read_bytes()
    assert TYPE.encode() in magic
    head = next(asset("presets").glob("*.json")).read_bytes()[:40]
    assert 1 <= head.index(b'"augstudio":') <= 17  # the offsets that the magic looks at


def test_the_page_for_software_centres_is_valid(tmp_path: Path) -> None:
    program = shutil.which("appstreamcli")
    if program is None:
        pytest.skip("appstreamcli is not installed")
    page = asset("desktop", "augstudio.metainfo.xml")
    done = subprocess.run(
        [program, "validate", "--no-net", str(page)], capture_output=True, text=True, check=False
    )
    told_of = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]
    # A name of the form org.example.Program needs a domain, which the program has not.
    assert [line.split()[2] for line in told_of] == ["cid-desktopapp-is-not-rdns"]


def test_what_cannot_be_written_is_told(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where a folder must be")
    assert "applications/augstudio.desktop cannot be written: " in refused("desktop", "install")


def test_other_systems_are_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "here, make a shortcut to" in refused("desktop", "install")


def test_a_relative_data_folder_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert desktop.data_home() == tmp_path / ".local/share"
