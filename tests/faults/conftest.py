"""What the proofs share."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.faults.calls import Bench
from tests.faults.checks import state, tiny_dataset
from tests.faults.kills import Ground, prepared
from tests.faults.server import Server
from tests.faults.shim import Levers

# Faults are made by means that only Linux has.
collect_ignore_glob = [] if sys.platform == "linux" else ["*.py"]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Runs exports in processes of their own, undisturbed by the shim."""
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Exports whose calls can be made to fail."""
    root = tmp_path_factory.mktemp("calls")
    dataset = tiny_dataset(root / "in")
    levers = Levers(root)
    with Server(levers.environment) as server:
        levers.set(root / "whole", dataset)
        ended = server.export(dataset, root / "whole")
        assert (ended.code, ended.text, list(ended.skipped)) == (0, "", ["b/3.png"])
        yield Bench(levers, server, dataset, root / "out", state(root / "whole"))


@pytest.fixture(scope="session")
def ground(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Exports that can be killed."""
    return prepared(server, tmp_path_factory.mktemp("kills"))
