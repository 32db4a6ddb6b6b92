"""What of a workshop stands in an assessment: only what may be shown, each part by its path in the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final

from ladder_check.documents.characters import clean
from ladder_check.documents.places import Path
from ladder_check.lint.personal import personal_data
from ladder_check.model.answer import PERSPECTIVES_OF, SIDE_OF, SIDES, Side, Voice
from ladder_check.model.room import Asked
from ladder_check.report.wording import VOICES, day
from ladder_check.scoring.shown import Shown, ShownQuestion
from ladder_check.workshop.agreed import JOINS, agreed_answers
from ladder_check.workshop.reading import shown_questions
from ladder_check.workshop.record import Record
from ladder_check.workshop.rounds import round_called
from ladder_check.workshop.words import Words, words_of
from ladder_check.workshop.written import (
    answers_to_write,
    claims_to_write,
    round_of_claim,
    round_to_write,
    sides_shown,
)

NOTE_BEGINS: Final = "From the workshop of"


@dataclass(frozen=True, slots=True)
class Publication:
    """What a workshop has to say in an assessment: each entry by its path in the file.

    *head* is for a new file only.  *rounds* are those that were looked at; *remarks* say what is left out.
    """

    head: Mapping[str, Any]
    entries: Mapping[Path, Any]
    rounds: tuple[int, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class _Source:
    """A record, and of each question what may be written, with its round.

    *number* is the round that was named, if any; *questions* is all that may be shown.
    """

    record: Record
    number: int | None
    questions: Mapping[str, ShownQuestion]
    chosen: Mapping[str, tuple[int, Shown]]
    remarks: dict[str, list[str]] = field(default_factory=dict)

    def remark(self, about: str, whole: str) -> None:
        """Note *about* a question why something of it is left out."""
        self.remarks.setdefault(about, []).append(whole)


def publication_of(record: Record, number: int | None = None) -> Publication:
    """What may be published of a *record*: of round *number*, or else of the newest that shows most sides.

    A claim is of the first round that shows anything of it.

    Raises:
        LadderCheckError: there is no such round, or the record is damaged.
    """
    if number is not None:
        round_called(record, number)
    questions = shown_questions(record)
    wanted = {whole: _round(record.question(whole), each, number) for whole, each in questions.items()}
    chosen = {whole: (n, questions[whole].rounds[n]) for whole, n in wanted.items() if n is not None}
    source = _Source(record, number, questions, chosen)
    said = dict(chain.from_iterable(_said(source, asked) for asked in record.questions.values()))
    entries = {**_banks(record, said), **_took_part(source), **said} if said else {}
    rounds = {n for each in questions.values() for n in each.rounds if number in (None, n)}
    return Publication(_head(record), entries, tuple(sorted(rounds)), tuple(_sentences(source)))


def _round(asked: Asked, question: ShownQuestion, number: int | None) -> int | None:
    return round_of_claim(question, number) if asked.is_claim else round_to_write(question, number)


def _head(record: Record) -> dict[str, Any]:
    session = record.session
    head = {"title": session.title, "organisation": session.organisation, "work": session.work}
    return {**{key: value for key, value in head.items() if value}, "assessed_on": session.on}


def _banks(record: Record, said: Mapping[Path, Any]) -> dict[Path, str]:
    ladder = record.setting.ladder_bank
    named = dict.fromkeys(ladder if path[0] == "aspects" else str(path[1]) for path in said)
    return {("banks", bank): record.setting.banks[bank] for bank in named if bank in record.setting.banks}


def _took_part(source: _Source) -> dict[Path, dict[str, int]]:
    """How many were there and were invited, by perspective: who came is no answer."""
    record = source.record
    there, invited = record.attendance(), record.session.perspectives
    took_part: dict[Path, dict[str, int]] = {}
    for side in SIDES:
        asked = [part for part in PERSPECTIVES_OF[side] if part in there or invited.get(part)]
        if side in there and len(asked) != 1:
            source.remark(_NOT_COUNTED[side], "took_part")
            continue
        for part in asked:
            heads = {"there": there.get(part, 0) + there.get(side, 0)}
            took_part["took_part", part] = heads | ({"invited": invited[part]} if part in invited else {})
    return took_part


def _said(source: _Source, asked: Asked) -> Iterator[tuple[Path, Any]]:
    """All that the file is to say of a question, or of a claim."""
    bank, _, name = asked.id.partition(".")
    way: Path = ("aspects", name) if asked.is_claim else ("answers", bank, name)
    _remark(source, asked)
    if asked.is_claim:
        yield from (((*way, *path), value) for path, value in _claim(source, asked))
    else:
        yield from (((*way, *path), value) for path, value in _question(source, asked))


def _claim(source: _Source, asked: Asked) -> Iterator[tuple[Path, Any]]:
    if asked.id in source.chosen:
        _, shown = source.chosen[asked.id]
        for voice, rung in claims_to_write(shown, asked).items():
            yield ("claimed", voice), rung
    agreed = agreed_answers(source.record).get(asked.id)
    if agreed:
        rung = asked.values[agreed.answer - asked.scale.low] if isinstance(agreed.answer, int) else "not-sure"
        yield ("claim_agreed",), {"rung": rung, **_minority(agreed.minority)}
    for words in _shared(source, asked):
        source.remark(_NO_PLACE, f"{words.number}")


def _question(source: _Source, asked: Asked) -> Iterator[tuple[Path, Any]]:
    agreed = agreed_answers(source.record).get(asked.id)
    number, shown = source.chosen.get(asked.id, (0, None))
    if shown:
        yield from (((voice,), answer) for voice, answer in answers_to_write(shown).items())
    if agreed:
        yield ("agreed",), {"answer": agreed.answer, **_minority(agreed.minority)}
    yield from _own_words(source, asked, shown)
    if shown:
        yield ("note",), _note(source.record, number)
    if asked.seen and (shown or agreed):
        yield ("seen",), asked.seen


def _minority(statement: str | None) -> dict[str, str]:
    return {"minority": clean(statement)} if statement else {}


def _note(record: Record, number: int) -> str:
    return f"{NOTE_BEGINS} {day(record.session.on)}, round {number}: each person's own answer, counted."


def _own_words(source: _Source, asked: Asked, shown: Shown | None) -> Iterator[tuple[Path, str]]:
    """People's own words, only shared ones, by a voice of which something is shown."""
    by_voice: dict[Voice, list[str]] = {}
    for words in _shared(source, asked):
        nodes = (*shown.groups, *shown.middles) if shown else ()
        ways: tuple[Voice, Voice] = (words.voice, SIDE_OF[words.voice])
        voice = next((each for each in ways if each in nodes), None)
        said = clean(words.said)
        if voice is None or not said:
            source.remark(_WORDS_HIDDEN, f"{words.number}")
        elif any(personal_data(said)):
            source.remark(_WORDS_PERSONAL, f"{words.number}")
        elif said not in by_voice.setdefault(voice, []):
            by_voice[voice].append(said)
    for voice, texts in by_voice.items():
        yield ("in_their_words", voice), JOINS.join(texts)


