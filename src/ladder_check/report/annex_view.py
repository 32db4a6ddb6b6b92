"""What stands behind a report: every answer, the method, its limits and the words."""

from dataclasses import dataclass

from ladder_check.report.aspect_view import Fact, Quote


@dataclass(frozen=True, slots=True)
class Count:
    """How many people chose a level, with the level's words, as a number and as a mark for each person."""

    level: str
    people: int
    marks: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one perspective or side answered: in words, and as counts where a group was asked.

    *figures* say how far apart a group is, and how sure one can be of its middle.
    """

    by: str
    words: str
    counts: tuple[Count, ...]
    figures: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Something another person could look at or ask about; *details* are its kind, date, place and source."""

    what: str
    details: str


@dataclass(frozen=True, slots=True)
class AgreedView:
    """What a room agreed on something when it had talked, and what a *minority* said who did not agree."""

    about: str
    words: str
    minority: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question that was answered, and all that was said to it.

    *remarks* say what an answer counts as, *gap* how the two sides of a room stand to each other, and
    *agreed* what the room agreed, with what a minority said.
    """

    id: str
    name: str
    ask: str
    answers: tuple[AnswerView, ...]
    remarks: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    note: str
    quotes: tuple[Quote, ...]
    gap: str = ""
    agreed: AgreedView | None = None


@dataclass(frozen=True, slots=True)
class AnnexGroup:
    """The answered questions of an aspect or a bank, and the names of those that nobody answered."""

    title: str
    questions: tuple[QuestionView, ...]
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """A rung, and the rung it is nearest to on another ladder, with *about* where the match is loose."""

    rung: str
    other: str
    aspects: str


@dataclass(frozen=True, slots=True)
class CrosswalkView:
    """How the rungs match those of another ladder."""

    ladder: str
    source: str
    rows: tuple[CrosswalkRow, ...]


@dataclass(frozen=True, slots=True)
class BankNote:
    """A bank that was used: version, status, where its questions come from."""

    title: str
    version: str
    status: str
    source: str
    link: str | None
    replaced: str


@dataclass(frozen=True, slots=True)
class Annex:
    """What stands behind the report: every answer, the method, its limits, and the words."""

    groups: tuple[AnnexGroup, ...]
    parked: tuple[str, ...]
    waivers: tuple[str, ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    words: tuple[Fact, ...]
    crosswalks: tuple[CrosswalkView, ...]
    banks: tuple[BankNote, ...]
    ladder_source: str
    ladder_link: str | None
