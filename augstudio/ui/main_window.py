"""The window: dataset to the left, pictures in the centre, pipeline to the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import augstudio
from augstudio.assets import sample_dataset
from augstudio.core.randomness import fresh_seed
from augstudio.datasets.image_folder import open_dataset
from augstudio.errors import AugStudioError
from augstudio.export import ExportJob, Report
from augstudio.library import Pipeline
from augstudio.ui import icons
from augstudio.ui.actions import Actions
from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.draw_bar import DrawBar
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.export_panel.progress import ExportProgress
from augstudio.ui.export_panel.report import ReportDialog
from augstudio.ui.export_panel.runner import ExportRunner
from augstudio.ui.menus import build_menus
from augstudio.ui.notice import NoticeBar
from augstudio.ui.pipeline_panel.panel import PipelinePanel
from augstudio.ui.preview.draw_text import describe_draws
from augstudio.ui.preview.info_bar import InfoBar
from augstudio.ui.preview.panel import WALL_SIZES, PreviewPanel, ViewMode
from augstudio.ui.preview.rendering import PreviewResult
from augstudio.ui.preview.viewport import ZOOM_STEP
from augstudio.ui.session import MAX_COPY, Session
from augstudio.ui.state import State
from augstudio.ui.theme import GRID, Theme, apply_theme

PIPELINE_FILTER = "AugStudio (*.json)"


class MainWindow(QMainWindow):
    """Puts the panels together and connects them to the session."""

    def __init__(self, session: Session, state: State) -> None:
        super().__init__()
        self.session = session
        self.state = state
        self.actions_ = Actions(self)
        self.notice = NoticeBar()
        self.dataset_panel = DatasetPanel(session)
        self.preview = PreviewPanel(session)
        self.pipeline_panel = PipelinePanel(session)
        self.info = InfoBar(
            self.preview.viewport,
            [self.actions_.fit, self.actions_.full_size, self.actions_.zoom_out, self.actions_.zoom_in],
        )
        self.runner = ExportRunner(self)
        self.export_dialog = ExportDialog(session, self)
        self.progress = ExportProgress()
        self.report: ReportDialog | None = None
        self._counts = QLabel()
        self._drawn = QLabel()
        self.setWindowIcon(icons.application_icon())
        self.setAcceptDrops(True)
        self._build_centre()
        self._build_toolbar()
        self._build_status_bar()
        self.recent_menu = build_menus(self, self.actions_, session)
        self._connect()
        self._restore()

    # -- building -----------------------------------------------------------------------------------

    def _build_centre(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.preview, 1)
        column.addWidget(self.info)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for panel in (self.dataset_panel, centre, self.pipeline_panel):
            self.splitter.addWidget(panel)
        self.dataset_panel.setMinimumWidth(200)
        self.pipeline_panel.setMinimumWidth(320)
        centre.setMinimumWidth(400)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([200, 1000, 330])
        self.setCentralWidget(self.splitter)

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addAction(self.actions_.open_folder)
        bar.addSeparator()
        bar.addActions(list(self.actions_.modes.values()))
        self.wall_box = QComboBox()
        self.wall_box.setAccessibleName(self.tr("Number of copies"))
        for count in WALL_SIZES:
            self.wall_box.addItem(self.tr("{0} copies").format(count), count)
        self.wall_box.setCurrentIndex(WALL_SIZES.index(self.preview.wall_size))
        self.wall_box.activated.connect(lambda row: self.preview.set_wall_size(self.wall_box.itemData(row)))
        self._wall_action = bar.addWidget(self.wall_box)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(DrawBar(self.session, self.actions_.shuffle))
        bar.addSeparator()
        bar.addAction(self.actions_.export)
        button = bar.widgetForAction(self.actions_.shuffle)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _build_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._drawn.setObjectName("Muted")
        self._drawn.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._counts.setContentsMargins(GRID, 2, 2 * GRID, 2)
        bar.addWidget(self._counts)
        bar.addWidget(self._drawn, 1)
        bar.addPermanentWidget(self.progress)

    def _connect(self) -> None:
        session, actions = self.session, self.actions_
        actions.open_folder.triggered.connect(self._on_open_folder)
        actions.open_sample.triggered.connect(lambda: self.open_dataset(sample_dataset()))
        actions.open_pipeline.triggered.connect(self._on_open_pipeline)
        actions.save_pipeline.triggered.connect(self._on_save_pipeline)
        actions.save_pipeline_as.triggered.connect(self._on_save_pipeline_as)
        actions.export.triggered.connect(self._on_export)
        actions.quit.triggered.connect(self.close)
        actions.default_pipeline.triggered.connect(
            lambda: session.edit_pipeline(Pipeline.default(), self.tr("return to the default pipeline"))
        )
        actions.clear_pipeline.triggered.connect(
            lambda: session.edit_pipeline(session.pipeline.with_steps(()), self.tr("removal of all steps"))
        )
        actions.about.triggered.connect(self._on_about)
        for mode, action in actions.modes.items():
            action.triggered.connect(lambda _=False, mode=mode: self.set_mode(mode))
        for theme, action in actions.themes.items():
            action.triggered.connect(lambda _=False, theme=theme: self.set_theme(theme))
        self._connect_view()
        self._connect_export()
        session.file_changed.connect(self._show_title)
        session.dataset_changed.connect(self._show_title)
        self.dataset_panel.listed.connect(self._on_dataset_panel_listed)
        for part in (self.preview, self.dataset_panel, self.runner):
            part.failed.connect(self.show_unexpected)

    def _connect_view(self) -> None:
        session, actions, viewport = self.session, self.actions_, self.preview.viewport
        actions.fit.triggered.connect(viewport.fit_pictures)
        actions.full_size.triggered.connect(lambda: viewport.set_zoom(1.0))
        actions.zoom_in.triggered.connect(lambda: viewport.set_zoom(viewport.zoom * ZOOM_STEP))
        actions.zoom_out.triggered.connect(lambda: viewport.set_zoom(viewport.zoom / ZOOM_STEP))
        actions.next_image.triggered.connect(lambda: self.dataset_panel.step(1))
        actions.previous_image.triggered.connect(lambda: self.dataset_panel.step(-1))
        actions.next_copy.triggered.connect(lambda: session.set_copy(min(MAX_COPY, session.copy + 1)))
        actions.previous_copy.triggered.connect(lambda: session.set_copy(max(1, session.copy - 1)))
        actions.shuffle.triggered.connect(lambda: session.set_seed(fresh_seed()))
        self.preview.result_shown.connect(self._on_preview_result_shown)
        self.preview.place_changed.connect(self.info.show_place)

    def _connect_export(self) -> None:
        self.export_dialog.accepted_job.connect(self._on_export_dialog_accepted_job)
        self.runner.started.connect(self.progress.begin)
        self.runner.progressed.connect(self.progress.show_progress)
        self.runner.finished.connect(self._on_runner_finished)
        self.runner.refused.connect(self._on_runner_refused)
        self.progress.cancel_asked.connect(self.runner.cancel)

    def _restore(self) -> None:
        state = self.state
        self.resize(1440, 900)
        if not state.geometry.isEmpty():
            self.restoreGeometry(state.geometry)
        if not state.splitter.isEmpty():
            self.splitter.restoreState(state.splitter)
        self.actions_.themes[state.theme].setChecked(True)
        self.session.restore_pipeline(state.pipeline or Pipeline.default())
        self.session.set_seed(state.seed)
        self.session.set_copy(state.copy)
        self.set_mode(state.mode)
        self._show_title()

    # -- datasets -----------------------------------------------------------------------------------

    def open_dataset(self, folder: Path, key: str = "") -> bool:
        """Open a dataset and show one of its pictures; says why where that is not possible."""
        try:
            dataset = open_dataset(folder)
        except AugStudioError as error:
            self.notice.show_error(self.tr("Cannot open the dataset: {0}").format(error))
            self.state.forget_recent(str(folder))
            return False
        self.notice.hide()
        self._counts.setText(self.tr("Listing…"))
        if dataset.root != sample_dataset():
            self.state.add_recent(dataset.root)
        self.session.open_dataset(dataset)
        if key:
            self.dataset_panel.select_key(key)
        return True

    def _on_open_folder(self) -> None:
        start = str(self.session.dataset.root.parent) if self.session.dataset else ""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of images"), start)
        if folder:
            self.open_dataset(Path(folder))

    def _on_dataset_panel_listed(self, total: int, skipped: tuple[object, ...]) -> None:
        text = self.tr("{0} images").format(f"{total:,}")
        classes = len(self.dataset_panel.model.classes)
        if classes:
            text += self.tr(", {0} classes").format(classes)
        if skipped:
            text += self.tr(", {0} skipped").format(f"{len(skipped):,}")
        self._counts.setText(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.open_path(Path(url.toLocalFile()))
                return

    def open_path(self, path: Path) -> None:
        """Open whatever a user may drop: a folder, a picture in its folder, or a pipeline."""
        if path.suffix.lower() == ".json":
            self.open_pipeline(path)
        elif path.is_dir():
            self.open_dataset(path)
        else:
            self.open_dataset(path.parent, key=path.name)

    # -- pipeline -----------------------------------------------------------------------------------

    def open_pipeline(self, path: Path) -> bool:
        """Replace the pipeline by a file's; says why where that is not possible."""
        try:
            self.session.load_pipeline(str(path))
        except AugStudioError as error:
            self.notice.show_error(self.tr("Cannot open the pipeline: {0}").format(error))
            return False
        return True

    def save_pipeline(self, path: Path) -> bool:
        """Write the pipeline to a file; says why where that is not possible."""
        try:
            self.session.save_pipeline(str(path))
        except AugStudioError as error:
            self.notice.show_error(self.tr("Cannot save the pipeline: {0}").format(error))
            return False
        self.notice.show_information(self.tr("Saved {0}").format(path))
        return True

    def _on_open_pipeline(self) -> None:
        title = self.tr("Open pipeline")
        path, _ = QFileDialog.getOpenFileName(self, title, "", PIPELINE_FILTER)
        if path:
            self.open_pipeline(Path(path))

    def _on_save_pipeline(self) -> None:
        if self.session.pipeline_file is None:
            self._on_save_pipeline_as()
        else:
            self.save_pipeline(Path(self.session.pipeline_file))

    def _on_save_pipeline_as(self) -> None:
        start = self.session.pipeline_file or "pipeline.json"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save pipeline"), start, PIPELINE_FILTER)
        if path:
            self.save_pipeline(Path(path if Path(path).suffix else f"{path}.json"))

    # -- view ---------------------------------------------------------------------------------------

    def set_mode(self, mode: ViewMode) -> None:
        """Show another view."""
        self.actions_.modes[mode].setChecked(True)
        self._wall_action.setVisible(mode is ViewMode.VARIATIONS)
        self.preview.set_mode(mode)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the whole program."""
        self.actions_.themes[theme].setChecked(True)
        self.state.keep_theme(theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme)
        self.actions_.tint()

    def _on_preview_result_shown(self, result: PreviewResult) -> None:
        self.info.show_result(result)
        draws = next(
            (
                frame.draws
                for pane, frame in zip(result.request.panes, result.frames, strict=False)
                if pane.copy == self.session.copy
            ),
            (),
        )
        self._drawn.setText(describe_draws(draws))
        self._drawn.setToolTip(self._drawn.text().replace("   ", "\n"))

    def _show_title(self) -> None:
        session = self.session
        name = Path(session.pipeline_file).name if session.pipeline_file else self.tr("Untitled pipeline")
        dataset = f" — {session.dataset.root.name}" if session.dataset else ""
        self.setWindowTitle(f"{name}[*]{dataset} — AugStudio")
        self.setWindowModified(bool(session.pipeline_file) and not session.undo_stack.isClean())

    # -- export -------------------------------------------------------------------------------------

    def _on_export(self) -> None:
        if self.runner.running:
            self.notice.show_information(self.tr("An export is running; it can be cancelled below."))
            return
        self.export_dialog.prepare(self.dataset_panel.model.total)
        self.export_dialog.show()
        self.export_dialog.raise_()

    def _on_export_dialog_accepted_job(self, job: ExportJob) -> None:
        self.export_dialog.hide()
        self.runner.start(job)

    def _on_runner_finished(self, report: Report) -> None:
        self.progress.end()
        self.report = ReportDialog(report, self)
        self.report.show()

    def _on_runner_refused(self, _job: ExportJob, reason: str) -> None:
        self.progress.end()
        self.export_dialog.prepare(self.dataset_panel.model.total)
        self.export_dialog.show_problem(reason)
        self.export_dialog.show()

    # -- the rest -----------------------------------------------------------------------------------

    def show_unexpected(self, error: Exception) -> None:
        """Say that something went wrong that nobody expected; the work goes on."""
        self.notice.show_error(self.tr("Something went wrong: {0}: {1}").format(type(error).__name__, error))

    def _on_about(self) -> None:
        text = self.tr("See image data augmentation before you pay for it.\nVersion {0}, MIT licence.")
        QMessageBox.about(self, "AugStudio", f"AugStudio\n\n{text.format(augstudio.__version__)}")

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.runner.running and not self._may_stop_export():
            event.ignore()
            return
        self.state.keep_window(self.saveGeometry(), self.splitter.saveState(), self.preview.mode)
        session = self.session
        key = session.sample.key if session.sample else ""
        self.state.keep_place(session.dataset.root if session.dataset else None, key)
        self.state.keep_work(session.pipeline, session.seed, session.copy)
        self.runner.close()
        self.preview.close_workers()
        self.dataset_panel.close_workers()
        event.accept()

    def _may_stop_export(self) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Export is running"),
            self.tr("Stop the export and close? The same export can go on later."),
        )
        return answer == QMessageBox.StandardButton.Yes
