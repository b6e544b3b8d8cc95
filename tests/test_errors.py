"""Messages remember what they were made of, wherever they are taken."""

from __future__ import annotations

import ast
import copy
import errno
import os
import pickle
from pathlib import Path

import pytest

from augstudio import errors
from augstudio.errors import AugStudioError, ExportError, ImageError, Message, message_of
from augstudio.export.output_writer import OccupiedError
from augstudio.kernels.networks.onnx_file import BadModelError
from tests.test_house import FILES, name_of

NESTED = Message("{0}: {1}", "a {0}.png", Message("at most {0}", 3))


def parts(message: str) -> object:
    """A message as the tree that it is."""
    return (message.template, *map(parts, message.arguments)) if isinstance(message, Message) else message


def test_a_message_is_its_text() -> None:
    assert NESTED == "a {0}.png: at most 3"
    assert parts(NESTED) == ("{0}: {1}", "a {0}.png", ("at most {0}", "3"))
    assert Message("braces {mean} nothing {0}") == "braces {mean} nothing {0}"
    assert Message(NESTED) is NESTED
    assert Message("{0}", Path("a")).arguments == ("a",)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_messages_and_errors_go_to_other_processes_whole(protocol: int) -> None:
    assert parts(pickle.loads(pickle.dumps(NESTED, protocol))) == parts(NESTED)
    for kind in (ExportError, OccupiedError, BadModelError):
        error = pickle.loads(pickle.dumps(kind("no {0}", NESTED), protocol))
        assert type(error) is kind
        assert parts(message_of(error)) == ("no {0}", parts(NESTED))
    assert parts(copy.deepcopy(NESTED)) == parts(NESTED)


def test_what_errors_say() -> None:
    assert parts(message_of(ImageError("no {0}", 1))) == ("no {0}", "1")
    assert parts(message_of(ImageError(NESTED))) == parts(NESTED)
    assert parts(message_of(OSError(errno.ENOENT, os.strerror(errno.ENOENT), "x"))) == (
        "No such file or directory",
    )
    assert parts(message_of(OSError(errno.ELOOP, NESTED, "x"))) == parts(NESTED)
    assert parts(message_of(ValueError("{0} of somebody's"))) == ("{0}", "{0} of somebody's")
    assert str(AugStudioError("100 %")) == "100 %"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_no_message_is_put_together_from_texts(file: Path) -> None:
    """Its template must stand in the code as it is, for the window to find it in another language."""
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args:
            made = getattr(errors, call.func.id, None)
            is_error = isinstance(made, type) and issubclass(made, AugStudioError | Message)
            checked = call.args[0] if is_error else call.args[-1] if call.func.id == "Skipped" else None
            assert not isinstance(checked, ast.BinOp), ast.unparse(call)
            inner = [] if checked is None or isinstance(checked, ast.Call) else ast.walk(checked)
            assert not any(isinstance(node, ast.JoinedStr) for node in inner), ast.unparse(call)
            assert not (call.func.id == "Skipped" and isinstance(checked, ast.Constant)), ast.unparse(call)
            assert checked is None or ".format(" not in ast.unparse(checked), ast.unparse(call)
