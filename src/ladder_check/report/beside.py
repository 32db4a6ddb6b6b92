"""What stands beside the ladder: the other banks, the footing, the word, answers that do not agree."""

from collections.abc import Iterator
from typing import Final

from ladder_check.report.material import Material
from ladder_check.report.view import BankView, ItemRow, PairRow, TalkPoint
from ladder_check.report.wording import VOICES, capital, listed, quoted
from ladder_check.scoring.conditions import BankResult, Footing, ItemResult, Linked, PairResult, State
from ladder_check.scoring.settle import Held, Settled, settle_answer

LEVELS: Final = ("no", "once, or only on paper", "sometimes", "usually", "built in")
STATES: Final[dict[State, str]] = {
    "rooted": "rooted: done and believed in",
    "bolt-on": "bolt-on: done, not yet believed in",
    "warm-words": "warm words: believed in, not yet done",
    "not-started": "not started",
    "not-known": "not known",
}
FOOTINGS: Final[dict[Footing, str]] = {
    "firm": "The footing is firm. Nearly all rules that are done are believed in, "
    "and nearly all ingredients are in place.",
    "mixed": "The footing is mixed. Some of what the rungs rest on is in place, and some is not yet.",
    "shaky": "The footing is shaky. Much is done without the belief, or few ingredients are in place.",
    "not-known": "The footing is not known. "
    "The rules or the ingredients were not asked, or too few of the answers are clear.",
}
FOOTING_MEANS: Final = "It says how likely the rungs are to last. It never changes a rung."
MAY_SAY: Final = "Both tests hold: it was made together, and people have more choice and control."
MAY_NOT_SAY: Final = "This report does not call the work co-production."


def view_banks(material: Material) -> tuple[BankView, ...]:
    """Every bank that was asked beside the ladder; the word has a part of its own."""
    return tuple(_bank(material, result) for result in material.profile.banks if result.bank.kind != "word")


def _bank(material: Material, result: BankResult) -> BankView:
    return BankView(
        id=result.bank.id,
        title=result.bank.title,
        about=result.bank.about,
        summary=_pairs_summary(result) if result.pairs else _items_summary(result),
        banner=_banner(result) if result.has_banner else "",
        pairs=tuple(_pair(pair) for pair in result.pairs),
        items=tuple(_item(material, result.bank.id, item) for item in result.items),
    )


def _banner(result: BankResult) -> str:
    return (
        f"{result.bolt_on} of {len(result.pairs)} rules are done and not yet believed in. "
        "What is done without the belief does not last."
    )


def _pairs_summary(result: BankResult) -> str:
    counts = {state: sum(pair.state == state for pair in result.pairs) for state in STATES}
    words = [f"{number} {STATES[state].partition(':')[0]}" for state, number in counts.items() if number]
    return f"Of {len(result.pairs)}: {', '.join(words)}."


def _items_summary(result: BankResult) -> str:
    not_fitting = len(result.items) - len(result.counted)
    words = [f"{result.in_place} of {len(result.counted)} in place"]
    words += [f"{result.not_known} not known"] if result.not_known else []
    words += [f"{not_fitting} left out because it does not fit"] if not_fitting else []
    return f"{', '.join(words)}."


def _pair(result: PairResult) -> PairRow:
    return PairRow(result.pair.name, _level(result.practice), _level(result.belief), STATES[result.state])


def _item(material: Material, bank: str, result: ItemResult) -> ItemRow:
    if not result.fits:
        return ItemRow(result.item.name, "does not fit", "left out")
    state = {Held.YES: "in place", Held.NO: "not in place yet", Held.OPEN: "not known"}
    return ItemRow(
        result.item.name, material.answer(f"{bank}.{result.item.id}"), state[Settled(result.level).held]
    )


def _level(level: int | None) -> str:
    return "not known" if level is None else f"{level}: {LEVELS[level]}"


def word_sentences(material: Material) -> tuple[str, ...]:
    """Whether this work may be called co-production, and if not, why not."""
    if material.profile.may_say_co_production:
        return (MAY_SAY,)
    asked = [result for result in material.profile.banks if result.bank.kind == "word"]
    if not asked:
        return (MAY_NOT_SAY, "The questions about the word were not asked.")
    return (
        MAY_NOT_SAY,
        "For that, two things must both be true: it was made together, "
        "and it gave people more choice and control.",
        *(
            f"{item.item.name}. Now: {material.answer_words(f'{result.bank.id}.{item.item.id}')}"
            for result in asked
            for item in result.items
            if not item.in_place
        ),
    )


def linked_sentences(material: Material) -> tuple[str, ...]:
    """Answers to two questions about one fact that do not go together."""
    return tuple(_linked(material, each) for each in material.profile.linked)


def _linked(material: Material, linked: Linked) -> str:
    said = [
        f"{quoted(material.heading(question))}. Answer: {material.answer_words(question)}"
        for question in linked.questions
    ]
    return f"On {linked.about}, two answers do not go together. {' '.join(said)}"


def talk_list(material: Material) -> tuple[TalkPoint, ...]:
    """The questions on which a room was in two minds."""
    return tuple(
        TalkPoint(material.heading(each), material.questions[each].ask, " ".join(_split(material, each)))
        for each in material.profile.split
    )


def _split(material: Material, full_id: str) -> Iterator[str]:
    bank, _, question = full_id.partition(".")
    answers = material.case.assessment.answers_to(bank, question)
    given = {**answers.of_side("staff"), **answers.of_side("lived")}
    split = [VOICES[voice] for voice, answer in given.items() if settle_answer(answer).split]
    yield f"{capital(listed(split))} saw two different things."
    yield "So the answer counts as not known, until you have talked."
