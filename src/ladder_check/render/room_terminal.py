"""What a room said, for a terminal: words and numbers, and beside them a mark for each person."""

from collections.abc import Iterator

from ladder_check.render.findings.safe import visible
from ladder_check.render.look import Look
from ladder_check.render.terminal import wrap
from ladder_check.report.paper_view import Step
from ladder_check.report.room import build_room_report
from ladder_check.report.room_view import (
    AskedView,
    GroupView,
    RoomMaterial,
    RoomReport,
    RoundView,
    StepCount,
    TalkView,
)
from ladder_check.report.wording import some


def render_plain(material: RoomMaterial, look: Look) -> str:
    """What the room said in words and numbers alone, to be read aloud."""
    return _render(material, look, draws=False)


def render_table(material: RoomMaterial, look: Look) -> str:
    """The same with a mark for each person."""
    return _render(material, look, draws=True)


def _render(material: RoomMaterial, look: Look, *, draws: bool) -> str:
    parts = _parts(build_room_report(material), draws=draws)
    return wrap([[visible(line) for line in part] for part in parts], look)


def _parts(report: RoomReport, *, draws: bool) -> Iterator[list[str]]:
    heading = report.heading
    yield [
        report.title,
        report.subtitle,
        *(f"{fact.label}: {fact.words}" for fact in report.facts),
        report.fixed_line,
    ]
    if report.talk:
        yield [heading.talk.upper()]
        yield from (_talk(number, point) for number, point in enumerate(report.talk, 1))
    for title, questions in ((heading.claims, report.claims), (heading.questions, report.questions)):
        if questions:
            yield [title.upper()]
        for question in questions:
            yield _question(question)
            yield from (_round(question, each, draws=draws) for each in question.rounds)
    yield [heading.privacy.upper(), *report.privacy]
    yield [heading.limits.upper(), *report.limits]


def _talk(number: int, point: TalkView) -> list[str]:
    return [
        f"{number}. {point.about} ({point.id})",
        f"  {point.why}",
        *(f"  {each}" for each in point.prompt),
    ]


def _question(question: AskedView) -> list[str]:
    return [f"{question.about} ({question.id})", f"  {question.ask}", *map(_step, question.steps)]


def _step(step: Step) -> str:
    return f"  {step.number}: {step.name or step.words}"


def _round(question: AskedView, said: RoundView, *, draws: bool) -> list[str]:
    groups = [line for group in said.groups for line in _group(question, group, draws=draws)]
    return [said.title, *groups, *(f"  {point.label}: {point.words}" for point in said.points)]


def _group(question: AskedView, group: GroupView, *, draws: bool) -> list[str]:
    counts = [
        f"    {step.number}: {_people(count, draws=draws)}"
        for step, count in zip(question.steps, group.counts, strict=False)
    ]
    return [f"  {group.name}: {group.words}", *counts]


def _people(count: StepCount, *, draws: bool) -> str:
    people = some(count.people, "person")
    return f"{count.marks} {people}" if draws and count.marks else people
