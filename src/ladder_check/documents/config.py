"""The nearest config, upwards from a file: ladder-check.toml, or `[tool.ladder-check]` in pyproject.toml."""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.reading import read_bytes
from ladder_check.errors import LadderCheckError, unknown_name
from ladder_check.model.config import Config

_OWN: Final = "ladder-check.toml"
_SHARED: Final = "pyproject.toml"
_NAME: Final = "ladder-check"
_EXPECTED: Final = {
    "tuple_type": 'a list, such as ["…"]',
    "string_type": "text in quotes",
    "string_too_short": "some text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "dict_type": "settings with values",
    "model_type": "settings with values",
}


@dataclass(frozen=True)
class Found:
    """A config, the folder it stands in and its file; all as they are by default where there is none."""

    config: Config = field(default_factory=Config)
    folder: Path = field(default_factory=Path)
    file: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of questions it names, from where it stands."""
        return tuple(self.folder / each for each in self.config.questions)


def find_config(path: Path) -> Found:
    """The config nearest to *path*, looking upwards.

    Raises:
        LadderCheckError: it is there and is not right.
    """
    for folder in path.absolute().parents:
        for name in (_OWN, _SHARED):
            table = _table(folder / name)
            if table is not None:
                return Found(_decode(folder / name, table), folder, folder / name)
    return Found()


def _table(path: Path) -> Any:
    if not os.path.isfile(path):  # noqa: PTH113 - in a folder that is closed to us, Path.is_file raises
        return None
    try:
        text = read_bytes(path).decode("utf-8")
        # Most files called pyproject.toml are long and say nothing about us.
        data = tomllib.loads(text) if path.name == _OWN or _NAME in text else {}
    except InvalidDocument as error:
        raise LadderCheckError(f"{path}: {_lower(error.findings[0].message)}") from None
    except (LadderCheckError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        if path.name == _SHARED:
            # Somebody else's file: the tools that own it will say what is wrong with it.
            return None
        raise LadderCheckError(_not_toml(path, error)) from None
    return data if path.name == _OWN else _section(data)


def _not_toml(path: Path, error: Exception) -> str:
    if isinstance(error, LadderCheckError):
        return str(error)
    reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    return f"{path}: this file cannot be read as TOML ({reason})."


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _section(data: dict[str, Any]) -> Any:
    tool = data.get("tool")
    return tool.get(_NAME) if isinstance(tool, dict) else None


def _decode(path: Path, table: Any) -> Config:
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        raise LadderCheckError("\n".join(f"{path}: {_message(fault)}" for fault in error.errors())) from None


def _message(fault: Any) -> str:
    key = ".".join(map(str, fault["loc"])) or "The whole of it"
    if fault["type"] == "extra_forbidden":
        return unknown_name("setting", key, (name.replace("_", "-") for name in Config.model_fields))
    if "message" in fault.get("ctx", {}):
        return f"{key}: {fault['ctx']['message']}"
    return f"{key} needs {_EXPECTED.get(fault['type'], 'another value')}; found {fault['input']!r}."
