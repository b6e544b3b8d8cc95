"""Colours: readable in both themes, following the system, and icons that follow the colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox

from augstudio.ui import icons, theme
from augstudio.ui.preview import overlay
from augstudio.ui.theme import CANVAS, Theme, apply_theme, follow_system

READABLE = 4.5
Role = QPalette.ColorRole
SURFACES = (Role.Window, Role.Base, Role.AlternateBase)
PAIRS = [
    *((ink, paper) for ink in (Role.WindowText, Role.Text) for paper in (*SURFACES, Role.Button)),
    *((ink, paper) for ink in (Role.PlaceholderText, Role.BrightText, Role.Link) for paper in SURFACES),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def over(colour: QColor, back: QColor) -> QColor:
    """A translucent colour as it is seen over another."""
    share = colour.alphaF()
    mixed = (
        round(top * share + under * (1 - share))
        for top, under in zip(colour.getRgb()[:3], back.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "paper"), PAIRS, ids=lambda role: role.name)
@pytest.mark.parametrize("chosen", [Theme.LIGHT, Theme.DARK])
def test_text_is_readable(qapp: QApplication, chosen: Theme, ink: Role, paper: Role) -> None:
    apply_theme(qapp, chosen)
    palette = qapp.palette()
    assert contrast(palette.color(ink), palette.color(paper)) >= READABLE


@pytest.mark.parametrize("picture", [CANVAS, QColor("white"), QColor("black"), QColor("#808080")])
def test_captions_are_readable_on_any_picture(picture: QColor) -> None:
    assert contrast(QColor("white"), over(overlay._BACK, picture)) >= READABLE


def test_the_system_theme_follows_the_system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    scheme, chosen = [Qt.ColorScheme.Unknown], [Theme.SYSTEM]
    hints = qapp.styleHints()
    monkeypatch.setattr(theme, "_system_scheme", lambda _: scheme[0])
    follow_system(qapp, lambda: chosen[0])
    apply_theme(qapp, Theme.SYSTEM)
    light = qapp.palette().color(Role.Window)
    assert luminance(light) > 0.5, "where the system says nothing, it is light"
    scheme[0] = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(scheme[0])
    assert luminance(qapp.palette().color(Role.Window)) < 0.1
    chosen[0] = Theme.LIGHT
    apply_theme(qapp, Theme.LIGHT)
    hints.colorSchemeChanged.emit(scheme[0])
    assert qapp.palette().color(Role.Window) == light, "a chosen theme stays"


def ink_of(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> str:
    """The colour that an icon is drawn in: that of its most opaque pixel."""
    image = icon.pixmap(QSize(20, 20), mode, state).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha).name()


def test_icons_made_before_take_the_colours_of_another_theme(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    icon = icons.icon("open")
    shown = []
    for chosen in (Theme.LIGHT, Theme.DARK):
        apply_theme(qapp, chosen)
        palette = qapp.palette()
        shown.append(ink_of(icon))
        assert ink_of(icon) == palette.color(Role.WindowText).name()
        assert ink_of(icon, state=QIcon.State.On) == palette.color(Role.Highlight).name()
        disabled = palette.color(QPalette.ColorGroup.Disabled, Role.WindowText).name()
        assert ink_of(icon, QIcon.Mode.Disabled) == disabled
    assert shown[0] != shown[1]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_drawn_in_device_pixels(qapp: QApplication, ratio: float) -> None:
    drawn = icons.icon("open").pixmap(QSize(20, 20), ratio)
    assert drawn.size() == QSize(20, 20) * ratio
    assert drawn.devicePixelRatio() == ratio


def test_a_copied_icon_can_be_added_to(qapp: QApplication) -> None:
    icon = QIcon(icons.icon("open"))
    icon.addPixmap(icon.pixmap(QSize(8, 8)))
    assert ink_of(icon) == qapp.palette().color(Role.WindowText).name()


def test_an_install_path_with_odd_signs_keeps_the_style(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "it's (mine)"
    odd.mkdir()
    monkeypatch.setattr(theme, "asset", odd.joinpath)
    apply_theme(qapp, Theme.DARK)  # Qt would warn of a style sheet it cannot read, and warnings fail
    box = QCheckBox("x")
    box.ensurePolished()
    assert box.style().metaObject().className() == "QStyleSheetStyle"
