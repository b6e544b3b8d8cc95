"""The program's errors: each message says what happened, where, and what to do about it."""

from __future__ import annotations


class AugStudioError(Exception):
    """Base of every error the program raises on purpose; its text is meant for people."""


class ImageError(AugStudioError):
    """A picture cannot be used: not an image, damaged, too large, or of an unsupported kind."""


class DatasetError(AugStudioError):
    """A dataset cannot be opened: missing, empty, or not a folder."""


class PipelineError(AugStudioError):
    """A pipeline is not valid: the text names the step, the field and what is allowed."""


class ExportError(AugStudioError):
    """An export was refused before anything was written, or cannot go on."""


class CrashError(ExportError):
    """A process of the program ended as it should not; what it wrote by then stays."""
