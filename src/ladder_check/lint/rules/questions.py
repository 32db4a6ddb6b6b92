"""Banks and ladders themselves: their sources, their gate, their words (LC13x)."""

from collections.abc import Iterator
from typing import Any, Final

from ladder_check.lint.avoid import in_any, uses, words_to_avoid
from ladder_check.lint.links import link_fault
from ladder_check.lint.plain import (
    LABELS,
    OF_A_RUNG,
    SENTENCES,
    faults,
    faults_of_all,
    has_letters_for_words,
    texts,
)
from ladder_check.lint.rule import BankSheet, Hit, LadderSheet, Path, Severity, rule_of

Questions = BankSheet | LadderSheet
_ASK: Final = frozenset({"ask"})


@rule_of(("bank", "ladder"), "LC131", "source-without-link", Severity.NOTICE)
def source_without_link(sheet: Questions) -> Iterator[Hit]:
    """A source has a link to where it can be read.

    Why: whoever is asked may want to know whose idea a question is. What is only on paper, or only yours,
    may say so: an ignore with a reason.

    Fails:
        source: {name: A report of our council}

    Passes:
        source: {name: A report of our council, link: "https://www.thinklocalactpersonal.org.uk/co-production/"}
    """
    for path, source in _sources(sheet.data):
        if "link" not in source:
            yield path, _NO_LINK


@rule_of(("bank", "ladder"), "LC132", "dead-link", Severity.WARNING)
def dead_link(sheet: Questions) -> Iterator[Hit]:
    """A link of a source can lead somewhere: to a web address, or to a file beside this one.

    Why: a link shows that somebody else can look it up. Only its form is looked at; nothing is fetched, so a
    page that has moved is not noticed.

    Fails:
        source: {name: A report of our council, link: "https://example.com/report"}

    Passes:
        source: {name: A report of our council, link: "https://www.thinklocalactpersonal.org.uk/co-production/"}
    """
    for path, source in _sources(sheet.data):
        fault = link_fault(source.get("link") or _FINE, sheet.world.file_at)
        if fault:
            yield (*path, "link"), f"This link leads nowhere: {fault}. {_DEAD}"


@rule_of(("bank",), "LC133", "ladder-without-gate", Severity.WARNING)
def ladder_without_gate(sheet: BankSheet) -> Iterator[Hit]:
    """A bank of kind ladder has a gate on the lowest rung: a question about harm.

    Why: where people are pressed, or afraid to say no, nothing above that counts. Without a gate nobody asks.
    Where the lowest rung can harm nobody, say so: an ignore with a reason.

    Fails:
        indicators:
          - {id: r1, rung: informing, role: step, about: being told, why: First things first.,
            ask: {meals: "Are people told what there is, freely?"}, anchors: [a, b, c, d, e],
            action: {do: Tell people., owner: Cook, partner: Two people, done_when: People know.}}
          - {id: r2, rung: consulting, role: step, about: being asked, why: Asking comes first.,
            ask: {meals: Are people asked?}, anchors: [a, b, c, d, e],
            action: {do: Ask people., owner: Cook, partner: Two people, done_when: People know.}}
          - {id: r3, rung: involving, role: step, about: being heard, why: It is settled later.,
            ask: {meals: Are people heard?}, anchors: [a, b, c, d, e],
            action: {do: Hear people., owner: Cook, partner: Two people, done_when: People know.}}
          - {id: r4, rung: co-production, role: step, about: deciding, why: People know what is good.,
            ask: {meals: Do people decide with staff?}, anchors: [a, b, c, d, e],
            action: {do: Meet., owner: Cook, partner: Two people, done_when: People know.}}

    Passes:
        indicators:
          - {id: r1, rung: informing, role: gate, about: being free, why: First things first.,
            ask: {meals: Can people say no to a meal without fear?}, anchors: [a, b, c, d, e],
            action: {do: Ask people alone., owner: Cook, partner: Two people, done_when: People know.}}
          - {id: r2, rung: consulting, role: step, about: being asked, why: Asking comes first.,
            ask: {meals: Are people asked?}, anchors: [a, b, c, d, e],
            action: {do: Ask people., owner: Cook, partner: Two people, done_when: People know.}}
          - {id: r3, rung: involving, role: step, about: being heard, why: It is settled later.,
            ask: {meals: Are people heard?}, anchors: [a, b, c, d, e],
            action: {do: Hear people., owner: Cook, partner: Two people, done_when: People know.}}
          - {id: r4, rung: co-production, role: step, about: deciding, why: People know what is good.,
            ask: {meals: Do people decide with staff?}, anchors: [a, b, c, d, e],
            action: {do: Meet., owner: Cook, partner: Two people, done_when: People know.}}
    """
    if sheet.ladder is None:
        return
    lowest = sheet.ladder.ids[0]
    if not any(each.role == "gate" for each in sheet.bank.indicators if each.rung == lowest):
        yield ("indicators",), _NO_GATE.format(lowest)


