"""The page that an evaluation is shown on."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from augstudio.errors import Message
from augstudio.insights.evaluate import EvaluationOptions
from augstudio.insights.evaluation import Comparison
from augstudio.insights.plots import gains_plot, recalls_plot
from augstudio.insights.report import report_page
from augstudio.insights.statistics import Interval
from augstudio.insights.wording import verdict_text
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, VerticalFlip
from tests.insights.test_evaluate import found, sloped, written

VOID = {"meta", "img", "br"}


class Reader(HTMLParser):
    """Collects what is shown, and what a page would load; complains of tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_a_page_says_all_and_needs_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path / "a <b>", sloped, {"train": 8, "test": 8})
    down = Pipeline.of([VerticalFlip()])
    pipelines = {"<both>": down.adding(HorizontalFlip()), "down": down}
    options = EvaluationOptions(copies=2, splits=6, minutes=60, leave_one_out=True)
    evaluation = found(folder, options, **pipelines)
    page = report_page(evaluation)
    shown = read(page)
    for gain in evaluation.gains:
        assert f"{gain.name}: {verdict_text(gain)}" in shown.text
    assert "Does it pay? a <b>" in shown.text
    for part in ("Against each other", "1 Vertical flip", evaluation.fingerprint, "train/left/"):
        assert part in shown.text
    assert shown.tags.count("svg") == 4
    assert shown.tags.count("img") == 2 * 2 * 3  # two classes, two pipelines, a picture and two copies
    assert all(address.startswith("data:image/png;base64,") for address in shown.loaded)
    assert not re.search(r"<script|url\(|@import", page)
    assert page == report_page(found(folder, options, **pipelines))


def test_a_page_in_another_language_has_no_text_of_its_own_left_in_english(tmp_path: Path) -> None:
    folder = written(tmp_path / "set", sloped, {"train": 6, "test": 6})
    both = Pipeline.of([HorizontalFlip(), VerticalFlip()])
    options = EvaluationOptions(copies=1, splits=6, minutes=60, leave_one_out=True, invariances=True)
    evaluation = found(folder, options, one=both, two=both)
    spoken: list[Message] = []

    def tell(text: str) -> str:
        if isinstance(text, Message):
            spoken.append(text)
            return "说"
        return text

    page = report_page(evaluation, tell, "zh-CN", lambda name: f"步骤{len(name)}")
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    shown = re.sub(r"<(style|pre)>.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    names = {"left", "right", "train", "test", "one", "two", "png"}
    assert set(re.findall("[A-Za-z_]{2,}", shown)) <= names
    assert not re.findall('(?:alt|aria-label)="[^"]*[A-Za-z]', page)
    assert {text.template for text in spoken} >= {"Gain", "points of accuracy", "What it relies on"}
    assert "步骤15" in shown  # of horizontal_flip


def test_plots_put_values_where_they_belong() -> None:
    clear = Comparison("a", "b", Interval(4, 1), (3.0, 5.0) * 3, 10)
    unclear = Comparison("c", "b", Interval(-1, 2), (-1.0, -1.0) * 3, 10)
    plot = ElementTree.fromstring(gains_plot([clear, unclear], ["a", "c & d"]))
    zero = float(next(line for line in plot.iter("line") if line.get("class") == "zero").get("x1", ""))
    circles = [float(circle.get("cx", "")) for circle in plot.iter("circle")]
    assert circles[1] < zero < circles[0]
    assert circles[0] - zero == pytest.approx(4 * (zero - circles[1]), abs=0.5)
    ends = [
        (float(line.get("x1", "")), float(line.get("x2", "")))
        for line in plot.iter("line")
        if line.get("class") == "interval"
    ]
    assert ends[0][0] > zero
    assert ends[1][0] < zero < ends[1][1]
    assert [group.get("class") for group in plot.iter("g")] == ["pays", "unclear"]


def test_plots_of_extremes_can_be_drawn() -> None:
    same = Comparison("a", "b", Interval(0, 0), (0.0, 0.0), 10)
    plots = (
        gains_plot([same], ["a"]),
        recalls_plot({"x": 100.0}, [{"x": 100.0}]),
        recalls_plot({"x": 0.0, "y" * 99: 50.0}, [{"x": 0.0, "y" * 99: 1.0}]),
    )
    for plot in plots:
        drawn = list(ElementTree.fromstring(plot).iter())
        assert len(drawn) > 3
        values = [value for element in drawn for value in element.attrib.values()]
        assert not {"nan", "inf", "-inf"} & set(values)
