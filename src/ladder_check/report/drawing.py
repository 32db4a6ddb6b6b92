"""The ladder as it is drawn: each rung in plain words, and what stands on it."""

from collections.abc import Iterator
from typing import Final

from ladder_check.report.aspect_view import LadderRung, Mark, MarkKind
from ladder_check.report.material import Material
from ladder_check.report.wording import capital
from ladder_check.scoring.standing import AspectProfile

LABELS: Final[dict[MarkKind, str]] = {
    "claimed": "Claimed",
    "shown": "By what staff say",
    "lived": "By what people and carers say",
    "standing": "Stands here",
    "ceiling": "Ceiling agreed for one decision",
}


def draw_key(material: Material) -> tuple[Mark, ...]:
    """What each kind of mark means, for the kinds that are on the ladder."""
    used = {mark.kind for rung in draw_ladder(material) for mark in rung.marks}
    return tuple(Mark(kind, label, ()) for kind, label in LABELS.items() if kind in used)


def draw_ladder(material: Material) -> tuple[LadderRung, ...]:
    """The rungs, top first."""
    return tuple(_rung(material, number) for number in range(material.case.ladder.top, 0, -1))


def _rung(material: Material, number: int) -> LadderRung:
    ladder, headline = material.case.ladder, material.profile.headline
    rung, band = ladder.rung(number), ladder.band(number)
    unnamed = number == 1 and material.rungs.has_gate and not _has_any_harm(material)
    return LadderRung(
        number=number,
        name=capital(material.rungs.bottom) if unnamed else rung.name,
        means="No rung above this one holds yet." if unnamed else rung.means,
        band=band.name if band else "",
        marks=tuple(_marks(material, number)),
        here=headline.low is not None and headline.low <= number <= (headline.high or headline.low),
    )


def _marks(material: Material, number: int) -> Iterator[Mark]:
    for kind, label in LABELS.items():
        aspects = [_named(material, each, kind) for each in material.in_play if _place(each, kind) == number]
        if aspects:
            yield Mark(kind, label, tuple(aspects))


def _place(aspect: AspectProfile, kind: MarkKind) -> int | None:
    return {
        "claimed": aspect.claimed,
        "shown": aspect.shown.climb.low if aspect.shown else None,
        "lived": aspect.lived.climb.low if aspect.lived else None,
        "standing": aspect.standing.low if aspect.standing else None,
        "ceiling": aspect.ceiling_rung,
    }[kind]


def _named(material: Material, aspect: AspectProfile, kind: MarkKind) -> str:
    notes = []
    if _place(aspect, kind) == 1 and _has_any_harm(material) and not material.has_harm(aspect):
        # The rung carries the name that another aspect's harm gives it.
        notes.append("no say")
    if kind == "standing" and aspect.standing and aspect.standing.high > aspect.standing.low:
        notes.append(f"could be rung {aspect.standing.high}")
    return f"{aspect.aspect.name} ({', '.join(notes)})" if notes else aspect.aspect.name


def _has_any_harm(material: Material) -> bool:
    return any(material.has_harm(aspect) for aspect in material.in_play)