def _shared(source: _Source, asked: Asked) -> Iterator[Words]:
    return (each for each in words_of(source.record) if each.share and each.question == asked.id)


def _remark(source: _Source, asked: Asked) -> None:
    """Note what of a question may not be shown."""
    if asked.id not in source.questions:
        source.remark(_NOT_ANSWERED, asked.id)
        return
    if asked.id not in source.chosen:
        source.remark(_HIDDEN, asked.id)
        return
    number, shown = source.chosen[asked.id]
    for side in SIDES:
        if side in shown.withheld and side not in sides_shown(shown):
            source.remark(_SIDE_HIDDEN[side], asked.id)
    rounds = source.questions[asked.id].rounds
    usual, unusual = (min(rounds), _LATER) if asked.is_claim else (max(rounds), _OLDER)
    if source.number is None and number != usual:
        source.remark(unusual.format(number=number), asked.id)


_MOST: Final = 8
_NOT_ANSWERED: Final = "Nobody has answered these yet, or their round is still open"
_HIDDEN: Final = "Not in the file, as too few answered, or a few could be worked out"
_SIDE_HIDDEN: Final[dict[Side, str]] = {
    "lived": "Only staff can be shown here. What people and carers say is not in the file, so ask them again",
    "staff": "Only people and carers can be shown here, and staff are not in the file",
}
_OLDER: Final = "Taken from round {number}, of which more may be shown than of a later one"
_LATER: Final = "Claims taken from round {number}, as nothing of an earlier one may be shown"
_NOT_COUNTED: Final[dict[Side, str]] = {
    side: f"Of {VOICES[side]} it is only known how many came together. Write by hand how many of each, under"
    for side in SIDES
}
_WORDS_HIDDEN: Final = "Own words that stay in the record, as nothing is shown of who said them: number"
_WORDS_PERSONAL: Final = "Own words that stay in the record, as they seem to hold somebody's details: number"
_NO_PLACE: Final = "Own words that stay in the record, as a claim has no place for them: number"


def _sentences(source: _Source) -> Iterator[str]:
    if source.number is not None:
        # Of one round only, it is no news that others were asked something else.
        source.remarks.pop(_NOT_ANSWERED, None)
    for about, names in source.remarks.items():
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        yield f"{about}: {', '.join(names[:_MOST])}{more}."
