"""Trains ``winter.onnx``, the generator that ships with AugStudio, and writes it.

It is no part of the program. It needs PyTorch, onnx, onnxruntime and AugStudio, and a folder of outdoor
photographs that may be used freely::

    python resources/models/train_winter.py PHOTOGRAPHS WORK --steps 1200

The photographs themselves are not kept in the repository; ``LICENSES.md`` says which ones the shipped file
was trained with. Their winter is painted by the program's own step "Season", so the network learns to do in
one pass, without looking at the whole picture, what that step does by rules.

Generator: an encoder and decoder with skips, three halvings. It does not give colours but says what to do
where: how far to take the colour out of the photograph, what to paint, and how thickly; so fine detail is
the photograph's own. Trained as a conditional GAN with an L1 term and a discriminator that judges patches
(Isola et al., "Image-to-Image Translation with Conditional Adversarial Networks", 2017; least squares as by
Mao et al., 2017).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from augstudio import Pipeline
from augstudio.transforms.season import Season

CROP = 128
BATCH = 6
VARIANTS = 5
LUMA = (0.299, 0.587, 0.114)
NOTE = (
    "Summer to winter. Trained by the AugStudio authors on freely licensed photographs and what AugStudio's "
    "step Season makes of them. MIT licence."
)


class Block(nn.Module):
    """Convolution, normalisation over the batch (folded away on export), rectifier."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1, dilation: int = 1) -> None:
        """Take numbers of channels, stride and dilation."""
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride, dilation, dilation, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        """Apply it."""
        return functional.leaky_relu(self.norm(self.conv(x)), 0.1)


