"""Tables of classes and numbers: what is recognised, read, told and written."""

from __future__ import annotations

import csv
import io
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.labels import Labels, Tags
from augstudio.datasets.base import Sample, Skipped, only_samples
from augstudio.datasets.csv.dataset import CsvLabels
from augstudio.datasets.csv.table import table_of
from augstudio.datasets.csv.writing import CsvWriter
from augstudio.datasets.formats import recognised_format
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from tests.datasets.rewriting import all_labels, labels_of, opened, rewritten
from tests.folders import encoded, write_files
from tests.pictures import noise_picture

PICTURES = {f"{name}.png": encoded(noise_picture(4, 3, seed=ord(name)), "PNG") for name in "abc"}


def with_table(root: Path, text: str, name: str = "labels.csv", folder: str = "") -> Path:
    return write_files(
        root, {f"{folder}{key}": data for key, data in PICTURES.items()} | {name: text.encode()}
    )


def said(root: Path, name: str = "csv") -> dict[str, object]:
    """What is read of each picture: classes by name with weights, numbers and texts; None if unlabelled."""
    dataset = opened(root, name)
    found: dict[str, object] = {}
    for key, read in all_labels(dataset).items():
        tags = read.labels.tags if read.labels else None
        assert dataset.categories is not None
        found[key] = tags and (
            {dataset.categories[position].name: share for position, share in tags.weights},
            dict(tags.numbers),
            dict(tags.attributes),
        )
    return found


NONE: dict[str, float] = {}
CAT, DOG, BOTH = {"cat": 1.0}, {"dog": 1.0}, {"cat": 1.0, "dog": 1.0}
TABLES = {
    "one class": ("filename,label\na.png,cat\nb.png,dog\nc.png,cat\n", [CAT, DOG, CAT]),
    "semicolons and blanks": ("file; class\na.png; cat\nb.png; dog\nc.png; cat\n", [CAT, DOG, CAT]),
    "tabs": ("file\tspecies\na.png\tcat\nb.png\tdog\nc.png\tcat\n", [CAT, DOG, CAT]),
    "no head": ("a.png,cat\nb.png,dog\nc.png,cat\n", [CAT, DOG, CAT]),
    "quoted": ('"name","label"\n"a.png","cat"\n"b.png","dog"\n"c.png","cat"\n', [CAT, DOG, CAT]),
    "a byte order mark": ("\ufefffile,label\na.png,cat\nb.png,dog\nc.png,cat\n", [CAT, DOG, CAT]),
    "Windows lines": ("file,label\r\na.png,cat\r\nb.png,dog\r\nc.png,cat\r\n", [CAT, DOG, CAT]),
    "without suffixes": ("id,label\na,cat\nb,dog\nc,cat\n", [CAT, DOG, CAT]),
    "counted rows": (",file,label\n0,a.png,cat\n1,b.png,dog\n2,c.png,cat\n", [CAT, DOG, CAT]),
    "another computer's paths": ("path,label\nC:\\x\\a.png,cat\n/y/b.png,dog\nc.png,cat\n", [CAT, DOG, CAT]),
    "joined by bars": ("file,label\na.png,cat|dog\nb.png,dog\nc.png,cat\n", [BOTH, DOG, CAT]),
    "joined by commas": ('file,tags\na.png,"cat, dog"\nb.png,dog\nc.png,\n', [BOTH, DOG, NONE]),
    "joined by blanks": ("file,tags\na.png,cat dog\nb.png,dog\nc.png,cat\n", [BOTH, DOG, CAT]),
    "a column for each class": ("file,cat,dog\na.png,1,1\nb.png,0,1\nc.png,0,0\n", [BOTH, DOG, NONE]),
    "yes and no": ("file,cat,dog\na.png,TRUE,true\nb.png,false,yes\nc.png,no,no\n", [BOTH, DOG, NONE]),
    "minus one": ("file,cat,dog\na.png,1,1\nb.png,-1,1\nc.png,-1,-1\n", [BOTH, DOG, NONE]),
    "several rows": ("file,label\na.png,cat\na.png,dog\nb.png,dog\nc.png,cat\n", [BOTH, DOG, CAT]),
}


@pytest.mark.parametrize("text", TABLES, ids=list(TABLES))
def test_classes_are_read_from_tables_of_many_forms(text: str, tmp_path: Path) -> None:
    table, expected = TABLES[text]
    root = with_table(tmp_path, table)
    assert recognised_format(root) == "csv"
    assert recognised_format(root / "labels.csv") == "csv"
    found = said(root, "")
    assert [found[f"{name}.png"] for name in "abc"] == [(classes, {}, {}) for classes in expected]
    assert not opened(root).label_problems()


