#!/usr/bin/env bash
# lightning 2.6.6, torch 2.13.0 (2.14.1 does the same); Python 3.11, Linux x86-64 (torch takes some GB and minutes there)
#
# Training that goes on from a checkpoint takes the first of its epochs in the order of epoch 0, once the loader has
# workers: they are handed their first indices before Lightning tells the sampler which epoch it is. Without workers,
# and in all later epochs, the order is the one of training that was not interrupted. Nothing is said; samplers that
# choose by epoch what is drawn give epoch 0 once more.
#
# Seen, for torch's own DistributedSampler, interrupted after epoch 0 of 3:
#   0 workers: epoch 1 as without interruption: True, as epoch 0: False; epoch 2: True
#   2 workers: epoch 1 as without interruption: False, as epoch 0: True; epoch 2: True
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check lightning==2.6.6 torch==2.13.0
cat >"$place/show.py" <<'PYTHON'
import logging
import sys
import warnings

warnings.filterwarnings("ignore")
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
import lightning
import torch
from lightning.pytorch.callbacks import ModelCheckpoint

place = sys.argv[1]
numbers = list(range(8))


class Recorder(lightning.LightningModule):
    """Notes which numbers each epoch has."""

    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(1))
        self.seen = {}

    def training_step(self, batch, step):
        self.seen.setdefault(self.current_epoch, []).extend(batch.tolist())
        return self.weight.sum()

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), 0.1)


def trained(workers, checkpoint=None):
    sampler = torch.utils.data.DistributedSampler(numbers, 1, 0, seed=3)
    loader = torch.utils.data.DataLoader(numbers, 4, sampler=sampler, num_workers=workers)
    keep = ModelCheckpoint(f"{place}/{workers}", save_top_k=-1, filename="{epoch}")
    trainer = lightning.Trainer(
        max_epochs=3, accelerator="cpu", logger=False, callbacks=[keep], enable_progress_bar=False,
        enable_model_summary=False,
    )
    model = Recorder()
    trainer.fit(model, loader, ckpt_path=checkpoint)
    return model.seen


found = []
for workers in (0, 2):
    whole = trained(workers)
    again = trained(workers, f"{place}/{workers}/epoch=0.ckpt")
    row = (again[1] == whole[1], again[1] == whole[0], again[2] == whole[2])
    print(f"{workers} workers: epoch 1 as without interruption: {row[0]}, as epoch 0: {row[1]}; epoch 2: {row[2]}")
    found.append(row)
sys.exit(0 if found == [(True, False, True), (False, True, True)] else 1)
PYTHON
cd "$place"
CUDA_VISIBLE_DEVICES="" "$place/venv/bin/python" "$place/show.py" "$place" 2>/dev/null
