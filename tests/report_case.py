"""A small ladder and small banks of our own, so that a report can be worked out by hand.

The ladder has five rungs: 1 forced (the gate), 2 taught (a support), 3 told, 4 asked, and 5 together,
which people have to confirm.  Its questions are q1 to q5.  Evidence is required of staff.
"""

from typing import Any

from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.case import Case
from ladder_check.model.ladder import Ladder
from ladder_check.report.aspect_view import AspectView
from ladder_check.report.build import build_report
from ladder_check.report.view import Report
from ladder_check.scoring.profile import score

SOURCE = {"name": "A cook"}
ANCHORS = ["Never.", "Once.", "At times.", "Mostly.", "Always."]
REMEDY = {"owner": "The cook", "partner": "Those who eat"}
RUNGS = ["forced", "taught", "told", "asked", "together"]
ROLES = ["gate", "support", "step", "step", "step"]
SHOWN = [{"what": "A list on the door", "kind": "seen", "on": "2026-10-01"}]
THREE_PEOPLE = {"people": {"there": 3, "invited": 5}, "leaders": {"there": 2}}

LADDER = Ladder.model_validate(
    {
        "format": 1,
        "id": "kitchen",
        "title": "Kitchen ladder",
        "source": SOURCE,
        "lowest_ceiling": "told",
        "bands": [
            {"id": "no", "name": "No say", "rungs": [1, 2]},
            {"id": "some", "name": "Some say", "rungs": [3, 4]},
            {"id": "real", "name": "Real say", "rungs": [5]},
        ],
        "rungs": [
            {"id": rung, "name": rung.title(), "means": f"People are {rung}.", "test": f"{rung}?"}
            for rung in RUNGS
        ],
        "crosswalk": {
            "garden": [
                {"from": "forced", "to": "shut-out"},
                {"from": "asked", "to": "heard", "about": True},
                {"from": "together", "to": "equal"},
            ]
        },
    }
)
GARDEN = Ladder.model_validate(
    {
        "format": 1,
        "id": "garden",
        "title": "Garden ladder",
        "source": {"name": "A gardener"},
        "lowest_ceiling": "shut-out",
        "rungs": [
            {"id": rung, "name": rung.capitalize(), "means": f"{rung}.", "test": f"{rung}?"}
            for rung in ("shut-out", "heard", "equal")
        ],
    }
)
KITCHEN = Bank.model_validate(
    {
        "format": 1,
        "id": "ladder",
        "version": "1.0.0",
        "title": "Kitchen questions",
        "about": "What happens in the kitchen.",
        "source": SOURCE,
        "kind": "ladder",
        "ladder": "kitchen",
        "evidence": "required",
        "minutes": 5,
        "aspects": [
            {
                "id": name,
                "name": name.capitalize(),
                "short": name,
                "cards": {rung: f"In {name}, people are {rung}." for rung in RUNGS},
            }
            for name in ("cooking", "washing")
        ],
        "indicators": [
            {
                "id": f"q{number}",
                "rung": rung,
                "role": role,
                "lived_confirms": rung == "together",
                "about": f"Question {number}",
                "why": "Because.",
                "ask": {"cooking": f"Cooking {number}?", "washing": f"Washing {number}?"},
                "anchors": ANCHORS,
                "action": {"do": f"Mend {number}.", "done_when": f"{number} is mended.", **REMEDY},
            }
            for number, (rung, role) in enumerate(zip(RUNGS, ROLES, strict=True), 1)
        ],
    }
)


def half(name: str) -> dict[str, Any]:
    """One half of a pair."""
    return {"ask": f"{name}?", "why": "Because.", "anchors": ANCHORS}


def bank_of(bank_id: str, kind: str, number: int, **more: Any) -> Bank:
    """A bank of *kind* pairs, items or word, with *number* questions called a1, a2 and so on."""
    action = {"do": "Mend it.", "done_when": "It is mended.", **REMEDY}
    names = [f"a{n}" for n in range(1, number + 1)]
    pairs = [
        {"id": n, "name": n.upper(), "practice": half(n), "belief": half(n), "action": action} for n in names
    ]
    items = [{"id": n, "name": n.upper(), **half(n), "may_not_fit": True, "action": action} for n in names]
    return Bank.model_validate(
        {
            **{"format": 1, "id": bank_id, "version": "1.0.0", "title": f"The {bank_id}", "about": "More."},
            **{"source": SOURCE, "kind": kind, "minutes": 5},
            "pairs" if kind == "pairs" else "items": pairs if kind == "pairs" else items,
            **more,
        }
    )


def climb_to(rung: int, *, aspect: str = "cooking", shown: bool = True) -> dict[str, Any]:
    """Answers with which both sides stand on *rung*: 3 up to it, 1 above it, help to learn as the rest."""
    return {
        f"{aspect}.q{number}": {
            "leaders": 3 if number <= rung else 1,
            "people": 3 if number <= rung else 1,
            **({"evidence": SHOWN} if shown else {}),
        }
        for number in range(1, 6)
    }


def make_case(answers: dict[str, Any], *banks: Bank, replaced: tuple[str, ...] = (), **keys: Any) -> Case:
    """A case: *answers* to the kitchen questions, further *banks*, and other *keys* of the assessment.

    Answers to other banks stand in *keys* under "others".  Washing is left out unless it is answered.
    """
    others = keys.pop("others", {})
    washed = any(name.startswith("washing") for name in answers) or "washing" in keys.get("aspects", {})
    aspects = {} if washed else {"washing": {"left_out": "Not today."}}
    data = {
        **{"format": 1, "title": "Kitchen", "assessed_on": "2026-11-03", "took_part": THREE_PEOPLE},
        **keys,
        "aspects": {**aspects, **keys.get("aspects", {})},
        "answers": {"ladder": answers, **others},
    }
    return Case(
        Assessment.model_validate(data),
        {"ladder": KITCHEN, **{bank.id: bank for bank in banks}},
        {"kitchen": LADDER, "garden": GARDEN},
        replaced,
    )


def report_of(answers: dict[str, Any], *banks: Bank, **keys: Any) -> Report:
    """The report of such a case."""
    case = make_case(answers, *banks, **keys)
    return build_report(case, score(case), "0.0.0")


def cooking(report: Report) -> AspectView:
    """What the report says of cooking."""
    return next(aspect for aspect in report.aspects if aspect.id == "cooking")


def lines(aspect: AspectView, kind: Any) -> tuple[str, ...]:
    """The lines of a point of *aspect*; none if it has no such point."""
    point = aspect.point(kind)
    return point.lines if point else ()
