"""Decoders that may be missing: what needs them is refused with the way to get them, and nothing else is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from augstudio.errors import ImageError
from augstudio.images.codec import decode, decode_small, decoded_size
from augstudio.images.extras import EXTRAS
from augstudio.images.formats import FORMATS
from tests.decoders import without_decoders
from tests.folders import encoded
from tests.pictures import noise_picture

PICTURE = noise_picture(16, 12)
ENCODED = {name: encoded(PICTURE, FORMATS[name].pillow) for name in EXTRAS}


@pytest.mark.parametrize("name", EXTRAS)
def test_the_way_to_get_a_missing_decoder_is_said(name: str) -> None:
    extra, data = EXTRAS[name], ENCODED[name]
    assert (extra.missing, decode(data).format) == (None, name)
    with without_decoders(extra.module):
        reason = f"is read by {extra.package}, which is not installed; install augstudio\\[{extra.name}\\]"
        for read in (decode, lambda data: decode_small(data, 9), decoded_size):
            with pytest.raises(ImageError, match=reason):
                read(data)
        for other in FORMATS.keys() - EXTRAS.keys():
            assert decode(encoded(PICTURE, FORMATS[other].pillow)).format == other
    assert decode(data).format == name


@pytest.mark.parametrize("name", EXTRAS)
def test_a_decoder_that_does_not_work_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(module: str) -> None:
        raise ImportError(module)

    monkeypatch.setattr("importlib.import_module", fails)
    with pytest.raises(ImageError, match=f"{EXTRAS[name].package} does not work here; install augstudio"):
        decode(ENCODED[name])


def test_decoders_are_imported_when_they_are_needed() -> None:
    """Starting, and reading other pictures, load none of them."""
    code = (
        "import sys; from augstudio.images.codec import decode; decode(sys.stdin.buffer.read());"
        f"print([name for name in {[extra.module for extra in EXTRAS.values()]} if name in sys.modules])"
    )
    data = encoded(PICTURE, "AVIF")
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout == b"[]\n"
