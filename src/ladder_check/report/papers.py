"""The papers of a workshop, already in words: ballots, cards and tally sheets.

What is printed and what is read aloud say the same in the same order, the highest step at the top as the
ladder is drawn: two orders are how wrong answers come about.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ladder_check.model.answer import SIDE_OF, SIDES, Perspective, Side
from ladder_check.model.room import AGREED_GROUP, Asked, Session
from ladder_check.report.paper_view import (
    Ballot,
    BallotSheets,
    CardSheets,
    PaperQuestion,
    Printing,
    Step,
    TallySheets,
    TallySide,
)
from ladder_check.report.wording import VOICES, capital, day

LANGUAGE: Final = "en"
"""The language of all that is said around the questions."""
NOT_SURE: Final = "I am not sure"
RATHER_NOT: Final = "I do not want to answer"
ONE_TICK: Final = "Put one tick in one box."
PURPOSE: Final = "This is to help us do better. It is not an inspection."


def number_ballots(
    invited: Mapping[Perspective, int], first: int = 1, spare: int = 2
) -> tuple[tuple[int, Perspective], ...]:
    """Every ballot's number and perspective: those of the *invited*, then *spare* ones for each perspective.

    A number speaks for the same perspective however many spares are printed, so that those of one round
    fit those of another.

    >>> number_ballots({"people": 2, "leaders": 1}, spare=2)[3:]
    ((4, 'people'), (5, 'leaders'), (6, 'people'), (7, 'leaders'))
    """
    own = [perspective for perspective, heads in invited.items() for _ in range(heads)]
    return tuple(enumerate([*own, *list(invited) * spare], first))


def paper_questions(asked: Sequence[Asked], languages: Mapping[str, str]) -> tuple[PaperQuestion, ...]:
    """The questions *asked*, as they are printed, numbered from 1."""
    return tuple(
        PaperQuestion(
            id=each.id,
            number=number,
            of=len(asked),
            heading=each.heading,
            about=each.name if each.is_claim else "",
            ask=each.ask,
            steps=steps_of(each),
            note=each.note or "",
            language=languages.get(each.id.partition(".")[0], LANGUAGE),
        )
        for number, each in enumerate(asked, 1)
    )


def steps_of(asked: Asked) -> tuple[Step, ...]:
    """The steps of a question, the highest first."""
    named = (label.partition(": ") if asked.is_claim else ("", "", label) for label in asked.labels)
    numbered = zip(asked.scale.steps, named, strict=True)
    return tuple(Step(number, name, words) for number, (name, _, words) in numbered)[::-1]


def claims(questions: Iterable[Asked], *, wanted: bool) -> tuple[Asked, ...]:
    """The claims among *questions*, or all others where they are not *wanted*."""
    return tuple(each for each in questions if each.is_claim is wanted)


def build_ballots(printing: Printing, first: int = 1, spare: int = 2) -> BallotSheets:
    """The ballots of a round, numbered from *first*, with *spare* more for each perspective."""
    session = printing.session
    numbered = number_ballots(session.perspectives, first, spare)
    of_claims = printing.asked and all(each.is_claim for each in printing.asked)
    return BallotSheets(
        title=f"{session.title}: ballots of round {printing.round}",
        subtitle=subtitle(session),
        day=f"{session.title}. {subtitle(session)}",
        about=f"{len(numbered)} ballots. Print them on A4, one side of the paper only, at 100 % size.",
        round=f"round {printing.round}",
        one_tick=ONE_TICK,
        ballots=tuple(_ballot(number, perspective, session) for number, perspective in numbered),
        questions=paper_questions(printing.asked, printing.languages),
        credits=printing.ladder_credits if of_claims else (),
    )


def build_cards(printing: Printing) -> CardSheets:
    """The cards of the areas of work that are claimed; without any, there is nothing to print."""
    return CardSheets(
        title=f"{printing.session.title}: cards",
        subtitle="To hand out after the claims. The top rung is at the top.",
        cards=printing.cards,
        credits=printing.ladder_credits,
    )


def build_tally(printing: Printing) -> TallySheets:
    """The sheets on which a round is counted by hand."""
    session = printing.session
    voices = {side: tuple(each for each in session.perspectives if SIDE_OF[each] == side) for side in SIDES}
    return TallySheets(
        title=f"{session.title}: tally of round {printing.round}",
        subtitle=subtitle(session),
        round=f"round {printing.round}",
        lines=_COUNTING,
        sides=tuple(
            TallySide(capital(VOICES[side]), each, _words(side)) for side, each in voices.items() if each
        ),
        questions=paper_questions(printing.asked, printing.languages),
    )


def subtitle(session: Session) -> str:
    """When the workshop is, and about which work."""
    return ". ".join(filter(None, (session.organisation, session.work, day(session.on)))) + "."


def purpose(session: Session) -> str:
    """What the workshop is for."""
    return session.purpose or PURPOSE


def shown_from(session: Session) -> str:
    """From how many answers on a group is shown, as a sentence."""
    if session.small_group == AGREED_GROUP:
        return "Groups of 1 or 2 are not shown. Of groups of 3 or 4 we show the middle answer only."
    return f"Groups of fewer than {session.small_group} are not shown."


def _ballot(number: int, perspective: Perspective, session: Session) -> Ballot:
    return Ballot(
        number=number,
        who=VOICES[perspective],
        short="people" if perspective == "people" else VOICES[perspective],
        first=(
            purpose(session),
            "Please do not write your name.",
            f"Your number is {number}. Keep it until the end: your second ballot carries the same one.",
            "What you tick is confidential. Only the person who types it in sees this paper.",
            "We keep your answers, and which group you are in. We keep no names.",
            "The number shows how answers change. Nobody keeps a list of numbers.",
            "At the end we destroy what links your ballots, and the paper too.",
            shown_from(session),
            "If a whole group gives the same answer, all can see what each person said.",
            "You may leave out any question. Nobody will ask you why.",
        ),
        words=_words(SIDE_OF[perspective]),
    )


def _words(side: Side) -> tuple[str, ...]:
    """The answers beside the steps: only people and carers are asked if they would rather not say."""
    return (NOT_SURE, RATHER_NOT) if side == "lived" else (NOT_SURE,)


_COUNTING: Final = (
    "Ballots are confidential; hands and cards are not. Count those only if the whole room agrees.",
    "Make one mark for each person.",
    "Type the counts from the bottom row up: the lowest step first.",
)
