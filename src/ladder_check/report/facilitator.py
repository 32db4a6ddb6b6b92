"""The facilitator's sheet: what to do before, on the day and after, and what to read aloud."""

from collections.abc import Iterator
from itertools import groupby

from ladder_check.model.answer import Perspective
from ladder_check.model.room import AGREED_GROUP, Session
from ladder_check.report import guide_words
from ladder_check.report.paper_view import Guide, Move, Part, Printing, Script
from ladder_check.report.papers import (
    claims,
    number_ballots,
    paper_questions,
    purpose,
    shown_from,
    subtitle,
)
from ladder_check.report.wording import VOICES, capital


def build_guide(printing: Printing, first: int = 1, spare: int = 2) -> Guide:
    """The facilitator's sheet for a workshop whose ballots are numbered from *first*, with *spare* ones."""
    session = printing.session
    return Guide(
        title=f"{session.title}: for the facilitator",
        subtitle=subtitle(session),
        purpose=purpose(session),
        before=(
            guide_words.WEEK_BEFORE,
            guide_words.NEEDS,
            _numbers(session, first, spare),
            guide_words.RULES,
        ),
        day="The day, step by step",
        moves=tuple(_moves(printing)),
        during=(_said_about_ballots(session), guide_words.CARDS, _small_groups(session)),
        reading=guide_words.READING,
        say="Take your time. I will read it again.",
        scripts=tuple(_scripts(printing)),
        after=(guide_words.AFTER,),
        credits=printing.credits,
    )


def _numbers(session: Session, first: int, spare: int) -> Part:
    """Which numbers belong to which perspective."""
    numbers: dict[Perspective, list[int]] = {}
    for number, perspective in number_ballots(session.perspectives, first, spare):
        numbers.setdefault(perspective, []).append(number)
    return Part(
        "numbers",
        "Ballot numbers",
        (
            "The same numbers come in every round. "
            "Say it: keep your number, your second ballot carries the same one.",
            "Keep no list of who has which number. For a second round, lay the ballots out by number, "
            "and let everybody take their own.",
        ),
        tuple(f"{capital(VOICES[each])}: {_runs(of)}." for each, of in numbers.items()),
    )


def _runs(numbers: list[int]) -> str:
    """Numbers, with those that follow one another said as a run.

    >>> _runs([1, 2, 3, 7, 9])
    '1 to 3, 7, 9'
    """
    # Within a run, a number and its place in the list keep the same distance.
    groups = groupby(enumerate(numbers), lambda each: each[1] - each[0])
    runs = [[number for _, number in run] for _, run in groups]
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _moves(printing: Printing) -> Iterator[Move]:
    """The steps of the day; that of the claims only where there are any."""
    for name, lines, commands in guide_words.DAY:
        if name == guide_words.CLAIMS and not claims(printing.questions, wanted=True):
            continue
        yield Move(name, lines, tuple(each.format(record=printing.record) for each in commands))


def _scripts(printing: Printing) -> Iterator[Script]:
    for wanted, heading in ((True, "To read aloud: the claims"), (False, "To read aloud: the questions")):
        questions = paper_questions(claims(printing.questions, wanted=wanted), printing.languages)
        if questions:
            yield Script("claims" if wanted else "questions", heading, questions)


def _said_about_ballots(session: Session) -> Part:
    return Part(
        "confidential",
        "What to say about the ballots",
        ("Read this aloud before the first ballot. Say “confidential”, and not “anonymous”.",),
        (
            "Your ballot has a number and no name. Nobody keeps a list of who has which number.",
            "The number shows how answers change when we talk. So keep it until the end.",
            "Only the person who types the ballots in sees them.",
            "When the workshop is closed, we destroy what links your ballots. Then we destroy the paper.",
            shown_from(session),
            "If everybody in a group gives the same answer, all can see what each of them said.",
            "You may leave out any question. People and carers can also tick: I do not want to answer.",
        ),
    )


def _small_groups(session: Session) -> Part:
    agreed = (f"They agreed to be shown as a small group: {session.agreed_by}.",) if session.agreed_by else ()
    size = 5 if session.small_group == AGREED_GROUP else session.small_group
    return Part(
        "small",
        "Small groups",
        (shown_from(session), *agreed),
        (
            f"Two carers among {size} people: their answers count as people and carers, taken together.",
            "Tell a small group before it votes how its answers will count. Ask if that is all right.",
            "Are there too few even together? Then let them agree on one answer, or on none.",
            "Never say how a small group voted, even if you typed its ballots yourself.",
        ),
    )
