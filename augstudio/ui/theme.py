"""Light and dark palettes on Fusion, so that the window looks the same wherever it runs."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from augstudio.assets import asset

GRID = 8
"""The unit of all margins and gaps in logical pixels."""

CANVAS = QColor(119, 119, 119)
"""The neutral mid grey around pictures (sRGB of 18 % reflectance), the same in every theme."""


class Theme(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_Role = QPalette.ColorRole

_LIGHT = {
    _Role.Window: "#f3f4f6",
    _Role.WindowText: "#1c1f24",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#fbfbfc",
    _Role.Text: "#1c1f24",
    _Role.PlaceholderText: "#646b76",
    _Role.Button: "#fbfbfc",
    _Role.ButtonText: "#1c1f24",
    _Role.BrightText: "#b3261e",
    _Role.Highlight: "#1f66d6",
    _Role.HighlightedText: "#ffffff",
    _Role.Link: "#1f66d6",
    _Role.LinkVisited: "#1f66d6",
    _Role.ToolTipBase: "#26292f",
    _Role.ToolTipText: "#f2f3f5",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e6e8ec",
    _Role.Mid: "#c3c8d0",
    _Role.Dark: "#9aa1ac",
    _Role.Shadow: "#70767f",
}
_DARK = {
    _Role.Window: "#23262b",
    _Role.WindowText: "#e8eaed",
    _Role.Base: "#1b1d21",
    _Role.AlternateBase: "#2a2e34",
    _Role.Text: "#e8eaed",
    _Role.PlaceholderText: "#9aa1ac",
    _Role.Button: "#31353c",
    _Role.ButtonText: "#e8eaed",
    _Role.BrightText: "#ff8a80",
    _Role.Highlight: "#5b9bff",
    _Role.HighlightedText: "#0c1420",
    _Role.Link: "#7fb1ff",
    _Role.LinkVisited: "#7fb1ff",
    _Role.ToolTipBase: "#3a3f47",
    _Role.ToolTipText: "#f2f3f5",
    _Role.Light: "#454a53",
    _Role.Midlight: "#3a3e46",
    _Role.Mid: "#454b54",
    _Role.Dark: "#6b727d",
    _Role.Shadow: "#7d848f",
}
_DISABLED = {False: "#9096a0", True: "#737a85"}

_STYLE = """
QToolTip {
    padding: 4px; border: 1px solid palette(mid);
    color: palette(tooltip-text); background: palette(tooltip-base);
}
QToolBar { border: 0; border-bottom: 1px solid palette(mid); padding: 4px; spacing: 4px; }
QStatusBar { border-top: 1px solid palette(mid); }
QStatusBar::item { border: 0; }
QSplitter::handle { background: palette(mid); }
QScrollArea, QListView { border: 0; }
QPlainTextEdit, QAbstractScrollArea#Framed { border: 1px solid palette(mid); border-radius: 4px; }
QPlainTextEdit:focus, QAbstractScrollArea#Framed:focus { border-color: palette(highlight); }
QPushButton {
    border: 1px solid palette(dark); border-radius: 4px; padding: 4px 12px; background: palette(button);
}
QPushButton:hover { background: palette(midlight); }
QPushButton:pressed, QPushButton:checked { background: palette(mid); }
QPushButton:disabled { border-color: palette(mid); }
QPushButton:default:enabled {
    border-color: palette(highlight); background: palette(highlight); color: palette(highlighted-text);
}
QPushButton:focus { border: 2px solid palette(highlight); padding: 3px 11px; }
QPushButton:default:enabled:focus { border-color: palette(window-text); }
QFrame#StepCard { border: 1px solid palette(mid); border-radius: 6px; background: palette(alternate-base); }
QFrame#StepCard[out="true"] { border-style: dashed; background: palette(window); }
QFrame#StepCard[out="true"] QCheckBox { color: palette(placeholder-text); }
QFrame#StepCard[current="true"], QFrame#StepCard:focus { border-color: palette(highlight); }
QFrame#Welcome, QFrame#Palette {
    border: 1px solid palette(dark); border-radius: 8px; background: palette(base);
}
QFrame#Notice { border: 0; border-top: 2px solid palette(highlight); background: palette(base); }
QFrame#Palette QLineEdit {
    border: 0; border-bottom: 1px solid palette(mid); padding: 6px; background: transparent;
}
QFrame#Opened { border: 0; border-bottom: 1px solid palette(mid); background: palette(alternate-base); }
QFrame#Browser { border: 1px solid palette(dark); background: palette(window); }
QFrame#Browser QListView { background: palette(window); }
QLabel#Title { font-weight: bold; }
QLabel#Key {
    border: 1px solid palette(mid); border-radius: 4px; padding: 1px 6px; background: palette(alternate-base);
}
QLabel#Muted, QLabel#Factor { color: palette(placeholder-text); }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid palette(dark); border-radius: 3px; background: palette(base);
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: palette(highlight); }
QCheckBox::indicator:checked {
    border-color: palette(highlight); background: palette(highlight); image: url("%(check)s");
}
QCheckBox::indicator:disabled { background: palette(window); }
QProgressBar { border: 0; border-radius: 4px; background: palette(mid); }
QProgressBar::chunk { border-radius: 4px; background: palette(highlight); }
"""


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole program the palette and the style sheet of a theme."""
    apply_palette(application, theme)
    apply_style_sheet(application, theme)


def apply_palette(application: QApplication, theme: Theme) -> None:
    """Give the whole program the style and the palette of a theme, without its style sheet."""
    application.setStyle("Fusion")
    application.setPalette(_palette(dark=is_dark(application, theme)))


def apply_style_sheet(application: QApplication, theme: Theme) -> None:
    """Give the whole program the style sheet of a theme.

    Best when the first window is built: where there is a sheet, Qt looks up the rules of a widget anew with
    each parent that it gets, which takes a third of the building.
    """
    check = "check_dark" if is_dark(application, theme) else "check_light"
    application.setStyleSheet(_STYLE % {"check": asset("icons", f"{check}.svg").as_posix()})


def follow_system(application: QApplication, chosen: Callable[[], Theme]) -> None:
    """Change the colours whenever the system does, while the system's theme is the chosen one."""

    def change() -> None:
        if chosen() is Theme.SYSTEM:
            apply_theme(application, Theme.SYSTEM)

    application.styleHints().colorSchemeChanged.connect(change)


def is_dark(application: QApplication, theme: Theme) -> bool:
    """Whether a theme means dark here; where the system says nothing, it is light."""
    if theme is Theme.SYSTEM:
        return _system_scheme(application) is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def small_font(font: QFont) -> QFont:
    """A slightly smaller font for captions."""
    small = QFont(font)
    small.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    return small


def _system_scheme(application: QApplication) -> Qt.ColorScheme:
    return application.styleHints().colorScheme()


def _palette(*, dark: bool) -> QPalette:
    palette = QPalette()
    for role, colour in (_DARK if dark else _LIGHT).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[dark]))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(_DISABLED[dark]))
    palette.setColor(_Role.Accent, palette.color(_Role.Highlight))
    return palette
