"""Recognises labels in JSON, XML and YAML files, and in files that are not text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from augstudio.datasets.label_folder import LabelFolder, names_class, stem_of
from augstudio.datasets.masks.recognising import is_called_masks
from augstudio.images.suffixes import IMAGE_SUFFIXES

# Parts of keys and of elements' names.
_COORDINATE: Final = re.compile(
    r"b?box(?:es)?|bndbox|bbox\w*|box\d?d|polygons?|polylines?|points?|keypoints?|landmarks?|segmentations?"
    r"|masks?|shapes?|regions?|coords?|rle|counts|rectangles?\w*|matrix|pose|vertices",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"\w*labels?|class(?:es)?|classification|categor(?:y|ies)\w*|annot\w*|objects?|captions?|choices|tags|targets?|scores?|grades?"
    r"|diagnos\w+|text|y",
    re.IGNORECASE,
)
_SUFFIXES: Final = "|".join(re.escape(suffix) for suffix in sorted(IMAGE_SUFFIXES))
_PICTURE_NAME: Final = re.compile(rf"""["'>]([^"'<>\r\n]{{1,300}}(?:{_SUFFIXES}))["'<]""", re.IGNORECASE)
_KEY: Final = re.compile(r'"([^"\r\n]{1,300})"\s*:')
_VALUE: Final = re.compile(r'"(\w{1,60})"\s*:\s*"([^"\r\n]{1,300})"')
_NAMES: Final = 20
_SEVERAL: Final = 2
_CALLED_LABELS: Final = re.compile(
    r"labels?|annot|b?box|landmark|keypoint|ground_?truth|metadata|(?:^|[-_. ])gt(?:$|[-_. ])", re.IGNORECASE
)
_TABLES: Final = (".parquet", ".xlsx", ".xls", ".feather", ".arrow", ".tfrecord", ".sqlite", ".db")
# As Hugging Face datasets calls the parts of a table, or those of a split.
_SHARD: Final = re.compile(r"(?:.+-\d{5}-of-\d{5}|train|test|validation)\.(?:parquet|arrow)")
_BESIDE: Final = (".npy", ".npz", ".mat", ".pts", ".pkl", ".h5", ".hdf5", ".geojson", ".ann")


def told_json(folder: LabelFolder, name: str, data: bytes) -> str:
    """The format of a JSON file, or "JSON" for one of none that is known but of labels all the same."""
    keys = frozenset(re.findall(rb'"(\w+)"\s*:', data))
    if {b"shapes", b"imagePath"} <= keys or (b"shapes" in keys and stem_of(name) in folder.stems):
        return "LabelMe"
    if keys & {b"images", b"annotations"} and keys & {b"categories", b"category_id", b"image_id"}:
        return "COCO"
    if keys & {b"completed_by", b"from_name"} and keys & {b"result", b"annotations"}:
        return "Label Studio"
    if b"shape_attributes" in keys or b"_via_img_metadata" in keys:
        return "VGG Image Annotator"
    if b"augstudio" in keys:  # a pipeline of ours, which may name a picture for its colours
        return ""
    return "JSON" if _holds_labels(folder, name, data) else ""


def told_jsonl(folder: LabelFolder, name: str, data: bytes) -> str:
    """The format of a file with one JSON object in a line."""
    named = re.search(rb'"(?:\w+_)?file_name"\s*:', data)
    if named and stem_of(name) == "metadata":
        return "Hugging Face metadata"
    return "JSON" if _holds_labels(folder, name, data) else ""


def told_xml(folder: LabelFolder, name: str, data: bytes) -> str:
    """The format of an XML file, or "XML" for one of none that is known but of labels all the same."""
    start = re.search(rb"<(annotations?)[\s>]", data[:2000])
    if start is None:
        words = re.findall(r"<(?:\w+:)?(\w+)", data.decode("utf-8", "replace"))
        told = any(map(_COORDINATE.fullmatch, words)) and _pictures_of(folder, name, data)
        return "XML" if told else ""
    if start[1] == b"annotation":
        return "Pascal VOC"
    return "CVAT" if re.search(rb"<(?:image|meta|track|version)[\s>]", data) else ""


def told_yaml(folder: LabelFolder, _name: str, data: bytes) -> str:
    """The file that names a YOLO dataset's folders and classes."""
    if folder.path.count("/") > 1:
        return ""
    names = re.search(rb"^(?:names|nc)\s*:", data, re.MULTILINE)
    parts = re.search(rb"^(?:train|val|path)\s*:", data, re.MULTILINE)
    return "YOLO" if names and parts else ""


