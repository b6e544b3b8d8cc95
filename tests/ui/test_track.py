"""Usual numbers get room on a slider's track, and all others stay within reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import Parameter, Slider, parameters_of
from augstudio.transforms import CATALOGUE, Rotate
from augstudio.ui.pipeline_panel.fields import RangeField, make_field
from augstudio.ui.pipeline_panel.track import Track
from tests.windows import drag

RANGES = [
    pytest.param(parameter, id=f"{kind.NAME}-{parameter.name}")
    for kind in CATALOGUE
    for parameter in parameters_of(kind)
    if parameter.is_range
]


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    """Tracks of any kind of usual numbers."""
    low = draw(st.floats(-1000, 1000))
    span = draw(st.floats(0.01, 1000))
    first, last = sorted(draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))
    high = low + span
    return Track.around(low, high, (min(high, low + first * span), min(high, low + last * span)))


@given(tracks(), st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_numbers_grow_along_the_track_from_end_to_end(track: Track, places: list[float]) -> None:
    assert (track.value(0), track.value(1)) == (track.low, track.high)
    values = [track.value(place) for place in sorted(places)]
    assert values == sorted(values)
    assert all(track.low <= value <= track.high for value in values)


@given(tracks(), st.floats(0, 1))
def test_a_number_lies_where_it_is_read_off(track: Track, share: float) -> None:
    value = track.low + share * (track.high - track.low)
    assert track.value(track.place(value)) == pytest.approx(value, abs=1e-6 * (track.high - track.low))


@pytest.mark.parametrize("parameter", RANGES)
def test_usual_numbers_take_nearly_half_of_the_track(parameter: Parameter) -> None:
    assert isinstance(parameter.marker, Slider)
    low, high = parameter.default
    track = Track.around(parameter.marker.low, parameter.marker.high, (low, high))
    room = track.place(high) - track.place(low)
    assert room >= 0.44 if high > low else room == 0


def rotate_field(qtbot: QtBot) -> RangeField:
    field = make_field(parameters_of(Rotate)[0])
    assert isinstance(field, RangeField)
    qtbot.addWidget(field)
    field.set_value(Rotate().angle_range)
    field.resize(260, field.sizeHint().height())
    field.show()
    return field


def centre(field: RangeField, handle: int) -> QPoint:
    return field.slider.handle_rect(handle).center()


def test_handles_of_usual_numbers_are_far_apart_and_are_dragged_exactly(qtbot: QtBot) -> None:
    field = rotate_field(qtbot)
    assert centre(field, 1).x() - centre(field, 0).x() >= 100, "were 20 of 240 pixels"
    edits: list[tuple[float, float]] = []
    field.edited.connect(lambda value, gesture: edits.append((value.low, value.high)))
    start = centre(field, 1)
    end = QPoint(field.slider.width() - 2, start.y())
    drag(field.slider, start, start + QPoint(-20, 0), end)
    assert {low for low, high in edits} == {-15}
    assert any(2 < high < 12 for low, high in edits), "near the middle a pixel is less"
    assert edits[-1][1] == 180, "the end is within reach"


def test_the_drawn_value_is_marked_where_it_lies(qtbot: QtBot) -> None:
    field = rotate_field(qtbot)
    field.mark_drawn(-15.0)
    picture = field.slider.grab().toImage()
    ratio = picture.devicePixelRatio()
    colour = field.slider.palette().windowText().color()
    top = round((centre(field, 0).y() + 5) * ratio)
    dark = [x for x in range(picture.width()) if picture.pixelColor(x, top) == colour]
    assert dark
    assert abs(QPointF(sum(dark) / len(dark) / ratio, 0).x() - centre(field, 0).x()) <= 2


def test_assistive_programs_read_and_set_the_handle_that_the_keys_move(qtbot: QtBot) -> None:
    field = rotate_field(qtbot)
    edits: list[tuple[float, float]] = []
    field.edited.connect(lambda value, gesture: edits.append((value.low, value.high)))
    interface = QAccessible.queryAccessibleInterface(field.slider)
    assert interface.text(QAccessible.Text.Name) == "Angle"
    assert interface.role() == QAccessible.Role.Slider
    value = interface.valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (-15, -180, 180)
    value.setCurrentValue(-7)
    field.slider.choose_handle(1)
    assert value.currentValue() == 15
    value.setCurrentValue(-30)
    assert edits == [(-7, 15), (-7, -7)], "a handle cannot pass the other one"


def test_a_press_between_the_handles_moves_both_and_one_on_a_handle_moves_nothing(qtbot: QtBot) -> None:
    field = rotate_field(qtbot)
    edits: list[tuple[float, float]] = []
    field.edited.connect(lambda value, gesture: edits.append((value.low, value.high)))
    QTest.mouseClick(field.slider, Qt.MouseButton.LeftButton, pos=centre(field, 1) + QPoint(4, 2))
    assert edits == []
    middle = (centre(field, 0) + centre(field, 1)) / 2
    drag(field.slider, middle, middle + QPoint(60, 0))
    low, high = edits[-1]
    assert low > -15
    assert high - low == pytest.approx(30, abs=1)
    drag(field.slider, middle, QPoint(field.slider.width() + 500, middle.y()))
    assert edits[-1][1] == 180, "both stop where one has reached the end"
    assert edits[-1][1] - edits[-1][0] == pytest.approx(30, abs=1)
