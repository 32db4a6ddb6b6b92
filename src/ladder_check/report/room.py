"""What a room said, in words: questions in the order to talk about them, and what it cannot tell."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from ladder_check import __version__
from ladder_check.model.room import Asked
from ladder_check.report.agreeing import agreed_words
from ladder_check.report.aspect_view import Fact
from ladder_check.report.papers import shown_from, steps_of, subtitle
from ladder_check.report.room_between import points_between
from ladder_check.report.room_groups import view_groups
from ladder_check.report.room_talk import talk_about
from ladder_check.report.room_view import AskedView, RoomMaterial, RoomReport, RoundView, TalkView
from ladder_check.report.wording import FIXED_LINE, VOICES, listed, some
from ladder_check.scoring.room import QuestionResult

FIRST: Final = 3
"""So many questions to talk about first stand at the top, unless told otherwise."""
Rounds = tuple[QuestionResult, ...]


def build_room_report(material: RoomMaterial, version: str = __version__) -> RoomReport:
    """Everything there is to say about what a room said; *version* is that of the tool."""
    by_question = {
        name: tuple(rounds) for name, rounds in groupby(material.results.questions, key=lambda each: each.id)
    }
    only_talk = material.talk is not None
    views = [] if only_talk else [_asked(material, rounds) for rounds in by_question.values()]
    return RoomReport(
        title=material.session.title,
        subtitle=subtitle(material.session),
        facts=tuple(_facts(material)),
        talk=tuple(_talk(material, by_question))[: FIRST if material.talk is None else material.talk],
        claims=tuple(view for view in views if material.asked[view.id].is_claim),
        questions=tuple(view for view in views if not material.asked[view.id].is_claim),
        privacy=tuple(_privacy(material)),
        limits=tuple(_limits(material)),
        fixed_line=FIXED_LINE,
        made_by=f"ladder-check {version}",
    )


def about(asked: Asked) -> str:
    """What a question is about: its area of work or bank, and its own name."""
    return asked.heading if asked.is_claim else f"{asked.heading}: {asked.name}"


def _asked(material: RoomMaterial, rounds: Rounds) -> AskedView:
    asked = material.asked[rounds[0].id]
    return AskedView(
        id=asked.id,
        about=about(asked),
        ask=asked.ask,
        steps=steps_of(asked),
        rounds=(
            *(_round(asked, each) for each in rounds[:-1]),
            _round(asked, rounds[-1], tuple(_agreed(material, asked))),
        ),
    )


def _round(asked: Asked, result: QuestionResult, agreed: tuple[Fact, ...] = ()) -> RoundView:
    return RoundView(
        title=f"Round {result.round}",
        groups=view_groups(asked, result.shown),
        points=(*points_between(asked, result), *agreed),
    )


def _agreed(material: RoomMaterial, asked: Asked) -> Iterator[Fact]:
    """What the room agreed on a question, beside the newest of its votes."""
    if asked.id in material.agreed:
        yield Fact("What the room agreed", agreed_words(asked, material.agreed[asked.id]))


def _talk(material: RoomMaterial, by_question: Mapping[str, Rounds]) -> Iterator[TalkView]:
    """What to talk about, most worth it first: each question as its newest round has it."""
    for name, rounds in by_question.items():
        if rounds[-1].shown:
            asked = material.asked[name]
            yield talk_about(asked, about(asked), rounds[-1])


def _facts(material: RoomMaterial) -> Iterator[Fact]:
    session = material.session
    if session.purpose:
        yield Fact("What for", session.purpose)
    invited = listed(f"{heads} {VOICES[who]}" for who, heads in session.perspectives.items() if heads)
    yield Fact("Invited", f"{some(sum(session.perspectives.values()), 'person')}: {invited}.")
    yield Fact("Rounds", f"{listed(map(str, material.results.rounds))}.")
    voted = {result.id for result in material.results.questions}
    for whole, answer in material.agreed.items():
        if whole not in voted:
            # It has no place among the votes, and is not to be lost for that.
            asked = material.asked[whole]
            yield Fact(f"Agreed on {about(asked)}", agreed_words(asked, answer))


def _privacy(material: RoomMaterial) -> Iterator[str]:
    session = material.session
    yield f"Nobody's own answer is shown. {shown_from(session)}"
    if session.agreed_by:
        yield f"Agreed by: {session.agreed_by}."
    yield "Every figure here is worked out from the groups that are shown, and from nothing else."
    yield "Where all of a group chose the same, everybody knows what each of them said."
    if material.is_closed:
        yield "This workshop is closed for good: nothing links what a person said in one round with the next."
    else:
        yield (
            "This is confidential, not anonymous: until the workshop is closed for good, the number of a "
            "ballot links what one person said in each round. It is in the record alone."
        )


def _limits(material: RoomMaterial) -> Iterator[str]:
    times = material.level // 10
    yield (
        f"Where a middle would likely lie is meant to be right {times} times in 10, had those who came been "
        "drawn by lot. They were not."
    )
    yield (
        "No range covers who was not there, who chose those who came, whether anybody felt pressed, or how "
        "the questions were worded."
    )
    yield "Answers are put in order and counted. They are never added up."
