"""AVIF and HEIC files: depth and turn are told by the file's properties, which decoders do not all heed."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL.AvifImagePlugin import AvifImageFile
from pillow_heif.as_plugin import HeifImageFile

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.av1 import av1_size
from augstudio.images.codec import decode, decode_small, decoded_size
from augstudio.images.headers import declared_size
from tests.folders import encoded
from tests.images.item_files import ALPHA, Item, box, item_file, picture_of
from tests.pictures import noise_picture, smooth_picture

PICTURE = smooth_picture(64, 48, 4)
READERS: dict[str, Any] = {"AVIF": AvifImageFile, "HEIF": HeifImageFile}
BRANDS = {"AVIF": b"avif", "HEIF": b"heic"}
FILES = {
    (kind, channels): encoded(PICTURE[:, :, :channels], kind, quality=95)
    for kind in READERS
    for channels in (1, 3, 4)
}
COLOUR = {kind: FILES[kind, 3] for kind in READERS}
MAIN = {kind: picture_of(data) for kind, data in COLOUR.items()}
OTHER = {kind: picture_of(encoded(PICTURE[:, :, 3:], kind, quality=95)) for kind in READERS}
NOTE = Item(b"Exif", b"\0\0\0\0II*\0", (), {b"cdsc": (1,)})

kinds = pytest.mark.parametrize("kind", READERS)


def put_together(kind: str, *items: Item, brand: bytes = b"", primary: int = 1) -> bytes:
    return item_file(*items, brand=brand or BRANDS[kind], primary=primary)


def by_reader(kind: str, data: bytes, mode: str) -> Image:
    return np.asarray(READERS[kind](io.BytesIO(data)).convert(mode))


@pytest.mark.parametrize("channels", [1, 3])
@kinds
def test_a_file_put_together_is_the_same_picture(kind: str, channels: int) -> None:
    data = FILES[kind, channels]
    found = decode(put_together(kind, picture_of(data)))
    np.testing.assert_array_equal(found.image, decode(data).image)
    assert (found.format, found.orientation) == (kind.lower(), 1)


@pytest.mark.parametrize("channels", [1, 3, 4])
@kinds
def test_pixels_are_the_decoders(kind: str, channels: int) -> None:
    data = FILES[kind, channels]
    wanted = by_reader(kind, data, {1: "L", 3: "RGB", 4: "RGBA"}[channels])
    found = decode(data).image
    np.testing.assert_array_equal(found, wanted.reshape(48, 64, channels))
    assert np.abs(found.astype(int) - PICTURE[:, :, :channels]).mean() < 3
    assert decoded_size(data) == declared_size(data) == (64, 48)
    assert decode_small(data, 32).shape == (24, 32, channels)


@kinds
def test_grey_with_alpha_stays_grey(kind: str) -> None:
    alpha = OTHER[kind].changed(ALPHA)
    grey = picture_of(FILES[kind, 1])
    data = put_together(kind, grey, Item(alpha.kind, alpha.data, alpha.properties, {b"auxl": (1,)}))
    found = decode(data).image
    assert found.shape == (48, 64, 2)
    np.testing.assert_array_equal(found[:, :, (0, 0, 0, 1)], by_reader(kind, data, "RGBA"))
    np.testing.assert_array_equal(found[:, :, :1], decode(FILES[kind, 1]).image)
    np.testing.assert_array_equal(found[:, :, 1:], decode(put_together(kind, OTHER[kind])).image)
    assert decode_small(data, 32).shape == (24, 32, 2)


def coding(kind: str, **changes: int) -> tuple[bytes, bytes]:
    """How a picture is coded, with other bits at some places."""
    name = {"AVIF": b"av1C", "HEIF": b"hvcC"}[kind]
    body = bytearray(dict(MAIN[kind].properties)[name])
    for place, bits in changes.items():
        body[int(place[1:])] |= bits
    return name, bytes(body)


def with_deep_alpha(kind: str) -> bytes:
    alpha = OTHER[kind].changed(ALPHA, (b"pixi", b"\0\0\0\0\1\x0a"))
    return put_together(kind, MAIN[kind], Item(alpha.kind, alpha.data, alpha.properties, {b"auxl": (1,)}))


DEEP = {f"{kind} alpha": with_deep_alpha(kind) for kind in READERS}
for told, told_depths in {"10": b"\x0a\x0a\x0a", "12 in one": b"\x08\x08\x0c"}.items():
    for known in READERS:
        deep = MAIN[known].changed((b"pixi", b"\0\0\0\0\3" + told_depths))
        DEEP[f"{known} {told}"] = put_together(known, deep)
DEEP["AVIF coded 10"] = put_together("AVIF", MAIN["AVIF"].changed(coding("AVIF", _2=0x40)))
DEEP["AVIF coded 12"] = put_together("AVIF", MAIN["AVIF"].changed(coding("AVIF", _2=0x60)))
DEEP["HEIF coded 10"] = put_together("HEIF", MAIN["HEIF"].changed(coding("HEIF", _17=2)))
DEEP["HEIF colours 10"] = put_together("HEIF", MAIN["HEIF"].changed(coding("HEIF", _18=2)))


@pytest.mark.parametrize("name", DEEP)
def test_depth_is_read_from_the_file(name: str) -> None:
    for read in (decode, lambda data: decode_small(data, 9), decoded_size):
        with pytest.raises(ImageError, match="more than 8 bits per channel are not supported yet; convert"):
            read(DEEP[name])


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
@kinds
def test_properties_turn_the_picture_and_notes_do_not(kind: str, orientation: int, told: int) -> None:
    main = MAIN[kind].changed(*TURNED[orientation])
    note = Item(b"Exif", struct.pack(">I", 0) + exif(told).removeprefix(b"Exif\0\0"), (), {b"cdsc": (1,)})
    data = put_together(kind, main, *([note] if told else []))
    wanted = np.rot90(decode(COLOUR[kind]).image, {6: -1, 8: 1, 3: 2, 5: 1, 7: -1}.get(orientation, 0))
    if orientation in (2, 4, 5, 7):
        wanted = wanted[:, ::-1] if orientation == 2 else wanted[::-1]
    np.testing.assert_array_equal(decode(data).image, wanted)
    assert decoded_size(data) == wanted.shape[1::-1]
    assert decode_small(data, 32).shape[:2] == ((32, 24) if orientation >= 5 else (24, 32))


@pytest.mark.parametrize(
    "note", [b"", b"\0", b"\0\0\0\0nothing of use", b"\xff" * 9, b"\0\0\0\0II*\0\xff\xff\xff\xff"]
)
@pytest.mark.parametrize("name", [b"Exif", b"mime"])
@kinds
def test_damaged_notes_cost_no_picture(kind: str, name: bytes, note: bytes) -> None:
    data = put_together(kind, MAIN[kind], Item(name, note, (), {b"cdsc": (1,)}))
    np.testing.assert_array_equal(decode(data).image, decode(COLOUR[kind]).image)


def test_a_note_that_is_cut_off_costs_no_picture() -> None:
    data = put_together("AVIF", MAIN["AVIF"], Item(b"Exif", bytes(99), (), {b"cdsc": (1,)}))
    np.testing.assert_array_equal(decode(data[:-50]).image, decode(COLOUR["AVIF"]).image)


@pytest.mark.parametrize(
    "rest",
    [b"\0\0\0\1", bytes(99), b"a film", box(b"mpvd", COLOUR["AVIF"]), box(b"free", bytes(9))],
    ids=["number", "zeros", "text", "film", "box"],
)
@kinds
def test_what_follows_the_picture_does_no_harm(kind: str, rest: bytes) -> None:
    np.testing.assert_array_equal(decode(COLOUR[kind] + rest).image, decode(COLOUR[kind]).image)


@kinds
def test_a_profile_is_kept(kind: str) -> None:
    profile = bytes(16) + b"RGB " + bytes(200)
    data = put_together(kind, MAIN[kind].changed((b"colr", b"prof" + profile)))
    assert decode(data).icc_profile == profile
    assert decode(COLOUR[kind]).icc_profile is None


@pytest.mark.parametrize("primary", [1, 2, 3])
def test_of_several_pictures_the_primary_one_is_read(primary: int) -> None:
    """A phone's file: a picture, a second one, and a map of depths that belongs to the first."""
    depths = OTHER["HEIF"].changed((b"auxC", b"\0\0\0\0urn:mpeg:hevc:2015:auxid:2\0"))
    items = [
        MAIN["HEIF"],
        MAIN["HEIF"].changed((b"irot", b"\2")),
        picture_of(FILES["HEIF", 1]),
        Item(depths.kind, depths.data, depths.properties, {b"auxl": (1,)}),
    ]
    data = put_together("HEIF", *items, primary=primary)
    assert READERS["HEIF"](io.BytesIO(data)).n_frames == 3
    found = decode(data).image
    first = decode(COLOUR["HEIF"]).image
    wanted = {1: first, 2: np.rot90(first, 2), 3: decode(FILES["HEIF", 1]).image}[primary]
    np.testing.assert_array_equal(found, wanted)


