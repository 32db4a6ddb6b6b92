"""The templates of the reports: the user's folder first, then the shipped ones.

Escaping is by default in both kinds.  In HTML it is Jinja's own; in Markdown every value that a template
prints is escaped unless it is marked safe.  A user's templates run in a sandbox: they can show a report,
and nothing else.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from traceback import walk_tb
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ladder_check.errors import LadderCheckError
from ladder_check.render.escape import escape_markdown

SHIPPED: Final = "ladder_check.templates"
# What a template of somebody's own can go wrong with.
_FAULTS: Final = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class Templates:
    """An environment to fill templates in, and the *folder* of the user's own, if there is one."""

    environment: Environment
    folder: Path | None

    def fill(self, name: str, **values: Any) -> str:
        """The template *name*, filled with *values*.

        Raises:
            LadderCheckError: a template of the user's own is broken; it says in which line.
        """
        try:
            return self.environment.get_template(name).render(**values)
        except _FAULTS as error:
            place = self._place_of(error)
            if place is None:
                raise
            raise LadderCheckError(f"{place}: {_in_words(error)}") from error

    def source(self, name: str) -> str:
        """The text of the template *name* as it stands, for parts that are not filled, such as a style sheet.

        Raises:
            LadderCheckError: the user's own file cannot be read as UTF-8.
        """
        try:
            return _loader(self.folder).get_source(self.environment, name)[0]
        except UnicodeDecodeError as error:
            raise LadderCheckError(f"{self.folder}/{name}: this file is not UTF-8 text.") from error

    def _place_of(self, error: Exception) -> str | None:
        """Where in the user's folder *error* comes from, as file:line; None where it is not theirs."""
        if self.folder is None:
            return None
        if isinstance(error, UnicodeDecodeError):
            return str(self.folder)
        own = [(name, line) for name, line in _places(error) if _is_in(self.folder, Path(name))]
        return f"{own[-1][0]}:{own[-1][1]}" if own else None


def _places(error: Exception) -> Iterator[tuple[str, int]]:
    # Jinja puts the template's own file and line into the traceback.
    for frame, line in walk_tb(error.__traceback__):
        yield frame.f_code.co_filename, line
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield error.filename, error.lineno


def _is_in(folder: Path, path: Path) -> bool:
    return path.is_relative_to(folder) and path.is_file()


def _in_words(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template called {error}."
    if isinstance(error, UnicodeDecodeError):
        return "a template in this folder is not UTF-8 text."
    return str(error)


def html_templates(folder: Path | None = None) -> Templates:
    """The templates for HTML: every value is escaped for HTML."""
    # Not select_autoescape: it does not escape in a file called report.html.j2.
    return _templates(folder, autoescape=True)


def markdown_templates(folder: Path | None = None) -> Templates:
    """The templates for Markdown: every value is escaped for Markdown."""
    return _templates(folder, autoescape=False, finalize=_escape_unless_safe)


def _escape_unless_safe(value: Any) -> Any:
    return value if isinstance(value, Markup) else escape_markdown(str(value))


def _templates(folder: Path | None, **options: Any) -> Templates:
    _must_hold_a_template(folder)
    # Ours need no sandbox, and what was compiled of them is kept beside them, as Python does with its own.
    kind = ImmutableSandboxedEnvironment if folder else Environment
    environment = kind(
        loader=_loader(folder),
        bytecode_cache=None if folder else _cache(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )
    return Templates(environment, folder)


def _cache() -> FileSystemBytecodeCache | None:
    """A place for compiled templates in the package's own `__pycache__`, where that can be written."""
    shipped = files(SHIPPED)
    if not isinstance(shipped, Path) or sys.dont_write_bytecode:
        return None
    place = shipped / "__pycache__"
    with suppress(OSError):
        place.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(place)) if os.access(place, os.W_OK) else None


def _loader(folder: Path | None) -> BaseLoader:
    shipped = FunctionLoader(_shipped)
    return ChoiceLoader([FileSystemLoader(folder), shipped]) if folder else shipped


def _shipped(name: str) -> str | None:
    resource = files(SHIPPED) / name
    return resource.read_text(encoding="utf-8") if resource.is_file() else None


def _must_hold_a_template(folder: Path | None) -> None:
    """Refuse a folder that would change nothing, rather than leave its owner wondering."""
    if folder is None:
        return
    if not folder.is_dir():
        raise LadderCheckError(f"There is no folder {folder}.")
    names = sorted(part.name for part in files(SHIPPED).iterdir() if part.name.endswith((".j2", ".css")))
    if not any((folder / name).is_file() for name in names):
        raise LadderCheckError(f"{folder} holds none of the templates we know: {', '.join(names)}.")
