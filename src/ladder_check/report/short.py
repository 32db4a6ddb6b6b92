"""The short version: one idea a line."""

from collections.abc import Iterator

from ladder_check.model.assessment import LIVED_FEW
from ladder_check.report.actions import heading
from ladder_check.report.agreeing import minority_lines
from ladder_check.report.aspect_view import Span
from ladder_check.report.material import Material
from ladder_check.report.opening import headline_sentences
from ladder_check.report.view import ActionCard, ShortPart
from ladder_check.report.wording import FIXED_LINE, capital, small

WHAT_IT_IS = (
    "This page is about sharing power.",
    "It says how far staff and people decide together.",
    "We use a ladder.",
    "The lowest rung means that people have no say.",
    "The top rung means that people and staff decide as equals.",
)
WHAT_NEXT = (
    "Is this right?",
    "Tell us if you see it in another way.",
    "You can ask somebody to read this with you.",
)


def short_parts(material: Material, actions: tuple[ActionCard, ...]) -> tuple[ShortPart, ...]:
    """The parts of the short version, in the order to read them."""
    parts = (
        ShortPart("What this is", WHAT_IT_IS),
        ShortPart("Please read this first", tuple(_harm(material))),
        ShortPart("Where the work is now", tuple(_where(material)), _headline_span(material)),
        *_aspects(material),
        ShortPart("Where we see things in different ways", tuple(_differ(material))),
        ShortPart("What not everybody agreed on", tuple(minority_lines(material))),
        ShortPart(heading(actions).actions, tuple(_actions(actions))),
        ShortPart("Who was not here", tuple(_missing(material))),
        ShortPart("Now you", (*WHAT_NEXT, FIXED_LINE)),
    )
    return tuple(part for part in parts if part.lines)


def _harm(material: Material) -> Iterator[str]:
    for aspect in material.in_play:
        if material.has_harm(aspect):
            yield f"Somebody says that people are treated badly. It is about: {aspect.aspect.name}."
            yield "This has to stop first."


def _where(material: Material) -> Iterator[str]:
    first, *_ = headline_sentences(material)
    yield from _sentences(first)
    names = {each.aspect.id: each.aspect.name for each in material.in_play}
    headline = material.profile.headline
    if headline.low is not None and headline.low > 1:
        yield f"On rung {headline.low}: {small(material.case.ladder.rung(headline.low).means)}"
    if headline.scored > 1:
        yield f"Lowest: {'; '.join(names[each] for each in headline.lowest)}."
        yield f"Highest: {'; '.join(names[each] for each in headline.highest)}."
    if headline.provisional:
        yield f"Fewer than {LIVED_FEW} people on the lived side took part."
        yield "So this may change when more people take part."


def _headline_span(material: Material) -> Span | None:
    headline = material.profile.headline
    return None if headline.low is None else Span(headline.low, headline.high or headline.low)


def _aspects(material: Material) -> Iterator[ShortPart]:
    for aspect in material.in_play:
        if aspect.standing is None:
            yield ShortPart(aspect.aspect.name, ("There are not enough answers to say.",))
            continue
        low = aspect.standing.low
        rung = f"{capital(material.rungs.rung(low, harm=material.has_harm(aspect)))}."
        bottom = low == 1 and material.rungs.has_gate
        card = "" if bottom else aspect.aspect.cards.get(material.case.ladder.rung(low).id, "")
        higher = f"It could be higher, up to rung {aspect.standing.high}. Some answers are not known."
        lines = [rung, card, *(_sentences(higher) if aspect.standing.high > low else [])]
        yield ShortPart(aspect.aspect.name, tuple(filter(None, lines)), Span(low, aspect.standing.high))


def _differ(material: Material) -> Iterator[str]:
    for aspect in material.in_play:
        if aspect.seen_differently and aspect.shown and aspect.lived:
            yield f"{aspect.aspect.name}:"
            yield f"Staff say rung {aspect.shown.climb.low}."
            yield f"People and carers say rung {aspect.lived.climb.low}."


def _actions(actions: tuple[ActionCard, ...]) -> Iterator[str]:
    for number, card in enumerate(actions, 1):
        yield f"{number}. {card.what}"
        if card.proposed:
            yield "This is an idea. It is not agreed yet."
        for fact in card.facts:
            if fact.label in ("Who", "Together with", "By", "A first step by"):
                yield f"{fact.label}: {fact.words}"


def _missing(material: Material) -> Iterator[str]:
    yield from material.case.assessment.missing_voices


def _sentences(words: str) -> list[str]:
    return [f"{each.rstrip('.')}." for each in words.split(". ")]
