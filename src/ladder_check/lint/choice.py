"""Which rules are asked of a file: those of the config, and those named on the command line."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from ladder_check.errors import LadderCheckError, unknown_name
from ladder_check.lint.rule import Rule
from ladder_check.lint.rules import RULES
from ladder_check.model.config import Config


@dataclass(frozen=True, slots=True)
class Choice:
    """Codes, beginnings of codes or names of rules, as the command line names them.

    *select* stands in the place of the config's own; *extend* and *ignore* are added to it.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in (*self.select, *self.extend, *self.ignore):
            if not any(_is_meant(rule, (name,)) for rule in RULES):
                raise LadderCheckError(_unknown(name))


def choose(config: Config, choice: Choice, path: str) -> tuple[Rule, ...]:
    """The rules to ask of the file at *path*, as seen from the folder of its *config*; by default all."""
    select = choice.select or config.select
    wanted = (*select, *choice.extend) if select else ()
    refused = (*config.ignore, *choice.ignore, *_ignored_here(config, path))
    return _choose(wanted, refused)


@lru_cache(maxsize=256)
def _choose(wanted: tuple[str, ...], refused: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(
        rule for rule in RULES if (not wanted or _is_meant(rule, wanted)) and not _is_meant(rule, refused)
    )


def _ignored_here(config: Config, path: str) -> Iterable[str]:
    for pattern, codes in config.per_file_ignores.items():
        if fnmatchcase(path, pattern) or fnmatchcase(path.rpartition("/")[2], pattern):
            yield from codes


def _is_meant(rule: Rule, names: Iterable[str]) -> bool:
    """Whether one of *names* is the code of *rule*, its beginning (LC3 for all of evidence), or its name."""
    return any(
        rule.name == name.casefold() or (name.upper().startswith("LC") and rule.code.startswith(name.upper()))
        for name in names
    )


def _unknown(name: str) -> str:
    said = unknown_name("rule", name, (word for rule in RULES for word in (rule.code, rule.name)))
    return said.partition(" Known:")[0] + " `ladder-check rule` lists them; reading itself is always checked."
