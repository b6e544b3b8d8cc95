"""Every class comes to exactly its target, whatever the counts."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.datasets.base import Sample
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export import ExportOptions, RunOptions, Task, estimate_export, plan, run_export
from augstudio.export.balance import LARGEST, MAX_COPIES, MAX_TARGET, balanced, copies_at
from augstudio.export.planning import balance_of, plan_samples
from tests.commands import refused, told
from tests.export.jobs import job_for, manifest
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

COUNTS = {"cat": 5, "dog": 2, "owl": 1}

counts_of_classes = st.dictionaries(st.text(max_size=3), st.integers(1, 60), min_size=1, max_size=6)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Three classes of 5, 2 and 1 pictures to train with; the rest is left alone."""
    names = [f"train/{name}/{number}.png" for name, count in COUNTS.items() for number in range(count)]
    names += ["train/loose.png", *(f"val/owl/{number}.png" for number in range(3))]
    files = {
        name: encoded(noise_picture(12, 9, seed=place), "PNG") for place, name in enumerate(sorted(names))
    }
    return write_files(tmp_path / "in", files)


def files_of(lines: list[dict[str, Any]], folder: str) -> Counter[str]:
    """Files of each class below a folder."""
    return Counter(line["key"].split("/")[1] for line in lines if line["key"].startswith(folder))


# -- the numbers ----------------------------------------------------------------------------------------


@given(st.integers(1, 500), st.integers(0, 5000))
def test_copies_add_up_and_differ_by_at_most_one(pictures: int, copies: int) -> None:
    each = [copies_at(place, pictures, copies) for place in range(pictures)]
    assert sum(each) == copies
    assert max(each) - min(each) <= 1


@given(st.integers(1, 400), st.integers(0, 2000))
def test_the_remainder_is_spread_evenly(pictures: int, copies: int) -> None:
    each = [copies_at(place, pictures, copies) for place in range(pictures)]
    for place in range(pictures + 1):
        assert abs(sum(each[:place]) - copies * place / pictures) < 1


@given(counts_of_classes, st.one_of(st.just(LARGEST), st.integers(1, 5000)), st.booleans())
def test_every_class_meets_the_target(counts: dict[str, int], target: int | str, originals: bool) -> None:
    found = balanced(counts, target, originals=originals)
    assert found.target == (max(counts.values()) if target == LARGEST else target)
    assert found.shares.keys() == counts.keys()
    for name, share in found.shares.items():
        each = [found.copies(name, place) for place in range(counts[name])]
        files = sum(each) + (counts[name] if originals else 0)
        assert files == share.total == max(found.target, counts[name]), "nothing above the target is dropped"
        assert (share.pictures, share.originals) == (counts[name], counts[name] if originals else 0)


@given(counts_of_classes, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_classes_does_not_matter(
    counts: dict[str, int], order: random.Random, originals: bool
) -> None:
    shuffled = list(counts.items())
    order.shuffle(shuffled)
    one, other = (balanced(given, LARGEST, originals=originals) for given in (counts, dict(shuffled)))
    assert one == other


def test_a_class_that_is_too_small_for_the_target_is_refused() -> None:
    most = MAX_COPIES + 1
    assert balanced({"owl": 1}, most, originals=True).copies("owl", 0) == MAX_COPIES
    message = rf"the class owl has too few pictures for {most + 1}: 1, .* a target of at most {most}$"
    with pytest.raises(ExportError, match=message):
        balanced({"owl": 1, "cat": 9}, most + 1, originals=True)


# -- the plan -------------------------------------------------------------------------------------------


def planned(keys: list[str], **options: Any) -> dict[str, list[str]]:
    """Files of each key; keys that are left out are missing."""
    chosen = ExportOptions(**{"balance": LARGEST, **options})

    def samples() -> Any:
        for key in keys:
            yield Sample(key, key, key.split("/")[0] if "/" in key else None)

    tasks = [item for item in plan_samples(samples(), chosen) if isinstance(item, Task)]
    balance = balance_of(chosen, Counter(task.class_name for task in tasks))
    done = [item for item in plan_samples(samples(), chosen, balance) if isinstance(item, Task)]
    assert [task.key for task in done] == [task.key for task in tasks], "counting and planning must agree"
    return {task.key: [output.file for output in task.outputs] for task in done}


def test_pictures_in_no_class_keep_what_they_have() -> None:
    keys = ["a/1.png", "a/2.png", "b/1.png", "x.png"]
    found = planned(keys)
    assert found == {
        "a/1.png": ["a/1.png"],
        "a/2.png": ["a/2.png"],
        "b/1.png": ["b/1.png", "b/1__aug001.png"],
        "x.png": ["x.png"],
    }
    alone = planned(keys, originals=False)
    assert alone["b/1.png"] == ["b/1__aug001.png", "b/1__aug002.png"]
    assert alone["x.png"] == ["x__aug001.png"]


@pytest.mark.parametrize(
    "keys",
    [
        ["a/p.jpg", "a/p.png"],
        ["a/p.jpg", "a/p__aug002.jpg"],
        ["a/P__AUG002.jpg", "a/p.jpg"],
        ["a/p.jpg", "a/p__aug002.jpg/x.jpg"],
        ["a/p__aug002.jpg/x.jpg", "a/p.jpg"],
        ["a/p.jpg", "a/" + "q" * 245 + ".jpg"],
    ],
)
@pytest.mark.parametrize("originals", [True, False])
def test_who_is_left_out_does_not_depend_on_the_copies(keys: list[str], originals: bool) -> None:
    others = [f"b/{number}.jpg" for number in range(9)]
    for target in (1, 9, 40):
        found = planned([*keys, *others], format="jpeg", originals=originals, balance=target)
        names = [name.casefold() for files in found.values() for name in files]
        assert len(names) == len(set(names))
        total = sum(len(files) for key, files in found.items() if key.startswith("a/"))
        assert total == max(target, sum(key.startswith("a/") for key in found))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"balance": 0}, f"balance: must be off, max or a whole number from 1 to {MAX_TARGET}, got 0"),
        ({"balance": True}, "balance: must be off, max or"),
        ({"balance": "some"}, "balance: must be off, max or .*, got 'some'"),
        ({"balance": MAX_TARGET + 1}, "balance: must be off, max or"),
        ({"balance": 3, "splits": (Split.TRAIN, Split.VAL)}, "balance: only the train split can be balanced"),
        ({"balance": 3, "splits": ()}, "balance: only the train split"),
    ],
)
def test_what_no_balance_can_be(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ExportError, match=message):
        ExportOptions(**options)


