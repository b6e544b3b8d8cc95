"""Names that are plainly free are taken by a short way, with the same refusals as by the long one."""

from __future__ import annotations

from collections import deque

from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.datasets.base import Sample
from augstudio.export.claims import Claims
from augstudio.export.options import ExportOptions
from augstudio.export.planning import plan_samples
from augstudio.export.tasks import Task

FOLDERS = st.sampled_from(["", "a/", "A/", "a/b/", "a/1.png/", "a/1__aug001.png/", "x.y/"])
NAMES = st.sampled_from(
    [
        "1.png",
        "1.PNG",
        "1.jpg",
        "1__aug001.png",
        "1__AUG002.png",
        "1__aug001__aug001.png",
        "ß.png",
        "ss.png",
        "Manifest.jsonl",
    ]
)
LONG = st.integers(50, 250).map(lambda length: "é" * (length // 2) + ".png")
PLAIN_FOLDERS = st.sampled_from(["", "a/", "A/", "1/", "a/b/"])
PLAIN_NAMES = st.sampled_from(["1.png", "1.PNG", "b.jpg", "1", "b"])
KEYS = st.one_of(
    st.lists(st.builds(str.__add__, FOLDERS, NAMES | LONG), max_size=12, unique=True),
    st.lists(st.builds(str.__add__, PLAIN_FOLDERS, PLAIN_NAMES), max_size=8, unique=True),
)
OPTIONS = st.builds(
    ExportOptions,
    copies=st.integers(1, 3),
    originals=st.booleans(),
    format=st.sampled_from(["keep", "png"]),
)


def refusals(keys: list[str], options: ExportOptions, *, short: bool) -> list[str]:
    claims = Claims(options)
    claims._simple = short
    found: list[str] = []

    def refusal(task: Task, base: str) -> str:
        found.append(claims.refusal(task, base))
        return ""

    deque(plan_samples(iter([Sample(key, key) for key in keys]), options, refusal=refusal), 0)
    return found


@settings(max_examples=150)
@given(KEYS, OPTIONS)
def test_the_short_way_refuses_what_the_long_one_refuses(keys: list[str], options: ExportOptions) -> None:
    assert refusals(keys, options, short=True) == refusals(keys, options, short=False)
