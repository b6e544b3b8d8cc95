"""The transforms: one file for each, named after it, and one line in :mod:`augstudio.transforms.catalogue`.

A process imports those alone that it uses, be it by their class or by the name that a pipeline's file has;
whoever wants to see all of them gets all.

Annotations in these modules and those of their bases are no texts, as ``from __future__ import annotations``
would make them: pydantic would compile a thousand of them whenever a process starts.
"""

import re
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from augstudio.core.transform import Transform, find_transforms

if TYPE_CHECKING:
    from augstudio.transforms.catalogue import *  # noqa: F403
    from augstudio.transforms.catalogue import CATALOGUE as CATALOGUE

_WORD: Final = re.compile("(?<=[a-z])(?=[A-Z])")


def named(name: str) -> type[Transform] | None:
    """The transform that files call so; None if the catalogue has none.

    Args:
        name: Its ``NAME``, which is that of its file.
    """
    if not name.isidentifier() or find_spec(f"{__name__}.{name}") is None:
        return None
    module = import_module(f"{__name__}.{name}")
    kinds = (kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Transform))
    return next((kind for kind in kinds if getattr(kind, "NAME", None) == name), None)


def class_named(name: str) -> type[Transform] | None:
    """The transform whose class is called so, as ``HorizontalFlip``; None if the catalogue has none."""
    kind = named(_WORD.sub("_", name).lower())
    return kind if kind is not None and kind.__name__ == name else None


def __getattr__(name: str) -> Any:
    """Import a transform when it is first used, or all of them for the ``CATALOGUE``."""
    found: Any = None
    if name == "CATALOGUE":
        found = import_module(f"{__name__}.catalogue").CATALOGUE
    elif not name.startswith("_"):
        found = class_named(name)
    if found is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """All names, also those not used yet."""
    kinds = import_module(f"{__name__}.catalogue").CATALOGUE
    return sorted({*globals(), "CATALOGUE", *(kind.__name__ for kind in kinds)})


find_transforms(named, lambda: import_module(f"{__name__}.catalogue"))
