"""Keeps the work in a file while the window is open, so that a crash or a power cut loses nothing.

Every running window has a file of its own, guarded by a lock. A file whose lock is free was left by a window
that did not close; the next start takes it over.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer

from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.saving import save
from augstudio.ui.session import MAX_COPY, MAX_SEED, Session
from augstudio.ui.state import can_be_kept

BETWEEN_MS = 1000
"""Least time between two writes."""

SOON_MS = 100

_MOST = 64


@dataclass(frozen=True)
class Work:
    """What is kept.

    Attributes:
        pipeline: The pipeline as it was last.
        seed: The seed.
        copy: The copy on show.
        dataset: The dataset's folder; None if none was open.
        key: Key of the sample on show.
        recovered: How many times in a row this work was taken over without having been edited.
        file: The pipeline's file; empty if it has none.
        saved: Whether the file holds the pipeline as it is.
    """

    pipeline: Pipeline
    seed: int
    copy: int
    dataset: Path | None
    key: str
    recovered: int = 0
    file: str = ""
    saved: bool = True

    def to_json(self) -> str:
        """The text of its file."""
        return json.dumps(
            {
                "pipeline": self.pipeline.to_dict(),
                "seed": self.seed,
                "copy": self.copy,
                "dataset": str(self.dataset or ""),
                "key": self.key,
                "recovered": self.recovered,
                "file": self.file,
                "saved": self.saved,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Work:
        """Read a file's text.

        Raises:
            ValueError: It is not such a file; :class:`PipelineError` is one as well.
        """
        try:
            data: dict[str, Any] = json.loads(text)
            folder, key = data["dataset"], data["key"]
            numbers = [data[name] for name in ("seed", "copy", "recovered")]
            pipeline, file = Pipeline.from_dict(data["pipeline"]), data.get("file")
        except (KeyError, TypeError, RecursionError, PipelineError) as error:
            raise ValueError(f"not a kept session: {error}") from None
        if not all(isinstance(value, str) for value in (folder, key)):
            raise ValueError("not a kept session: dataset and key must be text")
        if not all(type(value) is int for value in numbers):
            raise ValueError("not a kept session: seed, copy and recovered must be whole numbers")
        seed, copy, recovered = numbers
        return cls(
            pipeline=pipeline,
            seed=min(MAX_SEED, max(0, seed)),
            copy=min(MAX_COPY, max(1, copy)),
            dataset=Path(folder) if folder else None,
            key=key,
            recovered=max(0, recovered),
            file=file if isinstance(file, str) else "",
            saved=data.get("saved") is not False,
        )


class Autosave(QObject):
    """Writes the work soon after every change, at most once a second; a regular close removes the file."""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._file: Path | None = None
        self._lock: QLockFile | None = None
        self._recovered = 0
        self.put_aside: tuple[Path, ...] = ()
        """Files that should have been kept work and cannot be read, under the names that they have now."""
        self._written_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)

    def take_over(self) -> Work | None:
        """Begin to keep the work in a file; give the newest one that a crash has left, if any."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            left = sorted(self._folder.glob("work-*.json"), key=_age)
        except OSError:
            return None  # nowhere to write: there is no autosave, and nothing to recover
        for file in left:
            if self._take(file):
                work = _read(file)
                if work is not None:
                    self._recovered = work.recovered + 1
                    return work
                self._put_aside(file)
        # Numbers run out only where locks cannot be made at all.
        files = (self._folder / f"work-{number}.json" for number in range(1, _MOST + 1))
        next((file for file in files if not os.path.lexists(file) and self._take(file)), None)
        return None

    def _put_aside(self, file: Path) -> None:
        """Give a file that is no kept work another name, so that it is neither lost nor read again."""
        names = (self._folder / f"unreadable-{number}.json" for number in range(1, _MOST + 1))
        free = next((name for name in names if not os.path.lexists(name)), None)
        with contextlib.suppress(OSError):
            if free is not None:
                file.rename(free)
                self.put_aside += (free,)
        self._let_go()

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
        self._lock = self._file = None

    def start(self) -> None:
        """Keep the work from now on."""
        session = self._session
        self._changed()
        session.pipeline_changed.connect(self._on_session_pipeline_changed)
        changes = (session.draw_changed, session.dataset_changed, session.sample_changed)
        for signal in (*changes, session.file_changed):
            signal.connect(self._changed)

    def write(self) -> None:
        """Write the work now; it replaces the file only when it is complete."""
        if self._file is None:
            return
        session = self._session
        dataset = session.place
        key = session.sample.key if session.sample else ""
        work = Work(
            session.pipeline,
            session.seed,
            session.copy,
            dataset,
            key,
            self._recovered,
            session.pipeline_file or "",
            session.undo_stack.isClean(),
        )
        # A full disk must not stop the work; the next change tries again.
        with contextlib.suppress(OSError):
            save(self._file, work.to_json().encode(), durable=False)
        self._written_at = time.monotonic()

    def close(self) -> None:
        """Leave nothing behind: the window is closing as it should."""
        self._timer.stop()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)
        self._let_go()

    def _take(self, file: Path) -> bool:
        place = file.with_suffix(".lock")
        if not can_be_kept(place):
            return False
        lock = QLockFile(str(place))
        lock.setStaleLockTime(0)  # age means nothing; a process that has ended does
        if not lock.tryLock(0):
            return False
        self._lock, self._file = lock, file
        return True

    def _on_session_pipeline_changed(self, _pipeline: object) -> None:
        self._recovered = 0
        self._changed()

    def _changed(self, *_: object) -> None:
        if not self._timer.isActive():
            since = (time.monotonic() - self._written_at) * 1000
            self._timer.start(max(SOON_MS, round(BETWEEN_MS - since)))


def _age(file: Path) -> float:
    try:
        return -file.stat().st_mtime
    except OSError:
        return 0.0


def _read(file: Path) -> Work | None:
    try:
        if not can_be_kept(file):
            return None
        return Work.from_json(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
