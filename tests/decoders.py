"""Takes optional decoders away for a while."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from augstudio.images import extras
from augstudio.images.reading import suffixes_without_decoder


@contextmanager
def without_decoders(*modules: str) -> Iterator[None]:
    """Modules are as if they were not installed."""

    def forget() -> None:
        extras.is_there.cache_clear()
        suffixes_without_decoder.cache_clear()

    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            patch.setitem(sys.modules, module, None)
        forget()
        yield
    forget()
