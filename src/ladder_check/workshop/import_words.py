"""What is told about an import: what matched what, what came of it, and how many have answered so far."""

from collections.abc import Iterable, Iterator
from typing import Final

from ladder_check.documents.characters import shown
from ladder_check.report.wording import listed, some
from ladder_check.workshop.importers.mapping import BALLOT, LEAVE_OUT, PERSPECTIVE, ROUND, about_of
from ladder_check.workshop.importers.matching import Matcher
from ladder_check.workshop.importers.sheet import Sheet
from ladder_check.workshop.importing import Outcome
from ladder_check.workshop.progress import answered
from ladder_check.workshop.record import Record

_MEANS: Final = {
    BALLOT: "says the ballot number",
    PERSPECTIVE: "says which group somebody is of",
    ROUND: "says the round",
    LEAVE_OUT: "is left out",
    None: "is not matched",
}


def about_matches(sheet: Sheet, matcher: Matcher) -> str:
    """What each column of *sheet* means."""
    lines = (f"  “{shown(header)}” {_means(matcher.meaning(header))}." for header in sheet.headers)
    return "\n".join([f"{sheet.file}: {sheet.source}.", *lines])


def _means(meaning: str | None) -> str:
    about = about_of(meaning or "")
    if about is not None:
        return f"holds people's own words{f' about {about}' if about else ''}"
    return _MEANS.get(meaning) or f"is {meaning}"


def about_outcome(outcome: Outcome) -> str:
    """What came of one file, in figures of the file and no smaller group."""
    batch, stored = outcome.batch, outcome.stored
    counts = f"{stored.new} new, {stored.changed} changed, {stored.same} there already"
    first = f"{batch.sheet.file}: {batch.sheet.source}, {some(batch.rows, 'row')} with answers: {counts}."
    return "\n".join([first, *(f"  {line}" for line in _remarks(outcome))])


def _remarks(outcome: Outcome) -> Iterator[str]:
    batch = outcome.batch
    if batch.sheet.personal:
        yield f"Left out, because it says who somebody is: {', '.join(batch.sheet.personal)}."
    yield from batch.sheet.notes
    yield from _about_rounds(outcome)
    if batch.not_fitting:
        yield _NOT_FITTING[batch.not_fitting > 1].format(batch.not_fitting)
    if batch.bad_rows:
        yield f"Left out, because something is wrong in it: row {listed(map(str, batch.bad_rows))}."
        yield from map(str, batch.faults)
    if batch.sayings:
        yield f"In people's own words: {len(batch.sayings)}. Nobody has agreed yet that these are shared."


def _about_rounds(outcome: Outcome) -> Iterator[str]:
    for number in outcome.begun:
        yield f"Round {number} began with it."
    for number, questions in _by_round(outcome.batch.not_asked):
        yield f"Left out, because round {number} does not ask it: {', '.join(questions)}. {_NEXT}"
    for number, n in sorted(outcome.batch.elsewhere.items()):
        yield f"{some(n, 'answer')} came in for round {number} already, so not again for another."


_NOT_FITTING: Final = (
    "{} answer says that the question does not fit. It is not counted.",
    "{} answers say that the question does not fit. They are not counted.",
)
_NEXT: Final = "To count it, begin a round that asks it, and import the file again."


def _by_round(pairs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    rounds: dict[int, list[str]] = {}
    for number, question in pairs:
        rounds.setdefault(number, []).append(question)
    yield from sorted(rounds.items())


def about_room(record: Record) -> str:
    """How many people have answered in each round, of all who are invited."""
    invited = sum(record.session.perspectives.values())
    counts = ((each.number, answered(record, each.number)[0]) for each in record.rounds)
    return "\n".join(f"Round {number}: {n} of {invited} have answered." for number, n in counts)
