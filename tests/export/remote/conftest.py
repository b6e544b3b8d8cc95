"""Places in stores to export to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from augstudio.stores.address import StoreAddress
from tests.folders import small_dataset, write_files
from tests.stand_in import environment, new_place, s3_server


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """The address of a stand-in for S3."""
    with s3_server() as address:
        yield address


@pytest.fixture
def s3(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[], StoreAddress]:
    """What gives places in it where nothing is."""
    for name, value in environment(endpoint).items():
        monkeypatch.setenv(name, value)
    return lambda: new_place("s3")


@pytest.fixture
def place() -> StoreAddress:
    """A place in this process where nothing is."""
    return new_place("memory")


@pytest.fixture(params=["memory", "s3"])
def any_place(request: pytest.FixtureRequest) -> StoreAddress:
    """The same of each kind of store that there is on this machine."""
    if request.param == "s3":
        made: StoreAddress = request.getfixturevalue("s3")()
        return made
    return new_place("memory")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pictures, two of which are broken."""
    root = small_dataset(tmp_path_factory.mktemp("data") / "in")
    return write_files(root, {"b/broken.jpg": b"\xff\xd8\xff nothing", "c/empty.png": b""})
