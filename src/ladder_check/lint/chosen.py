"""Which rules the config asks for a file."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from ladder_check.lint.rule import Rule
from ladder_check.model.config import Config


def choose(rules: Sequence[Rule], config: Config, file: str) -> tuple[Rule, ...]:
    """The *rules* that *config* selects for *file*: all if it selects none, less those it ignores there."""
    ignored = (*config.ignore, *_ignored_in(config, file))
    return tuple(
        rule
        for rule in rules
        if (not config.select or _names(config.select, rule)) and not _names(ignored, rule)
    )


def named(config: Config) -> Iterator[tuple[str, str]]:
    """Every code or prefix that *config* names, each after the setting it stands in."""
    yield from (("select", code) for code in config.select)
    yield from (("ignore", code) for code in config.ignore)
    yield from (("per-file-ignores", c) for codes in config.per_file_ignores.values() for c in codes)


def _ignored_in(config: Config, file: str) -> Iterator[str]:
    path = file.replace("\\", "/")
    for glob, codes in config.per_file_ignores.items():
        # The file may be named from anywhere: "examples/*" is meant wherever the folder stands.
        if fnmatchcase(path, glob) or fnmatchcase(path, f"*/{glob}"):
            yield from codes


def _names(codes: Iterable[str], rule: Rule) -> bool:
    return any(rule.code.startswith(code) or rule.name == code for code in codes)
