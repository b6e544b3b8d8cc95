"""Opening datasets and exports, by dialog, recent list or command line, and whatever is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from augstudio.assets import labelled_sample, sample_dataset
from augstudio.core.text import printable
from augstudio.datasets.formats import IMAGE_FOLDER
from augstudio.datasets.packed_pictures import is_packed
from augstudio.datasets.splits import nfc
from augstudio.export.reading.reader import OpenedExport
from augstudio.ui.background_opener import BackgroundOpener, OpeningNotice, withdraw_outdated
from augstudio.ui.dataset_panel.layout_dialog import LayoutDialog
from augstudio.ui.dropping import ANNOTATIONS, Dropped, named
from augstudio.ui.inspection import (
    Found,
    FoundDataset,
    FoundExport,
    FoundPipeline,
    Known,
    Refused,
    Unknown,
    inspect_dataset,
    inspect_dropped,
    inspect_export,
    inspect_last,
    inspect_path,
)
from augstudio.ui.kept_layouts import absolute
from augstudio.ui.messages import explained, sentence
from augstudio.ui.notice import Notice, NoticeBar
from augstudio.ui.start_folders import datasets_folder

if TYPE_CHECKING:
    from augstudio.datasets.labelled import FoundLabels
    from augstudio.datasets.layout import Stated
    from augstudio.ui.dataset_panel.panel import DatasetPanel
    from augstudio.ui.pipeline_files import PipelineFiles
    from augstudio.ui.session import Session
    from augstudio.ui.state import State


class Documents(QObject):
    """Opens for the window; what cannot be done is said in the notice bar, and nothing is lost."""

    def __init__(
        self,
        session: Session,
        state: State,
        panel: DatasetPanel,
        pipelines: PipelineFiles,
        notice: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._state = state
        self._panel = panel
        self._pipelines = pipelines
        self._notice = notice
        self._window = window
        self.opener = BackgroundOpener(self)
        OpeningNotice(self.opener, notice)

    # -- whatever there is ---------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open whatever a user may drop: a folder, an export, a picture in its folder, or a pipeline."""
        self.opener.begin(path, partial(inspect_path, path, self._known()), self._take)

    def open_named(self, path: Path, last: Path | None, key: str) -> None:
        """Open what the program was started with; a pipeline goes with what was open last.

        Args:
            path: Whatever a user may drop.
            last: The dataset that was open last; None at the first start.
            key: Key of the picture of it to show.
        """

        def take(found: Found) -> None:
            self._take(found)
            if isinstance(found, FoundPipeline):
                self.open_last(last, key)

        self.opener.begin(path, partial(inspect_path, path, self._known()), take)

    def open_dropped(self, urls: Sequence[QUrl]) -> None:
        """Open a dataset and a pipeline of what was dropped, and say what is not opened with them."""
        things = [
            (Path(url.toLocalFile()) if url.isLocalFile() else None, url.toDisplayString()) for url in urls
        ]
        if len(things) == 1 and self._select(things[0][0]):
            return
        first = next((path for path, _ in things if path is not None), Path())
        self.opener.begin(first, partial(inspect_dropped, things, self._known()), self._take_dropped)

    def _select(self, path: Path | None) -> bool:
        """Show a picture that is listed already; False where it is not, or something else is being opened."""
        dataset = self._session.dataset
        if path is None or dataset is None or self.opener.path is not None:
            return False
        root = Path(absolute(dataset.root))
        if not path.is_relative_to(root):
            return False
        key = nfc(path.relative_to(root).as_posix())
        if self._panel.model.row_of(key) is None:
            return False
        withdraw_outdated(self._notice, "dataset")
        self._panel.select_key(key)
        return True

    def _take_dropped(self, looked: tuple[Dropped, Sequence[Found]]) -> None:
        dropped, things = looked
        for found in things:
            self._take(found)
        if dropped.surplus:
            text = self.tr("Not opened: {0}. Drop one dataset and one pipeline at a time.")
            self._notice.show_error(text.format(named(dropped.surplus)), topic="drop")
        if dropped.unknown:
            self._say_not_opened(dropped.unknown)

    def _known(self) -> Known:
        """What is remembered of folders."""
        sources, state = self._session.sources, self._state
        near = () if sources is None else (sources.root,)
        others = (*map(Path, state.recent), sample_dataset())
        return Known(state.layouts, state.sources, near, others, state.formats)

    def _take(self, found: Found) -> bool:
        """Go on with what was found; whether it could be opened."""
        if isinstance(found, Refused):
            self._refuse(found)
            return False
        if isinstance(found, Unknown):
            self._say_not_opened((found.name,))
            return False
        if isinstance(found, FoundDataset):
            self._take_dataset(found)
        elif isinstance(found, FoundExport):
            self._take_export(found)
        else:
            self._pipelines.take(found)
        return True

    def _refuse(self, refused: Refused) -> None:
        if refused.kind is FoundPipeline:
            self._pipelines.refuse(refused)
            return
        reason = explained(refused.error)
        if refused.kind is FoundExport:
            text = self.tr("Cannot open the export: {0}")
        else:
            text = self.tr("Cannot open the dataset: {0}")
            self._state.forget_recent(str(refused.path))
        self._notice.show_error(text.format(reason), topic="dataset")

    def _say_not_opened(self, names: Sequence[str]) -> None:
        text = self.tr(
            "Cannot be opened: {0}. Drop a folder of pictures, an annotation file, a picture, a pipeline or "
            "an export."
        )
        said = text.format(named(names))
        packed = [name for name in names if is_packed(name)]
        if packed:
            said += " " + self.tr("Unpack {0} first, and drop the folder.").format(named(packed))
        self._notice.show_error(said, topic="dropped kind")

    # -- datasets -----------------------------------------------------------------------------------

    def open_dataset(
        self, folder: Path, key: str = "", *, stated: Stated | None = None, format_name: str | None = None
    ) -> None:
        """Open a dataset and show one of its pictures.

        Args:
            folder: Its folder, or the file that describes it.
            key: Key of the picture to show; the first one if empty.
            stated: What is said about its folders from now on; what was said last if None.
            format_name: Name of its format from now on, recognised if empty; what was chosen last if None.
        """

        def take(found: Found) -> None:
            if self._take(found):
                if stated is not None:
                    self._state.keep_stated(folder, stated)
                if format_name is not None:
                    self._state.keep_format(folder, format_name)

        look = partial(
            inspect_dataset, folder, self._known(), key=key, stated=stated, format_name=format_name
        )
        self.opener.begin(folder, look, take)

    def _take_dataset(self, found: FoundDataset, *, settles: bool = True) -> None:
        """Show a dataset; ``settles`` says whether a message about another one is out of date then."""
        dataset = found.dataset
        if settles:
            withdraw_outdated(self._notice, "dataset")
        if found.holds_export:
            self._state.keep_sources(dataset.root, None)
            self._offer_export(dataset.root)
        self._session.open_dataset(dataset)
        if dataset.root not in (sample_dataset(), labelled_sample()) and self._session.place is not None:
            self._state.add_recent(self._session.place)
        if found.key:
            self._panel.select_key(found.key)

    # -- exports ------------------------------------------------------------------------------------

    def open_export(self, folder: Path, sources: Path | None = None) -> None:
        """Open a finished export, with its pipeline and seed.

        Args:
            folder: The export's folder.
            sources: The dataset it was made from; looked for if None.
        """
        look = partial(inspect_export, folder, self._known() if sources is None else (sources,))
        self.opener.begin(folder, look, self._take)

    def _take_export(self, found: FoundExport, *, takes_over: bool = True) -> None:
        """Show an export; ``takes_over`` says whether to take its pipeline and seed over, too."""
        opened = found.export
        withdraw_outdated(self._notice, "dataset")
        self._state.keep_sources(opened.root, opened.sources.root if opened.sources else None)
        session = self._session
        if takes_over:
            session.replace_pipeline(opened.pipeline, self.tr("open an export"))
            session.set_seed(opened.seed)
        session.open_dataset(opened)
        if found.key:
            self._panel.select_key(found.key)

    def ask_for_export(self) -> None:
        """Let the user choose a finished export to open."""
        start = str(datasets_folder(self._session, self._state))
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open an export"), start)
        if folder:
            self.open_export(Path(folder))

    def ask_for_sources(self) -> None:
        """Let the user choose the dataset that the open export was made from."""
        opened, sample = self._session.dataset, self._session.sample
        if not isinstance(opened, OpenedExport):
            return
        title = self.tr("Choose the folder of the pictures that the export was made from")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(opened.root.parent))
        if not folder:
            return
        key = sample.key if sample else ""

        def take(found: Found) -> None:
            if isinstance(found, FoundExport) and found.export.sources is None:
                text = self.tr("{0} does not contain the pictures that the export was made from.")
                self._notice.show_error(text.format(folder), topic="dataset")
            elif isinstance(found, FoundExport):
                self._take_export(found, takes_over=False)
            else:
                self._take(found)

        self.opener.begin(opened.root, partial(inspect_export, opened.root, (Path(folder),), key=key), take)

    # -- datasets -----------------------------------------------------------------------------------

    def open_sample(self) -> None:
        """Open the dataset that ships with the program."""
        self.open_dataset(sample_dataset())

    def open_labelled(self) -> None:
        """Open the small dataset with labels that ships with the program."""
        self.open_dataset(labelled_sample())

    def open_last(self, folder: Path | None, key: str) -> None:
        """Open what was open last, else the sample; a reason why stays on show."""
        if folder is None:
            self._open_sample_after(key, self._greet)
            return

        def take(found: Found) -> None:
            if isinstance(found, FoundExport):
                self._take_export(found, takes_over=False)
            elif not self._take(found):
                self._open_sample_after(key)

        self.opener.begin(folder, partial(inspect_last, folder, self._known(), key=key), take)

    def _open_sample_after(self, key: str, greet: Callable[[], None] = lambda: None) -> None:
        """Open the sample as there is nothing else, without a word against what was said before."""

        def take(found: Found) -> None:
            if isinstance(found, FoundDataset):
                self._take_dataset(found, settles=False)
                greet()
            else:
                self._take(found)

        self.opener.begin(
            sample_dataset(), partial(inspect_dataset, sample_dataset(), self._known(), key=key), take
        )

    def _offer_export(self, folder: Path) -> None:
        """Say that a folder that was opened as a dataset is an export."""
        text = self.tr("This folder is an export. Opened as one, it shows how each of its files was made.")
        open_it = partial(self.open_export, folder)
        self._notice.add(Notice(text, button=self.tr("Open as an export"), action=open_it, topic="dataset"))

    def _greet(self) -> None:
        """Say once that these are not the user's own pictures."""
        if self._state.is_on("greeted"):
            return
        self._state.keep_on("greeted", True)
        text = self.tr("This is the sample dataset. Open a folder of your own images, or drop one here.")
        self._notice.add(
            Notice(text, button=self.tr("Open folder…"), action=self.ask_for_dataset, topic="dataset")
        )

    def ask_for_dataset(self) -> None:
        """Let the user choose a folder to open."""
        start = str(datasets_folder(self._session, self._state))
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images"), start)
        if folder:
            self.open_dataset(Path(folder))

    def ask_for_file(self) -> None:
        """Let the user choose the file that describes a labelled dataset."""
        dataset, start = self._session.dataset, datasets_folder(self._session, self._state)
        if dataset is not None and dataset.root.parent == start:
            start = dataset.root  # where such files usually lie
        suffixes = " ".join(f"*{suffix}" for suffix in ANNOTATIONS)
        kinds = self.tr("Annotations ({0})").format(suffixes)
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open an annotation file"), str(start), kinds
        )
        if file:
            self.open_dataset(Path(file))

    def reload(self) -> None:
        """Open what is open again, as it is now, at the same picture."""
        dataset, place = self._session.dataset, self._session.place
        if isinstance(dataset, OpenedExport):
            self.open_export(dataset.root, None if dataset.sources is None else dataset.sources.root)
        elif place is not None:
            self.open_dataset(place, self._session.sample.key if self._session.sample is not None else "")

    def open_as(self, format_name: str) -> None:
        """Open what is open again, as a dataset of another format."""
        session = self._session
        if session.place is None or not session.format:
            return
        key = session.sample.key if session.sample is not None else ""
        place = session.dataset.root if format_name == IMAGE_FOLDER and session.dataset else session.place
        self.open_dataset(place, key, format_name=format_name)

    def tell_of_labels(self, labels: FoundLabels) -> None:
        """Say that the pictures have labels, which stay behind."""
        text = self.tr(
            "The images have labels ({0}: {1}), which are not read, as this is open as a folder of pictures. "
            "File ▸ Dataset format takes it as another format; an export asks whether you want the "
            "images alone."
        )
        said = f"{text.format(labels.format, printable(labels.example))} {sentence(explained(labels.remedy))}"
        self._notice.add(Notice(said, error=True, topic="dataset"))

    def ask_for_layout(self) -> None:
        """Let the user say what the folders of the open dataset are."""
        dataset, sample = self._session.sources, self._session.sample
        if dataset is None:
            return
        dialog = LayoutDialog(dataset, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = sample.key if sample is not None else ""
        dialog.accepted.connect(lambda: self.open_dataset(dataset.root, key, stated=dialog.stated()))
        dialog.open()
