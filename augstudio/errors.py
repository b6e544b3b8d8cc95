"""The program's errors: each message says what happened, where, and what to do about it."""

from __future__ import annotations

from typing import Self


class Message(str):
    """A text for people, in English, that remembers what it was made of.

    A window puts the template into the user's language and leaves the arguments alone, as they are names and
    values of the user's, but for those that are messages themselves.

    Attributes:
        template: The text, in which ``{0}``, ``{1}`` ... stand for the arguments; where there are none,
            braces mean nothing.
        arguments: What stands there.
    """

    __slots__ = ("arguments", "template")

    template: str
    arguments: tuple[str, ...]

    def __new__(cls, template: str, *arguments: object) -> Self:
        """Take the template and its arguments; a message alone is taken as it is."""
        if isinstance(template, cls) and not arguments:
            return template
        texts = tuple(text if isinstance(text, Message) else str(text) for text in arguments)
        message = super().__new__(cls, template.format(*texts) if texts else template)
        message.template, message.arguments = str(template), texts
        return message

    def __reduce__(self) -> tuple[type[Self], tuple[str, ...]]:
        """What copies and other processes make the message of."""
        return type(self), (self.template, *self.arguments)


def message_of(error: BaseException) -> Message:
    """What an error says: its message if it has one, the system's reason, or its text as it is."""
    if error.args and isinstance(error.args[0], Message):
        return error.args[0]
    if isinstance(error, OSError) and error.strerror:
        return error.strerror if isinstance(error.strerror, Message) else Message(error.strerror)
    return Message("{0}", error)


class AugStudioError(Exception):
    """Base of every error the program raises on purpose; its message is meant for people."""

    def __init__(self, template: str, *arguments: object) -> None:
        """Take a message, or what it is made of."""
        super().__init__(Message(template, *arguments))


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