class Generator(nn.Module):
    """``(N, 3, H, W)`` RGB, 0 to 1, to the same; H and W are multiples of 8."""

    def __init__(self) -> None:
        """Make it, untrained."""
        super().__init__()
        self.fine = Block(3, 16)
        self.medium = Block(16, 32, 2)
        self.coarse = Block(32, 64, 2)
        self.deep = Block(64, 96, 2)
        self.body = nn.ModuleList(nn.Sequential(Block(96, 96), Block(96, 96, dilation=d)) for d in (2, 4))
        self.to_quarter = Block(96 + 64, 64)
        self.to_half = Block(64 + 32, 32)
        self.to_full = Block(32 + 16, 16)
        self.last = nn.Conv2d(16, 5, 3, padding=1)
        self.register_buffer("luma", torch.tensor(LUMA).reshape(1, 3, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        """Say what to paint where, and do it."""
        full = self.fine(x * 2 - 1)
        half = self.medium(full)
        quarter = self.coarse(half)
        deep = self.deep(quarter)
        for block in self.body:
            deep = deep + block(deep)
        up = self.to_quarter(torch.cat((_doubled(deep), quarter), 1))
        up = self.to_half(torch.cat((_doubled(up), half), 1))
        said = self.last(self.to_full(torch.cat((_doubled(up), full), 1))).sigmoid()
        thickness, greyness, paint = said[:, :1], said[:, 1:2], said[:, 2:]
        grey = (x * self.luma).sum(1, keepdim=True)
        return (x + (grey - x) * greyness) * (1 - thickness) + paint * thickness


class Discriminator(nn.Module):
    """Judges patches of about 46 pixels of a photograph and its winter, side by side in the channels."""

    def __init__(self) -> None:
        """Make it, untrained."""
        super().__init__()
        layers: list[nn.Module] = []
        for inputs, outputs in ((6, 32), (32, 64), (64, 128)):
            layers += [nn.utils.spectral_norm(nn.Conv2d(inputs, outputs, 4, 2, 1)), nn.LeakyReLU(0.2)]
        self.judge = nn.Sequential(*layers, nn.Conv2d(128, 1, 3, padding=1))

    def forward(self, before: Tensor, after: Tensor) -> Tensor:
        """One number per patch: 1 for what is real."""
        return self.judge(torch.cat((before, after), 1))


def _doubled(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2.0, mode="nearest")


def pairs(folder: Path) -> list[np.ndarray]:
    """Photographs, at several sizes and exposures, above their winters: ``(2, H, W, 3)`` uint8 each."""
    winter = Pipeline.of((Season(season="winter", strength_range=(1, 1)),))
    made = []
    for number, file in enumerate(sorted(folder.iterdir())):
        photo = cv2.imread(str(file))
        if photo is None:
            continue
        dice = np.random.default_rng(number)
        for copy in range(1, VARIANTS + 1):
            share = min(1.0, dice.uniform(0.45, 1.0) * 640 / max(photo.shape[:2]))
            share = max(share, (CROP + 8) / min(photo.shape[:2]))
            size = (round(photo.shape[1] * share), round(photo.shape[0] * share))
            small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA)[:, :: dice.choice((-1, 1)), ::-1]
            exposed = 255 * (small / 255.0) ** dice.uniform(0.8, 1.3)
            summer = exposed.round().clip(0, 255).astype(np.uint8)
            made.append(np.stack((summer, winter(summer, seed=1, key=file.name, copy=copy))))
    return made


def batch(made: list[np.ndarray], dice: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Random crops, and what they shall become."""
    crops = []
    for _ in range(BATCH):
        pair = made[dice.integers(len(made))]
        top, left = (dice.integers(side - CROP + 1) for side in pair.shape[1:3])
        crops.append(pair[:, top : top + CROP, left : left + CROP])
    both = torch.from_numpy(np.stack(crops, 1)).permute(0, 1, 4, 2, 3).float() / 255
    return both[0], both[1]  # with channels last in memory, which is faster


def edges(x: Tensor) -> tuple[Tensor, Tensor]:
    """Differences of neighbours, down and across."""
    return x[:, :, 1:] - x[:, :, :-1], x[:, :, :, 1:] - x[:, :, :, :-1]


def likeness(made: Tensor, wanted: Tensor) -> Tensor:
    """Mean absolute differences of the levels, and of their edges."""
    sharp = sum(functional.l1_loss(a, b) for a, b in zip(edges(made), edges(wanted), strict=True))
    return functional.l1_loss(made, wanted) + 0.5 * sharp


def train(made: list[np.ndarray], work: Path, steps: int) -> Generator:
    """Train both networks against each other; go on from ``work/state.pt`` if it is there."""
    torch.manual_seed(1)
    generator, judge = Generator(), Discriminator()
    generator.to(memory_format=torch.channels_last)
    ours = torch.optim.Adam(generator.parameters(), 2e-3, (0.5, 0.99))
    theirs = torch.optim.Adam(judge.parameters(), 4e-4, (0.5, 0.99))
    state, start = work / "state.pt", 0
    if state.is_file():
        start, *kept = torch.load(state)
        for part, values in zip((generator, judge, ours, theirs), kept, strict=True):
            part.load_state_dict(values)
    for step in range(start, steps):
        for group in ours.param_groups:
            group["lr"] = 2e-3 * min(1.0, (step + 1) / 100) * max(0.02, 1 - step / steps)
        before, wanted = batch(made, np.random.default_rng((2, step)))
        painted = generator(before)
        loss = likeness(painted, wanted)
        if step >= 400:
            theirs.zero_grad()
            right, wrong = judge(before, wanted), judge(before, painted.detach())
            (functional.mse_loss(right, torch.ones_like(right)) + wrong.square().mean()).backward()
            theirs.step()
            verdict = judge(before, painted)
            loss = loss + 0.02 * functional.mse_loss(verdict, torch.ones_like(verdict))
        ours.zero_grad()
        loss.backward()
        ours.step()
        if step % 100 == 99 or step == steps - 1:
            print(step + 1, round(functional.l1_loss(painted, wanted).item(), 4), flush=True)
            parts = (part.state_dict() for part in (generator, judge, ours, theirs))
            torch.save((step + 1, *parts), state)
            show(before, painted, wanted, work / "sheet.png")
    return generator.eval()


def show(before: Tensor, painted: Tensor, wanted: Tensor, file: Path) -> None:
    """A sheet with a column for each crop: photograph, what the network made, what it should have."""
    rows = [torch.cat(tuple(row.detach()), 2) for row in (before, painted, wanted)]
    sheet = (torch.cat(rows, 1).permute(1, 2, 0).numpy() * 255).round().clip(0, 255).astype(np.uint8)
    cv2.imwrite(str(file), sheet[:, :, ::-1])


def export(generator: Generator, file: Path) -> None:
    """Write it as ONNX with any width and height, and its weights in half precision."""
    axes = {0: "batch", 2: "height", 3: "width"}
    torch.onnx.export(
        generator,
        (torch.rand(1, 3, 64, 96),),
        str(file),
        input_names=["photograph"],
        output_names=["winter"],
        dynamic_axes={"photograph": axes, "winter": axes},
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(file))
    halved(model)
    model.doc_string = NOTE
    model.producer_name = "AugStudio"
    entry = model.metadata_props.add()
    entry.key, entry.value = "augstudio.values", "unit"
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(file))


def halved(model: onnx.ModelProto) -> None:
    """Keep weights in half precision; they are made single before use, so the arithmetic stays single."""
    graph, casts = model.graph, []
    for weights in graph.initializer:
        if weights.data_type != onnx.TensorProto.FLOAT:
            continue
        name, values = weights.name, numpy_helper.to_array(weights)
        weights.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def compare(generator: Generator, file: Path) -> None:
    """Print how far the file's results are from PyTorch's, in grey levels."""
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    for height, width in ((64, 96), (256, 256), (320, 480)):
        x = torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(3))
        with torch.no_grad():
            expected = generator(x).numpy()
        (made,) = session.run(None, {"photograph": x.numpy()})
        print(f"{width}x{height}: differs by at most {255 * np.abs(made - expected).max():.3f} of 255")


def main() -> None:
    """Train, export, compare."""
    parser = argparse.ArgumentParser(description="Train the generator winter.onnx.")
    parser.add_argument("photographs", type=Path, help="folder of outdoor photographs")
    parser.add_argument("work", type=Path, help="folder for the state and the sheets")
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("winter.onnx"))
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    chosen.work.mkdir(parents=True, exist_ok=True)
    made = pairs(chosen.photographs)
    print(len(made), "pairs", flush=True)
    generator = train(made, chosen.work, chosen.steps)
    print(sum(values.numel() for values in generator.parameters()), "parameters")
    export(generator, chosen.out)
    compare(generator, chosen.out)


if __name__ == "__main__":
    main()
