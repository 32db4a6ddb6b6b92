"""What a rule is: a function whose docstring is its manual page."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from inspect import cleandoc
from typing import Any, ClassVar, Final, Literal, TypeVar, get_args

from ladder_check.documents.finding import Place
from ladder_check.lint.marks import Heard
from ladder_check.lint.texts import Written, all_answers, free_texts
from ladder_check.model.answer import SIDE_OF, Evidence, Side, Tally, Voice
from ladder_check.model.assessment import Waiver
from ladder_check.model.bank import Aspect, Bank
from ladder_check.model.case import Case
from ladder_check.model.config import Config
from ladder_check.model.ladder import Ladder
from ladder_check.model.translation import Translation
from ladder_check.scoring.profile import Profile, score, score_aspects
from ladder_check.scoring.standing import AspectProfile

Path = tuple[str | int, ...]
IN_CONFIG: Final[Literal["config"]] = "config"
"""What is wrong with the config itself: it is told once, and not of each file that the config is for."""
Where = Path | Place | Literal["config"]
Hit = tuple[Where, str]
"""The path in the file that something is about (or its place, where it is a comment), and what to say."""
FileState = Literal["there", "missing", "outside", "link"]
Kind = Literal["assessment", "bank", "ladder", "translation"]
"""The kinds of files that rules are asked of."""
EVERY_KIND: Final[tuple[Kind, ...]] = get_args(Kind)


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class World:
    """What a rule may know beyond the file.

    *today* is the day of the check; *config_file* is where the *config* stands; *scheduled* says that the
    check runs on a timetable and not because of a change; *file_at* says whether a path of evidence leads to
    a file, *changed_after* on which day it was changed, if that was later than a day; and *base* is the same
    assessment as it was before the change, if there is one.
    """

    today: date
    config: Config = field(default_factory=Config)
    config_file: str = ""
    file_at: Callable[[str], FileState] = lambda _: "there"
    changed_after: Callable[[date, str], date | None] = lambda _day, _path: None
    base: Case | None = None
    scheduled: bool = False


@dataclass(frozen=True)
class Sheet:
    """An assessment as a rule sees it: the case, what follows from it, and the world around it.

    *heard* is for the rules about the linter itself, which are asked last.  What several rules look at is
    gathered once, when the first of them asks.
    """

    case: Case
    world: World
    heard: Heard = field(default_factory=Heard)
    kind: ClassVar[Kind] = "assessment"

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The rules that the file sets aside for a time."""
        return self.case.assessment.waive

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Every text that is written freely, in no order that matters."""
        return tuple(free_texts(self.case.assessment))

    @cached_property
    def all_text(self) -> str:
        """Every text that is written freely, a line each: one quick look at all, and nearly always enough."""
        return "\n".join(written.text for written in self.texts)

    @cached_property
    def aspects(self) -> tuple[AspectProfile, ...]:
        """The aspects of the profile: nearly every rule that asks for scores needs no more."""
        return score_aspects(self.case)

    def path_of(self, aspect: Aspect) -> Path:
        """Where the file speaks of an *aspect*: what is said of the whole of it, or its first answer."""
        if aspect.id in self.case.assessment.aspects:
            return ("aspects", aspect.id)
        bank = self.case.ladder_bank.id
        answered = self.case.assessment.answers.get(bank, {})
        return ("answers", bank, next((each for each in answered if each.partition(".")[0] == aspect.id), ""))

    @cached_property
    def profile(self) -> Profile:
        """All that follows from the assessment."""
        return score(self.case)

    @cached_property
    def sides_that_answered(self) -> frozenset[Side]:
        """The sides that answered at least one question."""
        banks = self.case.assessment.answers.values()
        voices = set().union(*(answers.given for questions in banks for answers in questions.values()))
        return frozenset(SIDE_OF[voice] for voice in voices)

    @cached_property
    def tallies(self) -> tuple[tuple[Path, dict[Voice, Tally]], ...]:
        """The tallies of each question that has some, with its path; of parked answers too."""
        given = ((path, answers.given.items()) for path, answers in all_answers(self.case.assessment))
        found = ((path, {voice: a for voice, a in each if isinstance(a, Tally)}) for path, each in given)
        return tuple((path, tallies) for path, tallies in found if tallies)

    @cached_property
    def pieces(self) -> tuple[tuple[Path, Evidence], ...]:
        """Every piece of evidence of the file, with its path."""
        return tuple(
            (("answers", bank, question, "evidence", number), evidence)
            for bank, questions in self.case.assessment.answers.items()
            for question, answers in questions.items()
            for number, evidence in enumerate(answers.evidence)
        )


@dataclass(frozen=True)
class BankSheet:
    """A bank as a rule sees it: *data* is the file as it was read, for rules about every text of it."""

    bank: Bank
    ladder: Ladder | None
    data: dict[str, Any]
    world: World
    heard: Heard = field(default_factory=Heard)
    kind: ClassVar[Kind] = "bank"
    waivers: ClassVar[tuple[Waiver, ...]] = ()


@dataclass(frozen=True)
class LadderSheet:
    """A ladder as a rule sees it: *data* is the file as it was read."""

    ladder: Ladder
    data: dict[str, Any]
    world: World
    heard: Heard = field(default_factory=Heard)
    kind: ClassVar[Kind] = "ladder"
    waivers: ClassVar[tuple[Waiver, ...]] = ()


@dataclass(frozen=True)
class TranslationSheet:
    """A translation as a rule sees it, beside the bank that it translates."""

    translation: Translation
    bank: Bank
    world: World
    heard: Heard = field(default_factory=Heard)
    kind: ClassVar[Kind] = "translation"
    waivers: ClassVar[tuple[Waiver, ...]] = ()


AnySheet = Sheet | BankSheet | LadderSheet | TranslationSheet
S = TypeVar("S", bound=AnySheet)


# A rule is itself and no other: to compare sixty manual pages for each file would cost more than to ask.
@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule with its manual page: what *holds* when it passes, *why*, and an example of each.

    *scheduled* is what it weighs in a check that runs on a timetable, where that differs: what only time
    brings about turns no unchanged commit red.  *compares* says that it has nothing to say without a base.
    *of* names the kinds of files that it is asked of.
    """

    code: str
    name: str
    severity: Severity
    holds: str
    why: str
    fails: str
    passes: str
    check: Callable[[Any], Iterable[Hit]]
    scheduled: Severity | None = None
    compares: bool = False
    of: tuple[Kind, ...] = ("assessment",)

    @property
    def weighs(self) -> str:
        """What its findings weigh, and in which files if these are no assessments: "notice, in a bank"."""
        if "assessment" in self.of:
            return self.severity.value
        return f"{self.severity.value}, in a {' or a '.join(self.of)}"

    def weight(self, world: World) -> Severity:
        """How much its findings weigh in this *world*."""
        return self.scheduled if world.scheduled and self.scheduled else self.severity


