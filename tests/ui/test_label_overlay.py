"""Labels over the pictures of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image, Size
from augstudio.core.labels import Box, Categories, Instance, Keypoints, Labels, Outline, Relabelled
from augstudio.core.parameters import Range
from augstudio.pipelines import Pipeline
from augstudio.preview.label_marks import Mark, MarkKind, marks_of
from augstudio.preview.labelling import PictureLabels, ShownLabels
from augstudio.transforms import HorizontalFlip, Translate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.comparison_pane import ComparisonPane, Presentation
from augstudio.ui.preview.kept_look import KeptLook
from augstudio.ui.preview.label_layer import LabelLayer, View, shared_layer
from augstudio.ui.preview.label_overlay import LabelOverlay
from augstudio.ui.preview.views.ab import AbView
from augstudio.ui.qimage import bgra_from_qimage
from tests.datasets.box_file import CATEGORIES
from tests.windows import MakeWindow, settle

RED, BLUE = CATEGORIES.colour(0), CATEGORIES.colour(1)


def shown_by(*instances: Instance, size: tuple[int, int] = (40, 30)) -> LabelOverlay:
    labels = Labels(instances)
    picture = PictureLabels(CATEGORIES, labels)
    return LabelOverlay(ShownLabels(picture, Relabelled(labels), marks_of(labels, CATEGORIES)), size)


def painted(
    overlay: LabelOverlay, target: QRectF, ratio: float = 1.0, hidden: frozenset[int] = frozenset()
) -> Image:
    """What an overlay paints on grey: ``(H, W, 3)`` red, green and blue."""
    canvas = QImage(*target.size().toSize().toTuple(), QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)  # as a widget's is
    canvas.fill(Qt.GlobalColor.gray)
    painter = QPainter(canvas)
    painter.scale(1 / ratio, 1 / ratio)
    overlay.paint(painter, target, ratio, hidden)
    painter.end()
    return bgra_from_qimage(canvas)[:, :, 2::-1]


def coloured(picture: Image, colour: tuple[int, int, int]) -> npt.NDArray[np.bool_]:
    """Where a picture has a colour, softened edges left out."""
    near: npt.NDArray[np.bool_] = np.abs(picture.astype(int) - colour).max(axis=2) < 30
    return near


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("zoom", "ratio"), [(8, 1.0), (8, 2.0), (3, 1.0)])
def test_a_box_lies_on_the_outer_edges_of_its_pixels(zoom: int, ratio: float) -> None:
    overlay = shown_by(Instance(category=1, shape=Box(9.5, 4.5, 29.5, 19.5)))
    lines = coloured(painted(overlay, QRectF(0, 0, 40 * zoom, 30 * zoom), ratio), BLUE)
    columns = np.flatnonzero(lines[14 * zoom])
    rows = np.flatnonzero(lines[:, 20 * zoom])
    assert columns[0] + 0.5 == pytest.approx(10 * zoom, abs=1 + ratio)
    assert columns[-1] + 0.5 == pytest.approx(30 * zoom, abs=1 + ratio)
    assert rows[-1] + 0.5 == pytest.approx(20 * zoom, abs=1 + ratio)


@pytest.mark.usefixtures("qapp")
def test_lines_of_ghosts_are_dashed() -> None:
    box = Box(9.5, 4.5, 29.5, 19.5)
    target = QRectF(0, 0, 400, 300)
    real, ghost = (
        coloured(painted(shown_by(Instance(category=1, shape=box, ghost=ghost)), target), BLUE)[
            120:180, 98:102
        ]
        for ghost in (False, True)
    )
    assert real.any(axis=1).all()
    assert 0.3 < ghost.any(axis=1).mean() < 0.85


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("colour", [(250, 240, 40), (10, 10, 60)])
@pytest.mark.parametrize("ground", [Qt.GlobalColor.black, Qt.GlobalColor.white])
def test_lines_can_be_told_from_any_ground(colour: tuple[int, int, int], ground: Qt.GlobalColor) -> None:
    categories = Categories((replace(CATEGORIES[0], colour=colour),))
    labels = Labels((Instance(category=0, shape=Box(9.5, 4.5, 29.5, 19.5)),))
    shown = ShownLabels(PictureLabels(categories, labels), Relabelled(labels), marks_of(labels, categories))
    canvas = QImage(400, 300, QImage.Format.Format_RGB32)
    canvas.fill(ground)
    painter = QPainter(canvas)
    LabelOverlay(shown, (40, 30)).paint(painter, QRectF(0, 0, 400, 300), 1.0, frozenset())
    painter.end()
    row = bgra_from_qimage(canvas)[150, 90:110, :3].astype(int).mean(axis=1)
    assert np.abs(row - row[0]).max() > 100


@pytest.mark.usefixtures("qapp")
def test_hidden_keypoints_are_hollow_and_missing_ones_are_not_there() -> None:
    points = Keypoints(np.array([[5.0, 5], [15, 5], [25, 25]]), np.array([2, 1, 0]))
    picture = painted(shown_by(Instance(category=0, keypoints=points)), QRectF(0, 0, 400, 300))
    seen = coloured(picture, RED)
    assert seen[55, 55]
    assert not seen[55, 155]
    assert seen[53:58, 150:161].any()
    assert not seen[250:260, 250:260].any()


@pytest.mark.usefixtures("qapp")
def test_hidden_classes_leave_no_trace() -> None:
    box = Box(9.5, 4.5, 29.5, 19.5)
    overlay = shown_by(Instance(category=0, shape=box), Instance(category=1, shape=box))
    target = QRectF(0, 0, 400, 300)
    nothing = painted(overlay, target, hidden=frozenset((0, 1)))
    assert (nothing == nothing[0, 0]).all()
    assert coloured(painted(overlay, target, hidden=frozenset((0,))), BLUE).any()
    assert not coloured(painted(overlay, target, hidden=frozenset((0,))), RED).any()


@pytest.mark.usefixtures("qapp")
def test_corners_closer_than_pixels_of_the_screen_change_no_look() -> None:
    turns = np.linspace(0, 2 * np.pi, 20_000, endpoint=False)
    ring = np.column_stack((20 + 12 * np.cos(turns), 15 + 9 * np.sin(turns)))
    target = QRectF(0, 0, 80, 60)
    fine, coarse = (
        shown_by(Instance(category=1, shape=Outline((corners,)))) for corners in (ring, ring[::200])
    )
    assert np.abs(painted(fine, target).astype(int) - painted(coarse, target)).mean() < 3
    view = View(target.width(), target.height(), 1.0, frozenset(), "")
    (path,) = fine._front.prepared(view, QFont()).paths.values()
    assert path.elementCount() < 600


PLACES = np.array([[5.0, 6.0], [20.0, 12.0]])
INSTANCES = (
    Instance(category=1, shape=Outline((np.array([[4.0, 3], [31, 5], [25, 24]]),))),
    Instance(category=0, keypoints=Keypoints(PLACES, np.array([2, 1], np.uint8))),
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_what_several_panes_share_looks_as_if_painted_for_each(ratio: float) -> None:
    ghost = Instance(category=1, shape=Box(20, 10, 38, 28), ghost=True)
    target = QRectF(3, 2, 400, 300)
    single = shown_by(*INSTANCES, ghost)
    single._front = LabelLayer(marks_of(Labels(INSTANCES), CATEGORIES), CATEGORIES, (40, 30))
    alone = painted(single, target, ratio)
    overlays = [shown_by(*INSTANCES), shown_by(ghost, *INSTANCES)]
    assert overlays[0]._front is overlays[1]._front
    assert not np.array_equal(painted(overlays[0], target, ratio), alone), "ghosts are each pane's own"
    shared = painted(overlays[1], target, ratio)
    assert np.abs(shared.astype(int) - alone).max() <= 2, "softened edges are rounded twice"
    hidden = frozenset((1,))
    assert not coloured(painted(overlays[1], target, ratio, hidden), BLUE).any()


@pytest.mark.parametrize(
    "other",
    [
        lambda marks, size: (marks[:1], CATEGORIES, size),
        lambda marks, size: (marks, CATEGORIES, (41, 30)),
        lambda marks, size: (marks, Categories.named(("lynx", "tram")), size),
        lambda marks, size: ([replace(marks[0], category=0), *marks[1:]], CATEGORIES, size),
        lambda marks, size: ([replace(marks[0], kind=MarkKind.GHOST), *marks[1:]], CATEGORIES, size),
        lambda marks, size: (
            [replace(marks[0], rings=(marks[0].rings[0] + 1e-9,)), *marks[1:]],
            CATEGORIES,
            size,
        ),
        lambda marks, size: ([marks[0], replace(marks[1], points=marks[1].points[::-1])], CATEGORIES, size),
    ],
)
def test_what_differs_is_not_shared(other: Callable[..., tuple[list[Mark], Categories, Size]]) -> None:
    marks, size = [*marks_of(Labels(INSTANCES), CATEGORIES)], (40, 30)
    known = shared_layer(marks, CATEGORIES, size)
    assert shared_layer([*marks], CATEGORIES, size) is known
    assert shared_layer(*other(marks, size)) is not known
    assert not known.is_like(LabelLayer(*other(marks, size)))


@pytest.mark.usefixtures("qapp")
def test_what_is_painted_again_is_the_same_and_follows_every_change() -> None:
    ratio, colours = 2.0, [Qt.GlobalColor.red, Qt.GlobalColor.green]
    look, painted_by = KeptLook(), list[int]()

    def shown(number: int) -> QColor:
        canvas = QImage(40, 30, QImage.Format.Format_RGB32)
        canvas.setDevicePixelRatio(ratio)
        painter = QPainter(canvas)

        def paint(painter: QPainter) -> None:
            painted_by.append(number)
            painter.fillRect(0, 0, 20, 15, colours[number])

        look.paint(painter, number, canvas.size(), ratio, paint)
        painter.end()
        assert canvas.pixelColor(0, 0) == canvas.pixelColor(39, 29)
        return canvas.pixelColor(20, 15)

    assert [shown(number) for number in (0, 0, 0, 1, 0)] == [
        QColor(colours[number]) for number in (0, 0, 0, 1, 0)
    ]
    assert painted_by == [0, 0, 1, 0], "the third time it is not painted anew"


def test_a_key_shows_and_hides_labels(qtbot: QtBot, open_window: MakeWindow, labelled: Path) -> None:
    window = open_window(labelled)
    pane = window.preview.panes[0]
    assert window.actions_.labels.isChecked()
    with_labels = look(window)
    assert coloured(with_labels, RED).any()
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_L)
    settle(qtbot, window)
    assert not coloured(look(window), RED).any()
    assert not window.actions_.labels.isChecked()
    assert pane.frame is not None
    assert pane.frame.labels is None, "what is not shown is not read either"
    window.actions_.labels.trigger()
    settle(qtbot, window)
    assert np.array_equal(look(window), with_labels)


def test_a_difference_is_shown_with_the_labels_of_both(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path
) -> None:
    window = open_window(labelled)
    window.session.keep_snapshot(Pipeline.of(()), "plain")
    window.session.edit_pipeline(Pipeline.of((HorizontalFlip(),)), "flip")
    window.preview.set_view("ab")
    view = window.preview.view
    assert isinstance(view, AbView)
    view.set_presentation(Presentation.DIFFERENCE)
    settle(qtbot, window)
    boxes = coloured(look(window), RED)
    middle = boxes.shape[1] // 2
    assert boxes[:, :middle].any()
    assert np.array_equal(boxes[:, :middle].any(axis=1), boxes[:, middle:].any(axis=1))
    pane = window.preview.panes[0]
    assert isinstance(pane, ComparisonPane)
    assert pane.labels_of_both() == " · 2 labels"
    window.session.edit_pipeline(Pipeline.of((Translate(x_range=Range(0.9, 0.9), y_range=Range(0, 0)),)), "b")
    settle(qtbot, window)
    first, second = pane.labels_of_both().split(" | ")
    assert (first, second[0].isdecimal()) == (" · 2 labels", True)
    window.actions_.labels.trigger()
    settle(qtbot, window)
    assert not coloured(look(window), RED).any()


def test_captions_say_how_many_labels_there_are(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path
) -> None:
    window = open_window(labelled)
    assert window.preview.panes[0].accessibleDescription() == "2 labels"
    window.dataset_panel.select_key("b.png")
    settle(qtbot, window)
    assert window.preview.panes[0].accessibleDescription() == "0 labels"


def test_classes_that_are_hidden_are_shown_in_another_dataset(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path, dataset: Path
) -> None:
    window = open_window(labelled)
    display = window.preview.viewport.labels
    display.set_hidden(frozenset((0,)))
    assert not coloured(look(window), RED).any()
    assert coloured(look(window), BLUE).any()
    window.documents.open_dataset(dataset)
    qtbot.waitUntil(
        lambda: (
            window.session.sample is not None
            and window.session.dataset is not None
            and window.session.dataset.root == dataset
        ),
        timeout=10_000,
    )
    assert not display.hidden


def look(window: MainWindow) -> Image:
    """What the first pane shows, as the user sees it."""
    return bgra_from_qimage(window.preview.panes[0].shown_picture())[:, :, 2::-1]
