"""Progress of long work on a terminal."""

from __future__ import annotations

import shutil
import time
from typing import Final, TextIO

from augstudio.core.text import printable
from augstudio.export import Progress

_LINE_SECONDS: Final = 5.0
_BAR_SECONDS: Final = 0.1


class Meter:
    """Progress as a bar on a terminal, else as a line every few seconds."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar = stream.isatty()
        self._shown = time.monotonic()
        self._length = 0

    def __call__(self, progress: Progress) -> None:
        """Show the progress, unless it was shown a moment ago."""
        now = time.monotonic()
        last = progress.done == progress.total
        if last or now - self._shown >= (_BAR_SECONDS if self._bar else _LINE_SECONDS):
            self._shown = now
            self._show(progress)

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._length:
            self._stream.write("\n")
            self._stream.flush()

    def _show(self, progress: Progress) -> None:
        total = progress.total or 0
        left = "" if progress.remaining is None else f"  {duration(progress.remaining)} left"
        made = f" ({progress.made:,} more made)" if progress.made else ""
        rate = f"{progress.rate:.1f}" if progress.rate >= 1 else f"{progress.rate:.2g}"
        text = f"{progress.done:,} of {total:,}{made}  {rate}/s{left}  {printable(progress.current)}"
        if not self._bar:
            self._stream.write(text + "\n")
            self._stream.flush()
            return
        filled = round(20 * progress.reached / total) if total else 20
        line = f"[{'#' * filled}{'-' * (20 - filled)}] {text}"[: shutil.get_terminal_size().columns - 1]
        self._stream.write("\r" + line.ljust(self._length))
        self._stream.flush()
        self._length = len(line)


def duration(seconds: float) -> str:
    """A time in words: "9.9 s", "59 s", "2 min", "1 h 30 min"."""
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
