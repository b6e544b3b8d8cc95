"""The networks that steps use, found for the kernels."""

from functools import partial

from augstudio.assets import pinned, read_reference, reference_file
from augstudio.core.reference import Reference
from augstudio.kernels.networks.model_file import ModelFile


def model_file(reference: Reference) -> ModelFile:
    """A network's file as it was chosen; only where no hash says what was chosen, it is read already.

    Raises:
        PipelineError: It cannot be read, or is named as a shipped one that does not exist.
    """
    known = pinned(reference)
    return ModelFile(known.sha256, str(reference_file(known)), known.shipped, partial(read_reference, known))
