"""The registry of transforms."""

from __future__ import annotations

from typing import ClassVar

import pytest

from augstudio.core.transform import Geometric, catalogue, register, transform_named
from augstudio.errors import PipelineError
from augstudio.transforms import CATALOGUE, Rotate


def test_registry_holds_the_catalogue_in_order() -> None:
    assert catalogue() == CATALOGUE
    assert transform_named("rotate") is Rotate


@pytest.mark.parametrize("name", ["rotat", "", None, 3, ["rotate"]])
def test_unknown_name_lists_the_known(name: object) -> None:
    with pytest.raises(PipelineError) as caught:
        transform_named(name)
    assert repr(name) in str(caught.value)
    assert all(kind.NAME in str(caught.value) for kind in CATALOGUE)


def test_registering_again_is_harmless() -> None:
    register(Rotate)
    assert catalogue() == CATALOGUE


def test_two_transforms_may_not_share_a_name() -> None:
    class Impostor(Geometric):
        NAME: ClassVar[str] = "rotate"

    with pytest.raises(ValueError, match="two transforms are named 'rotate'"):
        register(Impostor)
    assert transform_named("rotate") is Rotate