def rule(
    code: str, name: str, severity: Severity, *, scheduled: Severity | None = None, compares: bool = False
) -> Callable[[Callable[[Sheet], Iterator[Hit]]], Rule]:
    """Make a rule of assessments of a function.

    Nothing is registered: the rules of a family are what its module holds.

    *scheduled* and *compares* are as in Rule.

    Raises:
        ValueError: the docstring lacks a part of the manual page.
    """

    def make(check: Callable[[Sheet], Iterator[Hit]]) -> Rule:
        page = read_page(code, check.__doc__ or "")
        return Rule(code, name, severity, *page, check, scheduled, compares)

    return make


def rule_of(
    kinds: tuple[Kind, ...], code: str, name: str, severity: Severity
) -> Callable[[Callable[[S], Iterator[Hit]]], Rule]:
    """Make a rule of a function that is asked of files of these *kinds*.

    Raises:
        ValueError: the docstring lacks a part of the manual page.
    """

    def make(check: Callable[[S], Iterator[Hit]]) -> Rule:
        return Rule(code, name, severity, *read_page(code, check.__doc__ or ""), check, of=kinds)

    return make


_PAGE = re.compile(
    r"(?P<holds>.+?)\n\nWhy: (?P<why>.+?)\n\nFails:\n(?P<fails>.+?)\n\nPasses:\n(?P<passes>.+)", re.DOTALL
)


def read_page(code: str, docstring: str) -> tuple[str, str, str, str]:
    """What holds, why, and the two examples, as a docstring gives them.

    Raises:
        ValueError: a part is missing.
    """
    found = _PAGE.fullmatch(cleandoc(docstring))
    if found is None:
        raise ValueError(f"{code}: the docstring needs what holds, Why:, Fails: and Passes:, in this order.")
    holds, why = (" ".join(found[part].split()) for part in ("holds", "why"))
    return holds, why, cleandoc("\n" + found["fails"]), cleandoc("\n" + found["passes"])
