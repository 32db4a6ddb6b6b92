"""One aspect in words: where it stands, its rungs, and the numbers of its picture."""

from ladder_check.model.answer import Side
from ladder_check.model.assessment import LIVED_FEW
from ladder_check.report.annex import quotes_of
from ladder_check.report.aspect_view import AspectView, Quote, RungRow, Span, Strip
from ladder_check.report.material import Material
from ladder_check.report.points import points
from ladder_check.report.wording import VOICES, by_voice, capital, listed, said_by
from ladder_check.scoring.standing import AspectProfile, SideRung

NOT_ENOUGH = "Not enough to say."
_BASIS = {"both": "", "staff": "Staff view only.", "lived": "View of people and carers only."}


def view_aspect(material: Material, aspect: AspectProfile) -> AspectView:
    """All that the report says of one aspect."""
    return AspectView(
        id=aspect.aspect.id,
        name=aspect.aspect.name,
        short=aspect.aspect.short,
        sentence=sentence(material, aspect),
        has_rung=aspect.standing is not None,
        provisional=aspect.standing is not None and aspect.standing.provisional,
        harm=material.has_harm(aspect),
        rungs=_rungs(material, aspect),
        strip=_strip(material, aspect),
        points=points(material, aspect),
        quotes=_quotes(material, aspect),
    )


def sentence(material: Material, aspect: AspectProfile) -> str:
    """Where an aspect stands, and what that looks like there."""
    if aspect.standing is None:
        return _without_a_rung(material, aspect)
    harm = material.has_harm(aspect)
    low, high = aspect.standing.low, aspect.standing.high
    stands = f"This stands on {material.rungs.rung(low, harm=harm)}."
    if low == 1 and material.rungs.has_gate:
        looks_like = _at_the_bottom(material, aspect)
    else:
        looks_like = aspect.aspect.cards.get(material.case.ladder.rung(low).id, "")
    upper = f"It could be as high as {material.rungs.rung(high)}: some answers are not known." * (high > low)
    return " ".join(filter(None, (stands, looks_like, upper)))


def _without_a_rung(material: Material, aspect: AspectProfile) -> str:
    if material.has_harm(aspect):
        return "There are not enough answers for a rung. But somebody reports that people are treated badly."
    if aspect.claims:
        return "This is only a claim. There are not enough answers to say where this stands."
    return "There are not enough answers to say where this stands."


def _at_the_bottom(material: Material, aspect: AspectProfile) -> str:
    if material.has_harm(aspect):
        return "Somebody reports that people are treated badly. This comes before everything else."
    if aspect.gate_fails:
        most = "Most answers report no harm." if material.has_low_answers(aspect) else "Nobody reports harm."
        return f"{most} But nothing shows that anyone looked."
    at_the_bottom = [side.climb for side in aspect.sides.values() if side.climb.low == 1]
    if any(set(material.gates(aspect)) & set(climb.open) for climb in at_the_bottom):
        return "It is not known if people are treated badly. Find out, in private."
    if material.has_low_answers(aspect):
        return "Most answers report no harm, and some do. The rungs above do not hold yet."
    return "No answer reports harm. The rungs above do not hold yet."


def _rungs(material: Material, aspect: AspectProfile) -> tuple[RungRow, ...]:
    rows = (
        RungRow("claimed", "What was claimed", *_claimed(material, aspect)),
        RungRow("shown", said_by("staff"), *_of_side(material, aspect, "staff", aspect.shown)),
        RungRow("lived", said_by("lived"), *_of_side(material, aspect, "lived", aspect.lived)),
        RungRow("standing", "Where it stands", *_standing(material, aspect)),
    )
    return rows + _ceiling(material, aspect)


def _claimed(material: Material, aspect: AspectProfile) -> tuple[str, str]:
    if aspect.claimed is None:
        return "Nothing was claimed.", ""
    who = [VOICES[voice] for voice, rung in aspect.claims.items() if rung == aspect.claimed]
    lower = [
        f"{by_voice(voice)}: {material.rungs.rung(rung)}."
        for voice, rung in aspect.claims.items()
        if rung != aspect.claimed
    ]
    rung = capital(material.rungs.rung(aspect.claimed))
    return f"{rung}.", " ".join([f"Claimed by {listed(who)}.", *lower])


def _of_side(material: Material, aspect: AspectProfile, side: Side, rung: SideRung | None) -> tuple[str, str]:
    if rung is None:
        return NOT_ENOUGH, ""
    words = material.rungs.span(rung.climb.low, rung.climb.high, harm=material.reports_harm(aspect, side))
    return f"{capital(words)}.", ""


def _standing(material: Material, aspect: AspectProfile) -> tuple[str, str]:
    if aspect.standing is None:
        return NOT_ENOUGH, ""
    provisional = (
        f"Provisional: fewer than {LIVED_FEW} people on the lived side took part."
        * aspect.standing.provisional
    )
    notes = filter(None, (_BASIS[aspect.standing.basis], provisional))
    return f"{capital(material.standing(aspect))}.", " ".join(notes)


def _ceiling(material: Material, aspect: AspectProfile) -> tuple[RungRow, ...]:
    if aspect.ceiling_rung is None:
        return ()
    words = f"{capital(material.rungs.rung(aspect.ceiling_rung))}."
    return (RungRow("ceiling", "The ceiling we agreed, for one decision", words, ""),)


def _strip(material: Material, aspect: AspectProfile) -> Strip:
    shown, lived = _span(aspect.shown), _span(aspect.lived)
    standing = Span(aspect.standing.low, aspect.standing.high) if aspect.standing else None
    return Strip(
        top=material.case.ladder.top,
        claimed=aspect.claimed,
        shown=shown,
        lived=lived,
        standing=standing,
        ceiling=aspect.ceiling_rung,
        ceiling_agreed=aspect.ceiling_rung is not None,
        words=_strip_words(
            material, aspect, {"Staff": shown, "People and carers": lived, "It stands on": standing}
        ),
    )


def _span(side: SideRung | None) -> Span | None:
    return Span(side.climb.low, side.climb.high) if side else None


def _strip_words(material: Material, aspect: AspectProfile, spans: dict[str, Span | None]) -> str:
    places = {"Claimed": f"rung {aspect.claimed}" if aspect.claimed else "nothing"}
    for name, span in spans.items():
        places[name] = material.rungs.short(span.low, span.high) if span else "not enough to say"
    if aspect.ceiling_rung:
        places["Ceiling"] = f"rung {aspect.ceiling_rung}"
    places["Rungs on the ladder"] = str(material.case.ladder.top)
    return " ".join([f"{aspect.aspect.name}.", *(f"{name}: {place}." for name, place in places.items())])


def _quotes(material: Material, aspect: AspectProfile) -> tuple[Quote, ...]:
    bank = material.case.ladder_bank.id
    said = ((material.case.assessment.answers_to(bank, each), each) for each in aspect.levels)
    return tuple(quote for answers, each in said for quote in quotes_of(answers, material.of_aspect(each)))
