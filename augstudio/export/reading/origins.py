"""Which files come from an export, by its manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from augstudio.datasets.base import Sample
from augstudio.datasets.origins import Origin, Origins
from augstudio.errors import ExportError
from augstudio.export.reading.reader import is_export
from augstudio.export.reading.recorded import finished_manifest, numbered_lines


def recorded_origins(exports: Iterable[Path], cancelled: Callable[[], bool] = lambda: False) -> Origins:
    """The origins of all files that exports wrote, and of the pictures that they were made from.

    Files of one content that several outputs have, as copies that no step changed, count as the first of
    them. Damaged lines are passed over.

    Args:
        exports: Folders of exports.
        cancelled: Asked between lines whether to stop; what was read by then is returned.

    Raises:
        ExportError: A folder is no finished export, or a later program's.
    """
    found: dict[bytes, Origin] = {}
    for out in exports:
        for _, output in numbered_lines(finished_manifest(out)):
            if cancelled():
                return found
            source = _digest("" if output is None else output.source)
            file = _digest("" if output is None else output.sha256)
            if output is not None and source and file:
                # A copy that equals its source is no augmented one, so the source comes first.
                found.setdefault(source, Origin(source, 0))
                found.setdefault(file, Origin(source, output.copy))
    return found


def known_origins(
    root: Path, samples: Iterable[Sample], cancelled: Callable[[], bool] = lambda: False
) -> Origins:
    """What the manifests about a dataset say of its files; nothing where one is unreadable.

    Args:
        root: The dataset's folder, absolute.
        samples: Its samples.
        cancelled: Asked between lines whether to stop.
    """
    try:
        return recorded_origins(exports_about(root, (sample.key for sample in samples)), cancelled)
    except ExportError:  # all else can be told without
        return {}


def _digest(text: str) -> bytes:
    """A digest's bytes; none of a text that is no digest, as in a line that was written by hand."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def exports_about(root: Path, keys: Iterable[str]) -> tuple[Path, ...]:
    """The exports that a dataset is, lies in, or takes pictures from.

    Args:
        root: The dataset's folder, absolute.
        keys: Keys of its pictures.
    """
    return tuple(folder for folder in _folders(root, keys) if is_export(folder))


def _folders(root: Path, keys: Iterable[str]) -> Iterator[Path]:
    """The folder, those around it and those that its pictures lie in, each once."""
    yield from (root, *root.parents)
    seen = {PurePosixPath()}
    for key in keys:
        for folder in PurePosixPath(key).parents:
            if folder in seen:
                break
            seen.add(folder)
            yield root.joinpath(*folder.parts)
