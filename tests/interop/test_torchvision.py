"""Copies with boxes, masks and keypoints as torchvision's tv_tensors; skipped where it is not installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio import LabelPolicy, Padding, Pipeline
from augstudio.core.labels import Categories, Category
from augstudio.core.step import Step
from augstudio.errors import PipelineError
from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.torch import TorchvisionTransform, TransformedDataset
from augstudio.transforms import HorizontalFlip, Mixup, Rotate, Translate, VerticalFlip
from tests.datasets.yolo_folders import small_yolo
from tests.folders import small_dataset
from tests.pictures import noise_picture

torch = pytest.importorskip("torch", reason="PyTorch is not installed")
pytest.importorskip("torchvision", reason="torchvision is not installed")

from torchvision import datasets, tv_tensors  # noqa: E402
from torchvision.transforms import v2  # noqa: E402

WIDTH, HEIGHT = 40, 20
MIRROR = Pipeline(steps=(Step(id=1, probability=1, transform=HorizontalFlip()),))


def picture() -> Any:
    return tv_tensors.Image(torch.from_numpy(noise_picture(WIDTH, HEIGHT).transpose(2, 0, 1).copy()))


def boxes_in(form: str, values: Any, dtype: Any = torch.float32) -> Any:
    return tv_tensors.BoundingBoxes(values, format=form, canvas_size=(HEIGHT, WIDTH), dtype=dtype)


def moved(columns: float, padding: str, labels: str = "replicate") -> Pipeline:
    """Moves pictures to the right by a share of their width."""
    step = Translate(x_range=(columns, columns), y_range=(0, 0))
    made = Pipeline.of([step], Padding(mode=padding))
    return made.with_labels(LabelPolicy(padding=labels))


@pytest.mark.parametrize(
    ("form", "before"),
    [
        ("XYXY", [4.0, 2.0, 10.0, 8.0]),
        ("XYWH", [4.0, 2.0, 6.0, 6.0]),
        ("CXCYWH", [7.0, 5.0, 6.0, 6.0]),
        ("XYWHR", [4.0, 4.0, 6.0, 4.0, 30.0]),
        ("CXCYWHR", [12.0, 8.0, 6.0, 4.0, 30.0]),
        ("XYXYXYXY", [4.0, 2.0, 10.0, 2.0, 10.0, 8.0, 4.0, 8.0]),
    ],
)
def test_a_mirrored_box_lies_where_torchvision_mirrors_it(form: str, before: list[float]) -> None:
    boxes = boxes_in(form, [before])
    _, target = TorchvisionTransform(MIRROR)(picture(), {"boxes": boxes}, key="a", copy=1)
    as_corners = {"old_format": form, "new_format": "XYXYXYXY" if len(before) > 4 else "XYXY"}

    def corners(found: Any) -> Any:
        formats = {name: tv_tensors.BoundingBoxFormat[value] for name, value in as_corners.items()}
        values = v2.functional.convert_bounding_box_format(found.as_subclass(torch.Tensor), **formats)
        return sorted(np.round(values.reshape(-1, 2).tolist(), 3).tolist())

    assert target["boxes"].format.value == form
    assert corners(target["boxes"]) == corners(v2.functional.horizontal_flip(boxes))


def test_all_parts_of_a_target_have_the_same_objects() -> None:
    masks = torch.zeros(2, HEIGHT, WIDTH, dtype=torch.bool)
    masks[0, 2:8, 30:36] = masks[1, 10:14, 4:10] = True
    given = {
        "boxes": boxes_in("XYXY", [[30, 2, 36, 8], [4, 10, 10, 14]]),
        "masks": tv_tensors.Mask(masks),
        "keypoints": tv_tensors.KeyPoints(
            [[[30, 2], [35, 7]], [[4, 10], [9, 13]]], canvas_size=(HEIGHT, WIDTH), dtype=torch.float32
        ),
        "labels": torch.tensor([7, 3]),
        "area": torch.tensor([36.0, 24.0]),
        "iscrowd": torch.tensor([0, 0]),
        "image_id": 5,
    }
    image, target = TorchvisionTransform(moved(0.5, "constant"))(picture(), given, key="a", copy=1)
    assert torch.equal(image[:, :, 20:], picture()[:, :, :20])
    assert isinstance(image, tv_tensors.Image)
    assert target["boxes"].tolist() == [[24, 10, 30, 14]]
    assert target["masks"].dtype == torch.bool
    assert target["masks"].nonzero().tolist() == [[0, y, x] for y in range(10, 14) for x in range(24, 30)]
    assert target["keypoints"].tolist() == [[[24, 10], [29, 13]]]
    assert (target["labels"].tolist(), target["area"].tolist(), target["iscrowd"].tolist()) == (
        [3],
        [24],
        [0],
    )
    assert target["image_id"] == 5
    assert len(given["boxes"]) == 2


def test_what_padding_repeats_is_labelled_again() -> None:
    given = {"boxes": boxes_in("XYWH", [[30, 2, 6, 6]]), "labels": torch.tensor([7])}
    transform = TorchvisionTransform(moved(0.5, "wrap"))
    _, target = transform(picture(), given, key="a", copy=1)
    assert (target["boxes"].tolist(), target["labels"].tolist()) == ([[10, 2, 6, 6]], [7])
    _, target = TorchvisionTransform(moved(0.5, "wrap", "drop"))(picture(), given, key="a", copy=1)
    assert (target["boxes"].shape, target["labels"].shape) == ((0, 4), (0,))


def test_keypoints_stay_on_their_pixel_and_are_gone_outside() -> None:
    image = tv_tensors.Image(torch.zeros(3, HEIGHT, WIDTH, dtype=torch.uint8))
    image[:, 5, 30] = 255
    points = tv_tensors.KeyPoints([[[30.0, 5], [2, 3]], [[31, 1], [32, 1]]], canvas_size=(HEIGHT, WIDTH))
    quarter = Pipeline.of([Rotate(angle_range=(90, 90), size="grow")])
    made, target = TorchvisionTransform(quarter)(image, {"points": points}, key="a", copy=1)
    column, row = target["points"][0, 0].tolist()
    assert made[0].nonzero().tolist() == [[round(row), round(column)]]
    assert target["points"].canvas_size == tuple(made.shape[1:])
    _, target = TorchvisionTransform(moved(0.5, "constant"))(image, {"points": points}, key="a", copy=1)
    assert target["points"].tolist() == [[[-1, -1], [22, 3]]]


def test_a_map_of_classes_follows_and_is_ignored_beyond_the_picture() -> None:
    classes = torch.arange(HEIGHT * WIDTH).reshape(1, HEIGHT, WIDTH) % 7
    mask = tv_tensors.Mask(classes, dtype=torch.int64)
    _, made = TorchvisionTransform(moved(0.5, "constant"))(picture(), mask, key="a", copy=1)
    assert isinstance(made, tv_tensors.Mask)
    assert made.dtype == torch.int64
    assert torch.equal(made[..., 20:], mask[..., :20])
    assert (made[..., :20] == 255).all()


def test_classes_change_sides_in_a_mirror() -> None:
    left, right = Category("left", mirror=1), Category("right", mirror=0)
    transform = TorchvisionTransform(MIRROR, categories=Categories((left, right)))
    given = {"boxes": boxes_in("XYXY", [[4, 2, 10, 8]]), "labels": torch.tensor([0])}
    assert transform(picture(), given, key="a", copy=1)[1]["labels"].tolist() == [1]


def test_pillow_pictures_come_back_as_such_with_the_pixels_of_the_library() -> None:
    pixels = noise_picture(WIDTH, HEIGHT)
    made, target = TorchvisionTransform(Pipeline.default(), seed=4)(
        Pillow.fromarray(pixels), 2, key="a/1.png", copy=3
    )
    assert target == 2
    assert np.array_equal(np.asarray(made), Pipeline.default()(pixels, 4, 3, "a/1.png"))


def test_steps_limited_to_classes_look_at_the_target() -> None:
    flip = MIRROR.steps[0].model_copy(update={"classes": ("cat",)})
    transform = TorchvisionTransform(Pipeline(steps=(flip,)), categories=Categories.named(["dog", "cat"]))
    assert torch.equal(transform(picture(), 0, key="a", copy=1)[0], picture())
    assert torch.equal(transform(picture(), torch.tensor(1), key="a", copy=1)[0], picture().flip(-1))


def test_what_cannot_be_done_is_refused() -> None:
    transform = TorchvisionTransform(MIRROR)
    with pytest.raises(TypeError, match=r"uint8, got \(3, 20, 40\) torch.float32"):
        transform(picture().float(), key="a", copy=1)
    boxes = boxes_in("XYXY", [[4, 2, 10, 8]])
    for target, error, text in (
        ({"boxes": boxes, "labels": torch.tensor([1, 2])}, ValueError, "must have equally many objects"),
        ({"a": boxes, "b": boxes}, ValueError, r"one BoundingBoxes, got \['a', 'b'\]"),
        ({"boxes": boxes[:1]}, TypeError, "'boxes' is no tv_tensor"),
    ):
        with pytest.raises(error, match=text):
            transform(picture(), target, key="a", copy=1)
    with pytest.raises(PipelineError, match="mixup mixes pictures"):
        TorchvisionTransform(Pipeline.of([Mixup()]))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_an_image_folder_gives_the_copies_of_an_export_in_any_worker(tmp_path: Path) -> None:
    root = small_dataset(tmp_path, 4)
    folder = datasets.ImageFolder(root)
    keys = [Path(path).relative_to(root).as_posix() for path, _ in folder.samples]
    copies = TransformedDataset(folder, TorchvisionTransform(Pipeline.default(), seed=1), keys.__getitem__)
    online = OnlineDataset(root, Pipeline.default(), seed=1)
    places = {sample.key: number for number, sample in enumerate(online.samples)}

    def epoch(workers: int) -> list[tuple[bytes, int]]:
        sampler = CopySampler(len(copies), seed=2)
        loader = torch.utils.data.DataLoader(
            copies, batch_size=None, sampler=sampler, num_workers=workers, collate_fn=tuple
        )
        return [(np.asarray(image).tobytes(), target) for image, target in loader]

    alone = epoch(0)
    expected = [online.sample(places[keys[index]], copy) for index, copy in CopySampler(4, seed=2)]
    assert alone == [(sample.image.tobytes(), sample.target) for sample in expected]
    assert epoch(2) == alone
    with pytest.raises(TypeError, match=r"\(index, copy\), got 0"):
        copies[0]  # type: ignore[index]


def test_boxes_are_those_of_the_library(tmp_path: Path) -> None:
    online = OnlineDataset(small_yolo(tmp_path, "0 0.3 0.5 0.4 0.6\n1 0.8 0.7 0.3 0.3\n"), Pipeline.default())
    original, made = online.sample(0, 0), online.sample(0, 1)
    assert original.labels is not None
    assert made.labels is not None
    corners = [[getattr(item.shape, name) + 0.5 for name in ("left", "top", "right", "bottom")]
               for item in original.labels.instances]  # fmt: skip
    image = tv_tensors.Image(torch.from_numpy(original.image.transpose(2, 0, 1).copy()))
    given = {"boxes": boxes_in("XYXY", corners), "labels": torch.tensor([0, 1])}
    changed, target = TorchvisionTransform(Pipeline.default())(image, given, key=made.key, copy=1)
    assert np.array_equal(changed.permute(1, 2, 0).numpy(), made.image)
    kept = [item for item in made.labels.instances if not item.ignored]
    assert target["labels"].tolist() == [item.category for item in kept]


def test_boxes_of_whole_numbers_stay_such() -> None:
    flip = Pipeline(steps=(Step(id=1, probability=1, transform=VerticalFlip()),))
    boxes = boxes_in("CXCYWH", [[7, 5, 5, 6]], torch.int64)
    _, target = TorchvisionTransform(flip)(picture(), {"boxes": boxes}, key="a", copy=1)
    assert target["boxes"].dtype == torch.int64
    assert target["boxes"].tolist() == [[7, 15, 5, 6]]


def test_crowds_stay_crowds_and_what_is_hardly_seen_becomes_one() -> None:
    boxes = boxes_in("XYXY", [[2, 2, 12, 8], [10, 10, 21, 18]])
    given = {"boxes": boxes, "iscrowd": torch.tensor([1, 0])}
    transform = TorchvisionTransform(moved(0.5, "constant"))
    _, target = transform(picture(), given, key="a", copy=1)
    assert (target["boxes"].tolist(), target["iscrowd"].tolist()) == (
        [[22, 2, 32, 8], [30, 10, 40, 18]],
        [1, 0],
    )
    edge = boxes_in("XYXY", [[19, 2, 39, 8]])  # a twentieth of it stays
    _, target = transform(picture(), {"boxes": edge, "iscrowd": torch.tensor([0])}, key="a", copy=1)
    assert (target["boxes"].tolist(), target["iscrowd"].tolist()) == ([[39, 2, 40, 8]], [1])
    _, target = transform(picture(), {"boxes": edge}, key="a", copy=1)
    assert len(target["boxes"]) == 0
