"""A profile as data: JSON for programs, CSV for spreadsheets."""

import csv
import io

from ladder_check import __version__
from ladder_check.documents.characters import spreadsheet_cell
from ladder_check.model.case import Case
from ladder_check.model.ladder import Ladder
from ladder_check.render.findings.safe import harmless, to_json
from ladder_check.render.look import Look
from ladder_check.render.score_data import (
    AspectData,
    CeilingData,
    HeadlineData,
    ItemsData,
    LinkedData,
    PairsData,
    ScoreData,
    ShownData,
    SideData,
    StandingData,
)
from ladder_check.scoring.climb import Climb
from ladder_check.scoring.conditions import BankResult, Linked
from ladder_check.scoring.profile import Headline, Profile
from ladder_check.scoring.standing import AspectProfile, SideRung, Standing
from ladder_check.scoring.target import Target


def to_data(case: Case, profile: Profile) -> ScoreData:
    """The profile as plain data, with the keys that docs/formats.md describes."""
    ladder = case.ladder
    return {
        "format": 1,
        "tool": f"ladder-check {__version__}",
        "assessment": {
            "title": case.assessment.title,
            "organisation": case.assessment.organisation,
            "assessed_on": case.assessment.assessed_on.isoformat(),
        },
        "ladder": {"id": ladder.id, "rungs": list(ladder.ids)},
        "headline": _headline(profile.headline, ladder),
        "aspects": [_aspect(aspect, ladder) for aspect in profile.aspects],
        "banks": [_bank(result) for result in profile.banks],
        "footing": profile.footing,
        "may_say_co_production": profile.may_say_co_production,
        "linked": [_linked(linked) for linked in profile.linked],
        "split": list(profile.split),
    }


def render_json(case: Case, profile: Profile, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """The score as JSON: the same input gives the same bytes."""
    return to_json(to_data(case, profile))


def _rung_id(number: int | None, ladder: Ladder) -> str | None:
    return None if number is None else ladder.rung(number).id


def _headline(headline: Headline, ladder: Ladder) -> HeadlineData:
    return {
        "low": headline.low,
        "high": headline.high,
        "rung": _rung_id(headline.low, ladder),
        "provisional": headline.provisional,
        "lowest": list(headline.lowest),
        "highest": list(headline.highest),
        "aspects": {
            "scored": headline.scored,
            "left_out": headline.left_out,
            "not_enough": headline.not_enough,
        },
    }


def _aspect(profile: AspectProfile, ladder: Ladder) -> AspectData:
    return {
        "id": profile.aspect.id,
        "claimed": profile.claimed,
        "claims": dict(profile.claims),
        "shown": _shown(profile.shown),
        "lived": _climb(profile.lived.climb) if profile.lived else None,
        "standing": _standing(profile.standing, ladder),
        "illusion_gap": profile.illusion_gap,
        "illusion_risk": profile.illusion_risk,
        "seen_differently": profile.seen_differently,
        "ceiling": _ceiling(profile.target, at_level=profile.at_ceiling),
        "left_out": profile.left_out,
    }


def _shown(side: SideRung | None) -> ShownData | None:
    if side is None:
        return None
    said, old = list(side.said_not_shown), list(side.old_evidence)
    return {**_climb(side.climb), "said_not_shown": said, "old_evidence": old}


def _climb(climb: Climb) -> SideData:
    return {
        "low": climb.low,
        "high": climb.high,
        "harm": climb.harm,
        "held_back_by": climb.held_back_by,
        "with_that_fixed": climb.with_that_fixed,
        "stepped_over": list(climb.stepped_over),
        "open": list(climb.open),
    }


def _standing(standing: Standing | None, ladder: Ladder) -> StandingData | None:
    if standing is None:
        return None
    return {
        "low": standing.low,
        "high": standing.high,
        "rung": ladder.rung(standing.low).id,
        "basis": standing.basis,
        "provisional": standing.provisional,
        "harm": standing.harm,
    }


def _ceiling(target: Target | None, *, at_level: bool) -> CeilingData | None:
    if target is None:
        return None
    return {
        "rung": target.rung,
        "agreed": target.agreed,
        "why_not": list(target.why_not),
        "at_level": at_level,
    }


def _bank(result: BankResult) -> PairsData | ItemsData:
    return _pairs(result) if result.bank.kind == "pairs" else _items(result)


def _pairs(result: BankResult) -> PairsData:
    return {
        "id": result.bank.id,
        "kind": "pairs",
        "pairs": [
            {"id": p.pair.id, "practice": p.practice, "belief": p.belief, "state": p.state, "level": p.level}
            for p in result.pairs
        ],
        "bolt_on": result.bolt_on,
    }


def _items(result: BankResult) -> ItemsData:
    return {
        "id": result.bank.id,
        "kind": "word" if result.bank.kind == "word" else "items",
        "items": [{"id": i.item.id, "level": i.level, "in_place": i.in_place} for i in result.items],
        "in_place": result.in_place,
        "not_known": result.not_known,
    }


def _linked(linked: Linked) -> LinkedData:
    return {"questions": list(linked.questions), "levels": list(linked.levels), "about": linked.about}


def render_csv(case: Case, profile: Profile, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """One line an aspect, for a spreadsheet.  Cells that a spreadsheet would run as a formula are quoted."""
    data = to_data(case, profile)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    ends = [f"{side}_{end}" for side in ("shown", "lived", "standing") for end in ("low", "high")]
    writer.writerow(["organisation", "assessed_on", "aspect", "claimed", *ends, "illusion_gap", "left_out"])
    head = [data["assessment"]["organisation"], data["assessment"]["assessed_on"]]
    for aspect in data["aspects"]:
        row = [
            *head,
            aspect["id"],
            aspect["claimed"],
            *_ends(aspect),
            aspect["illusion_gap"],
            aspect["left_out"],
        ]
        writer.writerow([spreadsheet_cell(harmless(v)) if isinstance(v, str) else v for v in row])
    return out.getvalue()


def _ends(aspect: AspectData) -> list[int | None]:
    sides = (aspect["shown"], aspect["lived"], aspect["standing"])
    return [end for side in sides for end in ((side["low"], side["high"]) if side else (None, None))]
