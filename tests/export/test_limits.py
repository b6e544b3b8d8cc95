"""Pictures that hang, and pictures that need more memory than there is."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from augstudio.errors import ExportError
from augstudio.export import Limits, RunOptions, run_export
from augstudio.export.control import BYTES_PER_TIMEOUT
from augstudio.export.engines import pool
from augstudio.export.engines.budget import Budget
from augstudio.export.job import ExportJob
from augstudio.export.rendering import needed_bytes, resolve_copies
from augstudio.export.tasks import Task
from augstudio.kernels.networks.trial_process import trial_of
from augstudio.pipelines import Pipeline
from augstudio.transforms import ImageModel, Rotate
from augstudio.transforms.image_model import WINTER
from augstudio.transforms.model_files import model_file
from tests.export import jobs
from tests.export.jobs import job_for, tasks
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_dataset(tmp_path_factory.mktemp("data") / "in")


@pytest.fixture(scope="module")
def undisturbed(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    return contents(out)


@pytest.fixture(autouse=True)
def nobody_stays_behind() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_a_sample_that_hangs_is_given_up_and_tried_again_later(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_for(dataset, tmp_path / "out")
    with monkeypatch.context() as patched:
        patched.setattr("augstudio.export.engines.pool.work", jobs.hang_at_one_sample)
        report = run_export(job, RunOptions(workers=2, limits=Limits(timeout=jobs.PATIENCE)))
    assert [(skipped.name, skipped.reason) for skipped in report.skipped] == [
        (
            jobs.DEADLY,
            "nothing came of it for 3 s, so it was given up; export again to try it once more, with a longer "
            "timeout if it only takes long",
        )
    ]
    hanging = jobs.DEADLY.removesuffix(".webp")
    others = {name: digest for name, digest in undisturbed.items() if not name.startswith(hanging)}
    found = contents(job.out)
    (line,) = (job.out / "skipped.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {"key": jobs.DEADLY, "reason": report.skipped[0].reason}
    own = {"manifest.jsonl", "skipped.jsonl", "augstudio.json"}
    assert {name: found[name] for name in found.keys() - own} == {
        name: others[name] for name in others.keys() - own
    }
    assert run_export(job, RunOptions(workers=1)).written == 3
    assert contents(job.out) == undisturbed


def test_a_sample_that_shows_signs_of_life_may_take_long(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.export.engines.pool.work", jobs.toil_at_one_sample)
    report = run_export(
        job_for(dataset, tmp_path / "out"), RunOptions(workers=2, limits=Limits(timeout=jobs.PATIENCE))
    )
    assert report.skipped == ()
    assert contents(tmp_path / "out") == undisturbed


def test_a_sample_that_waits_for_memory_is_not_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = encoded(smooth_picture(40, 30), "PNG")
    dataset = write_files(tmp_path / "in", {"a.png": data, "b.png": data})
    monkeypatch.setattr("augstudio.export.engines.pool.work", jobs.toil_at_the_first_sample)
    limits = Limits(timeout=jobs.PATIENCE, memory=1)
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=2, limits=limits))
    assert (tmp_path / "begun").exists()
    assert (report.skipped, report.written) == ((), 6)


def test_only_time_that_was_watched_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was stopped, by Ctrl+Z or a sleeping computer, has not been waiting for its workers."""
    now = [100.0]
    monkeypatch.setattr(pool, "time", SimpleNamespace(monotonic=lambda: now[0]))
    clock = pool._Clock()
    for seconds, counts, expected in (
        (0.1, True, 0.1),
        (3600, True, 0.6),
        (60, False, 0.6),
        (0.2, True, 0.8),
    ):
        now[0] += seconds
        clock.tick(counts=counts)
        assert clock.now == pytest.approx(expected)


def test_large_pictures_get_more_time() -> None:
    limits = Limits(timeout=10)
    assert limits.seconds(0) == 10
    assert limits.seconds(3 * BYTES_PER_TIMEOUT) == 40


@pytest.mark.parametrize(
    "wrong", [{"timeout": 0}, {"timeout": -1.5}, {"memory": 0}, {"timeout": float("nan")}]
)
def test_limits_are_above_zero(wrong: dict[str, float]) -> None:
    ((name, value),) = wrong.items()
    with pytest.raises(ExportError, match=f"^{name}: must be above 0, got {value:g}$"):
        Limits(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("memory", [1, 1 << 40])
def test_pictures_that_need_more_than_the_budget_go_through_alone(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside: list[int] = []

    class Watched(Budget):
        def granted(self) -> Iterator[object]:
            for worker in super().granted():
                beside.append(len(self._claims) - len(self._waiting) - 1)
                yield worker

    monkeypatch.setattr(pool, "Budget", Watched)
    report = run_export(
        job_for(dataset, tmp_path / "out"), RunOptions(workers=3, limits=Limits(memory=memory))
    )
    assert report.skipped == ()
    assert contents(tmp_path / "out") == undisturbed
    assert beside == ([0] * len(tasks(job_for(dataset, tmp_path / "out"))) if memory == 1 else [])


def test_memory_is_reckoned_from_header_and_results(tmp_path: Path) -> None:
    data = encoded(smooth_picture(600, 400), "JPEG")
    write_files(tmp_path / "in", {"a.jpg": data, "b.jpg": data[:9]})
    job = job_for(tmp_path / "in", tmp_path / "out")
    larger = job_for(
        tmp_path / "in", tmp_path / "out", Pipeline.of((Rotate(angle_range=(45, 45), size="grow"),))
    )
    whole, broken = tasks(job)

    def needed(task: Task, job: ExportJob, data: bytes) -> int:
        return needed_bytes(data, resolve_copies(task, job, data))

    assert needed(whole, job, data) == len(data) + 240_000 * (8 + 16)
    assert needed(whole, larger, data) == len(data) + 240_000 * 8 + 708 * 708 * 16
    assert needed(broken, job, data[:9]) == 9


def test_the_memory_of_networks_is_reckoned_with(tmp_path: Path) -> None:
    data = encoded(smooth_picture(600, 400), "PNG")
    write_files(tmp_path / "in", {"a.png": data})

    def needed(pipeline: Pipeline) -> int:
        job = job_for(tmp_path / "in", tmp_path / "out", pipeline)
        (task,) = tasks(job)
        return needed_bytes(data, resolve_copies(task, job, data))

    plain = needed(Pipeline.of(()))
    for side, (width, height) in (("256", (256, 176)), ("512", (512, 344)), ("tiles", (336, 400))):
        extra = needed(Pipeline.of((ImageModel(side=side),))) - plain
        demand = trial_of(model_file(WINTER), None).demand
        assert extra == demand.nbytes(width * height) + 24 * width * height > demand.loaded
