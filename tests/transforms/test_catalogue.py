"""What holds for every transform, whoever wrote it."""

from __future__ import annotations

import inspect
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.draws import Draw
from augstudio.core.image import size_of
from augstudio.core.mixing import Mixing
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Choice, Files, Names, Parameter, Range, Slider, parameters_of
from augstudio.core.randomness import stream
from augstudio.core.step import Step
from augstudio.core.transform import (
    CompositeTransform,
    Distortion,
    Geometric,
    Pixel,
    Selector,
    Transform,
    View,
)
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import demonstrated
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import CATALOGUE
from tests.mixing import OTHERS, PICTURES
from tests.pictures import ODD_SIZES, noise_picture, plain_picture
from tests.strategies import paddings, transforms

each = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.NAME)


def alone(transform: Transform, padding: Padding | None = None) -> Pipeline:
    return Pipeline.of((transform,), padding)


def at_the_limits(parameter: Parameter) -> Iterator[Any]:
    """The outermost values that a parameter may have."""
    marker = parameter.marker
    if isinstance(marker, Slider):
        ends = (marker.low, marker.high)
        yield from ((Range(end, end) for end in ends) if parameter.is_range else ends)
        if parameter.is_range:
            yield Range(*ends)
    elif isinstance(marker, Choice):
        yield from ((option,) if marker.several else option for option in marker.options)
    elif isinstance(marker, Files):
        yield ()
    elif isinstance(marker, Names):
        yield from ((), ("cat",), ("cat", "dog"))
    else:
        yield from (False, True)


# -- declaration ------------------------------------------------------------------------------------


@each
def test_names_and_texts(kind: type[Transform]) -> None:
    file = Path(inspect.getfile(kind))
    assert file.stem == kind.NAME
    assert kind.NAME.islower()
    assert kind.NAME.replace("_", "").isidentifier()
    assert kind.__name__ == "".join(word.capitalize() for word in kind.NAME.split("_"))
    assert kind.TITLE
    assert kind.GROUP
    assert kind.FACTOR in {"1x", "2x", "2-4x", "any"}
    assert kind.__doc__ is not None
    assert kind.__doc__.strip().endswith(".")
    assert issubclass(kind, Geometric | Distortion | Pixel | Selector | CompositeTransform | Mixing)


@each
def test_parameters_are_declared_in_full(kind: type[Transform]) -> None:
    declared = parameters_of(kind)
    assert [parameter.name for parameter in declared] == list(kind.model_fields)
    for parameter in declared:
        assert parameter.marker.help.endswith("."), parameter.name
        assert parameter.label
        assert parameter.name.endswith("_range") == parameter.is_range
        if isinstance(parameter.marker, Slider):
            assert parameter.marker.low < parameter.marker.high
            assert 0 < parameter.marker.step <= parameter.marker.high - parameter.marker.low


@each
def test_default_is_valid(kind: type[Transform]) -> None:
    default = kind()
    assert kind.model_validate(default.model_dump()) == default


@each
def test_limits_are_valid_and_one_step_beyond_is_not(kind: type[Transform]) -> None:
    image = noise_picture(23, 17)
    for parameter in parameters_of(kind):
        for value in at_the_limits(parameter):
            transform = kind(**{parameter.name: value})
            assert getattr(transform, parameter.name) == value
            for copy in (1, 2, 3):
                assert alone(transform)(image, copy=copy, key="k", partners=PICTURES).size > 0
        marker = parameter.marker
        if isinstance(marker, Slider):
            for number in (math.nextafter(marker.low, -math.inf), math.nextafter(marker.high, math.inf)):
                with pytest.raises(ValueError, match="must lie from"):
                    kind(**{parameter.name: (number, number) if parameter.is_range else number})


# -- files ------------------------------------------------------------------------------------------


@each
def test_round_trip_through_a_file(kind: type[Transform], tmp_path: Path) -> None:
    file = tmp_path / "pipeline.json"

    @given(transforms(kind))
    def check(transform: Transform) -> None:
        pipeline = alone(transform)
        pipeline.save(file)
        loaded = Pipeline.load(file)
        assert loaded == pipeline
        assert type(loaded.steps[0].transform) is kind

    check()


# -- pixels -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in CATALOGUE if kind.NEUTRAL], ids=lambda kind: kind.NAME)
@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (270, 260)])
def test_neutral_is_the_identity(kind: type[Transform], channels: int, size: tuple[int, int]) -> None:
    assert kind.NEUTRAL is not None
    image = noise_picture(*size, channels)
    for mode in PaddingMode:
        result = alone(kind(**kind.NEUTRAL), Padding(mode=mode))(image, key="k")
        np.testing.assert_array_equal(result, image)
        assert not np.shares_memory(result, image)


@each
@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", ODD_SIZES)
def test_odd_shapes(kind: type[Transform], channels: int, size: tuple[int, int]) -> None:
    image = noise_picture(*size, channels)
    before = image.copy()
    image.flags.writeable = False
    for copy in range(1, 4):
        resolved = resolve(alone(kind()), size, seed=1, key="k", copy=copy, partners=OTHERS)
        result = render(image, resolved, partners=OTHERS)
        assert result.dtype == np.uint8
        assert result.shape == (resolved.size[1], resolved.size[0], channels)
        assert result.flags.writeable
        assert not np.shares_memory(result, image)
        assert min(render(image, resolved, scale=0.5, partners=OTHERS).shape) >= 1
    np.testing.assert_array_equal(image, before)


