"""The command that puts the program into the menus of a Linux desktop, for one user."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from augstudio.assets import asset
from augstudio.cli.output import remark, say
from augstudio.core.text import printable
from augstudio.errors import AugStudioError, message_of
from augstudio.processes import run_program
from augstudio.saving import saved

_ENTRY: Final = "applications/augstudio.desktop"
_FILES: Final = {
    _ENTRY: ("desktop", "augstudio.desktop"),
    "icons/hicolor/scalable/apps/augstudio.svg": ("icons", "augstudio.svg"),
    "metainfo/augstudio.metainfo.xml": ("desktop", "augstudio.metainfo.xml"),
    "mime/packages/augstudio.xml": ("desktop", "augstudio-mime.xml"),
}
"""Where each shipped file goes, relative to the user's data folder."""

_CACHES: Final = (
    ("update-desktop-database", "applications"),
    ("update-mime-database", "mime"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
"""Programs that make the desktop see new files at once, and the folder that each is told."""

_PATIENCE: Final = 60.0  # seconds


class DesktopAction(StrEnum):
    """What to do with the entry in the menus."""

    INSTALL = "install"
    REMOVE = "remove"


def desktop(
    action: Annotated[DesktopAction, typer.Argument(help="Add it to the menus, or take it out again.")],
) -> int:
    """Put AugStudio into the menus of a Linux desktop, with its icon and its kind of file, for this user."""
    if sys.platform in ("win32", "darwin"):
        raise AugStudioError(
            "menus of this kind are those of Linux desktops; here, make a shortcut to {0}",
            printable(_program()[0]),
        )
    home = data_home()
    if action is DesktopAction.INSTALL:
        for place in install(home, _program()):
            say(f"wrote {printable(str(place))}")
    else:
        places = remove(home)
        for place in places:
            say(f"removed {printable(str(place))}")
        if not places:
            say(f"there was nothing of AugStudio in {printable(str(home))}")
    for problem in _refresh(home):
        remark(problem)
    return 0


def data_home() -> Path:
    """The user's data folder by the XDG Base Directory Specification: relative paths there do not count."""
    stated = os.environ.get("XDG_DATA_HOME", "")
    return Path(stated) if os.path.isabs(stated) else Path.home() / ".local" / "share"  # noqa: PTH117


def install(home: Path, program: tuple[str, ...]) -> list[Path]:
    """Write the files; existing ones are replaced.

    Args:
        home: The user's data folder.
        program: The absolute command that starts the program, word by word.

    Returns:
        The files.

    Raises:
        AugStudioError: One cannot be written.
    """
    written = []
    for place, source in _FILES.items():
        data = asset(*source).read_bytes()
        if place == _ENTRY:
            data = data.replace(b"Exec=augstudio ", f"Exec={_command(program)} ".encode())
        target = home / place
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with saved(target) as stream:
                stream.write(data)
        except OSError as error:
            raise AugStudioError(
                "{0} cannot be written: {1}", printable(str(target)), message_of(error)
            ) from None
        written.append(target)
    return written


def remove(home: Path) -> list[Path]:
    """Remove the files that :func:`install` writes, and nothing else.

    Args:
        home: The user's data folder.

    Returns:
        Those that were there.

    Raises:
        AugStudioError: One cannot be removed.
    """
    removed = []
    for place in _FILES:
        target = home / place
        try:
            target.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise AugStudioError("{0} cannot be removed: {1}", printable(str(target)), error) from None
        removed.append(target)
    return removed


def _program() -> tuple[str, ...]:
    """What starts this installation: its script if it has one, else its Python with the module."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    script = Path(sys.executable).parent / "augstudio"
    return (str(script),) if os.access(script, os.X_OK) else (sys.executable, "-m", "augstudio")


def _command(program: tuple[str, ...]) -> str:
    """A command as the key ``Exec`` has it.

    Source: Desktop Entry Specification 1.5: words are quoted, with a backslash before some characters; a
    percent sign is doubled; then backslashes are escaped once more as in every text of the file.
    """
    words = []
    for word in program:
        quoted = "".join(f"\\{char}" if char in '"`$\\' else char for char in word).replace("%", "%%")
        words.append(f'"{quoted}"' if set(quoted) & set(" \t\n\"'\\><~|&;$*?#()`") else quoted)
    return " ".join(words).replace("\\", "\\\\")


def _refresh(home: Path) -> list[str]:
    """Let the desktop see the change at once where the usual programs are there; what failed, in words.

    Without them it is seen at the next login.
    """
    problems = []
    for name, folder in _CACHES:
        program = shutil.which(name)
        if program is None or not (home / folder).is_dir():
            continue
        flags = ["--force", "--quiet", "--ignore-theme-index"] if name == "gtk-update-icon-cache" else []
        try:
            code, said = run_program([program, *flags, str(home / folder)], _PATIENCE)
        except OSError as error:
            problems.append(f"{name} failed: {error}; the menus may show the change at the next login")
            continue
        if code:
            lines = said.strip().splitlines()
            reason = f": {lines[-1]}" if lines else ""
            problems.append(f"{name} failed{reason}; the menus may show the change at the next login")
    return problems
