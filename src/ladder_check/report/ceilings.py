"""Ceilings, said openly: what was agreed, why, with whom, and where one is only a limit we have chosen."""

from collections.abc import Iterator
from typing import Final

from ladder_check.model.ceiling import KINDS_THAT_COUNT, Ceiling, CeilingKind
from ladder_check.report.aspect_view import CeilingView, Fact, Point
from ladder_check.report.material import Material
from ladder_check.report.wording import VOICES, RungNames, day, listed, quoted, some
from ladder_check.scoring.standing import AspectProfile
from ladder_check.scoring.target import Target

KINDS: Final[dict[CeilingKind, str]] = {
    "law": "the law",
    "regulator": "the regulator",
    "safeguarding": "keeping somebody safe",
    "privacy": "somebody's privacy",
    "people-chose": "people chose this themselves",
    "money": "money",
    "time": "time",
    "not-ready": "not ready yet",
    "custom": "it has always been done this way",
}
CHOSEN: Final = "a limit we have chosen"
DISPUTED: Final = "People and carers do not agree with this."
_NOT_SAID: Final = {
    "decision": "It does not say which decision it is about.",
    "kind": "It does not say what kind of reason there is.",
    "reason": "No reason is written down.",
    "talked_with": "It was not talked through with people or carers.",
    "said_openly": "It does not say where it was said openly.",
    "agreed_on": "It does not say when it was agreed.",
}


def view_ceilings(material: Material) -> tuple[CeilingView, ...]:
    """Every ceiling of an aspect in play."""
    return tuple(_ceiling(material, aspect, aspect.target) for aspect in material.in_play if aspect.target)


def _ceiling(material: Material, aspect: AspectProfile, target: Target) -> CeilingView:
    return CeilingView(
        aspect=aspect.aspect.name,
        agreed=target.agreed,
        disputed=target.ceiling.disputed,
        sentence=_sentence(material.rungs, aspect, target),
        facts=tuple(_facts(target.ceiling)),
        why_not=tuple(_why_not(material.rungs, target)),
    )


def ceiling_point(rungs: RungNames, aspect: AspectProfile) -> Point | None:
    """What an aspect's ceiling means for it."""
    if aspect.target is None:
        return None
    lines = [_sentence(rungs, aspect, aspect.target)]
    if aspect.target.ceiling.disputed:
        lines.append(DISPUTED)
    return Point("ceiling", "A ceiling, said openly", tuple(lines))


def _sentence(rungs: RungNames, aspect: AspectProfile, target: Target) -> str:
    for_what = f"For {quoted(target.ceiling.decision)}" if target.ceiling.decision else "For one decision"
    if not target.agreed:
        return f"{for_what}, there is {_not_agreed(target.ceiling)}. It stays in the gap."
    up_to = f"{for_what}, we agreed to aim no higher than {rungs.rung(target.rung or 1)}."
    return f"{up_to} {_how_near(aspect, target.rung or 1)} Everything else still aims for the top."


def _not_agreed(ceiling: Ceiling) -> str:
    if ceiling.kind is not None and ceiling.kind not in KINDS_THAT_COUNT:
        return f"{CHOSEN} ({KINDS[ceiling.kind]})"
    return "a limit that is not agreed yet"


def _how_near(aspect: AspectProfile, ceiling: int) -> str:
    if aspect.standing is None:
        return "There is not enough to say how near this work is."
    if aspect.at_ceiling:
        return "This work is at the agreed level."
    return f"This work is {some(ceiling - aspect.standing.low, 'rung')} below that."


def _facts(ceiling: Ceiling) -> Iterator[Fact]:
    facts = {
        "Kind of reason": KINDS[ceiling.kind] if ceiling.kind else None,
        "Reason": ceiling.reason,
        "Talked through with": listed(VOICES[voice] for voice in ceiling.talked_with),
        "Said openly": ceiling.said_openly,
        "Agreed on": day(ceiling.agreed_on) if ceiling.agreed_on else None,
        "To be looked at again by": day(ceiling.review_by) if ceiling.review_by else None,
        "Disputed": DISPUTED if ceiling.disputed else None,
    }
    yield from (Fact(label, words) for label, words in facts.items() if words)


def _why_not(rungs: RungNames, target: Target) -> Iterator[str]:
    for key in target.why_not:
        if key == "kind" and target.ceiling.kind:
            yield f"The reason is {KINDS[target.ceiling.kind]}. That is {CHOSEN}, not one that is set for us."
        elif key == "rung":
            yield _why_not_the_rung(rungs, target)
        elif key == "review_by":
            yield _why_not_the_date(target.ceiling)
        else:
            yield _NOT_SAID[key]


def _why_not_the_rung(rungs: RungNames, target: Target) -> str:
    if target.rung is None:
        return "It does not say up to which rung."
    lowest = rungs.ladder.number(rungs.ladder.lowest_ceiling)
    return f"It is lower than {rungs.rung(lowest)}. People can always be told."


def _why_not_the_date(ceiling: Ceiling) -> str:
    if ceiling.review_by is None:
        return "It has no date to look at it again."
    return "The date to look at it again has passed, or is more than 24 months after it was agreed."
