from __future__ import annotations

import io
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import PngImagePlugin

from augstudio.errors import ImageError
from augstudio.images.label_map import (
    ColourTable,
    Numbers,
    Palette,
    decode_label_map,
    encode_label_map,
)
from tests.pictures import noise_picture

SKY, ROAD, VOID = (128, 128, 128), (128, 64, 128), (0, 0, 0)
TABLE = ColourTable({SKY: 0, ROAD: 3}, other=255)


def saved(picture: Pillow.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def with_palette(values: npt.NDArray[np.uint8], colours: int) -> Pillow.Image:
    picture = Pillow.frombytes("P", values.shape[::-1], values.tobytes())
    picture.putpalette([part % 256 for part in range(7, 7 + 3 * colours)])
    return picture


def numbers_below(limit: int, dtype: type[np.generic], size: tuple[int, int] = (9, 13)) -> Numbers:
    return np.random.default_rng(limit).integers(0, limit, size).astype(dtype)


@st.composite
def masks(draw: st.DrawFn) -> tuple[Numbers, Palette | None]:
    kind, largest = draw(st.sampled_from([(np.uint8, 255), (np.uint16, 65535), (np.int32, 2**31 - 1)]))
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    highest = draw(st.sampled_from([1, 15, 255, largest]))
    cells = draw(st.lists(st.integers(0, highest), min_size=height * width, max_size=height * width))
    colour = st.tuples(*[st.integers(0, 255)] * 3)
    palette = draw(st.none() | st.lists(colour, min_size=1, max_size=256)) if kind == np.uint8 else None
    return np.array(cells, kind).reshape(height, width), None if palette is None else tuple(palette)


@settings(max_examples=40, deadline=None)
@given(masks(), st.sampled_from(["png", "tiff"]))
def test_what_is_written_is_read_again_to_the_last_number(
    mask: tuple[Numbers, Palette | None], kind: Literal["png", "tiff"]
) -> None:
    values, palette = mask
    if kind == "png" and values.max() > 65535:
        with pytest.raises(ImageError, match="0 to 65535; choose TIFF"):
            encode_label_map(values, kind)
        return
    again = decode_label_map(encode_label_map(values, kind, palette))
    assert np.array_equal(again.values, values)
    narrowed = kind == "png" and values.dtype == np.int32
    assert again.values.dtype == (np.uint16 if narrowed else values.dtype)
    assert (again.palette is None) == (palette is None)
    if palette is not None and again.palette is not None:
        assert again.palette[: len(palette)] == palette
        assert set(again.palette[len(palette) :]) <= {(0, 0, 0)}


@pytest.mark.parametrize("colours", [2, 4, 16, 21, 256])
def test_indices_and_palette_are_those_that_pillow_has(colours: int) -> None:
    values = np.asarray(numbers_below(colours, np.uint8), np.uint8)
    for kind in ("PNG", "TIFF", "BMP"):
        data = saved(with_palette(values, colours), kind)
        found = decode_label_map(data)
        assert np.array_equal(found.values, np.asarray(Pillow.open(io.BytesIO(data))))
        assert np.array_equal(found.values, values)
        assert found.palette is not None
        assert found.palette[:colours] == tuple(
            (part % 256, (part + 1) % 256, (part + 2) % 256) for part in range(7, 7 + 3 * colours, 3)
        )


def test_a_written_palette_is_one_for_pillow_too() -> None:
    palette = ((0, 0, 0), (128, 0, 0), (0, 128, 0))
    values = np.array([[0, 1], [2, 255]], np.uint8)  # 255 lies beyond the palette
    picture = Pillow.open(io.BytesIO(encode_label_map(values, "png", palette)))
    assert picture.mode == "P"
    assert np.array_equal(np.asarray(picture), values)
    assert (picture.getpalette() or [])[:9] == [0, 0, 0, 128, 0, 0, 0, 128, 0]


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_grey_levels_of_few_bits_are_not_stretched(bits: int) -> None:
    # Pillow writes no such grey PNG, but such palettes; without the palette it is one.
    values = np.asarray(numbers_below(1 << bits, np.uint8, (5, 11)), np.uint8)
    data = saved(with_palette(values, 1 << bits), "PNG", bits=bits)
    assert data[24] == bits
    assert np.array_equal(decode_label_map(_grey_png(data)).values, values)


def _grey_png(data: bytes) -> bytes:
    """A PNG of a palette as a grey one of as many bits."""
    import struct
    import zlib

    chunks, place = [], 8
    while place < len(data):
        length = struct.unpack_from(">I", data, place)[0]
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length
        if kind == b"IHDR":
            body = body[:9] + b"\0" + body[10:]
        if kind != b"PLTE":
            chunks.append(
                struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            )
    return data[:8] + b"".join(chunks)


@pytest.mark.parametrize(
    ("values", "kind", "options"),
    [
        (numbers_below(40000, np.uint16), "PNG", {}),
        (numbers_below(40000, np.uint16), "TIFF", {"compression": "tiff_lzw"}),
        (numbers_below(40000, np.uint16).astype(">u2"), "TIFF", {}),
        (numbers_below(1 << 30, np.int32), "TIFF", {}),
        (numbers_below(256, np.uint8), "PNG", {}),
        (numbers_below(256, np.uint8), "BMP", {}),
    ],
)
def test_grey_numbers_of_any_size_stay_as_they_are(
    values: Numbers, kind: str, options: dict[str, Any]
) -> None:
    found = decode_label_map(saved(Pillow.fromarray(values), kind, **options))
    assert np.array_equal(found.values, values)
    assert found.values.dtype == values.dtype.newbyteorder("=")


def test_a_mask_of_one_bit_holds_0_and_1() -> None:
    values = np.asarray(numbers_below(2, np.uint8), np.uint8)
    for kind in ("PNG", "TIFF", "BMP"):
        data = saved(Pillow.fromarray(values.astype(bool)), kind)
        assert np.array_equal(decode_label_map(data).values, values)


def test_colours_of_a_table_become_its_numbers_and_others_are_told() -> None:
    picture = np.array([[SKY, ROAD, SKY], [VOID, VOID, (1, 2, 3)]], np.uint8)
    found = decode_label_map(saved(Pillow.fromarray(picture), "PNG"), TABLE)
    assert found.values.tolist() == [[0, 3, 0], [255, 255, 255]]
    assert found.unknown == ((VOID, 2), ((1, 2, 3), 1))


def test_a_palette_whose_used_colours_are_all_in_the_table_is_read_by_its_colours() -> None:
    picture = Pillow.frombytes("P", (3, 1), bytes([2, 0, 2]))
    picture.putpalette([*SKY, 9, 9, 9, *ROAD])
    assert decode_label_map(saved(picture, "PNG"), TABLE).values.tolist() == [[3, 0, 3]]
    picture = Pillow.frombytes("P", (3, 1), bytes([2, 1, 2]))
    picture.putpalette([*SKY, 9, 9, 9, *ROAD])
    assert decode_label_map(saved(picture, "PNG"), TABLE).values.tolist() == [[2, 1, 2]]


def test_grey_that_was_saved_as_colours_is_read_as_grey() -> None:
    values = np.asarray(numbers_below(30, np.uint8), np.uint8)
    opaque = np.full_like(values, 255)
    for planes in ((values,) * 3, (values, values, values, opaque), (values, opaque)):
        data = saved(Pillow.fromarray(np.stack(planes, axis=2)), "PNG")
        assert np.array_equal(decode_label_map(data).values, values)


COLOURED = saved(Pillow.fromarray(noise_picture(4, 3)), "PNG")
BAD = [
    (saved(Pillow.fromarray(noise_picture(4, 3)), "JPEG"), "JPEG, whose compression changes the numbers"),
    (saved(Pillow.fromarray(noise_picture(4, 3)), "WEBP", lossless=True), "WebP, whose compression"),
    (saved(Pillow.fromarray(noise_picture(16, 16)), "TIFF", compression="jpeg"), "JPEG inside TIFF"),
    (saved(Pillow.fromarray(noise_picture(4, 3)), "GIF"), "GIF, whose writers number colours anew"),
    (COLOURED, "in colours, of which nothing says what they mean"),
    (saved(Pillow.fromarray(noise_picture(4, 3, 4)), "PNG"), "transparent in some places"),
    (COLOURED[:-30], "truncated"),
    (b"# not a picture", "not a picture of a known kind"),
    (saved(Pillow.fromarray(np.ones((3, 4), np.float32)), "TIFF"), "floating-point"),
    (saved(Pillow.fromarray(np.full((3, 4), -1, np.int32)), "TIFF"), "below zero"),
]


@pytest.mark.parametrize(("data", "told"), BAD, ids=[told[:20] for _, told in BAD])
def test_what_is_no_mask_is_refused_in_words(data: bytes, told: str) -> None:
    with pytest.raises(ImageError, match=told):
        decode_label_map(data)


def test_several_frames_and_too_many_pixels_are_refused() -> None:
    frames = [Pillow.fromarray(noise_picture(4, 3, 1, seed)[:, :, 0]) for seed in range(2)]
    for kind in ("PNG", "TIFF"):
        with pytest.raises(ImageError, match="several"):
            decode_label_map(saved(frames[0], kind, save_all=True, append_images=frames[1:]))
    with pytest.raises(ImageError, match="too large: 4 x 3"):
        decode_label_map(saved(frames[0], "PNG"), max_pixels=11)


def test_notes_in_the_file_do_not_matter() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "made by hand")
    values = numbers_below(9, np.uint8)
    data = saved(Pillow.fromarray(values), "PNG", pnginfo=notes, gamma=0.4)
    assert np.array_equal(decode_label_map(data).values, values)
