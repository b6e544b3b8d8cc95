"""The commands together, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Final, TypeAlias

import typer
from typer.core import TyperGroup

from augstudio import __version__
from augstudio.cli.endings import NOT_READ, ended, refused
from augstudio.cli.options import PipelineFile
from augstudio.cli.output import complain, give_up_streams, say
from augstudio.interrupts import INTERRUPTED, ending_at_once
from augstudio.processes import runs_the_program, starting

OpenWindow: TypeAlias = Callable[[Path | None, Path | None], int]
"""Opens the window with what a path names and a pipeline file, and gives the exit code when it is closed."""

_OPENED: Final = "Folder, annotation file, picture, export or pipeline file to open."
_COMMANDS: Final = {
    "sample": "sample",
    "export": "export",
    "finish": "finish",
    "labels": "labels",
    "check": "check",
    "propose": "propose",
    "verify": "verify",
    "manifest": "manifest",
    "preview": "preview",
    "code": "code",
    "evaluate": "evaluate",
    "transforms": "transforms",
    "desktop": "desktop",
    "render": "render_file",
}
"""Name of each command, and of its function in the module of that name, in the order of the help."""

_PLAIN: Final[dict[str, Any]] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "add_completion": False,
}


class _Group(TyperGroup):
    """Ends with one line for every expected error, and imports no command but the one that is called.

    All of them together take a second to import, which every start of the program would wait for.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        return [*(name for name in self.commands if name not in _COMMANDS), *_COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            for name in _COMMANDS:  # the usage error proposes those that are nearly meant
                self.get_command(ctx, name)
        elif cmd_name not in self.commands:
            self.add_command(_command(cmd_name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def main(self, *args: Any, **extra: Any) -> Any:
        extra["standalone_mode"] = False
        run = super().main
        try:
            code = ended(lambda: run(*args, **extra))
        except Exception as error:
            if not hasattr(error, "format_message"):  # not a usage error
                raise
            context = getattr(error, "ctx", None)
            path = context.command_path if context is not None else "augstudio"
            code = refused(f"{_said(error)}; see {path} --help")
        sys.exit(code)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each command with the whole of its first sentence, which Click would cut."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        told = [(name, " ".join((command.help or "").split("\n\n")[0].split())) for name, command in found]
        with formatter.section("Commands"):
            formatter.write_dl(told)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and self._names_something_to_open(args[0]):
            args = ["gui", *args]
        return super().parse_args(ctx, args)

    def _names_something_to_open(self, word: str) -> bool:
        """Whether a word stands where a command does, but is a path: as file managers start the program."""
        if word in self.commands or word in _COMMANDS or word.startswith("-") or not word:
            return False
        return os.path.lexists(word) or os.path.split(word)[0] != ""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            complain("stopped by Ctrl+C")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:  # as when the reader is "head"; typer would end with 1
            give_up_streams()
            raise typer.Exit(NOT_READ) from None


def _said(error: Any) -> str:
    """What is wrong with a command line; of values in our words, where typer has pydantic check them."""
    from pydantic import ValidationError

    from augstudio.core.refused_values import reason_of

    if getattr(error, "param", None) is None or not error.message:
        return str(error.format_message()).rstrip(".")
    cause = error.__cause__
    reason = reason_of(cause.errors()[0]) if isinstance(cause, ValidationError) else error.message
    option = error.param.get_error_hint().strip("'")
    return f"{option}: {reason}".rstrip(".")


def build_app(open_window: OpenWindow) -> typer.Typer:
    """The commands.

    Args:
        open_window: What opens the window; this module knows no Qt.
    """
    app = typer.Typer(cls=_Group, name="augstudio", **_PLAIN)

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        version: Annotated[bool, typer.Option("--version", help="Show the version and end.")] = False,
    ) -> int | None:
        """Image augmentation with live preview. Without a command, opens the window."""
        if version:
            say(f"augstudio {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            raise typer.Exit(open_window(None, None))
        return None

    @app.command()
    def gui(
        path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help=_OPENED)] = None,
        pipeline: PipelineFile = None,
    ) -> int:
        """Open the window; 'augstudio PATH' does the same."""
        return open_window(path, pipeline)

    return app


def _command(name: str) -> Any:
    """One of :data:`_COMMANDS`, imported now."""
    alone = typer.Typer(**_PLAIN)
    alone.command(name)(getattr(_module(f"augstudio.cli.{name}"), _COMMANDS[name]))
    return typer.main.get_command(alone)


def _module(name: str) -> ModuleType:
    if not runs_the_program():
        return import_module(name)
    with ending_at_once(), starting():
        return import_module(name)
