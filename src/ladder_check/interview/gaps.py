"""Gaps that are worth asking why about: where answers are low, or where more is said than they show."""

from collections.abc import Iterator
from dataclasses import dataclass

from ladder_check.errors import LadderCheckError, nearest
from ladder_check.model.bank import Pair
from ladder_check.report.material import Material
from ladder_check.report.wording import capital
from ladder_check.scoring.settle import Held, Settled
from ladder_check.scoring.standing import AspectProfile


@dataclass(frozen=True, slots=True)
class Gap:
    """What to ask why about: *about* as it stands in the file, its name, and what the answers say now."""

    about: str
    name: str
    answer: str
    aspect: str | None = None


def find_gaps(material: Material) -> tuple[Gap, ...]:
    """The gaps that the answers show, nothing twice.

    First the answers of 0 to 2 in a bank that asks why, then the areas where more is claimed than is
    shown, then what is done and not believed in, then what holds a rung back.
    """
    gaps = (*_low_items(material), *_risks(material), *_bolted_on(material), *_held_back(material))
    return tuple({gap.about: gap for gap in gaps}.values())


def _low_items(material: Material) -> Iterator[Gap]:
    for result in material.profile.banks:
        for each in result.items if result.bank.five_whys else ():
            if Settled(each.level).held is Held.NO:
                yield _of_question(material, f"{result.bank.id}.{each.item.id}")


def _risks(material: Material) -> Iterator[Gap]:
    return (_of_aspect(material, aspect) for aspect in material.in_play if aspect.illusion_risk)


def _bolted_on(material: Material) -> Iterator[Gap]:
    for result in material.profile.banks:
        for each in result.pairs:
            if each.state == "bolt-on":
                yield _of_pair(material, f"{result.bank.id}.{each.pair.id}", each.pair)


def _held_back(material: Material) -> Iterator[Gap]:
    bank = material.case.ladder_bank.id
    for aspect in material.in_play:
        for side in aspect.sides.values():
            # Whether people are treated badly is found out in private, and never by a round of whys.
            if side.climb.held_back_by not in (None, *material.gates(aspect)):
                yield _of_question(material, f"{bank}.{side.climb.held_back_by}")


def find_gap(material: Material, name: str) -> Gap:
    """The question, pair or aspect called *name*, with or without its bank.

    Raises:
        LadderCheckError: there is none called that.
    """
    aspect = next((each for each in material.profile.aspects if each.aspect.id == name), None)
    if aspect:
        return _of_aspect(material, aspect)
    # The ladder bank first: `designing.r4` means its question, whatever other banks call theirs.
    full_id = material.full_id(name) or _with_bank(name, [*material.questions])
    if full_id:
        return _of_question(material, full_id)
    pair_id = _with_bank(name, _pairs(material))
    pair = material.pair(pair_id) if pair_id else None
    if pair_id is None or pair is None:
        raise LadderCheckError(_unknown(material, name))
    return _of_pair(material, pair_id, pair)


def _with_bank(name: str, full_ids: list[str]) -> str | None:
    return next((each for each in full_ids if name in (each, each.partition(".")[2])), None)


def _pairs(material: Material) -> list[str]:
    return [f"{bank.id}.{pair.id}" for bank in material.case.banks.values() for pair in bank.pairs]


def _unknown(material: Material, name: str) -> str:
    aspects = [each.aspect.id for each in material.profile.aspects]
    full_ids = [*material.questions, *_pairs(material)]
    near = nearest(name, [*aspects, *full_ids, *(each.partition(".")[2] for each in full_ids)])
    hint = f" Did you mean {near!r}?" if near else ""
    return (
        f"There is no question, pair or area of work called {name!r} in this assessment.{hint} "
        "`ladder-check why FILE` lists the gaps."
    )


def _of_question(material: Material, full_id: str) -> Gap:
    bank, _, short = full_id.partition(".")
    about = short if bank == material.case.ladder_bank.id else full_id
    question = material.questions[full_id]
    answer = f"{question.ask} Answer now: {material.answer_words(full_id)}"
    return Gap(about, material.heading(full_id), answer, question.aspect)


def _of_aspect(material: Material, aspect: AspectProfile) -> Gap:
    claimed = material.rungs.rung(aspect.claimed) if aspect.claimed else "nothing yet"
    answer = f"Claimed: {claimed}. The answers show: {material.standing(aspect)}."
    return Gap(aspect.aspect.id, aspect.aspect.name, answer, aspect.aspect.id)


def _of_pair(material: Material, full_id: str, pair: Pair) -> Gap:
    practice, belief = (material.answer_words(f"{full_id}.{half}") for half in ("practice", "belief"))
    return Gap(full_id, capital(pair.name), f"What we do: {practice} What we believe: {belief}")
