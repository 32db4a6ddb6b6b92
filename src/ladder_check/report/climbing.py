"""What the climb of an aspect says: what holds it back, would lift it, is hung on, or is not known."""

from collections.abc import Iterable, Iterator, Sequence

from ladder_check.model.answer import HOLDS_FROM, SIDES, Side
from ladder_check.model.assessment import LIVED_FEW
from ladder_check.report.aspect_view import Point, PointKind
from ladder_check.report.material import Material
from ladder_check.report.wording import said_by
from ladder_check.scoring.climb import Climb
from ladder_check.scoring.settle import Held
from ladder_check.scoring.standing import AspectProfile, highest_provisional


def point(kind: PointKind, heading: str, lines: Iterable[str]) -> Point:
    """A point with all of *lines*; without any there is nothing to show."""
    return Point(kind, heading, tuple(lines))


def _by_side(said: Iterable[tuple[Side, str]]) -> Iterator[str]:
    """A line for each side, or one line where both sides say the same."""
    by_side = dict(said)
    if len(by_side) == len(SIDES) and len(set(by_side.values())) == 1:
        yield f"By what both sides say{by_side['staff']}"
        return
    yield from (f"{said_by(side)}{words}" for side, words in by_side.items())


def holds(material: Material, aspect: AspectProfile) -> Point:
    """The questions that hold: what the rung is made of."""
    said = ((side, rung.climb.holds) for side, rung in aspect.sides.items())
    return point(
        "holds", "What holds", _by_side((side, f": {material.names(held)}.") for side, held in said if held)
    )


def held_back(material: Material, aspect: AspectProfile) -> Point:
    """The first question that keeps a holding rung out of reach."""
    said = ((side, _one_held_back(material, rung.climb)) for side, rung in aspect.sides.items())
    return point("held-back", "What holds it back", _by_side((side, words) for side, words in said if words))


def _one_held_back(material: Material, climb: Climb) -> str:
    if climb.held_back_by is None or climb.with_that_fixed is None:
        return ""
    return (
        f", it is {material.name(climb.held_back_by)}. "
        f"Answer now: {material.answer_words(f'{material.case.ladder_bank.id}.{climb.held_back_by}')} "
        f"With that in place, it would be {material.rungs.rung(climb.with_that_fixed)}."
    )


def lifts(material: Material, aspect: AspectProfile) -> Point:
    """What the next rung up still needs, where nothing above it is held back."""
    sides = [(s, r.climb) for s, r in aspect.sides.items() if r.climb.lifted_by and not r.climb.held_back_by]
    lines = [
        *_by_side(
            (side, _one_lifts(material, climb, _half_there(aspect, side, climb))) for side, climb in sides
        )
    ]
    most = highest_provisional(material.case.ladder)
    if aspect.standing and aspect.standing.provisional and aspect.standing.low == most:
        enough = f"{LIVED_FEW} people or more on the lived side"
        lines.append(f"A higher rung is shown once {enough} have taken part.")
    return point("lifts", "What would lift it", lines)


def _one_lifts(material: Material, climb: Climb, half_there: Sequence[str]) -> str:
    """What is missing for the next rung; of what is *half_there*, only that people say so too."""
    rung = material.case.ladder.number(material.of_aspect(climb.lifted_by[0]).rung or "")
    to = f"That would lift it to {material.rungs.rung(rung)}." if rung > climb.low else "That comes first."
    missing = [each for each in climb.lifted_by if each not in half_there]
    lacks = [material.names(missing)] if missing else []
    waits = [f"that people say yes to {material.names(half_there)} too"] if half_there else []
    return f", what is missing is {', and '.join([*lacks, *waits])}. {to}"


def _half_there(aspect: AspectProfile, side: Side, climb: Climb) -> list[str]:
    return _waiting(aspect, climb.lifted_by) if side == "staff" else []


def _waiting(aspect: AspectProfile, questions: Iterable[str]) -> list[str]:
    """The questions that hold by staff's own answer, and count only with that of people and carers."""
    return [
        q for q in questions if "staff" in aspect.levels[q] and aspect.levels[q]["staff"].held is Held.YES
    ]


def hangs_on(material: Material, aspect: AspectProfile) -> Point:
    """The one answer that the rung hangs on most, on the side that stands lower."""
    said = []
    for side, rung in aspect.sides.items():
        weakest = _weakest(material, aspect, side, rung.climb)
        if weakest and aspect.standing and rung.climb.low <= aspect.standing.low:
            question, left = weakest
            fall = f"One level lower, and this would be {material.rungs.rung(left)}."
            said.append((side, f": {material.names([question])}. {fall}"))
    return point("hangs-on", "The answer that the rung hangs on", _by_side(said))


def _weakest(material: Material, aspect: AspectProfile, side: Side, climb: Climb) -> tuple[str, int] | None:
    """The answer that only just holds and whose loss costs most, with the rung that would be left."""
    just = [each for each in climb.hangs_on if aspect.levels[each[0]][side].level == HOLDS_FROM]
    bottom = material.case.ladder.ids[0]
    # Every rung hangs on the bottom one: it is worth saying only where nothing else is.
    return min(just, key=lambda each: (material.of_aspect(each[0]).rung == bottom, each[1]), default=None)


def not_known(material: Material, aspect: AspectProfile) -> Point:
    """The questions without a definite answer."""
    waiting = _waiting(aspect, aspect.shown.climb.open) if aspect.shown else []
    said = []
    for side, rung in aspect.sides.items():
        questions = [each for each in rung.climb.open if side == "lived" or each not in waiting]
        if questions:
            said.append((side, f": {material.names(questions)}."))
    # Of these staff are sure; what is not known is what people and carers say.
    waits = [f"Waits for what people and carers say: {material.names(waiting)}."] if waiting else []
    return point("open", "Not known yet", [*_by_side(said), *waits])


def stepped_over(material: Material, aspect: AspectProfile) -> Point:
    """Gaps below the rung that do not hold it back."""
    said = (
        (side, f": {material.names(rung.climb.stepped_over)}.")
        for side, rung in aspect.sides.items()
        if rung.climb.stepped_over
    )
    return point("stepped-over", "A gap lower down, which does not hold the rung back", _by_side(said))