def told_binary(folder: LabelFolder) -> tuple[str, str] | None:
    """The kind and name of a file of labels that is no text, told by its name alone."""
    if "metadata.parquet" in folder.files.get(".parquet", ()):
        return "Hugging Face metadata", "metadata.parquet"
    tables = (name for suffix in (".parquet", ".arrow") for name in folder.files.get(suffix, ()))
    shard = min(filter(_SHARD.fullmatch, tables), default="")
    if shard and folder.stems:
        return "a table of Hugging Face datasets", shard
    if ".datum" in folder.files:
        return "Datumaro", min(folder.files[".datum"])
    for suffix in (*_TABLES, *_BESIDE):
        for name in sorted(folder.files.get(suffix, ())):
            if _CALLED_LABELS.search(stem_of(name)):
                return f"{suffix} files", name
    for suffix in _BESIDE:
        names = sorted(folder.files.get(suffix, ()))
        paired = [name for name in names if stem_of(name) in folder.stems]
        if not paired:
            paired = [name for name in names[:_NAMES] if folder.picture(stem_of(name)) is not None]
        if len(paired) >= _SEVERAL:
            return f"{suffix} files", paired[0]
    return None


def _holds_labels(folder: LabelFolder, name: str, data: bytes) -> bool:
    """Whether JSON tells more of pictures than in which folder of a class they lie."""
    text = data.decode("utf-8", "replace").replace("\\/", "/")
    keys = dict.fromkeys(_KEY.findall(text))
    words = {word for key in keys for word in re.split(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])", key)}
    coordinates = any(map(_COORDINATE.fullmatch, words))
    mapped = {place for key in islice(reversed(keys), _NAMES) if (place := folder.picture(key)) is not None}
    called = any(map(is_called_masks, folder.path.split("/")))
    if not coordinates and not mapped and not called and not any(map(_LABEL.fullmatch, words)):
        return False
    places = _pictures_of(folder, name, text.encode()) or mapped or _of_values(folder, text)
    return bool(places) and (coordinates or not any(map(names_class, places)))


def _pictures_of(folder: LabelFolder, name: str, data: bytes) -> set[str]:
    """Folders of the pictures that a file is called as, or that it names, if most of them are there."""
    own = folder.picture(stem_of(name))
    if own is not None:
        return {own}
    named = dict.fromkeys(_PICTURE_NAME.findall(data.decode("utf-8", "replace")))
    return _most(folder, islice(named, _NAMES)) or _most(folder, islice(reversed(named), _NAMES))


def _of_values(folder: LabelFolder, text: str) -> set[str]:
    """Folders of the pictures that most values of one key name, without suffixes."""
    values: dict[str, dict[str, None]] = {}
    for key, value in _VALUE.findall(text):
        values.setdefault(key, {})[value] = None
    kinds = (_most(folder, islice(named, _NAMES)) for named in islice(values.values(), _NAMES))
    return next(filter(None, kinds), set())


def _most(folder: LabelFolder, names: Iterable[str]) -> set[str]:
    found = [folder.picture(name) for name in names]
    places = [place for place in found if place is not None]
    return set(places) if 2 * len(places) >= len(found) else set()