def grid(kind: str, *tiles: Item, across: int = 2, inline: tuple[int, ...] = ()) -> bytes:
    """A picture of tiles side by side, as phones write them."""
    width = 64 * across
    about = struct.pack(">BBBBHH", 0, 0, 0, across - 1, width, 64)
    size = (b"ispe", struct.pack(">III", 0, width, 64))
    whole = Item(b"grid", about, (size,), {b"dimg": tuple(range(2, 2 + len(tiles)))})
    return item_file(whole, *tiles, brand=BRANDS[kind], inline=inline)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("inline", [(), (1,), (1, 3)])
@kinds
def test_tiles_are_one_picture(kind: str, inline: tuple[int, ...], channels: int) -> None:
    single = encoded(smooth_picture(64, 64)[:, :, :channels], kind, quality=95)
    tile = picture_of(single)
    data = grid(kind, tile, tile, inline=inline)
    found, wanted = decode(data).image, np.hstack([decode(single).image] * 2)
    np.testing.assert_array_equal(found.squeeze(), by_reader(kind, data, "RGB" if channels == 3 else "L"))
    # Where two tiles meet, colours of half resolution may be taken from both.
    np.testing.assert_array_equal(np.delete(found, (63, 64), 1), np.delete(wanted, (63, 64), 1))
    with pytest.raises(ImageError, match="more than 8 bits"):
        decode(grid(kind, tile, tile.changed((b"pixi", b"\0\0\0\0\1\x0a"))))
    with pytest.raises(ImageError, match="truncated"):
        decode(grid(kind, tile, tile, inline=inline)[:-1])
    with pytest.raises(ImageError, match="damaged"):
        decode(grid(kind, tile))


