"""Finds the files that ship with the program: icons and the sample dataset."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """Path of a shipped file or folder, in an installed wheel as well as in a checkout."""
    installed = _PACKAGE / "resources"
    return (installed if installed.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)


def sample_dataset() -> Path:
    """The dataset that ships with the program."""
    return asset("sample")
