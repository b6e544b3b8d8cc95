"""Datasets of one or two pictures, with one thing wrong in their annotations.

``python -m tests.documents`` writes what the user is told of each to ``resources/docs/broken-labels.md``, and
the page is checked as the other documents are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_survey import survey_labels
from augstudio.errors import DatasetError
from tests.datasets.coco_files import annotation, content, image
from tests.datasets.yolo_folders import DATA, PICTURE
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

_NONE: Final[Mapping[str, bytes]] = MappingProxyType({})
_SMALL: Final = encoded(smooth_picture(10, 10), "PNG")


@dataclass(frozen=True)
class BrokenAnnotation:
    """A dataset with one thing wrong, the pictures of which are whole.

    Attributes:
        wrong: What is wrong, as a user would say it.
        files: Its files.
    """

    wrong: str
    files: Mapping[str, bytes]


def told(root: Path, broken: BrokenAnnotation) -> tuple[str, ...]:
    """What the user reads after opening the dataset: the error, or its problems in order.

    Args:
        root: Where it is written; a folder that is not there yet.
        broken: The dataset.
    """
    write_files(root, broken.files)
    try:
        found = survey_labels(open_dataset(root))
    except DatasetError as error:
        return (str(error).replace(str(root), "the folder"),)
    assert found is not None
    return tuple(_line(problem) for problem in (*found.problems, *found.notes))


def _line(problem: LabelProblem) -> str:
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    return f"{place}: {problem.said}"


# -- datasets of one picture --------------------------------------------------------------------------


def _yolo(rows: str | bytes, data: str = DATA, more: Mapping[str, bytes] = _NONE) -> dict[str, bytes]:
    text = rows.encode() if isinstance(rows, str) else rows
    files = {"images/train/a.png": PICTURE, "labels/train/a.txt": text, "images/val/b.png": PICTURE}
    return {"data.yaml": data.encode(), **files, "labels/val/b.txt": b"", **more}


def _coco(data: bytes) -> dict[str, bytes]:
    return {"instances.json": data, "images/a.png": PICTURE}


def _voc(inside: str, **more: bytes) -> dict[str, bytes]:
    head = "<annotation>\n<filename>a.png</filename>\n<size><width>40</width><height>20</height></size>\n"
    return _xml(f"{head}{inside}\n</annotation>", **more)


def _xml(text: str, **more: bytes) -> dict[str, bytes]:
    return {"JPEGImages/a.png": PICTURE, "Annotations/a.xml": text.encode(), **more}


def _object(box: str, name: str = "<name>cat</name>") -> str:
    return f"<object>{name}<bndbox>{box}</bndbox></object>"


def _corners(*numbers: object) -> str:
    names = ("xmin", "ymin", "xmax", "ymax")
    return "".join(f"<{name}>{number}</{name}>" for name, number in zip(names, numbers, strict=True))


def _labelme(*shapes: object, **more: Any) -> dict[str, bytes]:
    said: dict[str, Any] = {"version": "5.5.0", "flags": {}, "imagePath": "a.png", "imageData": None}
    said |= {"shapes": list(shapes), "imageHeight": 20, "imageWidth": 40, **more}
    return {"a.png": PICTURE, "a.json": json.dumps(said).encode()}


def _shape(points: object, kind: str = "polygon", label: object = "cat") -> dict[str, object]:
    return {"label": label, "points": points, "shape_type": kind, "group_id": None, "flags": {}}


def _cvat(
    inside: str, image_tag: str = '<image id="0" name="a.png" width="40" height="20">'
) -> dict[str, bytes]:
    labels = "<meta><task><labels><label><name>cat</name></label></labels></task></meta>"
    text = (
        f"<annotations>\n<version>1.1</version>\n{labels}\n{image_tag}\n{inside}\n</image>\n</annotations>\n"
    )
    return {"images/a.png": PICTURE, "annotations.xml": text.encode()}


def _studio(result: object, **more: Any) -> dict[str, bytes]:
    noted = {"id": 1, "was_cancelled": False, "result": [result]}
    task = {"id": 7, "data": {"image": "/data/upload/1/0123abcd-a.png"}, "annotations": [noted], **more}
    return {"images/a.png": PICTURE, "export.json": json.dumps([task]).encode()}


def _region(value: Mapping[str, object], kind: str = "rectanglelabels", **more: object) -> dict[str, object]:
    size = {"original_width": 40, "original_height": 20, "image_rotation": 0}
    said = {"id": "r1", "type": kind, "from_name": "label", "to_name": "image"}
    return {**said, "value": {**value, kind: ["cat"]}, **size, **more}


_BOX: Final = {"x": 10, "y": 20, "width": 50, "height": 30, "rotation": 0}


def _masks(mask: bytes, name: str = "a.png", more: Mapping[str, bytes] = _NONE) -> dict[str, bytes]:
    return {
        "images/a.png": PICTURE,
        f"masks/{name}": mask,
        "classes.csv": b"value,name\n0,ground\n1,cat\n",
        **more,
    }


def _csv(text: str) -> dict[str, bytes]:
    return {"a.png": PICTURE, "b.png": PICTURE, "labels.csv": text.encode()}


def _hf(*rows: object) -> dict[str, bytes]:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return {"train/a.png": PICTURE, "train/metadata.jsonl": f"{lines}\n".encode()}


def _row(**more: object) -> dict[str, object]:
    return {"file_name": "a.png", **more}


def _named(file: str, data: bytes) -> dict[str, bytes]:
    """A picture, and a file of annotations for it."""
    return {"images/a.png": PICTURE, file: data}


def _json(file: str, said: object) -> dict[str, bytes]:
    return _named(file, json.dumps(said).encode())


def _cases(**cases: Mapping[str, bytes]) -> tuple[BrokenAnnotation, ...]:
    return tuple(BrokenAnnotation(wrong.replace("_", " "), files) for wrong, files in cases.items())


# -- what is wrong with them --------------------------------------------------------------------------

_ROW: Final = "0 0.5 0.5 0.2 0.2\n"
_YOLO: Final = _cases(
    a_class_that_does_not_exist=_yolo("7 0.5 0.5 0.2 0.2\n"),
    a_class_that_is_no_number=_yolo("cat 0.5 0.5 0.2 0.2\n"),
    words_for_numbers=_yolo("0 0.5 half 0.2 0.2\n"),
    NaN=_yolo("0 nan 0.5 0.2 0.2\n"),
    pixels_for_shares=_yolo("0 20 10 8 4\n"),
    too_few_numbers=_yolo("0 0.5 0.5\n"),
    boxes_and_outlines_in_one_file=_yolo(f"{_ROW}1 0.1 0.1 0.5 0.1 0.5 0.5\n"),
    the_same_row_twice=_yolo(_ROW * 2),
    a_box_that_leaves_the_picture=_yolo("0 0.95 0.5 0.2 0.2\n"),
    a_box_without_a_size=_yolo("0 0.5 0.5 0 0.2\n"),
    labels_in_another_encoding=_yolo(_ROW.encode("utf-16")),
    labels_without_a_picture=_yolo(_ROW, more={"labels/train/gone.txt": _ROW.encode()}),
    a_picture_without_labels=_yolo(_ROW, more={"images/train/c.png": PICTURE}),
    a_description_that_is_no_YAML=_yolo(_ROW, "train: images/train\nnames: [cat, dog\n"),
    a_description_without_names=_yolo(_ROW, "train: images/train\nval: images/val\n"),
    more_classes_announced_than_named=_yolo(_ROW, f"{DATA}nc: 3\n"),
    a_split_whose_folder_is_not_there=_yolo(_ROW, f"{DATA}test: images/test\n"),
    a_number_of_keypoints_in_words=_yolo("0 0.5 0.5 0.2 0.2 0.5 0.5 2\n", f"{DATA}kpt_shape: [two, 3]\n"),
)
_COCO: Final = _cases(
    a_file_that_was_cut_off=_coco(content(annotation())[:-40]),
    an_annotation_of_an_unknown_class=_coco(content(annotation(category_id=4))),
    an_annotation_of_an_unknown_picture=_coco(content(annotation(), annotation(2, image_id=9))),
    a_picture_that_is_not_there=_coco(content(annotation(), images=[image(), image(8, "gone.png")])),
    a_picture_that_is_not_named={**_coco(content(annotation())), "images/b.png": PICTURE},
    three_numbers_for_a_box=_coco(content(annotation(bbox=[1, 2, 3]))),
    NaN=_coco(content(annotation(bbox=[1, 2, float("nan"), 5]))),
    a_box_without_a_size=_coco(content(annotation(bbox=[1, 2, 0, 5]))),
    a_box_that_leaves_the_picture=_coco(content(annotation(bbox=[30, 2, 20, 5]))),
    the_same_annotation_twice=_coco(content(annotation(), annotation(2))),
    two_annotations_of_one_id=_coco(content(annotation(), annotation(bbox=[2, 2, 5, 5]))),
    two_pictures_of_one_id=_coco(content(annotation(), images=[image(), image(7, "b.png")])),
    an_outline_of_an_odd_count_of_numbers=_coco(content(annotation(segmentation=[[1, 1, 5, 1, 5]]))),
    an_outline_of_two_points=_coco(content(annotation(segmentation=[[1, 1, 5, 1]]))),
    run_lengths_of_another_size=_coco(
        content(annotation(segmentation={"size": [5, 5], "counts": [5, 10, 10]}, iscrowd=1))
    ),
    run_lengths_that_do_not_add_up=_coco(
        content(annotation(segmentation={"size": [20, 40], "counts": [5, 10]}, iscrowd=1))
    ),
    keypoints_that_are_no_triples=_coco(content(annotation(keypoints=[5, 5], num_keypoints=1))),
    another_size_than_the_picture=_coco(content(annotation(), images=[image(width=80)])),
)
_INSIDE: Final = _object(_corners(1, 1, 9, 9))
_VOC: Final = _cases(
    a_file_that_was_cut_off=_xml("<annotation><filename>a.png</filename><size>"),
    a_document_type=_xml('<!DOCTYPE annotation SYSTEM "a.dtd">\n<annotation></annotation>'),
    an_object_without_a_name=_voc(_object(_corners(1, 1, 9, 9), "")),
    an_object_without_a_box=_voc("<object><name>cat</name></object>"),
    a_corner_that_is_missing=_voc(_object("<xmin>1</xmin><ymin>1</ymin><xmax>9</xmax>")),
    words_for_numbers=_voc(_object(_corners(1, "one", 9, 9))),
    corners_the_wrong_way_round=_voc(_object(_corners(9, 1, 3, 9))),
    a_box_that_leaves_the_picture=_voc(_object(_corners(30, 1, 60, 9))),
    the_same_object_twice=_voc(_INSIDE * 2),
    boxes_from_zero=_voc(_object(_corners(0, 0, 9, 9))),
    a_picture_that_is_not_there=_voc(_INSIDE, **{"Annotations/gone.xml": b"<annotation></annotation>"}),
    a_mask_of_another_size=_voc(_INSIDE, **{"SegmentationClass/a.png": _SMALL}),
)
_CORNERS: Final = [[1, 1], [9, 1], [9, 9]]
_LABELME: Final = _cases(
    a_file_that_was_cut_off={**_labelme(_shape(_CORNERS)), "b.png": PICTURE, "b.json": b'{"shapes": ['},
    a_polygon_of_two_points=_labelme(_shape(_CORNERS[:2])),
    an_unknown_kind_of_shape=_labelme(_shape(_CORNERS[:2], "spiral")),
    a_shape_without_a_class=_labelme(_shape(_CORNERS, label=None)),
    words_for_numbers=_labelme(_shape([[1, 1], [9, "nine"], [9, 9]])),
    another_size_than_the_picture=_labelme(_shape(_CORNERS), imageWidth=80),
    a_picture_that_is_not_there={
        **_labelme(_shape(_CORNERS)),
        "gone.json": _labelme(imagePath="gone.png")["a.json"],
    },
)
_CVAT: Final = _cases(
    a_file_that_was_cut_off=_named("annotations.xml", _cvat("")["annotations.xml"][:-30]),
    a_track_of_a_video=_named(
        "annotations.xml", b"<annotations><version>1.1</version><track></track></annotations>"
    ),
    words_for_numbers=_cvat('<box label="cat" xtl="one" ytl="1" xbr="9" ybr="9"/>'),
    a_polygon_of_two_points=_cvat('<polygon label="cat" points="1,1;9,9"/>'),
    a_mask_whose_runs_do_not_fit=_cvat(
        '<mask label="cat" left="1" top="1" width="4" height="4" rle="3, 2"/>'
    ),
    a_shape_without_a_class=_cvat('<box xtl="1" ytl="1" xbr="9" ybr="9"/>'),
    no_picture_that_is_there=_cvat("", '<image id="0" name="gone.png" width="40" height="20">'),
    a_picture_that_is_not_named={**_cvat(""), "images/b.png": PICTURE},
    another_size_than_the_picture=_cvat("", '<image id="0" name="a.png" width="80" height="20">'),
)
_SHORT: Final = [{"id": 7, "image": "a.png", "label": [{**_BOX, "rectanglelabels": ["cat"]}]}]
_STUDIO: Final = _cases(
    a_file_that_was_cut_off=_named("export.json", _studio(_region(_BOX))["export.json"][:-20]),
    the_short_form_of_JSON=_json("export.json", _SHORT),
    a_rectangle_without_a_width=_studio(_region({"x": 10, "y": 20})),
    words_for_numbers=_studio(_region({**_BOX, "x": "ten"})),
    a_polygon_of_two_points=_studio(_region({"points": _CORNERS[:2]}, "polygonlabels")),
    a_damaged_brush=_studio(_region({"format": "rle", "rle": [1, 2, 3]}, "brushlabels")),
    no_picture_that_is_there=_studio(_region(_BOX), data={"image": "gone.png"}),
    a_picture_of_no_task={**_studio(_region(_BOX)), "images/b.png": PICTURE},
)
_GREY: Final = smooth_picture(40, 20, 1)
_MASKS: Final = _cases(
    a_mask_saved_as_JPEG=_masks(encoded(_GREY, "JPEG"), "a.jpg"),
    a_mask_of_another_size=_masks(encoded(smooth_picture(10, 10, 1), "PNG")),
    a_damaged_mask=_masks(encoded(_GREY, "PNG")[:60]),
    numbers_without_a_class=_masks(encoded(_GREY * 0 + 9, "PNG")),
    a_list_of_classes_with_a_short_row=_masks(
        encoded(_GREY * 0, "PNG"), more={"classes.csv": b"value,name\n0\n"}
    ),
)
_CSV: Final = _cases(
    a_picture_that_is_not_there=_csv("file,label\na.png,cat\nb.png,dog\ngone.png,cat\n"),
    a_row_with_too_many_cells=_csv("file,label\na.png,cat\nb.png,dog,cat\n"),
    a_picture_in_no_row=_csv("file,label\na.png,cat\n"),
    a_quotation_mark_that_is_not_closed=_csv('file,label\na.png,cat\nb.png,"dog\n'),
)
_BOXES: Final = [[1, 2, 3, 4], [2, 2, 4, 4]]
_HF: Final = _cases(
    a_row_that_is_no_JSON=_hf(_row(label="cat"), "{file_name: a.png}"),
    a_row_without_a_picture=_hf(_row(label="cat"), {"label": "cat"}),
    three_numbers_for_a_box=_hf(_row(objects={"bbox": [[1, 2, 3]], "categories": ["cat"]})),
    fewer_classes_than_boxes=_hf(_row(objects={"bbox": _BOXES, "categories": ["cat"]})),
    a_picture_that_is_not_there=_hf(_row(label="cat"), {"file_name": "gone.png", "label": "cat"}),
    a_picture_in_no_row={**_hf(_row(label="cat")), "train/b.png": PICTURE},
)

BROKEN: Final = {
    "yolo": _YOLO,
    "coco": _COCO,
    "voc": _VOC,
    "labelme": _LABELME,
    "cvat": _CVAT,
    "label-studio": _STUDIO,
    "masks": _MASKS,
    "csv": _CSV,
    "hf": _HF,
}
"""The datasets by their format."""
