"""The dataset that ships with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

from augstudio import assets
from augstudio.core.text import printable
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.errors import DatasetError, message_of


def write_sample_dataset(target: Path) -> int:
    """Copy the shipped sample dataset, with its licences, into a new or empty folder.

    Returns:
        Number of pictures written.

    Raises:
        DatasetError: The target exists and is not an empty folder, or cannot be written.
    """
    shown = printable(str(target))
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise DatasetError("{0} exists and is not an empty folder; name a new one", shown)
        shutil.copytree(assets.sample_dataset(), target, dirs_exist_ok=True, copy_function=shutil.copyfile)
    except OSError as error:
        raise DatasetError("{0} cannot be written: {1}", shown, message_of(error)) from None
    return sum(isinstance(found, Sample) for found in ImageFolder(target).samples())
