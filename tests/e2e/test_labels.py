"""A user tunes a labelled dataset by what happens to its labels, and exports it in another format."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.export.reading.verify import Verification
from augstudio.pipelines import Pipeline
from augstudio.transforms import Translate
from augstudio.ui.main_window import MainWindow
from tests.e2e.test_exporting import close_report
from tests.windows import WAIT_MS, MakeWindow, settle, wait_opened, write_dataset

LOOK_MS = 60_000  # an estimate decodes pictures
EXPORT_MS = 300_000  # starting processes takes long where the machine is busy
MOVED = Pipeline.of((Translate(x_range=Range(0.4, 0.4)),), Padding(mode=PaddingMode.WRAP))


def write_yolo(root: Path) -> Path:
    """Three pictures in two splits, one of them without objects."""
    write_dataset(root, ["images/train/a.png", "images/train/b.png", "images/val/c.png"])
    rows = {
        "train/a": "0 0.25 0.5 0.3 0.4\n1 0.7 0.5 0.3 0.5\n",
        "train/b": "",
        "val/c": "1 0.5 0.5 0.2 0.2\n",
    }
    for name, text in rows.items():
        file = root / "labels" / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    description = "path: .\ntrain: images/train\nval: images/val\nnames: [cat, dog]\n"
    (root / "data.yaml").write_text(description, encoding="utf-8")
    return root


def told(window: MainWindow) -> str:
    return window.preview.panes[1].accessibleDescription()


def choose_policy(qtbot: QtBot, window: MainWindow, policy: str) -> None:
    box = window.pipeline_panel.label_policy.padding_box
    box.setCurrentIndex(box.findData(policy))
    box.activated.emit(box.currentIndex())
    settle(qtbot, window)


def export_as_coco(qtbot: QtBot, window: MainWindow, target: Path) -> None:
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(target))
    dialog.form.copies.setValue(1)
    dialog.form.to_format.setCurrentIndex(dialog.form.to_format.findData("coco"))
    qtbot.waitUntil(lambda: dialog._found is not None, timeout=LOOK_MS)
    assert dialog.start.isEnabled(), dialog.problem.text()
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS) as finished:
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert finished.args is not None
    assert not finished.args[0].skipped
    close_report(window)


def test_from_yolo_to_coco_with_ghosts_that_are_seen(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(write_yolo(tmp_path / "yolo"))
    assert window.dataset_panel.assumed.text() == "YOLO; train 2, val 1; 2 classes"
    window.session.edit_pipeline(MOVED, "move")
    settle(qtbot, window)
    assert told(window) == "2 labels, 1 ghost"
    choose_policy(qtbot, window, "ignore")
    assert told(window) == "2 labels, 1 ignored"
    choose_policy(qtbot, window, "replicate")
    out = tmp_path / "out"
    export_as_coco(qtbot, window, out)
    assert not list(Verification(out).differences())
    files = sorted(path for path in out.rglob("*.json") if path.name != "augstudio.json")
    written = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    names = {image["id"]: image["file_name"] for each in written for image in each["images"]}
    assert any(name.endswith("a__aug001.png") for name in names.values())
    assert sum(len(each["annotations"]) for each in written) == 2 + 3 + 1
    open_again(qtbot, window, out)
    assert window.session.copy == 1
    assert told(window) == "2 labels, 1 ghost"
    assert window.dataset_panel.assumed.text().startswith("COCO; train ")
    assert window.dataset_panel.assumed.text().endswith("; 2 classes")
    window.documents.open_dataset(out, format_name="coco")
    wait_opened(qtbot, window)
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    assert window.session.format == "coco"


def open_again(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    """Open an export as one, and look at the copy that has a ghost."""
    window.documents.open_export(out)
    wait_opened(qtbot, window)
    window.dataset_panel.select_key("images/train/a__aug001.png")
    wanted = lambda: window.session.sample is not None and window.session.copy == 1  # noqa: E731
    qtbot.waitUntil(wanted, timeout=WAIT_MS)
    settle(qtbot, window)


def test_labels_that_changed_are_shown_as_they_are_now(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    root = write_yolo(tmp_path / "yolo")
    window = open_window(root)
    settle(qtbot, window)
    pane = window.preview.panes[0]
    assert pane.accessibleDescription() == "2 labels"
    (root / "labels/train/a.txt").write_text("1 0.5 0.5 0.3 0.5\n", encoding="utf-8")
    window.actions_.reload.trigger()
    wait_opened(qtbot, window)
    qtbot.waitUntil(lambda: pane.accessibleDescription() == "1 label", timeout=WAIT_MS)
    box = window.dataset_panel.label_box
    qtbot.waitUntil(
        lambda: box.itemText(box.findText("cat", Qt.MatchFlag.MatchStartsWith)) == "cat (0)", timeout=WAIT_MS
    )
