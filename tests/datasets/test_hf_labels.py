"""Hugging Face's metadata: what is recognised, read, told and written."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    Box,
    Categories,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
    SemanticMask,
    Tags,
)
from augstudio.datasets.base import Skipped, only_samples
from augstudio.datasets.formats import recognised_format
from augstudio.datasets.hf.rows import MetadataForm
from augstudio.datasets.hf.writing import HuggingFaceWriter
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from tests.datasets.rewriting import all_labels, opened, rewritten
from tests.folders import encoded, write_files
from tests.pictures import noise_picture

X = encoded(noise_picture(40, 30), "PNG")


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def with_rows(root: Path, *rows: object, name: str = "metadata.jsonl") -> Path:
    return write_files(root, {"a.png": X, "b.png": X, name: lines(*rows)})


def tags_of(root: Path) -> dict[str, Any]:
    """What is said of whole pictures: classes with weights, numbers, all else."""
    dataset = opened(root)
    assert dataset.categories is not None
    found: dict[str, Any] = {}
    for key, read in all_labels(dataset).items():
        tags = read.labels.tags if read.labels else None
        found[key] = tags and (
            {dataset.categories[position].name: share for position, share in tags.weights},
            dict(tags.numbers),
            dict(tags.attributes),
        )
    return found


ROWS: dict[str, tuple[list[dict[str, Any]], list[Any]]] = {
    "a class": ([{"label": "cat"}, {"label": "dog"}], [({"cat": 1.0}, {}, {}), ({"dog": 1.0}, {}, {})]),
    "a number": ([{"label": 10}, {"label": 9}], [({"10": 1.0}, {}, {}), ({"9": 1.0}, {}, {})]),
    "several": (
        [{"labels": ["cat", "dog"]}, {"labels": []}],
        [({"cat": 1.0, "dog": 1.0}, {}, {}), ({}, {}, {})],
    ),
    "weights": (
        [{"labels": ["cat", "dog"], "weights": [0.7, 0.3]}, {"labels": ["dog"], "weights": [1]}],
        [({"cat": 0.7, "dog": 0.3}, {}, {}), ({"dog": 1.0}, {}, {})],
    ),
    "captions": (
        [{"text": "a cat"}, {"text": "a dog"}],
        [({}, {}, {"text": "a cat"}), ({}, {}, {"text": "a dog"})],
    ),
    "a column of nothing": (
        [{"label": "cat", "note": None, "x": None}, {"label": None, "note": None, "x": None}],
        [({"cat": 1.0}, {}, {}), None],
    ),
    "no objects": ([{"label": "cat", "objects": None}] * 2, [({"cat": 1.0}, {}, {})] * 2),
    "nothing": ([{"label": None, "objects": None}] * 2, [None] * 2),
    "nothing here": (
        [{"text": "a cat", "note": None}, {"text": None, "note": {"by": None, "marks": [None, 1]}}],
        [({}, {}, {"text": "a cat"}), ({}, {}, {"note": {"by": None, "marks": [None, 1]}})],
    ),
    "numbers": ([{"age": 40}, {"age": 3.5}], [({}, {"age": 40.0}, {}), ({}, {"age": 3.5}, {})]),
}


@pytest.mark.parametrize("name", ROWS, ids=list(ROWS))
def test_what_rows_say_of_whole_pictures_is_read_and_written_again(name: str, tmp_path: Path) -> None:
    rows, expected = ROWS[name]
    rows = [{"file_name": file} | row for file, row in zip(("a.png", "b.png"), rows, strict=True)]
    root = with_rows(tmp_path / "in", *rows)
    assert recognised_format(root) == "hf"
    assert recognised_format(root / "metadata.jsonl") == "hf"
    assert tags_of(root) == dict(zip(("a.png", "b.png"), expected, strict=True))
    rewritten(opened(root), "hf", tmp_path / "out")
    written = [json.loads(line) for line in (tmp_path / "out/metadata.jsonl").read_text().splitlines()]
    assert written == rows


def test_a_table_says_the_same_as_lines_do(tmp_path: Path) -> None:
    table = b'file_name,label,age,text,note\na.png,cat,40,"one, two",\nb.png,dog,,,\n'
    root = write_files(tmp_path / "in", {"a.png": X, "b.png": X, "metadata.csv": table})
    assert recognised_format(root) == "hf"
    expected = {"a.png": ({"cat": 1.0}, {"age": 40.0}, {"text": "one, two"}), "b.png": ({"dog": 1.0}, {}, {})}
    assert tags_of(root) == expected
    rewritten(opened(root), "hf", tmp_path / "out")
    assert tags_of(tmp_path / "out") == expected
    rows = [json.loads(line) for line in (tmp_path / "out/metadata.jsonl").read_text().splitlines()]
    assert [row["note"] for row in rows] == [None, None]


OBJECTS = {"bbox": [[0, 0, 10.5, 5], [30, 20, 10, 10]], "categories": ["cat", "dog"], "id": [7, 8]}


@pytest.mark.parametrize(
    "objects",
    [
        OBJECTS,
        [
            {"bbox": box, "categories": name, "id": number}
            for box, name, number in zip(*OBJECTS.values(), strict=True)
        ],
        OBJECTS | {"area": [52.5, 100]},
    ],
    ids=["columns", "one by one", "with areas"],
)
def test_objects_are_boxes_by_edge_and_size(objects: Any, tmp_path: Path) -> None:
    rows = [{"file_name": "a.png", "width": 40, "height": 30, "objects": objects}]
    rows.append(
        {"file_name": "b.png", "width": 40, "height": 30, "objects": {"bbox": [], "categories": [], "id": []}}
    )
    root = with_rows(tmp_path / "in", *rows)
    dataset = opened(root)
    assert [item.name for item in (dataset.categories or Categories()).all] == ["cat", "dog"]
    found = all_labels(dataset)
    assert found["a.png"].labels == Labels(
        (
            Instance(category=0, shape=Box(-0.5, -0.5, 10, 4.5), attributes={"id": 7}),
            Instance(category=1, shape=Box(29.5, 19.5, 39.5, 29.5), attributes={"id": 8}, origin=1),
        )
    )
    assert found["b.png"].labels == Labels()
    assert not dataset.label_problems()
    again = rewritten(dataset, "hf", tmp_path / "out")
    assert all_labels(again) == found
    first, second = (json.loads(line) for line in (tmp_path / "out/metadata.jsonl").read_text().splitlines())
    assert first == {"file_name": "a.png", "width": 40, "height": 30, "objects": OBJECTS}
    assert second["objects"] == {"bbox": [], "categories": [], "id": []}


ONE = {"bbox": [[2, 3, 10, 5]], "categories": ["cat"]}


@pytest.mark.parametrize(
    ("size", "orientation", "box", "told_of"),
    [
        ({"width": 30, "height": 40}, 6, (2, 3, 10, 5), []),  # upright, as the picture is shown
        ({"width": 40, "height": 30}, 6, (22, 2, 5, 10), []),  # as it is stored: turned with the picture
        ({"img_h": 60, "img_w": 80}, 1, (2, 3, 10, 5), ["a picture of 80x60 pixels, but it has 40x30"]),
        ({"width": 12.5, "height": 8}, 1, (2, 3, 10, 5), []),  # measures of something else
    ],
)
def test_a_size_beside_objects_is_that_of_their_picture(
    size: dict[str, float], orientation: int, box: tuple[float, ...], told_of: list[str], tmp_path: Path
) -> None:
    root = with_rows(tmp_path / "in", {"file_name": "a.png", **size, "objects": ONE})
    source = opened(root).label_source(next(only_samples(opened(root).samples())))
    assert source is not None
    found = source.read(ImageInfo((30, 40) if orientation == 6 else (40, 30), orientation))
    assert found.labels is not None
    left, top, width, height = box
    assert found.labels.instances[0].shape == Box(
        left - 0.5, top - 0.5, left + width - 0.5, top + height - 0.5
    )
    assert [
        (problem.line, problem.reason.partition("for ")[2].partition(";")[0]) for problem in found.problems
    ] == [(1, told) for told in told_of]
    rewritten(opened(root), "hf", tmp_path / "out")
    (row,) = [json.loads(line) for line in (tmp_path / "out/metadata.jsonl").read_text().splitlines()]
    made = size if 12.5 in size.values() else {name: 40 if "w" in name else 30 for name in size}
    assert row == {"file_name": "a.png", **made, "objects": ONE}


def test_classes_by_number_keep_their_numbers(tmp_path: Path) -> None:
    rows = [{"file_name": "a.png", "objects": {"bbox": [[1, 1, 2, 2], [1, 1, 3, 3]], "categories": [10, 3]}}]
    dataset = opened(with_rows(tmp_path / "in", *rows))
    assert [(item.name, item.source_id) for item in (dataset.categories or Categories()).all] == [
        ("3", 3),
        ("10", 10),
    ]
    rewritten(dataset, "hf", tmp_path / "out")
    assert json.loads((tmp_path / "out/metadata.jsonl").read_text())["objects"]["categories"] == [10, 3]


def test_each_split_has_its_file_with_names_from_its_folder(tmp_path: Path) -> None:
    files = {
        "train/x/a.png": X,
        "train/metadata.jsonl": lines({"file_name": "x/a.png", "label": "cat"}),
        "val/b.png": X,
        "val/metadata.jsonl": lines({"file_name": "b.png", "label": "dog"}),
    }
    dataset = opened(write_files(tmp_path / "in", files))
    samples = [(item.key, item.split, item.class_name) for item in only_samples(dataset.samples())]
    assert samples == [("train/x/a.png", Split.TRAIN, "cat"), ("val/b.png", Split.VAL, "dog")]
    again = rewritten(dataset, "hf", tmp_path / "out")
    assert [(item.key, item.split) for item in only_samples(again.samples())] == [
        ("train/x/a.png", Split.TRAIN), ("validation/b.png", Split.VAL),
    ]  # fmt: skip
    assert json.loads((tmp_path / "out/validation/metadata.jsonl").read_text()) == {
        "file_name": "b.png",
        "label": "dog",
    }


def test_a_column_of_numbers_has_one_type_in_the_files_of_all_splits(tmp_path: Path) -> None:
    rows = [
        {"file_name": "train/a.png", "age": 1.5, "rank": 2},
        {"file_name": "val/b.png", "age": 3, "rank": 1},
    ]
    root = write_files(tmp_path / "in", {"train/a.png": X, "val/b.png": X, "metadata.jsonl": lines(*rows)})
    rewritten(opened(root), "hf", tmp_path / "out")
    assert (
        tmp_path / "out/train/metadata.jsonl"
    ).read_text() == '{"file_name": "a.png", "age": 1.5, "rank": 2}\n'
    written = (tmp_path / "out/validation/metadata.jsonl").read_text()
    assert written == '{"file_name": "b.png", "age": 3.0, "rank": 1}\n'


def test_a_file_at_the_root_may_name_pictures_of_splits(tmp_path: Path) -> None:
    files = {"train/a.png": X, "test/b.png": X}
    files["metadata.jsonl"] = lines(
        {"file_name": "train/a.png", "label": 1}, {"file_name": "test/b.png", "label": 2}
    )
    dataset = opened(write_files(tmp_path, files))
    assert dataset.has_splits
    assert [item.split for item in only_samples(dataset.samples())] == [Split.TEST, Split.TRAIN]


ODD: dict[str, tuple[bytes, int, str]] = {
    "no JSON": (
        b'{"file_name": "a.png", "label": "x"}\n{"file_name": }\n',
        2,
        "is not valid JSON; the line is left out",
    ),
    "a list": (b'{"file_name": "a.png", "label": "x"}\n[1]\n', 2, "is not a JSON object"),
    "NaN": (
        b'{"file_name": "a.png"}\n{"file_name": "b.png", "age": NaN}\n',
        2,
        "NaN is not a number in JSON",
    ),
    "nested too deep": (b'{"file_name": "a.png"}\n' + b"[" * 200_000 + b"\n", 2, "is not valid JSON"),
    "outside": (lines({"file_name": "a.png"}, {"file_name": "../x.png"}), 2, "names no picture: '../x.png'"),
    "no name": (lines({"file_name": "a.png"}, {"label": "cat"}), 2, "file_name names no picture: None"),
    "twice": (lines({"file_name": "a.png"}, {"file_name": "a.png"}), 2, "a.png has a row before this one"),
    "no box": (
        lines({"file_name": "a.png", "objects": {"bbox": [[1, 2, 3]], "categories": [1]}}),
        1,
        "object 1 has no box of four numbers",
    ),
    "a box without area": (
        lines({"file_name": "a.png", "objects": {"bbox": [[1, 2, 0, 3]], "categories": [1]}}),
        1,
        "object 1 has no box of four numbers",
    ),
    "too few classes": (
        lines({"file_name": "a.png", "objects": {"bbox": [[1, 2, 3, 3]] * 2, "categories": [1]}}),
        1,
        "different numbers of entries: 2 in the boxes, 1 in categories",
    ),
    "too few weights": (
        lines({"file_name": "a.png", "labels": ["cat", "dog"], "weights": [1]}),
        1,
        "weights: 1, but classes: 2",
    ),
    "pictures in no row": (lines({"file_name": "a.png", "label": "x"}), 0, "1 picture is not named here"),
    "further files": (
        lines({"file_name": "a.png", "mask_file_name": "b.png"}),
        0,
        "the files in mask_file_name are not moved with the pixels",
    ),
}


@pytest.mark.parametrize("name", ODD, ids=list(ODD))
def test_what_is_odd_is_told_with_its_line_and_the_rest_counts(name: str, tmp_path: Path) -> None:
    data, line, told = ODD[name]
    dataset = opened(write_files(tmp_path, {"a.png": X, "b.png": X, "metadata.jsonl": data}), "hf")
    assert "a.png" in {item.key for item in only_samples(dataset.samples())}
    found = [(item.file, item.line) for item in dataset.label_problems() if told in item.reason]
    assert found == [("metadata.jsonl", line)]


def test_a_missing_picture_is_told_once_with_its_line(tmp_path: Path) -> None:
    dataset = opened(with_rows(tmp_path, {"file_name": "a.png"}, {"file_name": "x.png"}))
    assert [item for item in dataset.samples() if isinstance(item, Skipped)] == [
        Skipped("x.png", "named in metadata.jsonl, line 2: there is no such picture")
    ]
    assert not [item for item in dataset.label_problems() if item.line == 2]


def test_a_box_that_leaves_the_picture_is_told_and_stays(tmp_path: Path) -> None:
    row = {"file_name": "a.png", "objects": {"bbox": [[35, 0, 10, 5]], "categories": [0]}}
    (read,) = all_labels(opened(with_rows(tmp_path, row))).values()
    assert read.labels is not None
    assert read.labels.instances[0].shape == Box(34.5, -0.5, 44.5, 4.5)
    assert [(item.line, item.reason) for item in read.problems] == [
        (1, "box 1 leaves the picture of 40 x 30 pixels")
    ]


def test_a_table_with_open_quotation_marks_and_no_file_are_refused(tmp_path: Path) -> None:
    files = {"a.png": X, "metadata.csv": b'file_name,label\na.png,"cat\n'}
    with pytest.raises(DatasetError, match=r"metadata.csv, line 2: the quotation marks"):
        list(opened(write_files(tmp_path / "a", files)).samples())
    with pytest.raises(DatasetError, match=r"no metadata.jsonl or metadata.csv in"):
        opened(write_files(tmp_path / "b", {"a.png": X}), "hf")
    with pytest.raises(DatasetError, match=r"metadata.parquet in .* is not read; write the same table as"):
        opened(write_files(tmp_path / "c", {"a.png": X, "metadata.parquet": b"PAR1"}), "hf")


@st.composite
def labels(draw: st.DrawFn) -> Labels:
    edge = st.integers(0, 390).map(lambda value: value / 10)
    instances = []
    for number in range(draw(st.integers(0, 4))):
        left, top = draw(edge), draw(edge)
        right, bottom = left + draw(st.integers(1, 99)) / 10, top + draw(st.integers(1, 99)) / 10
        box = Box(left - 0.5, top - 0.5, right - 0.5, bottom - 0.5)
        instances.append(Instance(category=draw(st.integers(0, 1)), shape=box, origin=number))
    names = st.sampled_from(["age", "score"])
    numbers = draw(st.dictionaries(names, st.integers(-5, 5).map(float)))
    return Labels(tuple(instances), tags=Tags((), tuple(sorted(numbers.items()))) if numbers else None)


@settings(max_examples=25, deadline=None)
@given(st.lists(labels(), min_size=1, max_size=3))
def test_boxes_and_numbers_come_back_to_a_millionth(many: list[Labels]) -> None:
    writer = HuggingFaceWriter(Categories.named(("cat", "dog")), MetadataForm())
    images = [
        WrittenImage(f"{number}.png", (40, 30), None, f"{number}.png", 0) for number in range(len(many))
    ]
    entries = [(image, writer.encode(image, item).entry) for image, item in zip(images, many, strict=True)]
    ((_, pieces),) = writer.shared_files(lambda: iter(entries))
    for item, row in zip(many, map(json.loads, pieces), strict=True):
        boxes = [box.shape for box in item.instances if isinstance(box.shape, Box)]
        expected = [
            (box.left + 0.5, box.top + 0.5, box.right - box.left, box.bottom - box.top) for box in boxes
        ]
        objects = row.get("objects", {"bbox": [], "categories": []})
        assert np.allclose(np.reshape(objects["bbox"], (-1, 4)), np.reshape(expected, (-1, 4)), atol=1e-6)
        assert objects["categories"] == [("cat", "dog")[box.category] for box in item.instances]
        numbers = dict(item.tags.numbers) if item.tags else {}
        assert {
            name: row[name] for name in row if name in ("age", "score") and row[name] is not None
        } == numbers


def test_what_rows_cannot_hold_is_counted_and_left_out() -> None:
    square = Box(0.0, 0.0, 2.0, 2.0)
    points = Keypoints(np.zeros((1, 2)), np.ones(1, np.int32))
    item = Labels(
        (
            Instance(category=0, shape=Outline((square.corners,)), keypoints=points, difficult=True, group=3),
            Instance(category=0, shape=OrientedBox(square.corners)),
            Instance(category=0, shape=square, crowd=True),
            Instance(category=0, shape=square, ignored=True),
        ),
        semantic=SemanticMask(np.zeros((3, 4), np.uint8)),
    )
    writer = HuggingFaceWriter(Categories.named(["cat"]), MetadataForm())
    assert writer.losses(item) == {
        Loss.OUTLINES: 1, Loss.ANGLES: 1, Loss.CROWDS: 1, Loss.IGNORED: 1, Loss.KEYPOINTS: 1,
        Loss.FLAGS: 1, Loss.GROUPS: 1, Loss.CLASS_MAPS: 1,
    }  # fmt: skip
    entry = json.loads(writer.encode(WrittenImage("a.png", (4, 3), None, "a.png", 0), item).entry)
    assert [found["bbox"] for found in entry["objects"]] == [[0.5, 0.5, 2, 2]] * 2
    assert writer.refusal(LabelPolicy()) is None
    assert "cannot mark regions to be ignored" in str(writer.refusal(LabelPolicy(padding="ignore")))


def test_sources_can_be_sent_and_their_digest_follows_the_row(tmp_path: Path) -> None:
    digests = []
    for label in ("cat", "dog"):
        dataset = opened(with_rows(tmp_path, {"file_name": "a.png", "label": label}))
        source = dataset.label_source(next(only_samples(dataset.samples())))
        assert source is not None
        assert pickle.loads(pickle.dumps(source)) == source
        digests.append(source.digest())
    assert digests[0] != digests[1]
