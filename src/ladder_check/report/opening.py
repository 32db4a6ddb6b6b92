"""How a report opens: what it is about, who took part, and the whole of it in four lines."""

from collections.abc import Iterator
from typing import Final

from ladder_check.model.answer import PERSPECTIVES
from ladder_check.model.assessment import LIVED_FEW, AtLevel, Attendance
from ladder_check.report.aspect_view import Fact
from ladder_check.report.material import Material
from ladder_check.report.view import ActionCard, Group
from ladder_check.report.wording import by_voice, day, in_a_row, quoted

AT_LEVELS: Final[dict[AtLevel, str]] = {
    "strategic": "The whole organisation or area",
    "service": "One service",
    "individual": "One person's support",
}
PROVISIONAL: Final = (
    f"This is provisional: fewer than {LIVED_FEW} people on the lived side took part. "
    "So no area of work is shown on the top two rungs."
)


def facts(material: Material) -> tuple[Fact, ...]:
    """What was assessed, where and when."""
    assessment = material.case.assessment
    known = {
        "Organisation": assessment.organisation,
        "Work": assessment.work,
        "Looked at": AT_LEVELS[assessment.at_level] if assessment.at_level else None,
        "Date": day(assessment.assessed_on),
    }
    return tuple(Fact(label, words) for label, words in known.items() if words)


def who_took_part(material: Material) -> tuple[Group, ...]:
    """Each perspective that was there or was invited."""
    took_part = material.case.assessment.took_part
    groups = [(perspective, getattr(took_part, perspective)) for perspective in PERSPECTIVES]
    return tuple(_group(by_voice(name), group) for name, group in groups if group is not None)


def _group(name: str, group: Attendance) -> Group:
    return Group(name, f"{group.there} there", "" if group.invited is None else f"{group.invited} invited")


def missing_sentence(material: Material) -> str:
    """Who was missing, or that nobody wrote it down."""
    missing = material.case.assessment.missing_voices
    counted = "" if who_took_part(material) else "How many people took part is not written down. "
    if missing:
        return f"{counted}Missing this time: {'; '.join(missing)}."
    return f"{counted}Who was missing is not written down. Ask who should have been here."


def headline_sentences(material: Material) -> tuple[str, ...]:
    """Where the whole stands, always with its lowest and highest, and with how many areas it speaks for."""
    return tuple(
        filter(
            None,
            (_where(material), _ends(material), _counts(material), _provisional(material), _missed(material)),
        )
    )


def _where(material: Material) -> str:
    headline, rungs = material.profile.headline, material.rungs
    if headline.low is None or headline.high is None:
        return "Too few areas of work have enough answers to say where the whole stands."
    at_the_bottom = [each for each in material.in_play if each.standing and each.standing.low == 1]
    harm = all(material.has_harm(aspect) for aspect in at_the_bottom)
    upper = f" It could be as high as {rungs.rung(headline.high)}." * (headline.high > headline.low)
    if headline.scored == 1:
        return f"One area of work was scored. It is on {rungs.rung(headline.low, harm=harm)}.{upper}"
    rung = rungs.rung(headline.low, harm=harm)
    return f"At least half of the areas of work are on {rung}, or higher.{upper}"


def _ends(material: Material) -> str:
    headline = material.profile.headline
    if headline.scored < 2:
        return ""
    if headline.lowest == headline.highest:
        return "All areas of work that were scored are on the same rung."
    return f"Lowest: {_aspects(material, headline.lowest)}. Highest: {_aspects(material, headline.highest)}."


def _aspects(material: Material, ids: tuple[str, ...]) -> str:
    standings = [each.standing for each in material.in_play if each.aspect.id in ids and each.standing]
    rung = f", on rung {standings[0].low}" if standings else ""
    return f"{in_a_row(material.aspect_name(each) for each in ids)}{rung}"


def _counts(material: Material) -> str:
    headline = material.profile.headline
    return (
        f"Areas of work scored: {headline.scored}. Left out: {headline.left_out}. "
        f"Not enough to say: {headline.not_enough}."
    )


def _provisional(material: Material) -> str:
    return PROVISIONAL if material.profile.headline.provisional else ""


def _missed(material: Material) -> str:
    """What no headline can say: harm in an area that has too few answers for a rung."""
    names = [each.aspect.name for each in material.in_play if material.has_harm(each) and not each.standing]
    return f"Harm is reported where there are too few answers for a rung: {in_a_row(names)}." if names else ""


def in_short(material: Material, actions: tuple[ActionCard, ...]) -> tuple[str, ...]:
    """The whole report in at most four lines; the last is the first action."""
    lines = [*_harm(material), f"{_where(material)} {_ends(material)}".strip(), *_gap(material)]
    return (*lines[:3], *_first_action(actions))


def _harm(material: Material) -> Iterator[str]:
    names = [each.aspect.name for each in material.in_play if material.has_harm(each)]
    if names:
        yield f"Somebody reports that people are treated badly: {in_a_row(names)}. This comes first."


def _gap(material: Material) -> Iterator[str]:
    """What to know beside the headline: a claim too high, else views that differ, else who is missing."""
    claims = [
        each.aspect.name for each in material.in_play if each.illusion_risk and (each.illusion_gap or 0) > 0
    ]
    differ = [each.aspect.name for each in material.in_play if (each.seen_differently or 0) > 0]
    if claims:
        yield f"More is claimed than the answers show: {in_a_row(claims)}."
    elif differ:
        yield f"Staff see it higher than people and carers do: {in_a_row(differ)}."
    elif material.profile.headline.provisional:
        yield PROVISIONAL
    elif material.case.assessment.missing_voices:
        yield missing_sentence(material)


def _first_action(actions: tuple[ActionCard, ...]) -> Iterator[str]:
    if actions:
        first = actions[0]
        facts = {fact.label: fact.words for fact in first.facts}
        who = f" Who: {facts['Who'].rstrip('.')}."
        when = facts.get("By") or facts.get("A first step by")
        by = f" By: {when.rstrip('.')}." if when else ""
        yield f"{_label(first)}: {quoted(first.what.rstrip('.'))}.{who}{by}"


def _label(card: ActionCard) -> str:
    return "A first action we could take" if card.proposed else "First action"
