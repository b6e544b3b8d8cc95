"""Whatever becomes of an export's records, it is found; running the export again mends it or names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.record_rounds import check_records
from tests.faults.records import DAMAGES, PAGE, outcome, verdict, whole_export


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = whole_export(tmp_path_factory.mktemp("records"))
    assert verdict(root / "out") == []
    return root


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[str, str]]:
    """What the page says of each damage."""
    lines = PAGE.read_text(encoding="utf-8").partition("| --- | --- | --- |\n")[2].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return {name.strip(): (found, became) for name, found, became in cells}


def test_the_page_tells_of_them_all(told: dict[str, tuple[str, str]]) -> None:
    assert list(told) == list(DAMAGES)
    assert len(DAMAGES) >= 80
    assert not [name for name, (found, _) in told.items() if found == "nothing"]
    assert {became.partition(":")[0] for _, became in told.values()} == {"mended", "refused"}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found_and_mended_or_named(
    whole: Path, tmp_path: Path, told: dict[str, tuple[str, str]], name: str
) -> None:
    assert outcome(whole, tmp_path / "work", name) == told[name]


def test_damage_at_random_is_found_and_mended_or_refused(whole: Path, tmp_path: Path) -> None:
    assert check_records(whole, tmp_path / "work", seed=0, rounds=40) > 30