@each
def test_plain_pictures_and_those_with_a_spot(kind: type[Transform]) -> None:
    options: list[dict[str, Any]] = [{}]
    options += [
        {parameter.name: value}
        for parameter in parameters_of(kind)
        if isinstance(parameter.marker, Choice)
        for value in at_the_limits(parameter)
    ]
    for level, spot, channels in ((0, 0, 1), (0, 0, 4), (0, 255, 3), (255, 255, 3), (255, 0, 2)):
        image = plain_picture(24, 19, channels, level)
        image[3:5, 7] = spot
        for fields in options:
            assert alone(kind(**fields))(image, key="k", partners=PICTURES).size > 0


@pytest.mark.parametrize(
    "kind", [kind for kind in CATALOGUE if not issubclass(kind, Selector)], ids=lambda kind: kind.NAME
)
def test_default_changes_the_picture(kind: type[Transform]) -> None:
    image = np.asarray(noise_picture(64, 48) * 0.8 + 20, np.uint8)
    pipeline = alone(demonstrated(kind))
    results = [pipeline(image, copy=copy, key="c", partners=PICTURES) for copy in range(1, 4)]
    changed = [result.shape != image.shape or bool((result != image).any()) for result in results]
    # What chooses among operations may choose the one that does nothing.
    assert any(changed) if issubclass(kind, CompositeTransform) else all(changed)


@given(transforms(), paddings(), st.integers(), st.text(max_size=8), st.integers(1, 9), st.data())
def test_same_stream_same_bytes(
    transform: Transform, padding: Padding, seed: int, key: str, copy: int, data: st.DataObject
) -> None:
    size = data.draw(st.sampled_from([*ODD_SIZES[:5], (40, 31)]))
    image = noise_picture(*size, data.draw(st.sampled_from([1, 3, 4])))
    before = image.copy()
    pipeline = alone(transform, padding)
    again = Pipeline.from_json(pipeline.to_json())
    one = pipeline(image, seed=seed, key=key, copy=copy, partners=PICTURES)
    np.testing.assert_array_equal(one, again(image, seed=seed, key=key, copy=copy, partners=PICTURES))
    np.testing.assert_array_equal(image, before)


def act(transform: Transform, draw: Draw, size: tuple[int, int]) -> Any:
    """What a transform makes of a draw: a placement, places, other steps, a choice or pixels."""
    if isinstance(transform, Geometric):
        return transform.placement(draw, size)
    if isinstance(transform, Distortion):
        columns, rows = np.arange(0.0, size[0])[None, :], np.arange(0.0, size[1])[:, None]
        return [places.tobytes() for places in transform.source_coordinates(draw, size, columns, rows)]
    if isinstance(transform, CompositeTransform):
        return transform.parts(draw)
    if isinstance(transform, Selector):
        return [transform.chosen(draw, weights) for weights in ((1.0,), (0.5, 0.1, 1.0))]
    if isinstance(transform, Mixing):
        chosen = OTHERS.chosen(0, "k", 1, 1, transform.PARTNERS)
        return transform.composition(draw.model_copy(update={"partners": chosen}), size)
    assert isinstance(transform, Pixel)
    return transform.apply(noise_picture(*size), draw, View()).tobytes()


@given(transforms(), st.integers(0, 99))
def test_draws_are_json_and_repeat_the_step(transform: Transform, seed: int) -> None:
    size = (31, 20)
    drawn = transform.draw(stream(seed, "k", 1, 1), size)
    assert type(drawn) is transform.DRAW
    text = json.dumps(drawn.to_dict(), allow_nan=False)
    read = transform.parse_draw(json.loads(text))
    assert read == drawn
    assert json.dumps(read.to_dict()) == text
    assert act(transform, read, size) == act(transform, drawn, size)
    assert act(transform, drawn, size) == act(transform, drawn, size)


@given(transforms(), st.integers(0, 99), st.tuples(st.integers(1, 50), st.integers(1, 50)))
def test_what_is_drawn_lies_in_its_range(transform: Transform, seed: int, size: tuple[int, int]) -> None:
    drawn = transform.draw(stream(seed, "k", 1, 1), size)
    for parameter in parameters_of(type(transform)):
        value = drawn.to_dict().get(parameter.name.removesuffix("_range"))
        if parameter.is_range and not isinstance(transform, CompositeTransform):
            assert isinstance(value, int | float), f"{parameter.name} draws nothing under its own name"
            low, high = getattr(transform, parameter.name)
            assert low <= value <= high


@given(transforms(), st.integers(0, 99))
def test_draws_do_not_depend_on_the_size(transform: Transform, seed: int) -> None:
    """A preview from a reduced picture shows what the export draws for the full one."""
    assert transform.draw(stream(seed, "k", 1, 1), (10, 20)) == transform.draw(
        stream(seed, "k", 1, 1), (1000, 2000)
    )


@each
def test_step_shows_the_draw_in_manifests(kind: type[Transform]) -> None:
    resolved = resolve(
        Pipeline(steps=(Step(id=7, transform=kind()),)), (9, 9), seed=0, key="k", copy=1, partners=OTHERS
    )
    (drawn,) = resolved.draws
    assert drawn.to_dict() == {"id": 7, "transform": kind.NAME, "draw": drawn.draw.to_dict()}
    json.dumps(drawn.to_dict())
    assert size_of(noise_picture(*resolved.size)) == resolved.size


def test_no_annotation_of_a_model_is_a_text_that_each_start_of_a_process_would_compile() -> None:
    models = {base for kind in CATALOGUE for model in (kind, kind.DRAW) for base in model.__mro__}
    ours = {model for model in models if model.__module__.startswith("augstudio.")}
    texts = {
        f"{model.__name__}.{name}"
        for model in ours
        for name, annotation in inspect.get_annotations(model).items()
        if isinstance(annotation, str)
    }
    assert len(ours) > len(CATALOGUE)
    assert texts == set()