def overwritten(tile: Item, start: int, new: bytes) -> Item:
    data = tile.data[:start] + new + tile.data[start + len(new) :]
    return Item(tile.kind, data, tile.properties)


@pytest.mark.parametrize(
    "damage", ["zeros", "zeros in it", "no length", "no picture", "no part", "empty", "uncoded"]
)
def test_a_damaged_tile_makes_no_half_picture(damage: str) -> None:
    """The decoder shows green or grey in its place and says nothing."""
    tile = picture_of(encoded(noise_picture(64, 64), "HEIF", quality=95))
    half = len(tile.data) // 2
    broken = {
        "zeros": overwritten(tile, half, bytes(len(tile.data) - half)),
        "zeros in it": overwritten(tile, half, bytes(8)),
        "no length": overwritten(tile, 0, b"\xff\xff\xff\xff"),
        "no picture": overwritten(tile, 4, b"\x4e\1"),
        "no part": overwritten(tile, 4, b"\0\0"),
        "empty": Item(tile.kind, b"", tile.properties),
        "uncoded": Item(tile.kind, tile.data, tuple(one for one in tile.properties if one[0] != b"hvcC")),
    }[damage]
    data = grid("HEIF", tile, broken)
    assert READERS["HEIF"](io.BytesIO(data)).convert("RGB").size == (128, 64)
    with pytest.raises(ImageError, match=r"damaged|truncated"):
        decode(data)


