"""Folders of pictures with labels are recognised, and those without are not."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest.mock import Mock

import pytest

from augstudio.datasets.labelled import find_labels
from augstudio.datasets.shipped_sample import write_sample_dataset
from tests.folders import write_files

ROW = b"0 0.5 0.5 0.25 0.125\n"
OUTLINE = b"3 0.1 0.1 0.9 0.1 0.5 0.75\n"
X = b"x"
TABLE = b"image,label\n1.jpg,cat\n2.jpg,dog\n"
VOC = b"<annotation>\n <filename>1.jpg</filename><object><name>cat</name></object></annotation>"
CVAT = b"<?xml version='1.0'?>\n<annotations><version>1.1</version><image id='0' name='1.jpg'/></annotations>"
LABELME = b'{"version": "5.5.0", "flags": {}, "shapes": [], "imagePath": "1.jpg", "imageData": null}'
COCO = json.dumps(
    {"info": {}, "images": [{"id": 1, "file_name": "1.jpg"}], "annotations": [], "categories": []}
).encode()
# The description comes first and is longer than what is read of a file's beginning.
LARGE_COCO = json.dumps(
    {
        "images": [{"id": n, "file_name": f"{n:06}.jpg"} for n in range(4000)],
        "categories": [{"id": n, "name": f"a thing of the kind {n}"} for n in range(3000)],
        "annotations": [{"id": n, "image_id": n, "bbox": [0, 0, 1, 1]} for n in range(4000)],
    }
).encode()
LABEL_STUDIO = b'[{"data": {"image": "1.jpg"}, "annotations": [{"completed_by": 1, "result": []}]}]'
KITTI = b"dog 0.0 0 -1 4.0 5.0 14.0 17.0 -1 -1 -1 -1 -1 -1 -1 1.0\n"
DOTA = b"imagesource:camera\ngsd:0.15\n4.0 5.0 14.0 5.0 14.0 17.0 4.0 17.0 ship 0\n" + (
    b"1 2 3 2 3 4 1 4 ship 0\n" * 4
)
ICDAR = b"4,5,20,5,20,18,6,22,open\n"
VIA = b'{"1.jpg123": {"filename": "1.jpg", "regions": [{"shape_attributes": {"name": "rect"}}]}}'

LABELLED = {
    "masks of single objects": (
        "masks of single objects",
        "train/a1/masks/1.png",
        {"train/a1/images/a1.png": X, "train/a1/masks/1.png": X, "train/a1/masks/2.png": X},
    ),
    "masks a folder deeper than pictures": (
        "masks",
        "annotations/trimaps/cat_1.png",
        {"images/cat_1.jpg": X, "annotations/trimaps/cat_1.png": X, "annotations/list.txt": b"cat_1 1 1 1\n"},
    ),
    "yolo": ("YOLO", "labels/train/1.txt", {"images/train/1.jpg": X, "labels/train/1.txt": ROW}),
    "yolo split first": (
        "YOLO",
        "train/labels/1.txt",
        {"train/images/1.jpg": X, "train/labels/1.txt": OUTLINE},
    ),
    "yolo beside": ("YOLO", "1.txt", {"1.jpg": X, "1.txt": ROW * 3, "classes.txt": b"cat\n"}),
    "darknet": ("YOLO", "obj_train_data/1.txt", {"obj_train_data/1.jpg": X, "obj_train_data/1.txt": ROW}),
    "yolo by its file": (
        "YOLO",
        "data.yaml",
        {"data.yaml": b"train: images/train\nnc: 1\nnames: [cat]\n", "images/train/1.jpg": X},
    ),
    "yolo, most are background": (
        "YOLO",
        "labels/500.txt",
        {f"images/{n:03}.jpg": X for n in range(600)}
        | {f"labels/{n:03}.txt": ROW if n == 500 else b"" for n in range(600)},
    ),
    "coco": ("COCO", "annotations/instances.json", {"images/1.jpg": X, "annotations/instances.json": COCO}),
    "coco, large": ("COCO", "annotations/a.json", {"val2017/1.jpg": X, "annotations/a.json": LARGE_COCO}),
    "coco by roboflow": (
        "COCO",
        "train/_annotations.coco.json",
        {"train/1.jpg": X, "train/_annotations.coco.json": COCO},
    ),
    "voc": ("Pascal VOC", "Annotations/1.xml", {"JPEGImages/1.jpg": X, "Annotations/1.xml": VOC}),
    "voc beside": (
        "Pascal VOC",
        "train/1.xml",
        {"train/1.jpg": X, "train/1.xml": b"<?xml version='1.0'?>\n" + VOC},
    ),
    "labelme": ("LabelMe", "cat/1.json", {"cat/1.jpg": X, "cat/1.json": LABELME}),
    "labelme apart": ("LabelMe", "json/1.json", {"img/1.jpg": X, "json/1.json": LABELME}),
    "cvat": ("CVAT", "annotations.xml", {"images/1.jpg": X, "annotations.xml": CVAT}),
    "label studio": ("Label Studio", "project-1.json", {"images/1.jpg": X, "project-1.json": LABEL_STUDIO}),
    "via": ("VGG Image Annotator", "via_region_data.json", {"1.jpg": X, "via_region_data.json": VIA}),
    "bdd": (
        "JSON",
        "labels.json",
        {
            "data/a.jpg": X,
            "labels.json": b'[{"name": "a.jpg", "labels": [{"category": "cat", "box2d": {}}]}]',
        },
    ),
    "json of another kind of picture": (
        "JSON",
        "boxes.json",
        {
            "a.avif": X,
            "b.jfif": X,
            "boxes.json": b'{"boxes": [["a.avif", 1, 2, 3, 4], ["b.jfif", 1, 2, 3, 4]]}',
        },
    ),
    "json by stems": (
        "JSON",
        "labels.json",
        {"data/a.jpg": X, "labels.json": b'{"classes": ["cat"], "labels": {"a": 0}}'},
    ),
    "json for each picture": (
        "JSON",
        "labels/a.json",
        {"data/a.jpg": X, "labels/a.json": b'{"attrs": [{"name": "label", "value": "cat"}]}'},
    ),
    "json from pictures to classes": ("JSON", "a.json", {"images/a.jpg": X, "a.json": b'{"a.jpg": "cat"}'}),
    "json of boxes in classes": (
        "JSON",
        "boxes.json",
        {"cat/a.jpg": X, "dog/b.jpg": X, "boxes.json": b'{"cat/a.jpg": {"bbox": [1, 2, 3, 4]}}'},
    ),
    "label studio, short": (
        "JSON",
        "result.json",
        {"a.jpg": X, "result.json": b'[{"image": "\\/data\\/a.jpg", "l": "cat", "annotation_id": 1}]'},
    ),
    "ndjson": (
        "JSON",
        "set.ndjson",
        {
            "images/train/a.jpg": X,
            "set.ndjson": b'{"task": "detect"}\n{"file": "a.jpg", "annotations": {}}\n',
        },
    ),
    "boxes of dlib": (
        "XML",
        "faces.xml",
        {
            "a.jpg": X,
            "faces.xml": b"<dataset><images><image file='a.jpg'><box top='1'/></image></images></dataset>",
        },
    ),
    "page": (
        "XML",
        "page/a.xml",
        {
            "images/a.jpg": X,
            "page/a.xml": b'<PcGts><Page><TextLine><Coords points="1,2 3,4"/></TextLine></Page></PcGts>',
        },
    ),
    "datumaro's own": (
        "Datumaro",
        "annotations/default.datum",
        {"images/a.jpg": X, "annotations/default.datum": X},
    ),
    "hugging face parquet": (
        "Hugging Face metadata",
        "metadata.parquet",
        {"a.jpg": X, "metadata.parquet": X},
    ),
    "hugging face table": (
        "a table of Hugging Face datasets",
        "train-00000-of-00001.parquet",
        {"a.jpg": X, "train-00000-of-00001.parquet": X},
    ),
    "arrays beside": (
        ".npy files",
        "maps/a.npy",
        {f"{d}/{n}.{e}": X for n in "ab" for d, e in (("images", "jpg"), ("maps", "npy"))},
    ),
    "depth": ("masks", "depth/train/a.png", {"images/train/a.jpg": X, "depth/train/a.png": X}),
    "masks in joined names": ("masks", "trainannot/a.png", {"train/a.png": X, "trainannot/a.png": X}),
    "masks": ("masks", "masks/1.png", {"images/1.jpg": X, "masks/1.png": X}),
    "masks in splits": (
        "masks",
        "annotations/training/1.png",
        {"images/training/1.jpg": X, "annotations/training/1.png": X},
    ),
    "masks with a tail": ("masks", "masks/1_mask.png", {"images/1.jpg": X, "masks/1_mask.png": X}),
    "masks beside": (
        "masks",
        "a/1_mask.png",
        {f"a/{n}.jpg": X for n in "123"} | {f"a/{n}_mask.png": X for n in "123"},
    ),
    "camvid": ("masks", "train_labels/0016_L.png", {"train/0016.png": X, "train_labels/0016_L.png": X}),
    "voc masks": ("masks", "SegmentationClass/1.png", {"JPEGImages/1.jpg": X, "SegmentationClass/1.png": X}),
    "cityscapes": (
        "masks",
        "gtFine/train/aachen/aachen_1_gtFine_color.png",
        {
            "leftImg8bit/train/aachen/aachen_1_leftImg8bit.png": X,
            "gtFine/train/aachen/aachen_1_gtFine_labelIds.png": X,
            "gtFine/train/aachen/aachen_1_gtFine_color.png": X,
        },
    ),
    "hugging face": (
        "Hugging Face metadata",
        "train/metadata.jsonl",
        {"train/1.jpg": X, "train/metadata.jsonl": b'{"file_name": "1.jpg", "text": "a cat"}\n'},
    ),
    "hugging face csv": (
        "Hugging Face metadata",
        "metadata.csv",
        {"1.jpg": X, "metadata.csv": b"file_name,text\n1.jpg,a cat\n"},
    ),
    "csv": ("CSV", "labels.csv", {"1.jpg": X, "2.jpg": X, "labels.csv": TABLE}),
    "csv without suffixes": ("CSV", "train.csv", {"train/1a.png": X, "train.csv": b"id;label\n1a;cat\n"}),
    "kitti": (
        "KITTI",
        "training/label_2/1.txt",
        {"training/image_2/1.png": X, "training/label_2/1.txt": KITTI, "training/calib/1.txt": b"P0: 1 0\n"},
    ),
    "dota": ("DOTA", "train/labelTxt/1.txt", {"train/images/1.png": X, "train/labelTxt/1.txt": DOTA}),
    "icdar": ("ICDAR", "train/gt_1.txt", {"train/images/1.jpg": X, "train/gt_1.txt": ICDAR}),
    "boxes in a folder of any name": (
        "coordinates",
        "txt/1.txt",
        {"pictures/1.jpg": X, "txt/1.txt": b"4 5 14 17\n"},
    ),
    "yolo in a folder of any name": ("YOLO", "txt/1.txt", {"pictures/1.jpg": X, "txt/1.txt": ROW}),
    "tracks": (
        "coordinates",
        "gt/gt.txt",
        {"img1/000001.jpg": X, "gt/gt.txt": b"1,-1,4.0,5.0,10,12,1,2,1\n"},
    ),
    "faces": (
        "coordinates",
        "split/wider_face_train_bbx_gt.txt",
        {
            "WIDER_train/images/0--Parade/1.jpg": X,
            "split/wider_face_train_bbx_gt.txt": b"0--Parade/1.jpg\n1\n4 5 10 12 0 0 0\n" * 9,
        },
    ),
    "landmarks": (
        "coordinates",
        "annotations/landmarks.txt",
        {"images/1.jpg": X, "annotations/landmarks.txt": b"1.jpg\t4.0\t5.0\t6.0\t7.0\t8.0\t9.0\n"},
    ),
    "a list with classes": ("table", "train.txt", {"images/1.jpg": X, "train.txt": b"1.jpg 0\n"}),
    "voc classes": (
        "table",
        "ImageSets/Main/cat_train.txt",
        {
            "JPEGImages/1.jpg": X,
            "ImageSets/Main/cat_train.txt": b"1 -1\n",
            "ImageSets/Main/train.txt": b"1\n",
        },
    ),
    "words": (
        "table",
        "train/gt.txt",
        {"train/images/1.jpg": X, "train/gt.txt": b'1.jpg, "open"\n'},
    ),
    "a text for each picture": (
        "text files",
        "1.txt",
        {"1.jpg": X, "1.txt": b"a cat on a mat\n", "2.jpg": X, "2.txt": b"a dog\n"},
    ),
    "csv with paths": (
        "CSV",
        "labels.csv",
        {"images/1.jpg": X, "labels.csv": b"path,label\nimages/1.jpg,cat\n"},
    ),
    "csv with another computer's paths": (
        "CSV",
        "result.csv",
        {
            "images/a.jpg": X,
            "result.csv": b'"annotator","id","image","choice"\n1,1,"/data/upload/a.jpg","cat"\n',
        },
    ),
    "csv of identities": (
        "CSV",
        "annotations/train.csv",
        {"images/train/1.jpg": X, "annotations/train.csv": b"ImageID,Source,LabelName\n1,,dog\n"},
    ),
    "csv of boxes in classes": (
        "CSV with coordinates",
        "bb/loose.csv",
        {
            "train/cat/1.jpg": X,
            "train/dog/1.jpg": X,
            "bb/loose.csv": b"NAME,X,Y,W,H\ncat/1,1,2,3,4\ndog/1,1,2,3,4\n",
        },
    ),
    "csv of attributes": (
        "CSV",
        "attributes.csv",
        {"faces/faces/a.jpg": X, "faces/faces/b.jpg": X, "attributes.csv": b"id,Bald\na.jpg,1\nb.jpg,-1\n"},
    ),
    "csv with counted rows": ("CSV", "a.csv", {"images/a.jpg": X, "a.csv": b",id,target\n0,a,17\n"}),
    "a list with the name at the end": (
        "table",
        "train.lst",
        {"imgs/a.jpg": X, "train.lst": b"0\t3.0\ta.jpg\n"},
    ),
    "several sentences": (
        "table",
        "a.token.txt",
        {"photos/a.jpg": X, "a.token.txt": b"a.jpg#0\tA child\na.jpg#1\tA girl\n"},
    ),
    "json of records": ("JSON", "a.json", {"images/a.jpg": X, "a.json": b'[{"id": "a", "target": 3}]'}),
    "classes in an array": (".mat files", "imagelabels.mat", {"jpg/a.jpg": X, "imagelabels.mat": X}),
    "labels above": ("JSON", "labels.json", {"data/a.jpg": X, "labels.json": b'{"labels": {"a": 0}}'}),
    "labels above, by a split": (
        "COCO",
        "annotations/instances_default.json",
        {"images/default/1.jpg": X, "annotations/instances_default.json": COCO},
    ),
    "table above": (
        "CSV",
        "labels.csv",
        {"images/train/1.jpg": X, "labels.csv": b"file,age\ntrain/1.jpg,40\n"},
    ),
    "csv of boxes": (
        "CSV with coordinates",
        "boxes/a.csv",
        {"images/1.jpg": X, "boxes/a.csv": b"file,xmin,ymin,xmax,ymax\n"},
    ),
    "csv of boxes in one column": (
        "CSV with coordinates",
        "train.csv",
        {"train/1a.jpg": X, "train.csv": b'image_id,width,height,bbox\n1a,64,48,"[3.0, 2.0, 16.0, 9.0]"\n'},
    ),
    "dota with one object": (
        "DOTA",
        "labelTxt/1.txt",
        {"images/1.png": X, "labelTxt/1.txt": b"imagesource:x\ngsd:0.1\n1 2 3 2 3 4 1 4 ship 0\n"},
    ),
}

PLAIN: dict[str, dict[str, bytes]] = {
    "classes": {"cat/1.jpg": X, "dog/1.jpg": X, "readme.txt": b"0 1 2 3 4\n"},
    "captions": {"1.jpg": X, "1.txt": b"a cat on a mat\n"},
    "a list of classes in folders": {
        "train/cat/1.jpg": X,
        "train/dog/2.jpg": X,
        "train.txt": b"train/cat/1.jpg 0\ntrain/dog/2.jpg 1\n",
        "synsets.txt": b"n01440764\nn01443537\n",
    },
    "sizes of pictures in classes": {
        "cat/1.jpg": X,
        "dog/1.jpg": X,
        "files.csv": b"path,width,height,bytes,time\ncat/1.jpg,64,48,812,17\ndog/1.jpg,64,48,913,17\n",
    },
    "notes of a phone's album": {
        "album/a.jpg": X,
        "album/a.jpg.json": b'{"title": "a.jpg", "description": "", "geoData": {"latitude": 0.0}}',
    },
    "a pipeline": {
        "a.jpg": X,
        "p.json": b'{"augstudio": 1, "steps": [{"y_range": [0, 1]}, {"reference": "a.jpg"}]}',
    },
    "json of classes in folders": {"cat/a.jpg": X, "dog/b.jpg": X, "classes.json": b'{"cat/a.jpg": "cat"}'},
    "drawings": {"a/1.jpg": X, "a/1.svg": b"<svg/>", "a/1.xml": b"<note><to>b</to></note>"},
    "classes called depth and normal": {"depth/1.jpg": X, "normal/1.jpg": X},
    "records of an export": {
        "augstudio.json": b'{"augstudio": 1}',
        "manifest.jsonl": b'{"file": "1.jpg", "classes": ["cat"], "boxes": []}',
        "1.jpg": X,
    },
    "sums": {
        "photos/a.jpg": X,
        "photos/b.jpg": X,
        "md5.txt": b"d41d8cd98f00b204e9800998ecf8427e  a.jpg\n0cc175b9c0f1b6a831c399e269772661  b.jpg\n",
    },
    "a list of pictures": {"images/1.jpg": X, "train.txt": b"images/1.jpg\n"},
    "numbers beside no picture": {"cat/1.jpg": X, "notes/scores.txt": ROW},
    "classes called like masks": {"with_mask/1.jpg": X, "without_mask/1.jpg": X},
    "a class called mask": {"mask/1.jpg": X, "face/1.jpg": X},
    "a class called labels": {"labels/1.jpg": X, "stamps/1.jpg": X, "coins/1.jpg": X},
    "images and one more class": {"images/1.jpg": X, "drawings/1.jpg": X},
    "a table of classes in folders": {"cat/1.jpg": X, "index.csv": b"path,class\ncat/1.jpg,cat\n"},
    "settings": {
        "cat/1.jpg": X,
        "config.json": b'{"images": "cat", "seed": 1}',
        "a.yaml": b"names: cat\n",
    },
    "a feed": {"cat/1.jpg": X, "feed.xml": b"<rss><item/></rss>", "cat/icon.xml": b"<svg/>"},
    "one picture called as a mask": {"cat/1.jpg": X, "cat/2.jpg": X, "cat/1_mask.jpg": X},
    "an export in the folder": {
        "cat/1.jpg": X,
        "out/augstudio.json": b'{"augstudio": 1}',
        "out/manifest.jsonl": b"",
        "out/cat/1.jpg": X,
        "out/metadata.jsonl": b'{"file_name": "1.jpg"}',
    },
}


@pytest.mark.parametrize(("kind", "example", "files"), LABELLED.values(), ids=LABELLED)
def test_labels_are_found(tmp_path: Path, kind: str, example: str, files: dict[str, bytes]) -> None:
    found = find_labels(write_files(tmp_path, files))
    assert found is not None
    assert (found.format, found.example) == (kind, example)


@pytest.mark.parametrize("files", PLAIN.values(), ids=PLAIN)
def test_no_labels_are_found_where_there_are_none(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert find_labels(write_files(tmp_path, files)) is None


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("yolo", "images"),
        ("yolo", "images/train"),
        ("yolo split first", "train/images"),
        ("coco", "images"),
        ("voc", "JPEGImages"),
        ("masks", "images"),
        ("cityscapes", "leftImg8bit/train"),
        ("icdar", "train/images"),
        ("kitti", "training/image_2"),
        ("yolo in a folder of any name", "pictures"),
        ("labels above", "data"),
        ("labels above, by a split", "images/default"),
        ("table above", "images/train"),
        ("masks in splits", "images/training"),
        ("voc masks", "JPEGImages"),
    ],
)
def test_labels_beside_the_folder_are_found(tmp_path: Path, name: str, opened: str) -> None:
    kind, example, files = LABELLED[name]
    write_files(tmp_path, files)
    found = find_labels(tmp_path / opened)
    assert found is not None
    assert found.format == kind
    assert os.path.normpath(tmp_path / opened / found.example) == str(tmp_path / example)


def test_labels_of_other_pictures_beside_a_folder_do_not_count(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "photos/1.jpg": X,
            "labels/2.txt": ROW,
            "annotations/a.json": COCO.replace(b"1.jpg", b"2.jpg"),
            "letters.csv": b"to,date\nmum,1\n",
            "boxes.csv": b"id,xmin,ymin,xmax,ymax\n2.jpg,1,2,3,4\n",
        },
    )
    assert find_labels(tmp_path / "photos") is None


def test_the_sample_dataset_has_none(tmp_path: Path) -> None:
    write_sample_dataset(tmp_path / "sample")
    assert find_labels(tmp_path / "sample") is None


def test_pipes_and_circles_do_not_hold_it_up(tmp_path: Path) -> None:
    write_files(tmp_path, {"cat/1.jpg": X})
    os.mkfifo(tmp_path / "cat" / "1.txt")
    (tmp_path / "cat" / "round").symlink_to(tmp_path)
    assert find_labels(tmp_path) is None


def test_notes_in_many_classes_make_it_look_for_few_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"class {number}" for number in range(40)]
    write_files(tmp_path, {f"{name}/1.jpg": X for name in names})
    write_files(tmp_path, {f"{name}/about.json": b'{"label": "a", "of": "the garden"}' for name in names})
    write_files(tmp_path, {f"{name}/about.txt": b"Seen in May.\nBy the pond, 3 times.\n" for name in names})
    isfile = Mock(side_effect=os.path.isfile)
    scandir = Mock(side_effect=os.scandir)
    monkeypatch.setattr(os.path, "isfile", isfile)
    monkeypatch.setattr(os, "scandir", scandir)
    assert find_labels(tmp_path) is None
    assert isfile.call_count + scandir.call_count <= 25 * len(names)
