"""The docs describe all there is, and nothing else: every key, command, option and file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from typer.main import get_command
from typing_extensions import is_typeddict

from ladder_check.cli.app import app
from ladder_check.interview.commands import COMMANDS
from ladder_check.render.schema import SCHEMAS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
TABLE = re.compile(r"^<!-- keys: (\w+) -->\n((?:\|.*\n)+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def _models_in(annotation: Any) -> Iterator[type]:
    """Every model and typed dictionary that can be reached from a type."""
    if is_typeddict(annotation):
        yield annotation
        parts = list(annotation.__annotations__.values())
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        parts = [field.annotation for field in annotation.model_fields.values()]
    else:
        parts = list(get_args(annotation))
    for part in parts:
        yield from _models_in(part)


def _keys_of(model: type) -> dict[str, bool]:
    """The keys of a model as they are written in a file, and whether each is needed."""
    if issubclass(model, BaseModel):
        return {field.alias or name: field.is_required() for name, field in _fields(model)}
    return dict.fromkeys(model.__annotations__, True)


def _fields(model: type[BaseModel]) -> list[tuple[str, Any]]:
    model.model_rebuild()
    return list(model.model_fields.items())


def _documented() -> dict[str, dict[str, str]]:
    """The rows of each table of keys: the key, and what stands in the second column."""
    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    return {model: dict(_rows(table)) for model, table in TABLE.findall(page)}


def _rows(table: str) -> Iterator[tuple[str, str]]:
    for line in table.splitlines()[2:]:
        _, key, second, *_ = (cell.strip() for cell in line.split("|"))
        yield key.strip("`"), second


MODELS = {model.__name__: model for kind in SCHEMAS.values() for model in _models_in(kind)}
DOCUMENTED = _documented()


def test_every_kind_of_thing_has_one_table() -> None:
    assert set(DOCUMENTED) == set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_a_table_has_every_key_and_no_other(name: str) -> None:
    assert list(DOCUMENTED[name]) == list(_keys_of(MODELS[name]))


@pytest.mark.parametrize("name", [name for name, model in MODELS.items() if issubclass(model, BaseModel)])
def test_a_table_says_which_keys_are_needed(name: str) -> None:
    said = {key: second == "yes" for key, second in DOCUMENTED[name].items()}
    assert said == _keys_of(MODELS[name])


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, each in getattr(command, "commands", {}).items():
        yield from _commands(each, f"{path} {name}")


@pytest.mark.parametrize("path", [path for path, _ in _commands(get_command(app), "ladder-check")])
def test_a_command_is_documented_with_its_options(path: str) -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    _, found, section = page.partition(f"\n## `{path}`\n")
    section = section.partition("\n## ")[0]
    command = dict(_commands(get_command(app), "ladder-check"))[path]
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert found, f"docs/cli.md does not have {path}"
    assert {option for option in options if not re.search(rf"{option}\b", section)} == set()


@pytest.mark.parametrize("letter", [command.letter for command in COMMANDS])
def test_what_can_be_typed_at_a_question_is_documented(letter: str) -> None:
    assert f"| `{letter}` |" in (DOCS / "how-to" / "assess-alone.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_to_a_file(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    index = DOCS / "index.md"
    linked = {(DOCS / link).resolve() for link in LINK.findall(index.read_text(encoding="utf-8"))}
    assert [page.name for page in DOCS.rglob("*.md") if page != index and page.resolve() not in linked] == []
