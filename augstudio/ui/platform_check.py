"""Finds out whether a window can be opened at all, before Qt would abort the process.

Qt ends the whole program where it finds no display or where a library of its platform plugin is missing. This
module looks for both first; it imports no Qt by itself.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from pathlib import Path

PACKAGES = {
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-xinerama": "libxcb-xinerama0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-randr": "libxcb-randr0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon": "libxkbcommon0",
    "libX11-xcb": "libx11-xcb1",
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libOpenGL": "libopengl0",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libdbus-1": "libdbus-1-3",
    "libglib-2": "libglib2.0-0",
}
"""Debian's and Ubuntu's package for each library that Qt may miss."""

_LIBRARY_NAME = re.compile(rb"(?<=\0)lib[\w.+-]+?\.so(?:\.\d+)*(?=\0)")

_NO_DISPLAY = "there is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set"
_REMEDY_DISPLAY = "Start it from a desktop session, or on a virtual display (xvfb-run augstudio)."
_COMMAND_LINE = (
    "Without a window, the command line does the same work: see 'augstudio export --help' "
    "and 'augstudio preview --help'."
)


def window_problem() -> str | None:
    """Why no window can be opened and what to do about it; None if nothing is in the way."""
    _drop_foreign_plugin_paths()
    problem = _missing_module_library()
    if problem is None and sys.platform.startswith("linux"):
        problem = _linux_problem()
    return None if problem is None else f"{problem}\n{_COMMAND_LINE}"


def _drop_foreign_plugin_paths() -> None:
    """Another package's Qt plugins must not be loaded; non-headless OpenCV wheels set these on import."""
    for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        if "cv2" in os.environ.get(name, ""):
            del os.environ[name]


def _missing_module_library() -> str | None:
    try:
        import PySide6.QtSvg
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return library_problem(str(error), *_also_missing())
    return None


def _linux_problem() -> str | None:
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform and platform not in ("xcb", "wayland"):
        return None
    if platform != "xcb" and os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return f"{_NO_DISPLAY}.\n{_REMEDY_DISPLAY}"
    return _missing_plugin_library() or _unreachable_display()


def _missing_plugin_library() -> str | None:
    """Load Qt's X11 plugin as the dynamic loader would; its error names the library that is missing."""
    plugin = _qt_folder() / "plugins" / "platforms" / "libqxcb.so"
    if plugin.exists():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            return library_problem(str(error), *_also_missing())
    return None


def _qt_folder() -> Path:
    """Where the package keeps Qt's own files."""
    spec = importlib.util.find_spec("PySide6")
    folders = (spec.submodule_search_locations if spec else None) or [""]
    return Path(folders[0]) / "Qt"


def _also_missing() -> list[str]:
    """All libraries of the system that Qt's files name and that cannot be loaded.

    The loader's error names the first one only. The names are read from the files that would need them.
    """
    qt = _qt_folder()
    files = [qt / "plugins" / "platforms" / "libqxcb.so"]
    files += [qt / "lib" / f"libQt6{name}.so.6" for name in ("XcbQpa", "Gui", "DBus", "Core")]
    named: set[str] = set()
    for file in files:
        try:
            named.update(name.decode() for name in _LIBRARY_NAME.findall(file.read_bytes()))
        except OSError:
            continue
    return sorted(name for name in named if _package(name) is not None and not _loads(name))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _unreachable_display() -> str | None:
    """Try to connect to the X server as Qt will."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return library_problem(str(error))
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        return f"cannot connect to the display {os.environ['DISPLAY']}.\n{_REMEDY_DISPLAY}"
    return None


def library_problem(message: str, *others: str) -> str:
    """Words for a loader's error: which libraries are missing and which packages have them.

    Args:
        message: The error.
        others: Further libraries that are missing, by their file names.
    """
    found = re.search(r"(lib[\w.+-]+?)\.so[.\d]*", message)
    if not found:
        return f"Qt cannot be loaded: {message}"
    missing = list(dict.fromkeys((found.group(0), *others)))
    packages = list(dict.fromkeys(package for name in missing if (package := _package(name)) is not None))
    if len(missing) == 1:
        said, rest = f"Qt needs the library {missing[0]}, which is missing", f"the package with {missing[0]}"
    else:
        said = f"Qt needs the libraries {', '.join(missing)}, which are missing"
        rest = "the packages with these"
    if not packages:
        return f"{said}; install it with your system's packages."
    return f"{said}.\nOn Debian and Ubuntu: sudo apt install {' '.join(packages)}; elsewhere install {rest}."


def _package(library: str) -> str | None:
    """Debian's package of a library, by its file name; None where it is not known."""
    return next((package for start, package in PACKAGES.items() if library.startswith(f"{start}.")), None)
