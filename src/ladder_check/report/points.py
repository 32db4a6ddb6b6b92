"""What there is to know about an aspect: what holds it back, what would lift it, what is not known."""

from collections.abc import Iterator
from typing import Final

from ladder_check.model.answer import Side
from ladder_check.report.aspect_view import Point
from ladder_check.report.ceilings import ceiling_point
from ladder_check.report.climbing import hangs_on, held_back, holds, lifts, not_known, point, stepped_over
from ladder_check.report.material import Material
from ladder_check.report.wording import by_voice, quoted, said_by, some
from ladder_check.scoring.settle import STAFF_FIRST
from ladder_check.scoring.standing import AspectProfile, SideRung, Standing

FAR_APART = 2
"""Two sides this many levels apart on a question are shown side by side."""

_MOST_DID_NOT: Final = "Most did not. Ask in private, with somebody from outside, what happened."


def points(material: Material, aspect: AspectProfile) -> tuple[Point, ...]:
    """All there is to know about *aspect*, what matters most first."""
    said = (
        _harm(material, aspect),
        _illusion(material, aspect),
        holds(material, aspect),
        held_back(material, aspect),
        lifts(material, aspect),
        hangs_on(material, aspect),
        _views_differ(material, aspect),
        _said_not_shown(material, aspect),
        _old_evidence(material, aspect),
        not_known(material, aspect),
        stepped_over(material, aspect),
        _led_by_people(aspect),
        ceiling_point(material.rungs, aspect),
    )
    return tuple(each for each in said if each is not None and each.lines)


def _harm(material: Material, aspect: AspectProfile) -> Point | None:
    if material.has_harm(aspect):
        return point("harm", "Somebody reports that people are treated badly", _reports(material, aspect))
    if aspect.gate_fails:
        return point("harm", "Nothing shows that anyone looked", _nothing_shows(material, aspect))
    if material.has_low_answers(aspect):
        return point("harm", "Some people gave a lower answer on being treated badly", [_MOST_DID_NOT])
    return None


def _nothing_shows(material: Material, aspect: AspectProfile) -> Iterator[str]:
    if material.has_low_answers(aspect):
        yield "Most answers report no harm, and some do."
        yield "Ask in private, with somebody from outside, what happened."
        yield "Write down that you asked. Never write who said what."
    else:
        yield "Staff say that nobody is treated badly."
        yield "But nothing shows that anyone looked."
        yield "Ask people in private, and write down that you asked. Never write who said what."


def _reports(material: Material, aspect: AspectProfile) -> Iterator[str]:
    for side in aspect.gate_fails:
        if material.reports_harm(aspect, side):
            for gate in material.gates(aspect):
                settled = aspect.levels[gate].get(side)
                if settled is not None and settled.level is not None:
                    anchor = material.of_aspect(gate).anchors[settled.level]
                    yield f"{by_voice(side)} say: {quoted(anchor)}"
    yield "This comes before everything else. Ask nobody to prove it."
    yield "Ask in private, with somebody people trust, what has to stop."


def _illusion(material: Material, aspect: AspectProfile) -> Point | None:
    claimed, standing = aspect.claimed, aspect.standing
    above_ceiling = ["The claim is above the ceiling that we agreed."] if aspect.claims_above_ceiling else []
    if claimed is None or standing is None or standing.low >= claimed:
        return point("illusion", "The claim and the ceiling", above_ceiling)
    lines = [
        f"Claimed: {material.rungs.rung(claimed)}.",
        *(f"{said_by(side)}: {_span(material, aspect, side, rung)}." for side, rung in aspect.sides.items()),
        *above_ceiling,
    ]
    if not aspect.illusion_risk:
        return point("illusion", "The claim is one rung above the answers", lines)
    lines += [*_what_widens_the_gap(aspect, claimed, standing), "Talk about this together, staff and people."]
    return point("illusion", "More is claimed than the answers show", lines)


def _what_widens_the_gap(aspect: AspectProfile, claimed: int, standing: Standing) -> Iterator[str]:
    """What in the gap comes from who was asked and what is open, and not from what was done."""
    low = min(rung.climb.low for rung in aspect.sides.values())
    high = min(rung.climb.high for rung in aspect.sides.values())
    if standing.provisional and standing.low < low:
        yield "Part of this gap is there because fewer than 3 people on the lived side took part."
    if low < claimed <= high:
        yield "Not all of it is known. With the open answers found out, the claim could still be right."


def _span(material: Material, aspect: AspectProfile, side: Side, rung: SideRung) -> str:
    harm = material.reports_harm(aspect, side)
    return material.rungs.span(rung.climb.low, rung.climb.high, harm=harm)


def _views_differ(material: Material, aspect: AspectProfile) -> Point:
    return point("views-differ", "Where views differ", _differences(material, aspect))


def _differences(material: Material, aspect: AspectProfile) -> Iterator[str]:
    if aspect.seen_differently:
        yield seen_differently(aspect.seen_differently)
    for question in aspect.levels:
        full_id = f"{material.case.ladder_bank.id}.{question}"
        staff, lived = (material.said(full_id, side).level for side in STAFF_FIRST)
        if staff is not None and lived is not None and abs(staff - lived) >= FAR_APART:
            anchors = material.of_aspect(question).anchors
            yield (
                f"{material.name(question)}. Staff: {quoted(anchors[staff])} "
                f"People and carers: {quoted(anchors[lived])}"
            )


def seen_differently(rungs: int) -> str:
    """That the two sides see an aspect differently; *rungs* is positive where staff see it higher.

    >>> seen_differently(-1)
    'People and carers see it 1 rung higher than staff do. That is worth hearing about.'
    """
    if rungs > 0:
        return f"Staff see it {some(rungs, 'rung')} higher than people and carers do."
    return (
        f"People and carers see it {some(-rungs, 'rung')} higher than staff do. That is worth hearing about."
    )


def _said_not_shown(material: Material, aspect: AspectProfile) -> Point | None:
    if aspect.shown is None or not aspect.shown.said_not_shown:
        return None
    lines = (
        f"Staff said yes to {material.names(aspect.shown.said_not_shown)}.",
        "Nothing is written down yet that someone else could see or ask about. "
        "Until then each counts as 2 out of 4.",
    )
    return point("said-not-shown", "Said, and not shown yet", lines)


def _old_evidence(material: Material, aspect: AspectProfile) -> Point | None:
    if aspect.shown is None or not aspect.shown.old_evidence:
        return None
    lines = (
        f"What shows {material.names(aspect.shown.old_evidence)} has no date, or is more than 24 months old.",
        "Until there is something newer, each counts as 2 out of 4.",
    )
    return point("old-evidence", "Shown, but too long ago", lines)


def _led_by_people(aspect: AspectProfile) -> Point | None:
    if not aspect.led_by_people:
        return None
    lines = (
        "People lead this work themselves.",
        "The ladder is about sharing power, so it has no rung for this.",
    )
    return point("led-by-people", "Led by people", lines)
