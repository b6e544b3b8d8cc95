"""Names of the files that an export keeps for itself in its folder."""

from __future__ import annotations

from typing import Final

IDENTITY: Final = "augstudio.json"
"""Name of the file that says which export a folder belongs to."""

MANIFEST: Final = "manifest.jsonl"
"""Name of the finished manifest."""

SKIPPED: Final = "skipped.jsonl"
"""Name of the file that says what a finished export left out, and why; there is none where it is nothing."""

JOURNAL: Final = ".manifest.partial"
"""Name of the manifest in the making; it stays behind only where an export was interrupted."""

UNFINISHED: Final = ".augstudio-unfinished"
"""Folder, within an export's folder, of the files being written; nothing in it is of use after a run."""

LOCK: Final = ".augstudio-lock"
"""File that stands in an export's folder while an export runs there."""

LEFT_BY_SYSTEMS: Final = frozenset((LOCK, ".DS_Store", "Thumbs.db", "desktop.ini"))
"""Names of files that mean nothing in an export's folder."""

RESERVED: Final = frozenset((IDENTITY, MANIFEST, SKIPPED, JOURNAL, UNFINISHED, LOCK))
"""Names in an export's folder that no output may have, in lower case."""
