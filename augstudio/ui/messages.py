"""Puts the reasons that the floors below give, in English, into the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from augstudio.errors import Message, message_of


def explained(reason: str | BaseException) -> str:
    """A message, or an error's, in the user's language; a plain text is the user's own and stays as it is."""
    message = message_of(reason) if isinstance(reason, BaseException) else reason
    if not isinstance(message, Message):
        return message
    template = QCoreApplication.translate("Reasons", message.template)
    return template.format(*map(explained, message.arguments)) if message.arguments else template


def sentence(reason: str) -> str:
    """A reason that stands alone."""
    return f"{reason[:1].upper()}{reason[1:]}"
