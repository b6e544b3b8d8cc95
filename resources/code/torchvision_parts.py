"""Parts of generated scripts: for torchvision's transforms v2."""

import numpy as np
import torch
from torchvision import tv_tensors
from torchvision.transforms import v2


class WithNumpy(v2.Transform):
    """Calls a function of NumPy with the picture and a random generator; all else passes."""

    def __init__(self, function, p=1.0):
        super().__init__()
        self.function = function
        self.p = p

    def make_params(self, flat_inputs):
        """Draw whether to act, and a seed from PyTorch's own generator."""
        acts = bool(torch.rand(()) < self.p)
        return {"acts": acts, "seed": int(torch.randint(2**62, ()))}

    def transform(self, inpt, params):
        """Change the picture, ``(3, H, W)`` uint8."""
        if not params["acts"] or not isinstance(inpt, tv_tensors.Image):
            return inpt
        image = np.ascontiguousarray(inpt.permute(1, 2, 0).numpy())
        result = self.function(image, np.random.default_rng(params["seed"]))
        tensor = torch.from_numpy(np.ascontiguousarray(result)).permute(2, 0, 1)
        return tv_tensors.wrap(tensor, like=inpt)
