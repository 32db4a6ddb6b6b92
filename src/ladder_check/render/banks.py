"""Question banks, as words for a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import fill

from ladder_check.model.bank import Bank, Question
from ladder_check.model.ladder import Ladder
from ladder_check.report.method import STATUS


@dataclass(frozen=True, slots=True)
class Shelved:
    """A bank and where it stands."""

    bank: Bank
    where: str


def render_list(shelved: Iterable[Shelved]) -> str:
    """One entry a bank: what it is about, how long it takes, where it comes from."""
    return "\n\n".join("\n".join(_entry(each)) for each in shelved)


def _entry(shelved: Shelved) -> Iterator[str]:
    bank = shelved.bank
    yield f"{bank.id} {bank.version}: {bank.title}"
    yield f"  {bank.about}"
    counts = f"Questions: {len(bank.questions)}. Minutes: about {bank.minutes}. Kind: {bank.kind}."
    yield f"  {counts} From: {shelved.where}."


def render_checked(file: str, read: Bank | Ladder) -> str:
    """That a file can be used, and what was found in it."""
    if isinstance(read, Ladder):
        return f"{file}: can be used. A ladder of {read.top} rungs."
    return f"{file}: can be used. Questions: {len(read.questions)}. Kind: {read.kind}."


def render_bank(bank: Bank, width: int) -> str:
    """A whole bank: every question with its anchors, why it is asked, and what to do about it."""
    link = f", {bank.source.link}" if bank.source.link else ""
    head = [
        f"{bank.title} ({bank.id} {bank.version})",
        bank.about,
        f"Source: {bank.source.name}{link}.",
        f"Status: {STATUS[bank.status]}.",
    ]
    parts = ["\n".join(fill(line, width) for line in head), *(_question(q, width) for q in bank.questions)]
    return "\n\n".join(parts)


def _question(question: Question, width: int) -> str:
    action = question.action
    lines = [
        (f"{question.id}: {question.ask}", ""),
        *([(question.note, "  ")] if question.note else []),
        *((f"{level}. {anchor}", "    ") for level, anchor in enumerate(question.anchors)),
        (f"Why we ask: {question.why}", "  "),
        (f"If the answer is low: {action.do}", "  "),
        (f"Owner: {action.owner}. Partner: {action.partner}. Done when: {action.done_when}", "  "),
        (f"Source: {question.source.name}.", "  "),
    ]
    return "\n".join(
        fill(text, width, initial_indent=indent, subsequent_indent=indent + "  ") for text, indent in lines
    )