def test_the_number_of_copies_means_nothing_where_it_follows() -> None:
    assert ExportOptions(copies=7, balance=9) == ExportOptions(copies=0, balance=9, originals=True)
    assert ExportOptions(copies=0, balance=9, originals=False).copies == 0


# -- the export -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("originals", [True, False])
def test_only_the_train_split_is_balanced(dataset: Path, tmp_path: Path, originals: bool) -> None:
    report = run_export(
        job_for(dataset, tmp_path / "out", balance=7, originals=originals), RunOptions(workers=1)
    )
    lines = manifest(tmp_path / "out")
    trained = files_of(lines, "train")
    assert {name: trained[name] for name in COUNTS} == dict.fromkeys(COUNTS, 7)
    assert trained["loose.png"] == 1
    assert files_of(lines, "val") == ({"owl": 3} if originals else {})
    assert report.written == report.total == len(lines)
    cats = Counter(line["key"] for line in lines if "train/cat" in line["key"])
    assert max(cats.values()) - min(cats.values()) == 1


def test_the_order_in_which_a_folder_is_walked_does_not_matter(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_for(dataset, tmp_path / "out", balance=8)
    before = list(plan(job))
    walk = os.scandir

    class Backwards:
        def __init__(self, path: str) -> None:
            with walk(path) as entries:
                self._entries = sorted(entries, key=lambda item: item.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self._entries

        def __exit__(self, *_: object) -> None:
            return

        def close(self) -> None:
            return

    monkeypatch.setattr(os, "scandir", Backwards)
    assert list(plan(job)) == before


def test_a_run_that_was_stopped_goes_on_to_the_same(dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "whole", balance=6), RunOptions(workers=2))
    job, seen = job_for(dataset, tmp_path / "torn", balance=6), list[Any]()
    torn = run_export(job, RunOptions(workers=1), on_progress=seen.append, cancelled=lambda: len(seen) > 4)
    assert torn.cancelled
    assert run_export(job, RunOptions(workers=1)).reused
    assert contents(tmp_path / "torn") == contents(tmp_path / "whole")


def test_another_balance_in_the_same_folder_is_refused(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_export(job_for(dataset, out, balance=LARGEST), RunOptions(workers=1))
    assert '"balance": "max"' in (out / "augstudio.json").read_text(encoding="utf-8")
    for balance, difference in ((6, '"max", not 6'), ("off", '"max", not "off"')):
        job = job_for(dataset, out, balance=balance, copies=0)
        with pytest.raises(ExportError, match=f"its balance is {difference}"):
            run_export(job, RunOptions(workers=1))


def test_a_dataset_without_classes_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path / "flat", {"a.png": encoded(noise_picture(4, 4), "PNG")})
    job = job_for(tmp_path / "flat", tmp_path / "out", balance=5)
    for attempt in (
        lambda: run_export(job, RunOptions(workers=1)),
        lambda: estimate_export(job),
        lambda: list(plan(job)),
    ):
        with pytest.raises(ExportError, match="there are no classes to be balanced"):
            attempt()
    assert not (tmp_path / "out").exists()


# -- the command ----------------------------------------------------------------------------------------


def test_a_dry_run_shows_the_table(dataset: Path, tmp_path: Path) -> None:
    result = told("export", dataset, tmp_path / "out", "--balance", 12, "--dry-run", "--workers", 1)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:5] == [
        "class  originals  copies  total",
        "cat            5       7     12",
        "dog            2      10     12",
        "owl            1      11     12",
    ]
    assert "would write 40 files from 12 pictures" in result.stdout
    unbalanced = estimate_export(job_for(dataset, tmp_path / "out", copies=1))
    assert unbalanced is not None
    totals = [(share.name, share.total) for share in unbalanced.classes]
    assert totals == [("cat", 10), ("dog", 4), ("owl", 2)]


def test_what_was_left_out_is_missing_in_its_class(dataset: Path, tmp_path: Path) -> None:
    (dataset / "train/owl/0.png").write_bytes(b"broken")
    result = told("export", dataset, tmp_path / "out", "--balance", "max", "--workers", 1)
    assert result.exit_code == 1
    assert "left out 1, listed above; its class has fewer files than the others" in result.stderr
    assert files_of(manifest(tmp_path / "out"), "train")["dog"] == 5


def test_copies_and_balance_exclude_each_other(dataset: Path, tmp_path: Path) -> None:
    reason = refused("export", dataset, tmp_path / "out", "--balance", "max", "--copies", 3)
    assert "--copies: with --balance the copies follow from the target" in reason
    assert "must be off, max or a whole number" in refused(
        "export", dataset, tmp_path / "out", "--balance", "x"
    )
