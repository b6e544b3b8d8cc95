"""Networks are tried out in a process that can be ended."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from augstudio.assets import asset
from augstudio.core.allowance import Allowance, allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.reference import Reference
from augstudio.kernels.networks import network as network_module
from augstudio.kernels.networks import trial_process as trial_apart
from augstudio.kernels.networks.model_file import ModelFile
from augstudio.kernels.networks.onnx_file import BadModelError
from augstudio.kernels.networks.trial_memory import UNMEASURED_BYTES, Demand
from augstudio.kernels.networks.trial_process import learnt, take_over, trial_of
from augstudio.processes import start_process
from augstudio.transforms.image_model import WINTER
from augstudio.transforms.model_files import model_file
from tests import networks
from tests.networks import made, node, stored_file


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in the program, which may start processes."""
    monkeypatch.setattr(trial_apart, "runs_the_program", lambda: True)
    monkeypatch.setattr(trial_apart, "_LEARNT", {})
    yield
    assert multiprocessing.active_children() == []


def process_ids(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are started from now on."""
    started: list[int] = []

    def noted(*arguments: Any, **more: Any) -> Any:
        process, connection = start_process(*arguments, **more)
        assert process.pid is not None
        started.append(process.pid)
        return process, connection

    monkeypatch.setattr(trial_apart, "start_process", noted)
    return started


def test_it_is_tried_out_once_in_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started, model = process_ids(monkeypatch), stored_file(networks.inverted(1), tmp_path)
    found = trial_of(model, None)
    assert found is trial_of(model, None)
    assert (found.grain, found.values, found.growth) == (4, "unit", (1, 1))
    assert len(started) == 1
    assert started != [os.getpid()]
    known = learnt()
    monkeypatch.setattr(trial_apart, "_LEARNT", {})
    take_over(known)
    assert trial_of(model, None).values == "unit"
    assert len(started) == 1


def test_what_ships_is_tried_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    started = process_ids(monkeypatch)
    assert trial_of(model_file(WINTER), None).growth == (1, 1)
    assert started == []


def test_a_trial_that_does_not_end_is_given_up_unless_more_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, model = process_ids(monkeypatch), stored_file(networks.endless(above=10), tmp_path)
    for seconds, tries in ((0.3, 1), (0.3, 1), (0.4, 2)):
        reason = f"trying it out did not end within {seconds} s"
        with allowing(Allowance(seconds)), pytest.raises(BadModelError, match=reason):
            trial_of(model, None)
        assert len(started) == tries


def test_nobody_waits_for_a_trial_that_is_no_longer_wanted(tmp_path: Path) -> None:
    model = stored_file(networks.endless(above=10), tmp_path)
    ends = time.monotonic() + 0.2
    with interruptible(lambda: time.monotonic() > ends), pytest.raises(Interrupted):
        trial_of(model, None)
    assert time.monotonic() < ends + 5


def dies(connection: Any, model: ModelFile, style: Any, given: Allowance) -> None:
    """A trial that crashes."""
    os._exit(7)


def test_a_trial_that_crashes_leaves_the_program_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_apart, "_serve", dies)
    with pytest.raises(BadModelError, match=r"the process that tried it out ended unexpectedly \(7\)"):
        trial_of(stored_file(networks.identity(), tmp_path), None)


@pytest.mark.parametrize("inside", ["x", "noise"])
def test_two_runs_that_differ_are_noticed(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever makes them differ: here names of operators are not looked at."""
    monkeypatch.setattr(network_module, "check_model", lambda data: None)
    monkeypatch.setattr(trial_apart, "runs_the_program", lambda: False)
    model = made([node("RandomUniformLike", "x", "noise"), node("Add", f"x {inside}")])
    if inside == "x":
        assert trial_of(stored_file(model, tmp_path), None).grain == 4
        return
    with pytest.raises(BadModelError, match="two runs of it on the same picture give different results"):
        trial_of(stored_file(model, tmp_path), None)


def test_a_bad_network_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "network.onnx").write_bytes(b"x")
    with pytest.raises(BadModelError, match="it is not an ONNX file, or its end is missing"):
        trial_of(model_file(Reference.of(tmp_path / "network.onnx")), None)


# -- memory -----------------------------------------------------------------------------------------


def test_what_the_shipped_network_takes_is_less_than_what_is_assumed(tmp_path: Path) -> None:
    shutil.copy(asset("models", "winter.onnx"), tmp_path / "copy.onnx")
    demand = trial_of(model_file(Reference.of(tmp_path / "copy.onnx")), None).demand
    if demand.pixels == 1:
        pytest.skip("this system does not tell what memory a process takes")
    assert 100 < demand.run / demand.pixels < UNMEASURED_BYTES
    assert demand.loaded > 1_000_000
    assert demand.nbytes(4 * demand.pixels) > 3 * demand.run


@pytest.mark.skipif(sys.platform != "linux", reason="the system cannot limit a process's memory")
def test_a_network_that_takes_too_much_is_refused_before_it_has_it(tmp_path: Path) -> None:
    model = stored_file(networks.rescaling(64), tmp_path)
    with (
        allowing(Allowance(memory=128 << 20)),
        pytest.raises(BadModelError, match="there is not enough memory for it"),
    ):
        trial_of(model, None)


def test_memory_that_grows_with_the_square_is_foreseen() -> None:
    plain, square = Demand(10, 100, 1000), Demand(10, 100, 1000, power=2.0)
    assert [demand.nbytes(50) for demand in (plain, square)] == [510, 510]
    assert [demand.nbytes(400) for demand in (plain, square)] == [4010, 16010]
