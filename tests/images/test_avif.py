"""AVIF files: depth and turn are told by the file's properties, which the usual decoders do not all heed."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.codec import decode, decode_small, decoded_size
from tests.folders import encoded
from tests.images.item_files import ALPHA, Item, box, item_file, picture_of
from tests.pictures import smooth_picture

PICTURE = smooth_picture(48, 32, 4)
COLOUR = encoded(PICTURE[:, :, :3], "AVIF", quality=95)
GREY = encoded(PICTURE[:, :, :1], "AVIF", quality=95)
OTHER = encoded(PICTURE[:, :, 3:], "AVIF", quality=95)
MAIN = picture_of(COLOUR)
SEQUENCE = 2


def by_pillow(data: bytes, mode: str) -> Image:
    with Pillow.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert(mode))


def test_a_file_put_together_is_the_same_picture() -> None:
    for data in (COLOUR, GREY):
        found = decode(item_file(picture_of(data)))
        np.testing.assert_array_equal(found.image, decode(data).image)
    assert (found.format, found.orientation) == ("avif", 1)


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_pixels_are_pillows(channels: int) -> None:
    data = encoded(PICTURE[:, :, :channels], "AVIF", quality=90)
    wanted = by_pillow(data, {1: "L", 3: "RGB", 4: "RGBA"}[channels])
    found = decode(data).image
    np.testing.assert_array_equal(found, wanted.reshape(32, 48, channels))
    assert np.abs(found.astype(int) - PICTURE[:, :, :channels]).mean() < 3


def test_grey_with_alpha_stays_grey() -> None:
    alpha = picture_of(OTHER).changed(ALPHA)
    data = item_file(picture_of(GREY), Item(alpha.kind, alpha.data, alpha.properties, {b"auxl": (1,)}))
    wanted = by_pillow(data, "RGBA")
    found = decode(data).image
    assert found.shape == (32, 48, 2)
    np.testing.assert_array_equal(found[:, :, (0, 0, 0, 1)], wanted)
    np.testing.assert_array_equal(found[:, :, :1], decode(GREY).image)
    np.testing.assert_array_equal(found[:, :, 1:], decode(OTHER).image)
    assert decode_small(data, 24).shape == (16, 24, 2)


def deep_coding(item: Item, flags: int) -> tuple[bytes, bytes]:
    body = bytearray(dict(item.properties)[b"av1C"])
    body[SEQUENCE] |= flags
    return b"av1C", bytes(body)


def with_deep_alpha() -> bytes:
    alpha = picture_of(OTHER).changed(ALPHA, (b"pixi", b"\0\0\0\0\1\x0a"))
    return item_file(MAIN, Item(alpha.kind, alpha.data, alpha.properties, {b"auxl": (1,)}))


@pytest.mark.parametrize(
    "data",
    [
        item_file(MAIN.changed((b"pixi", b"\0\0\0\0\3\x0a\x0a\x0a"))),
        item_file(MAIN.changed((b"pixi", b"\0\0\0\0\3\x08\x08\x0c"))),
        item_file(MAIN.changed(deep_coding(MAIN, 0x40))),
        item_file(MAIN.changed(deep_coding(MAIN, 0x60))),
        with_deep_alpha(),
    ],
    ids=["10", "12 in one", "coded 10", "coded 12", "alpha"],
)
def test_depth_is_read_from_the_file(data: bytes) -> None:
    for read in (decode, lambda data: decode_small(data, 9), decoded_size):
        with pytest.raises(ImageError, match="more than 8 bits per channel are not supported yet; convert"):
            read(data)


def exif(orientation: int) -> bytes:
    note = Pillow.Exif()
    note[0x0112] = orientation
    return note.tobytes()


TURNED = {
    1: [],
    2: [(b"imir", b"\1")],
    3: [(b"irot", b"\2")],
    4: [(b"imir", b"\0")],
    5: [(b"irot", b"\1"), (b"imir", b"\0")],
    6: [(b"irot", b"\3")],
    7: [(b"irot", b"\3"), (b"imir", b"\0")],
    8: [(b"irot", b"\1")],
}


@pytest.mark.parametrize("told", [0, 1, 6])
@pytest.mark.parametrize("orientation", TURNED)
def test_properties_turn_the_picture_and_notes_do_not(orientation: int, told: int) -> None:
    main = MAIN.changed(*TURNED[orientation])
    note = Item(b"Exif", struct.pack(">I", 0) + exif(told).removeprefix(b"Exif\0\0"), (), {b"cdsc": (1,)})
    data = item_file(main, *([note] if told else []))
    found, stored = decode(data), decode(COLOUR).image
    quarter = {6: -1, 8: 1, 3: 2, 5: 1, 7: -1}.get(orientation, 0)
    wanted = np.rot90(stored, quarter)
    if orientation in (2, 4, 5, 7):
        wanted = wanted[:, ::-1] if orientation == 2 else wanted[::-1]
    np.testing.assert_array_equal(found.image, wanted)
    assert found.orientation == orientation
    assert decoded_size(data) == wanted.shape[1::-1]


@pytest.mark.parametrize(
    "note", [b"", b"\0", b"\0\0\0\0nothing of use", b"\xff" * 9, b"\0\0\0\0II*\0\xff\xff\xff\xff"]
)
@pytest.mark.parametrize("kind", [b"Exif", b"mime"])
def test_damaged_notes_cost_no_picture(kind: bytes, note: bytes) -> None:
    data = item_file(MAIN, Item(kind, note, (), {b"cdsc": (1,)}))
    np.testing.assert_array_equal(decode(data).image, decode(COLOUR).image)


def test_a_note_that_is_cut_off_costs_no_picture() -> None:
    data = item_file(MAIN, Item(b"Exif", bytes(99), (), {b"cdsc": (1,)}))
    np.testing.assert_array_equal(decode(data[:-50]).image, decode(COLOUR).image)


@pytest.mark.parametrize("rest", [b"\0\0\0\1", bytes(99), b"a film", box(b"mpvd", COLOUR)])
def test_what_follows_the_picture_does_no_harm(rest: bytes) -> None:
    np.testing.assert_array_equal(decode(COLOUR + rest).image, decode(COLOUR).image)


def test_a_profile_is_kept() -> None:
    profile = bytes(16) + b"RGB " + bytes(200)
    assert decode(encoded(PICTURE[:, :, :3], "AVIF", icc_profile=profile)).icc_profile == profile
    assert decode(COLOUR).icc_profile is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (item_file(MAIN, brand=b"avis"), "animated"),
        (box(b"ftyp", b"avif\0\0\0\0avif") + box(b"moov", bytes(8)), "animated"),
        (item_file(MAIN, primary=2), "damaged"),
        (box(b"ftyp", b"avif\0\0\0\0avif"), "truncated"),
        (item_file(MAIN.changed((b"clap", struct.pack(">8I", 8, 1, 8, 1, 0, 1, 0, 1)))), "cut away"),
        (item_file(MAIN.changed((b"pixi", b""))), "damaged"),
    ],
    ids=["brand", "film", "no primary", "no items", "cropped", "odd"],
)
def test_other_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ImageError, match=reason):
        decode(data)


def test_no_box_can_crash_the_reader() -> None:
    chance = np.random.default_rng(0)
    data = item_file(MAIN, Item(b"Exif", bytes(9), (), {b"cdsc": (1,)}))
    for _ in range(300):
        broken: Any = bytearray(data)
        for place in chance.integers(0, data.index(b"mdat"), 3):
            broken[place] = chance.integers(0, 256)
        try:
            assert decode(bytes(broken), max_pixels=10**6).image.dtype == np.uint8
        except ImageError:
            continue