def test_a_blank_in_a_class_joins_nothing_unless_the_column_holds_several(tmp_path: Path) -> None:
    root = with_table(tmp_path, "file,breed\na.png,golden retriever\nb.png,pug\nc.png,pug\n")
    assert opened(root).categories is not None
    assert [item.name for item in opened(root).categories.all] == ["golden retriever", "pug"]  # type: ignore[union-attr]
    assert [item.class_name for item in only_samples(opened(root).samples())] == [
        "golden retriever",
        "pug",
        "pug",
    ]


def test_numbers_of_classes_keep_their_values_and_order(tmp_path: Path) -> None:
    categories = opened(with_table(tmp_path, "file,label\na.png,10\nb.png,9\nc.png,10\n")).categories
    assert categories is not None
    assert [(item.name, item.source_id) for item in categories.all] == [("9", 9), ("10", 10)]


def test_numbers_and_texts_are_carried_and_an_empty_class_is_no_label(tmp_path: Path) -> None:
    root = with_table(
        tmp_path,
        "file,label,age,note,split\na.png,cat,40,seen,train\nb.png,dog,3.5,,valid\nc.png,,,lost,test\n",
    )
    assert said(root) == {
        "a.png": (CAT, {"age": 40.0}, {"note": "seen"}),
        "b.png": (DOG, {"age": 3.5}, {}),
        "c.png": None,
    }
    splits = [item.split for item in only_samples(opened(root).samples())]
    assert splits == [Split.TRAIN, Split.VAL, Split.TEST]
    assert opened(root).has_splits


def test_numbers_alone_are_labels_for_regression(tmp_path: Path) -> None:
    root = with_table(tmp_path, "file,age\na.png,40\nb.png,41\nc.png,\n")
    assert said(root, "") == {
        "a.png": (NONE, {"age": 40.0}, {}),
        "b.png": (NONE, {"age": 41.0}, {}),
        "c.png": None,
    }


def test_tables_called_as_splits_are_splits(tmp_path: Path) -> None:
    root = with_table(tmp_path, "file,label\na.png,cat\nb.png,dog\n", "train.csv")
    (root / "val.csv").write_text("file,label\nc.png,owl\n")
    samples = list(only_samples(opened(root).samples()))
    assert [(item.key, item.split) for item in samples] == [
        ("a.png", Split.TRAIN), ("b.png", Split.TRAIN), ("c.png", Split.VAL),
    ]  # fmt: skip
    assert [item.split for item in only_samples(opened(root / "val.csv").samples())] == [None]
    again = rewritten(opened(root), "csv", tmp_path / "out")
    assert (tmp_path / "out/train.csv").read_text() == "file,label\na.png,cat\nb.png,dog\n"
    assert [item.split for item in only_samples(again.samples())] == [item.split for item in samples]


def test_tables_in_folders_of_splits_name_what_lies_beside_them(tmp_path: Path) -> None:
    """As Roboflow exports several classes of a picture: names may be the same in several splits."""
    files: dict[str, bytes] = {}
    for split, row in (("train", "1, 1"), ("valid", "0, 1")):
        files |= {f"{split}/{name}": PICTURES[name] for name in ("a.png", "b.png")}
        files[f"{split}/_classes.csv"] = f"filename, cat, dog\na.png, {row}\nb.png, 1, 0\n".encode()
    root = write_files(tmp_path / "in", files)
    assert recognised_format(root) == "csv"
    dataset = opened(root)
    assert {item.key: item.split for item in only_samples(dataset.samples())} == {
        "train/a.png": Split.TRAIN,
        "train/b.png": Split.TRAIN,
        "valid/a.png": Split.VAL,
        "valid/b.png": Split.VAL,
    }
    expected: dict[str, object] = {
        key: (classes, {}, {}) for key, classes in zip(said(root), (BOTH, CAT, DOG, CAT), strict=True)
    }
    assert said(root) == expected
    again = tmp_path / "out"
    rewritten(dataset, "csv", again)
    assert (again / "valid/_classes.csv").read_text().splitlines() == [
        "filename,cat,dog",
        "a.png,0,1",
        "b.png,1,0",
    ]
    assert said(again) == expected


def test_the_table_may_lie_in_a_folder_beside_the_pictures(tmp_path: Path) -> None:
    root = with_table(tmp_path, "file,label\na.png,cat\nb.png,dog\n", "tables/labels.csv", "images/")
    dataset = opened(root / "tables/labels.csv")
    assert dataset.root == root
    assert [item.key for item in only_samples(dataset.samples())] == ["images/a.png", "images/b.png"]