@rule_of(("bank",), "LC134", "hard-question", Severity.WARNING)
def hard_question(sheet: BankSheet) -> Iterator[Hit]:
    """Each question, in English, is one short sentence that asks one thing.

    Why: it is read aloud, and answered by everybody in the room. Who has to ask what was meant answers
    something else.

    Fails:
        items:
          - {id: q1, name: Meals, ask: Do people choose the meal or the place?, why: People eat here.,
            anchors: [a, b, c, d, e],
            action: {do: Ask people., owner: Cook, partner: Two people, done_when: People know.}}

    Passes:
        items:
          - {id: q1, name: Meals, ask: Do people choose the meal?, why: People eat here.,
            anchors: [a, b, c, d, e],
            action: {do: Ask people., owner: Cook, partner: Two people, done_when: People know.}}
    """
    for path, question in texts(sheet.data, _ASK) if _is_english(sheet) else ():
        found = faults(question)
        if found:
            yield path, f"This question is hard to answer: {'; '.join(found)}. {_HARD}"


@rule_of(("bank",), "LC135", "hard-bank", Severity.NOTICE)
def hard_bank(sheet: BankSheet) -> Iterator[Hit]:
    """A bank, in English, reads at about age ten, and most of its questions are short.

    Why: one long question is a slip, and many are a wall. A computer only counts words and syllables: ask
    people whether they understand.

    Fails:
        items:
          - {id: q1, name: Meals, ask: Do the people who come here on most days of the week choose what
            they eat together with the cook?, why: People eat here., anchors: [a, b, c, d, e],
            action: {do: Ask people., owner: Cook, partner: Two people, done_when: People know.}}

    Passes:
        items:
          - {id: q1, name: Meals, ask: Do people choose what they eat?, why: People eat here.,
            anchors: [a, b, c, d, e],
            action: {do: Ask people., owner: Cook, partner: Two people, done_when: People know.}}
    """
    if _is_english(sheet):
        questions = [text for _, text in texts(sheet.data, _ASK)]
        found = faults_of_all(questions, [text for _, text in texts(sheet.data, SENTENCES)])
        if found:
            yield (), f"This bank is hard going as a whole: {'; '.join(found)}. {_LONG}"


@rule_of(("bank", "ladder"), "LC136", "words-of-a-question", Severity.WARNING)
def words_of_a_question(sheet: Questions) -> Iterator[Hit]:
    """The texts of a bank or a ladder do without words that put people down or that only staff use.

    Why: a question is for everybody in the room. What stands in quotation marks is somebody else's word.

    Fails:
        title: How we engage service users

    Passes:
        title: How we and people decide together
    """
    written = list(_texts(sheet))
    avoided = tuple(word for about in _LISTS for word in words_to_avoid(about))
    avoided = in_any((text for _, text in written), avoided)
    for path, text in written if avoided else ():
        for found, instead in uses(text, avoided):
            yield (
                path,
                f'"{found}": either say it another way ({instead}), or put it in quotation marks {_IF}',
            )


@rule_of(("bank", "ladder"), "LC137", "letters-for-words", Severity.WARNING)
def letters_for_words(sheet: Questions) -> Iterator[Hit]:
    """The texts of a bank or a ladder write words out.

    Why: capital letters in the place of words (ICB, SLT) are known to those who use them each day, and to
    nobody else. The few that everybody says (NHS, GP, UK, TV, OK) are let through.

    Fails:
        title: What the ICB decides

    Passes:
        title: What the health board decides
    """
    for path, text in _texts(sheet):
        if has_letters_for_words(text):
            yield path, _LETTERS


def _sources(data: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, str]]]:
    """Every source that the file names, with its path."""
    if isinstance(data, dict):
        for key, child in data.items():
            if key == "source" and isinstance(child, dict):
                yield (*path, key), child
            else:
                yield from _sources(child, (*path, key))
    elif isinstance(data, list):
        for number, child in enumerate(data):
            yield from _sources(child, (*path, number))


def _texts(sheet: Questions) -> Iterator[tuple[Path, str]]:
    """Every text that is asked, answered with or explained, where it is in English."""
    if _is_english(sheet):
        keys = SENTENCES | LABELS if isinstance(sheet, BankSheet) else OF_A_RUNG
        yield from texts(sheet.data, keys)


def _is_english(sheet: Questions) -> bool:
    # A ladder does not say its language: English words are not found in one that has another.
    return not isinstance(sheet, BankSheet) or sheet.bank.language.partition("-")[0] == "en"


_LISTS: Final = ("people", "work", "questions")
_FINE: Final = "https://any.host"
_NO_LINK: Final = (
    "This source has no link, so nobody can look it up. Either add one (link: …), "
    "or ignore this with a reason, such as that it is on paper only."
)
_DEAD: Final = "Either correct it, or take it out and say in `name` where to find it."
_NO_GATE: Final = (
    "No question on the lowest rung ({}) is a gate, so nobody asks about harm. Either give the question "
    "about it `role: gate`, or say why none can be done there (an ignore with a reason)."
)
_HARD: Final = "Either ask one thing in fewer words, or make two questions of it."
_LONG: Final = "Either shorten the longest ones, or read it with people and say that you did (an ignore)."
_LETTERS: Final = "Letters stand here for words. Either write the words out, or leave them out."
_IF: Final = "if these are somebody else's words."
