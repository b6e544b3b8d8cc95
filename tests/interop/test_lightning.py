"""Copies in Lightning, by the data module of the page on training; skipped where it is not installed."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.torch import TorchDataset
from tests.interop.training import expected, small_online

torch = pytest.importorskip("torch", reason="PyTorch is not installed")
lightning = pytest.importorskip("lightning", reason="Lightning is not installed")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the package about itself
BATCH = 2


class Data(lightning.LightningDataModule):  # type: ignore[misc, name-defined]  # untyped where it is missing
    def __init__(self, online: OnlineDataset) -> None:
        super().__init__()
        self.online, self.sampler = online, CopySampler(len(online))

    def train_dataloader(self) -> Any:
        workers = {"num_workers": 2, "persistent_workers": True}
        return torch.utils.data.DataLoader(TorchDataset(self.online), BATCH, sampler=self.sampler, **workers)

    def state_dict(self) -> dict[str, Any]:
        done = self.trainer.fit_loop.epoch_loop.batch_progress.current.processed
        return dict(self.sampler.state_dict(used=done * BATCH))

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self.sampler.load_state_dict(state)


class Recorder(lightning.LightningModule):  # type: ignore[misc, name-defined]
    def __init__(self) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(1))
        self.seen: list[tuple[bytes, int]] = []

    def training_step(self, batch: Any, step: int) -> Any:
        images, targets = batch
        for image, target in zip(images, targets, strict=True):
            self.seen.append((image.permute(1, 2, 0).contiguous().numpy().tobytes(), int(target)))
        return self.weight.sum()

    def configure_optimizers(self) -> Any:
        return torch.optim.SGD(self.parameters(), 0.1)


def trained(online: OnlineDataset, root: Path, checkpoint: Path | None = None) -> list[tuple[bytes, int]]:
    keep = lightning.pytorch.callbacks.ModelCheckpoint(
        root, every_n_train_steps=1, save_top_k=-1, filename="{step}"
    )
    quiet = {"logger": False, "enable_progress_bar": False, "enable_model_summary": False}
    trainer = lightning.Trainer(max_epochs=2, accelerator="cpu", callbacks=[keep], **quiet)
    model = Recorder()
    trainer.fit(model, Data(online), ckpt_path=checkpoint)
    return model.seen


def test_training_goes_on_from_any_checkpoint_as_if_it_had_not_stopped(tmp_path: Path) -> None:
    online = small_online(tmp_path / "in", 4)
    whole = trained(online, tmp_path / "whole")
    assert whole == list(chain(expected(online, 0), expected(online, 1)))
    for step in (1, 2, 3):
        again = trained(online, tmp_path / f"{step}", tmp_path / "whole" / f"step={step}.ckpt")
        assert again == whole[step * BATCH :]
