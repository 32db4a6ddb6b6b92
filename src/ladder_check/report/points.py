"""What there is to know about an aspect: what holds it back, what would lift it, what is not known."""

from collections.abc import Iterable, Iterator

from ladder_check.model.answer import SIDES, Side
from ladder_check.report.aspect_view import Point, PointKind
from ladder_check.report.ceilings import ceiling_point
from ladder_check.report.material import Material
from ladder_check.report.wording import VOICES, capital, in_a_row, quoted, said_by, some
from ladder_check.scoring.climb import Climb
from ladder_check.scoring.settle import Held
from ladder_check.scoring.standing import AspectProfile, SideRung

FAR_APART = 2
"""Two sides this many levels apart on a question are shown side by side."""

_MOST_DID_NOT = "Most did not. Ask in private, with somebody from outside, what happened."


def points(material: Material, aspect: AspectProfile) -> tuple[Point, ...]:
    """All there is to know about *aspect*, what matters most first."""
    said = (
        _harm(material, aspect),
        _illusion(material, aspect),
        _held_back(material, aspect),
        _lifts(material, aspect),
        _hangs_on(material, aspect),
        _views_differ(material, aspect),
        _said_not_shown(material, aspect),
        _old_evidence(material, aspect),
        _open(material, aspect),
        _stepped_over(material, aspect),
        _led_by_people(aspect),
        ceiling_point(material.rungs, aspect),
    )
    return tuple(point for point in said if point is not None and point.lines)


def _point(kind: PointKind, heading: str, lines: Iterable[str]) -> Point:
    return Point(kind, heading, tuple(lines))


def _sides(aspect: AspectProfile) -> Iterator[tuple[Side, SideRung]]:
    if aspect.shown:
        yield "staff", aspect.shown
    if aspect.lived:
        yield "lived", aspect.lived


def _name(material: Material, question: str) -> str:
    return quoted(material.of_aspect(question).name)


def _names(material: Material, questions: Iterable[str]) -> str:
    return in_a_row(material.of_aspect(question).name for question in questions)


def _harm(material: Material, aspect: AspectProfile) -> Point | None:
    if material.has_harm(aspect):
        return _point("harm", "Somebody reports that people are treated badly", _reports(material, aspect))
    if aspect.gate_fails:
        return _point("harm", "Nothing shows that anyone looked", _nothing_shows(material, aspect))
    if material.has_low_answers(aspect):
        return _point("harm", "Some people gave a lower answer on being treated badly", [_MOST_DID_NOT])
    return None


def _nothing_shows(material: Material, aspect: AspectProfile) -> Iterator[str]:
    yield (
        "Staff say that nobody is treated badly." if not material.has_low_answers(aspect) else _MOST_DID_NOT
    )
    yield "But nothing shows that anyone looked."
    yield "Ask people in private, and write down that you asked. Never write who said what."


def _reports(material: Material, aspect: AspectProfile) -> Iterator[str]:
    for side in aspect.gate_fails:
        if material.reports_harm(aspect, side):
            for gate in material.gates(aspect):
                settled = aspect.levels[gate].get(side)
                if settled is not None and settled.level is not None:
                    anchor = material.of_aspect(gate).anchors[settled.level]
                    yield f"{capital(VOICES[side])} say: {quoted(anchor)}"
    yield "This comes before everything else. Ask nobody to prove it."
    yield "Ask in private, with somebody people trust, what has to stop."


def _illusion(material: Material, aspect: AspectProfile) -> Point | None:
    claimed, standing = aspect.claimed, aspect.standing
    above_ceiling = ["The claim is above the ceiling that we agreed."] if aspect.claims_above_ceiling else []
    if claimed is None or standing is None or (standing.low >= claimed and not above_ceiling):
        return _point("illusion", "The claim and the ceiling", above_ceiling)
    lines = [
        f"Claimed: {material.rungs.rung(claimed)}.",
        *(f"{said_by(side)}: {_span(material, aspect, side, rung)}." for side, rung in _sides(aspect)),
        *above_ceiling,
    ]
    if not aspect.illusion_risk:
        return _point("illusion", "The claim is one rung above the answers", lines)
    lines.append("Talk about this together before anyone makes the claim again.")
    return _point("illusion", "More is claimed than the answers show", lines)


def _span(material: Material, aspect: AspectProfile, side: Side, rung: SideRung) -> str:
    harm = material.reports_harm(aspect, side)
    return material.rungs.span(rung.climb.low, rung.climb.high, harm=harm)


def _by_side(said: Iterable[tuple[Side, str]]) -> Iterator[str]:
    """A line for each side, or one line where both sides say the same."""
    by_side = dict(said)
    if len(by_side) == len(SIDES) and len(set(by_side.values())) == 1:
        yield f"By what both sides say{by_side['staff']}"
        return
    yield from (f"{said_by(side)}{words}" for side, words in by_side.items())