BAD = {
    "an open quotation mark": (
        'file,label\na.png,"cat\nb.png,dog\n',
        "line 2: the quotation marks from here on do not fit",
    ),
    "no picture": ("file,label\nx.png,cat\ny.png,dog\n", "is not a table of pictures"),
    "no class": ("file\na.png\nb.png\n", "is not a table of pictures"),
    "coordinates": ("file,xmin,ymin,xmax,ymax,label\na.png,1,1,2,2,cat\n", "none coordinates"),
    "coordinates in long names": (
        "Filename;Annotation tag;Upper left corner X;Upper left corner Y\na.png;stop;1;2\nb.png;stop;1;2\n",
        "none coordinates",
    ),
    "coordinates without a head": ("a.png,1,1,2,2,cat\nb.png,,,,,\nc.png,3,1,4,2,dog\n", "none coordinates"),
    "coordinates in one cell": ('file,place,label\na.png,"[1.0, 2.0, 3.5, 4]",cat\n', "none coordinates"),
    "empty": ("", "is not a table of pictures"),
    "two bytes a letter": ("file,label\na.png,cat\n\0", "is not UTF-8 text"),
}


@pytest.mark.parametrize("name", BAD, ids=list(BAD))
def test_what_is_no_table_of_pictures_is_refused_in_words(name: str, tmp_path: Path) -> None:
    text, told = BAD[name]
    dataset = opened(with_table(tmp_path, text) / "labels.csv")
    with pytest.raises(DatasetError, match=told) as error:
        list(dataset.samples())
    assert "labels.csv" in str(error.value)


ODD = {
    "a row too short": ("file,note,label\na.png,x,cat\nb.png,dog\nc.png,y,cat\n", 3, "number of cells (2)"),
    "twice the same": ("file,label\na.png,cat\na.png,cat\nb.png,dog\n", 3, "'cat' is said of this"),
    "no number": (
        "file,label,age\n" + "a.png,cat,1\n" + "b.png,dog,2\n" * 9 + "c.png,cat,nan\n",
        12,
        "age is no number: 'nan'",
    ),
    "neither 0 nor 1": ("file,cat,dog\n" + "a.png,0,1\n" * 10 + "b.png,1,7\n", 12, "dog is '7', neither"),
    "another number": ("file,label,age\na.png,cat,1\na.png,dog,2\nb.png,cat,1\n", 3, "age is another"),
    "two splits": ("file,label,split\na.png,cat,train\na.png,dog,val\nb.png,cat,val\n", 3, "split train"),
    "pictures in no row": ("file,label\na.png,cat\nb.png,dog\n", 0, "1 picture is not named here"),
}


@pytest.mark.parametrize("name", ODD, ids=list(ODD))
def test_what_is_odd_in_a_row_is_told_with_its_line_and_the_rest_counts(name: str, tmp_path: Path) -> None:
    text, line, told = ODD[name]
    dataset = opened(with_table(tmp_path, text))
    assert len(list(only_samples(dataset.samples()))) >= 2
    problems = [problem for problem in dataset.label_problems() if told in problem.reason]
    assert [(problem.file, problem.line) for problem in problems] == [("labels.csv", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("file,label\na.png,cat\nb.png,dog\nx.png,cat\n", 4),
        ('file,label\na.png,"c\na\nt"\nb.png,dog\nx.png,cat\n', 6),
    ],
    ids=["plain", "after a name over lines"],
)
def test_a_missing_picture_is_told_once_with_its_line(text: str, line: int, tmp_path: Path) -> None:
    dataset = opened(with_table(tmp_path, text))
    assert [item for item in dataset.samples() if isinstance(item, Skipped)] == [
        Skipped(
            "x.png",
            f"named in labels.csv, line {line}, but there is no such picture, or there are several",
        )
    ]
    assert not [item for item in dataset.label_problems() if item.line == line]


def test_several_tables_are_asked_about_and_folders_of_classes_stay_such(tmp_path: Path) -> None:
    root = with_table(tmp_path / "two", "file,label\na.png,cat\nb.png,dog\n")
    (root / "more.csv").write_text("file,label\nc.png,owl\n")
    with pytest.raises(DatasetError, match=r"several tables in .*: labels.csv, more.csv; name"):
        opened(root)
    root = write_files(
        tmp_path / "three", {"cat/a.png": PICTURES["a.png"], "i.csv": b"path,class\ncat/a.png,cat\n"}
    )
    assert recognised_format(root) == "image-folder"


@pytest.mark.parametrize("text", TABLES, ids=list(TABLES))
def test_what_is_written_says_the_same_and_keeps_the_table_s_form(text: str, tmp_path: Path) -> None:
    root = with_table(tmp_path / "in", TABLES[text][0])
    first = opened(root)
    again = rewritten(first, "csv", tmp_path / "out")
    assert said(tmp_path / "out") == said(root)
    assert isinstance(first, CsvLabels)
    assert isinstance(again, CsvLabels)
    columns, others = first.tables.tables[0][2], again.tables.tables[0][2]
    if text not in ("several rows", "counted rows"):
        assert (columns.separator, columns.names) == (others.separator, others.names)
        assert (columns.kind, columns.joiner, columns.signed) == (others.kind, others.joiner, others.signed)


