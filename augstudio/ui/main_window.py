"""The window: dataset to the left, pictures in the centre, pipeline to the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

import augstudio
from augstudio.core.randomness import fresh_seed
from augstudio.core.text import counted
from augstudio.pipelines import Pipeline
from augstudio.ui import icons
from augstudio.ui.actions import Actions
from augstudio.ui.advising import Advising
from augstudio.ui.autosave import Autosave
from augstudio.ui.code_copier import CodeCopier
from augstudio.ui.comparing import Comparing
from augstudio.ui.crash_dialog import CrashReports
from augstudio.ui.dataset_panel.list_menu import ListLook
from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.documents import Documents
from augstudio.ui.draw_marks import DrawMarks
from augstudio.ui.dropping import holds_something
from augstudio.ui.experiments import Experiments
from augstudio.ui.export_panel.controller import ExportController
from augstudio.ui.export_panel.opened_bar import OpenedBar
from augstudio.ui.guide import Guide
from augstudio.ui.menus import Menus
from augstudio.ui.notice import NoticeBar
from augstudio.ui.pipeline_files import PipelineFiles
from augstudio.ui.pipeline_panel.panel import PipelinePanel
from augstudio.ui.preview.draw_label import DrawLabel
from augstudio.ui.preview.info_bar import InfoBar
from augstudio.ui.preview.keys import PreviewKeys
from augstudio.ui.preview.legend import LabelLegend
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.preview.sharing import ComparisonSharing
from augstudio.ui.preview.views import PreviewView, VariationsView
from augstudio.ui.preview.views.side_by_side import PairLayout, SideBySideView
from augstudio.ui.questionnaires import Questionnaires
from augstudio.ui.questions import tell
from augstudio.ui.session import MAX_COPY, Session
from augstudio.ui.theme import GRID, Theme, apply_theme
from augstudio.ui.toolbar import ToolBar
from augstudio.ui.welcome import DropZone, WelcomeCard

if TYPE_CHECKING:
    from augstudio.preview.requests import PreviewResult
    from augstudio.ui.state import State


class MainWindow(QMainWindow):
    """Puts the panels together and connects them to the session.

    Signals:
        language_chosen: The window shall speak another language.
    """

    language_chosen = Signal(object)

    def __init__(self, session: Session, state: State) -> None:
        super().__init__()
        self.session = session
        self.state = state
        self.notice = NoticeBar()
        self.dataset_panel = DatasetPanel(session)
        self.preview = PreviewPanel(session)
        self.pipeline_panel = PipelinePanel(session, offered_classes=lambda: self.dataset_panel.class_names)
        self.advising = Advising(session, state, self.dataset_panel, self.pipeline_panel)
        self.actions_ = Actions(self, list(self.preview.views.values()))
        self.pipelines = PipelineFiles(session, state, self.notice, self)
        self.code = CodeCopier(session, self.notice, self)
        self.documents = Documents(session, state, self.dataset_panel, self.pipelines, self.notice, self)
        self.exporting = ExportController(session, state, self, lambda: self.dataset_panel.offered_keys)
        self.experiments = Experiments(session, self, self.show_unexpected)
        self.questionnaires = Questionnaires(session, state, self.dataset_panel, self, self.show_unexpected)
        self.opened = OpenedBar(session)
        self.sharing = ComparisonSharing(session, self.preview, self.notice, self)
        self.comparing = Comparing(
            session, state, self.preview, self.actions_, self.pipelines, self.notice, self
        )
        self.toolbar = ToolBar(session, self.actions_, list(self.preview.views.values()), self)
        actions = self.actions_
        self.info = InfoBar(
            self.preview.viewport, [actions.fit, actions.full_size, actions.zoom_out, actions.zoom_in]
        )
        self.legend = LabelLegend(self.preview.viewport.labels)
        self._counts = QLabel()
        self._count = ""
        self._drawn = DrawLabel(session, self.preview)
        DrawMarks(session, self.preview, self.pipeline_panel)
        self.setWindowIcon(icons.application_icon())
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.addToolBar(self.toolbar)
        self.menus = Menus(self.menuBar(), actions, session, state)
        self._build_centre()
        self._build_overlays()
        self._build_status_bar()
        self._connect_documents()
        self._connect_pipeline()
        self._connect_view()
        self._connect_session()
        self._restore()

    # -- building -----------------------------------------------------------------------------------

    def _build_centre(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.opened)
        column.addWidget(self.preview, 1)
        column.addWidget(self.legend)
        column.addWidget(self.info)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for panel in (self.dataset_panel, centre, self.comparing.under(self.pipeline_panel)):
            self.splitter.addWidget(panel)
        self.dataset_panel.setMinimumWidth(22 * GRID)
        centre.setMinimumWidth(38 * GRID)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([200, 1000, 330])
        self.setCentralWidget(self.splitter)

    def _build_overlays(self) -> None:
        actions = self.actions_
        self.welcome = WelcomeCard(actions, self.state, self.preview)
        self.welcome.show_for(self.session.dataset)
        self.drop_zone = DropZone(self)
        self.crashes = CrashReports(self)
        self.autosave = Autosave(self.session, self.state.folder, self)
        self.guide = Guide(self.menuBar(), actions, PreviewKeys(self.preview, actions), self.preview, self)
        self.guide.step_chosen.connect(self.pipeline_panel.add_step)

    def _build_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._counts.setContentsMargins(GRID, 2, 2 * GRID, 2)
        self._counts.linkActivated.connect(self.dataset_panel.unusable.show_list)
        bar.addWidget(self._counts)
        bar.addWidget(self._drawn, 1)
        bar.addPermanentWidget(self.exporting.progress)

    def _connect_documents(self) -> None:
        actions, documents = self.actions_, self.documents
        actions.open_folder.triggered.connect(documents.ask_for_dataset)
        actions.open_file.triggered.connect(documents.ask_for_file)
        for name, action in actions.formats.items():
            action.triggered.connect(lambda _=False, name=name: self._on_format_triggered(name))
        actions.open_sample.triggered.connect(documents.open_sample)
        actions.open_labelled.triggered.connect(documents.open_labelled)
        actions.layout.triggered.connect(documents.ask_for_layout)
        actions.open_pipeline.triggered.connect(self.pipelines.ask_for_pipeline)
        actions.save_pipeline.triggered.connect(self.pipelines.save)
        actions.save_pipeline_as.triggered.connect(self.pipelines.save_as)
        actions.open_export.triggered.connect(documents.ask_for_export)
        actions.export.triggered.connect(self.exporting.ask)
        actions.experiment.triggered.connect(self.experiments.ask)
        actions.questionnaire.triggered.connect(self.questionnaires.ask)
        documents.opener.begun.connect(self.welcome.hide)
        for opener in (documents.opener, self.pipelines.opener):
            actions.cancel_opening.triggered.connect(opener.cancel)
            opener.begun.connect(self._on_opener_begun)
            opener.ended.connect(self._on_opener_ended)
            opener.failed.connect(self.show_unexpected)
        self.exporting.open_requested.connect(documents.open_export)
        actions.save_comparison.triggered.connect(self.sharing.ask_for_file)
        actions.copy_comparison.triggered.connect(self.sharing.copy)
        for target, action in actions.code.items():
            action.triggered.connect(lambda _=False, target=target: self.code.copy(target))
        actions.quit.triggered.connect(self.close)
        actions.about.triggered.connect(self._on_about_triggered)
        for recent in (self.menus.recent_chosen, self.welcome.recent_chosen):
            recent.connect(lambda folder: documents.open_dataset(Path(folder)))
        self.menus.recent_pipeline_chosen.connect(lambda file: self.pipelines.open_pipeline(Path(file)))
        self.crashes.save_requested.connect(self.pipelines.save_as)
        self.exporting.told.connect(self.notice.show_information)
        self.exporting.noticed.connect(self.notice.add)
        self.exporting.settled.connect(self.notice.withdraw)

    def _connect_pipeline(self) -> None:
        session, actions = self.session, self.actions_
        actions.default_pipeline.triggered.connect(
            lambda: session.replace_pipeline(Pipeline.default(), self.tr("return to the default pipeline"))
        )
        actions.clear_pipeline.triggered.connect(
            lambda: session.edit_pipeline(session.pipeline.with_steps(()), self.tr("remove all steps"))
        )
        actions.next_copy.triggered.connect(lambda: session.set_copy(min(MAX_COPY, session.copy + 1)))
        actions.previous_copy.triggered.connect(lambda: session.set_copy(max(1, session.copy - 1)))
        actions.shuffle.triggered.connect(lambda: session.set_seed(fresh_seed()))
        panel = self.pipeline_panel
        actions.add_step.triggered.connect(panel.browse_steps)
        actions.presets.triggered.connect(panel.browse_presets)
        panel.questions_requested.connect(actions.questionnaire.trigger)
        actions.history.triggered.connect(panel.show_history)
        actions.collapse_steps.triggered.connect(lambda: panel.expand_all(False))
        actions.expand_steps.triggered.connect(lambda: panel.expand_all(True))

    def _connect_view(self) -> None:
        actions = self.actions_
        for name, action in actions.views.items():
            action.triggered.connect(lambda _=False, name=name: self.preview.set_view(name))
        self.toolbar.focus_left.connect(self.preview.take_focus)
        pair = self.preview.views[SideBySideView.NAME]
        assert isinstance(pair, SideBySideView)
        if self.state.pair_layout in list(PairLayout):
            pair.set_layout(PairLayout(self.state.pair_layout))
        pair.layout_chosen.connect(lambda layout: self.state.keep_pair_layout(layout.value))
        for theme, action in actions.themes.items():
            action.triggered.connect(lambda _=False, theme=theme: self.set_theme(theme))
        for language, action in actions.languages.items():
            action.triggered.connect(lambda _=False, language=language: self.language_chosen.emit(language))
        actions.next_image.triggered.connect(lambda: self.dataset_panel.step(1))
        actions.previous_image.triggered.connect(lambda: self.dataset_panel.step(-1))
        wall = self.preview.views[VariationsView.NAME]
        assert isinstance(wall, VariationsView)
        wall.follow(self.dataset_panel.model)
        menu = self.dataset_panel.menu
        menu.show_look(ListLook.from_text(self.state.list_look))
        menu.look_changed.connect(lambda look: self.state.keep_list_look(look.as_text()))
        menu.export_requested.connect(self.exporting.ask_for_selected)
        actions.reload.triggered.connect(self.documents.reload)
        self.preview.view_changed.connect(self._on_preview_view_changed)
        self.preview.result_shown.connect(self._on_preview_result_shown)
        self.preview.result_shown.connect(self.legend.show_result)
        self.preview.state_changed.connect(self.info.show_state)
        self.preview.state_changed.connect(self.opened.show_progress)
        self.preview.place_changed.connect(self.info.show_place)
        self.preview.left.connect(self.info.clear)

    def _connect_session(self) -> None:
        self.session.file_changed.connect(self._show_title)
        self.session.dataset_changed.connect(self._on_session_dataset_changed)
        self.session.dataset_changed.connect(self.welcome.show_for)
        session = self.session
        for changed in (session.solo_changed, session.pipeline_changed, session.pipeline_previewed):
            changed.connect(self._tell_what_is_on_show)
        self.dataset_panel.listed.connect(self._on_dataset_panel_listed)
        self.dataset_panel.labels_found.connect(self.documents.tell_of_labels)
        self.opened.folder_requested.connect(self.documents.ask_for_sources)
        for part in (session, self.preview, self.dataset_panel, self.exporting, self.opened, self.advising):
            part.failed.connect(self.show_unexpected)

    def _restore(self) -> None:
        state = self.state
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableGeometry().size()))
        if not state.geometry.isEmpty():
            self.restoreGeometry(state.geometry)
        if not state.splitter.isEmpty():
            self.splitter.restoreState(state.splitter)
        self.actions_.themes[state.theme].setChecked(True)
        self.actions_.languages[state.language].setChecked(True)
        kept = state.pipeline
        file = state.pipeline_file if kept else None
        self.session.restore_pipeline(
            kept or Pipeline.default(), file, saved=state.is_on("pipeline_saved", default=True)
        )
        self.comparing.restore()
        self.session.set_seed(state.seed)
        self.session.set_copy(state.copy)
        self.preview.set_view(state.view if state.view in self.preview.views else self.preview.view.NAME)
        self._show_title()

    # -- what is shown ------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the whole program."""
        self.actions_.themes[theme].setChecked(True)
        self.state.keep_theme(theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme)

    def show_unexpected(self, error: Exception) -> None:
        """Say that something went wrong that nobody expected; the work goes on."""
        self.crashes.report(error)

    def _on_session_dataset_changed(self, _dataset: object) -> None:
        self.legend.clear()
        self.actions_.show_format(self.session.format)
        self._count = self.tr("Listing…")
        self._counts.setText(self._count)
        self._show_title()

    @Slot()
    def _tell_what_is_on_show(self) -> None:
        solo = self.session.solo
        self.info.show_tried_out(self.session.trying_out)
        self.info.show_alone("" if solo is None else self.pipeline_panel.card(solo).title)

    def _on_dataset_panel_listed(self, total: int, skipped: tuple[object, ...]) -> None:
        self.pipeline_panel.know_classes(self.dataset_panel.class_names)
        text: str = counted(total, self.tr("1 image"), self.tr("{0} images"))
        classes = len(self.dataset_panel.model.classes)
        if classes:
            text += counted(classes, self.tr(", 1 class"), self.tr(", {0} classes"))
        if skipped:
            said = self.tr(", {0} skipped").format(f"{len(skipped):,}")
            words = said.lstrip(",，、 ")
            text += f'{said.removesuffix(words)}<a href="skipped">{words}</a>'
        self._count = text
        if not self._opening:
            self._counts.setText(text)

    @property
    def _opening(self) -> bool:
        """Whether something is being opened."""
        return self.documents.opener.path is not None or self.pipelines.opener.path is not None

    def _on_opener_begun(self, name: str) -> None:
        self.actions_.cancel_opening.setEnabled(True)
        self._counts.setText(self.tr("Opening {0}…").format(name))

    def _on_opener_ended(self) -> None:
        if self.documents.opener.path is None:
            self.welcome.show_for(self.session.dataset)
        if not self._opening:
            self.actions_.cancel_opening.setEnabled(False)
            self._counts.setText(self._count)

    def _on_preview_view_changed(self, view: PreviewView) -> None:
        self.actions_.views[view.NAME].setChecked(True)
        self.toolbar.show_tools_of(view)

    def _on_preview_result_shown(self, result: PreviewResult) -> None:
        self.info.show_result(result)
        renders = any(pane.copy for pane in self.preview.arrangement.panes)
        self.info.show_fixed(self.preview.view.FIXES_VALUES and renders)

    def _show_title(self) -> None:
        session = self.session
        name = Path(session.pipeline_file).name if session.pipeline_file else self.tr("Untitled pipeline")
        dataset = f" — {session.dataset.root.name}" if session.dataset else ""
        self.setWindowTitle(f"{name}[*]{dataset} — AugStudio")
        self.setWindowModified(bool(session.pipeline_file) and not session.undo_stack.isClean())

    def _on_format_triggered(self, name: str) -> None:
        self.documents.open_as(name)
        self.actions_.show_format(self.session.format)  # until it is open, what was open is

    def _on_about_triggered(self) -> None:
        text = self.tr("See image data augmentation before you pay for it.\nVersion {0}, MIT licence.")
        said = f"AugStudio\n\n{text.format(augstudio.__version__)}"
        tell(self, "AugStudio", said, self.tr("Close"))

    # -- Qt -----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_something(event.mimeData()):
            event.acceptProposedAction()
            self.drop_zone.appear()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_zone.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_zone.hide()
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.documents.open_dropped(event.mimeData().urls())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.exporting.may_close():
            event.ignore()
            return
        session, state = self.session, self.state
        state.keep_window(self.saveGeometry(), self.splitter.saveState(), self.preview.view.NAME)
        if session.place is not None:
            state.keep_place(session.place, session.sample.key if session.sample else "")
        else:  # what is still being opened is opened again the next time
            state.keep_place(self.documents.opener.path, state.last_key)
        state.keep_work(session.pipeline, session.seed, session.copy)
        state.keep_pipeline_file(session.pipeline_file, saved=session.undo_stack.isClean())
        self.comparing.keep()
        self.autosave.close()
        self.documents.opener.close()
        self.pipelines.opener.close()
        self.advising.close()
        self.session.close()
        self.exporting.close()
        self.experiments.close()
        self.questionnaires.close()
        self.opened.close_threads()
        self.preview.close_threads()
        self.comparing.histogram.close_threads()
        self.dataset_panel.close_threads()
        self.pipeline_panel.close_threads()
        event.accept()