def _held_back(material: Material, aspect: AspectProfile) -> Point:
    said = ((side, _one_held_back(material, rung.climb)) for side, rung in _sides(aspect))
    return _point("held-back", "What holds it back", _by_side((side, words) for side, words in said if words))


def _one_held_back(material: Material, climb: Climb) -> str:
    if climb.held_back_by is None or climb.with_that_fixed is None:
        return ""
    return (
        f", it is {_name(material, climb.held_back_by)}. "
        f"Answer now: {material.answer_words(f'{material.case.ladder_bank.id}.{climb.held_back_by}')} "
        f"With that in place, it would be {material.rungs.rung(climb.with_that_fixed)}."
    )


def _lifts(material: Material, aspect: AspectProfile) -> Point:
    sides = [(s, r.climb) for s, r in _sides(aspect) if r.climb.lifted_by and not r.climb.held_back_by]
    lines = [*_by_side((side, _one_lifts(material, climb)) for side, climb in sides)]
    waiting = _waiting(aspect, [q for side, climb in sides if side == "staff" for q in climb.lifted_by])
    if waiting:
        lines.append(f"Staff say {_names(material, waiting)} is in place. It counts when people say so too.")
    cap = material.case.ladder.top - 2
    if aspect.standing and aspect.standing.provisional and aspect.standing.low == cap:
        lines.append("A higher rung is shown once 3 people or more on the lived side have taken part.")
    return _point("lifts", "What would lift it", lines)


def _one_lifts(material: Material, climb: Climb) -> str:
    rung = material.case.ladder.number(material.of_aspect(climb.lifted_by[0]).rung or "")
    to = f"That would lift it to {material.rungs.rung(rung)}." if rung > climb.low else "That comes first."
    return f", what is missing is {_names(material, climb.lifted_by)}. {to}"


def _waiting(aspect: AspectProfile, questions: Iterable[str]) -> list[str]:
    """The questions that hold by staff's own answer, and count only with that of people and carers."""
    return [
        q for q in questions if "staff" in aspect.levels[q] and aspect.levels[q]["staff"].held is Held.YES
    ]


def _hangs_on(material: Material, aspect: AspectProfile) -> Point:
    said = [
        (side, f": {_names(material, rung.climb.hangs_on)}.")
        for side, rung in _sides(aspect)
        if rung.climb.hangs_on and aspect.standing and rung.climb.low <= aspect.standing.low
    ]
    without = ["Without any one of these it would be lower."] if said else []
    return _point("hangs-on", "What the rung hangs on", [*_by_side(said), *without])


def _views_differ(material: Material, aspect: AspectProfile) -> Point:
    return _point("views-differ", "Where views differ", _differences(material, aspect))


def _differences(material: Material, aspect: AspectProfile) -> Iterator[str]:
    if aspect.seen_differently:
        yield seen_differently(aspect.seen_differently)
    for question, by_side in aspect.levels.items():
        staff, lived = (by_side[side].level if side in by_side else None for side in ("staff", "lived"))
        if staff is not None and lived is not None and abs(staff - lived) >= FAR_APART:
            anchors = material.of_aspect(question).anchors
            yield (
                f"{_name(material, question)}. Staff: {quoted(anchors[staff])} "
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
        f"Staff said yes to {_names(material, aspect.shown.said_not_shown)}.",
        "Nothing is written down yet that someone else could see or ask about. "
        "Until then each counts as 2 out of 4.",
    )
    return _point("said-not-shown", "Said, and not shown yet", lines)


def _old_evidence(material: Material, aspect: AspectProfile) -> Point | None:
    if aspect.shown is None or not aspect.shown.old_evidence:
        return None
    lines = (
        f"What shows {_names(material, aspect.shown.old_evidence)} has no date, "
        "or is more than 24 months old.",
        "Until there is something newer, each counts as 2 out of 4.",
    )
    return _point("old-evidence", "Shown, but too long ago", lines)


def _open(material: Material, aspect: AspectProfile) -> Point:
    waiting = _waiting(aspect, aspect.shown.climb.open) if aspect.shown else []
    said = []
    for side, rung in _sides(aspect):
        questions = [each for each in rung.climb.open if side == "lived" or each not in waiting]
        if questions:
            said.append((side, f": {_names(material, questions)}."))
    # Of these staff are sure; what is not known is what people and carers say.
    waits = [f"Waits for what people and carers say: {_names(material, waiting)}."] if waiting else []
    return _point("open", "Not known yet", [*_by_side(said), *waits])


def _stepped_over(material: Material, aspect: AspectProfile) -> Point:
    said = (
        (side, f": {_names(material, rung.climb.stepped_over)}.")
        for side, rung in _sides(aspect)
        if rung.climb.stepped_over
    )
    return _point("stepped-over", "A gap lower down, which does not hold the rung back", _by_side(said))


def _led_by_people(aspect: AspectProfile) -> Point | None:
    if not aspect.led_by_people:
        return None
    lines = (
        "People lead this work themselves.",
        "The ladder is about sharing power, so it has no rung for this.",
    )
    return _point("led-by-people", "Led by people", lines)
