"""What was checked, as far as a format of findings shows it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from ladder_check import __version__
from ladder_check.documents.finding import Finding, Weight
from ladder_check.lint.rule import Rule
from ladder_check.lint.rules import PAGES

WEIGHTS: Final[tuple[Weight, ...]] = ("error", "warning", "notice")
"""From the heaviest."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the findings are about.

    *files* are all that were read, *texts* what stands in those with findings (only the lines to show count),
    *profiles* the headline of each assessment and a line for each area of work.  *hidden* counts what ignores
    and waivers set aside.  Formats that other programs read name files as seen from the folder *root*.
    """

    files: Sequence[str]
    texts: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rules: Sequence[Rule] = PAGES
    hidden: int = 0
    version: str = __version__
    root: str = ""

    def names(self) -> dict[str, str]:
        """The name of each rule by its code."""
        return {rule.code: rule.name for rule in self.rules}

    def relative(self, file: str) -> str:
        """The path of *file* from the root, without `./`; one outside the root stays as it is.

        >>> Checked([], root="/home/day").relative("/home/day/team/a.yaml")
        'team/a.yaml'
        """
        path = PurePosixPath(file)
        if self.root and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return str(path)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """The findings by weight, those of one weight in the order of the files."""
    return sorted(sorted(findings), key=lambda each: WEIGHTS.index(each.severity))


def with_lines(findings: Sequence[Finding], checked: Checked) -> Iterator[tuple[Finding, str | None]]:
    """Each finding in the order of the files, with the line where it begins if that is known."""
    for file, group in groupby(sorted(findings), key=lambda each: each.file):
        lines = checked.texts[file].split("\n") if file in checked.texts else []
        for each in group:
            known = each.place and 0 < each.place.line <= len(lines)
            yield each, lines[each.place.line - 1].removesuffix("\r") if each.place and known else None


def summary(findings: Sequence[Finding], checked: Checked) -> str:
    """How many files, how many findings of each weight, and what was set aside, in words.

    >>> summary([], Checked(["a.yaml", "b.yaml"], hidden=1))
    'Checked 2 files: nothing to put right. 1 finding is set aside (an ignore or a waiver).'
    """
    files = set(checked.files)
    found = count_words(findings) or "nothing to put right"
    # A config, or a bank that only an assessment led to, was not asked for and is not counted.
    touched = {each.file for each in findings}
    where = f" in {len(touched)} of them" if touched and touched <= files and len(files) > 1 else ""
    aside = f" {_number(checked.hidden, 'finding')} {'is' if checked.hidden == 1 else 'are'} set aside"
    end = f"{aside} (an ignore or a waiver)." if checked.hidden else ""
    return f"Checked {_number(len(files), 'file')}: {found}{where}.{end}"


def count_words(findings: Sequence[Finding]) -> str:
    """The number of findings of each weight, such as "2 errors, 1 notice"."""
    counts = Counter(each.severity for each in findings)
    return ", ".join(_number(counts[weight], weight) for weight in WEIGHTS if counts[weight])


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