def test_a_download_that_was_never_filled_is_an_avif_with_its_end_missing() -> None:
    data = encoded(noise_picture(64, 64), "AVIF", quality=95)
    half = len(data) // 2
    np.asarray(READERS["AVIF"](io.BytesIO(data[:half] + bytes(len(data) - half))).convert("RGB"))
    with pytest.raises(ImageError, match="truncated"):
        decode(data[:half] + bytes(len(data) - half))


@pytest.mark.parametrize("kept", [63, 48, 17])
def test_heic_is_cut_to_the_part_that_is_shown(kept: int) -> None:
    """Coders of HEIC fill pictures up to whole blocks, and say so; AVIF's have no need for it."""
    part = struct.pack(">8I", 64, 1, kept, 1, 0, 1, 0, 1)
    part = part[:24] + struct.pack(">iI", kept - 64, 2)
    found = decode(put_together("HEIF", MAIN["HEIF"].changed((b"clap", part)))).image
    assert found.shape == (kept, 64, 3)
    np.testing.assert_array_equal(found[:48], decode(COLOUR["HEIF"]).image[:kept])
    with pytest.raises(ImageError, match="cut away"):
        decode(put_together("AVIF", MAIN["AVIF"].changed((b"clap", part))))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (put_together("AVIF", MAIN["AVIF"], brand=b"avis"), "animated"),
        (put_together("HEIF", MAIN["HEIF"], brand=b"hevc"), "animated"),
        (box(b"ftyp", b"avif\0\0\0\0avif") + box(b"moov", bytes(8)), "animated"),
        (put_together("AVIF", MAIN["AVIF"], primary=2), "damaged"),
        (put_together("HEIF", MAIN["HEIF"], primary=2), "damaged"),
        (box(b"ftyp", b"heic\0\0\0\0heic"), "truncated"),
        (put_together("AVIF", MAIN["AVIF"].changed((b"pixi", b""))), "damaged"),
        (put_together("HEIF", MAIN["AVIF"]), "of a kind that is not supported"),
        (box(b"ftyp", b"isom\0\0\0\0mp42") + box(b"mdat", bytes(8)), "not a picture of a known kind"),
    ],
    ids=["avis", "hevc", "film", "no primary", "no primary heic", "no items", "odd", "other coding", "mp4"],
)
def test_other_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ImageError, match=reason):
        decode(data)


@pytest.mark.parametrize("size", [(1, 1), (64, 48), (300, 7), (4000, 3000)])
def test_the_size_of_a_coded_avif_is_known(size: tuple[int, int]) -> None:
    """The decoder takes memory for it, whatever is said of the picture elsewhere."""
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    for options in ({}, {"save_all": True, "append_images": [Pillow.new("RGB", size)], "duration": 9}):
        data = encoded(picture, "AVIF", speed=10, **options)
        assert av1_size(data[data.index(b"mdat") + 4 :]) == size


def test_a_coded_picture_far_larger_than_is_said_is_refused() -> None:
    for told in ((8, 8), (64, 2)):
        data = put_together("AVIF", MAIN["AVIF"].changed((b"ispe", struct.pack(">III", 0, *told))))
        with pytest.raises(ImageError, match="damaged"):
            decode(data)
    unknown = put_together("AVIF", Item(b"av01", b"\x12\0" + bytes(9) + b"\1", MAIN["AVIF"].properties))
    with pytest.raises(ImageError):
        decode(unknown)


@kinds
def test_no_box_can_crash_the_reader(kind: str) -> None:
    chance = np.random.default_rng(0)
    data = put_together(kind, MAIN[kind], NOTE)
    for _ in range(200):
        broken: Any = bytearray(data)
        for place in chance.integers(0, data.index(b"mdat"), 3):
            broken[place] = chance.integers(0, 256)
        try:
            assert decode(bytes(broken), max_pixels=10**6).image.dtype == np.uint8
        except ImageError:
            continue
