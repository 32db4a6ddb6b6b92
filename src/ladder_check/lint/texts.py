"""The texts of an assessment that people write freely, each with its path and whose words it holds."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final, NamedTuple

from ladder_check.documents.places import Path
from ladder_check.model.answer import SIDE_OF, Answers
from ladder_check.model.assessment import Assessment


class Whose(Enum):
    """Whose words a text holds."""

    OURS = "what the organisation wrote in its own words"
    THEIRS = "what people said, or what somebody else called a thing: nobody is asked to reword it"
    ROLE = "who does something: a role or a group"


class Written(NamedTuple):
    """A text, where it stands and whose words it holds."""

    path: Path
    text: str
    whose: Whose


def free_texts(assessment: Assessment) -> Iterator[Written]:
    """Every text that is written freely, in no order that matters."""
    yield from _of((), assessment, {"title": Whose.OURS, "work": Whose.OURS, "organisation": Whose.THEIRS})
    for n, voice in enumerate(assessment.missing_voices):
        yield Written(("missing_voices", n), voice, Whose.THEIRS)
    yield from _aspects(assessment)
    for path, answers in all_answers(assessment):
        yield from _answers(path, answers)
    yield from _whys(assessment)
    for n, action in enumerate(assessment.actions):
        yield from _of(("actions", n), action, _OF_AN_ACTION)
    for n, waiver in enumerate(assessment.waive):
        yield from _of(("waive", n), waiver, {"reason": Whose.OURS, "by": Whose.ROLE})


def all_answers(assessment: Assessment) -> Iterator[tuple[Path, Answers]]:
    """Every answer with its path, those that are parked too."""
    for place in ("answers", "parked"):
        for bank, questions in getattr(assessment, place).items():
            for question, answers in questions.items():
                yield (place, bank, question), answers


_OF_AN_ACTION: Final = {
    "what": Whose.OURS,
    "because": Whose.OURS,
    "owner": Whose.ROLE,
    "partner": Whose.ROLE,
    "cost": Whose.OURS,
    "done_when": Whose.OURS,
    "dropped_because": Whose.OURS,
}
_OF_A_CEILING: Final = {"decision": Whose.OURS, "reason": Whose.OURS, "said_openly": Whose.OURS}

_OF_A_MINORITY: Final = {"minority": Whose.THEIRS}


def _aspects(assessment: Assessment) -> Iterator[Written]:
    for name, notes in assessment.aspects.items():
        yield from _of(("aspects", name), notes, {"left_out": Whose.OURS})
        if notes.ceiling:
            yield from _of(("aspects", name, "ceiling"), notes.ceiling, _OF_A_CEILING)
        if notes.claim_agreed:
            yield from _of(("aspects", name, "claim_agreed"), notes.claim_agreed, _OF_A_MINORITY)


def _answers(path: Path, answers: Answers) -> Iterator[Written]:
    if answers.note or answers.lowered:
        yield from _of(path, answers, {"note": Whose.OURS, "lowered": Whose.OURS})
    if answers.agreed:
        yield from _of((*path, "agreed"), answers.agreed, _OF_A_MINORITY)
    for n, evidence in enumerate(answers.evidence):
        yield Written((*path, "evidence", n, "what"), evidence.what, Whose.THEIRS)
        if evidence.where:
            yield Written((*path, "evidence", n, "where"), evidence.where, Whose.THEIRS)
    for voice, said in answers.in_their_words.items():
        yield Written((*path, "in_their_words", voice), said, Whose.THEIRS)


def _whys(assessment: Assessment) -> Iterator[Written]:
    for n, why in enumerate(assessment.whys):
        yield from _of(("whys", n), why, {"root": Whose.OURS, "who_could": Whose.ROLE})
        for m, because in enumerate(why.chain):
            whose = Whose.OURS if SIDE_OF[because.by] == "staff" else Whose.THEIRS
            yield Written(("whys", n, "chain", m, "why"), because.why, whose)


def _of(path: Path, value: Any, names: dict[str, Whose]) -> Iterator[Written]:
    for name, whose in names.items():
        text = getattr(value, name)
        if text:
            yield Written((*path, name), text, whose)