def test_weights_of_mixed_pictures_make_a_column_for_each_class(tmp_path: Path) -> None:
    dataset = opened(with_table(tmp_path, "file,label\na.png,cat\nb.png,dog\n"))
    assert dataset.categories is not None
    writer = CsvWriter(dataset.categories)
    images = [WrittenImage(f"{name}.png", (4, 3), None, f"{name}.png", 0) for name in "ab"]
    mixed = [Labels(tags=Tags(((0, 0.7), (1, 0.3)))), Labels(tags=Tags(((1, 1.0),), (("age", 2.5),)))]
    entries = [
        (image, writer.encode(image, labels).entry) for image, labels in zip(images, mixed, strict=True)
    ]
    ((name, pieces),) = writer.shared_files(lambda: iter(entries))
    assert (name, b"".join(pieces)) == (
        "labels.csv",
        b"filename,cat,dog,age\na.png,0.7,0.3,\nb.png,0,1,2.5\n",
    )
    (tmp_path / "labels.csv").write_bytes(b"filename,cat,dog,age\na.png,0.7,0.3,\nb.png,0,1,2.5\n")
    assert said(tmp_path) == {"a.png": ({"cat": 0.7, "dog": 0.3}, {}, {}), "b.png": (DOG, {"age": 2.5}, {})}
    assert not writer.losses(mixed[0])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)] * 2), min_size=1)
)
def test_tables_of_the_csv_module_are_split_as_it_splits_them(cells: list[tuple[str, str]]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerows([("file", "label"), *(("a.png", "|".join(pair)) for pair in cells)])
    table = table_of(buffer.getvalue(), "x", lambda cell: cell == "a.png")
    assert table is not None
    assert [row.cells for row in table.rows] == [("a.png", "|".join(pair)) for pair in cells]


def test_sources_and_writers_can_be_sent_to_another_process(tmp_path: Path) -> None:
    dataset = opened(with_table(tmp_path, TABLES["joined by bars"][0]))
    sample = next(item for item in dataset.samples() if isinstance(item, Sample))
    source = dataset.label_source(sample)
    assert source is not None
    again = pickle.loads(pickle.dumps(source))
    assert again == source
    assert again.digest() == source.state() != ""
    assert labels_of(dataset, "a.png").labels != labels_of(dataset, "b.png").labels


def test_the_digest_follows_the_row(tmp_path: Path) -> None:
    digests = []
    for label in ("cat", "dog", "cat"):
        dataset = opened(with_table(tmp_path, f"file,label\na.png,{label}\nb.png,owl\n"))
        sources = [dataset.label_source(item) for item in only_samples(dataset.samples())]
        digests.append([source.digest() if source else "" for source in sources])
    assert digests[0] == digests[2]
    assert [one == other for one, other in zip(digests[0], digests[1], strict=True)] == [False, True]


def test_what_a_table_cannot_hold_is_counted() -> None:
    assert set(Loss) >= {Loss.PLACES, Loss.CLASS_MAPS}


SIZES_OF_PICTURES = "filename,width,height,label\na.png,4,3,cat\nb.png,4,3,dog\nc.png,4,3,cat\n"
BOXES_WITH_SIZES = {
    "a place of other names": "filename,column,row,width,height\na.png,1,2,3,1\nb.png,2,1,1,1\n",
    "centres as shares": "filename,cx,cy,w,h,label\na.png,.5,.5,.2,.2,cat\nb.png,.5,.5,.2,.2,dog\n",
}


def test_a_table_of_classes_may_say_how_large_its_pictures_are(tmp_path: Path) -> None:
    root = with_table(tmp_path, SIZES_OF_PICTURES)
    assert recognised_format(root) == "csv"
    assert [found[:2] for found in said(root).values()] == [(CAT, {}), (DOG, {}), (CAT, {})]  # type: ignore[index]


def test_numbers_called_as_sizes_that_are_not_the_pictures_are_numbers(tmp_path: Path) -> None:
    root = with_table(tmp_path, SIZES_OF_PICTURES.replace("b.png,4,3", "b.png,4,3.5"))
    sizes = {"width": 4.0, "height": 3.5}
    assert [found[:2] for found in said(root).values()] == [(CAT, {}), (DOG, sizes), (CAT, {})]  # type: ignore[index]


@pytest.mark.parametrize("text", BOXES_WITH_SIZES.values(), ids=BOXES_WITH_SIZES)
def test_sizes_beside_a_place_are_boxes(text: str) -> None:
    assert table_of(text, "labels.csv", lambda name: name in PICTURES) is None
