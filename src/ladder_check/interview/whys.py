"""The Five Whys: from a gap to its root, by one side and then by the other, and from there to an action."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from ladder_check.documents.library import Shelf, build_case, read_document
from ladder_check.documents.shared import SharedFile
from ladder_check.errors import LadderCheckError
from ladder_check.interview.actions import ALL_PARTS, ask_action, is_open
from ladder_check.interview.chain import Chain, ask_whys, own_chain, sides_of
from ladder_check.interview.gaps import Gap, find_gap, find_gaps
from ladder_check.interview.opening import ask_voice
from ladder_check.interview.prompter import (
    Choice,
    Prompter,
    ask_choice,
    ask_needed,
    ask_text,
    ask_yes,
    sentence,
)
from ladder_check.interview.request import read_voice
from ladder_check.interview.sitting import VOICE_NAMES, Sitting, as_typed, sit
from ladder_check.model.answer import SIDES, Voice
from ladder_check.model.bank import FiveWhys
from ladder_check.model.case import Case
from ladder_check.report.material import Material, gather
from ladder_check.report.wording import VOICES, capital
from ladder_check.scoring.profile import score

_ASKS_WHY: Final = "blocks"
_SAME: Final = "same"
_NEEDED: Final = "It takes a few words, or q to stop."
_EASY_ENDS: Final = re.compile(
    r"\b(culture|money|budgets?|funding|funds|resources|attitudes?)\b", re.IGNORECASE
)
"""It is easy to end at these, and hard to act on them."""
_SEEN: Final = "If that changed, we would see:"
_CAN_CHANGE: Final = (
    Choice("yes", "y", "yes"),
    Choice("partly", "p", "partly"),
    Choice("no", "n", "no"),
)


@dataclass(frozen=True, slots=True)
class WhyRequest:
    """What to ask why about, of whom, and how; without a *gap* or a *voice* they are asked for."""

    path: Path
    gap: Gap | None
    voice: Voice | None
    five_whys: FiveWhys
    material: Material
    today: date


def read_why_request(
    path: Path, shelf: Shelf, target: str | None, voice: str | None, today: date
) -> WhyRequest:
    """All that the Five Whys need to know before they begin.

    Raises:
        LadderCheckError: the file is not there or not right, or what was named is not in it.
    """
    case = build_case(read_document(path), shelf)
    material = gather(case, score(case))
    gap = find_gap(material, target) if target else None
    return WhyRequest(path, gap, read_voice(voice), _how_to_ask(case, shelf), material, today)


def _how_to_ask(case: Case, shelf: Shelf) -> FiveWhys:
    banks = [*case.banks.values(), *(shelf.bank(bank) for bank in (_ASKS_WHY,) if bank in shelf.banks)]
    found = next((bank.five_whys for bank in banks if bank.five_whys), None)
    if found is None:
        raise LadderCheckError("No bank says how to ask why. Add `five_whys` to one of your banks.")
    return found


@dataclass
class _Course:
    """How far we are: what we ask about, and of whom."""

    gap: Gap | None
    voice: Voice | None


def five_whys(prompter: Prompter, request: WhyRequest) -> bool:
    """Ask why, and keep every answer; whether it came to an end that was not an interruption."""
    course = _Course(request.gap, request.voice)
    return sit(prompter, lambda: _ask(prompter, request, course), lambda: _how_to_go_on(request.path, course))


def _how_to_go_on(path: Path, course: _Course) -> str:
    words = ["ladder-check why", as_typed(path)]
    words += [course.gap.about] if course.gap else []
    words += [f"--as {course.voice}"] if course.voice else []
    return f"Everything said so far is saved in {path}. To go on, type:\n{' '.join(words)}"


def _ask(prompter: Prompter, request: WhyRequest, course: _Course) -> None:
    course.gap = course.gap or _ask_gap(prompter, request)
    if course.gap is None:
        return
    prompter.say(f"{sentence(course.gap.name)}\n{course.gap.answer}\n{request.five_whys.start}")
    prompter.say(request.five_whys.rule)
    course.voice = course.voice or ask_voice(prompter)
    sitting = Sitting(prompter, SharedFile.open(request.path), course.voice, request.today, {})
    chain = _choose_chain(sitting, request, course.gap)
    _ask_to_the_end(chain, request.five_whys)
    _compare(sitting, request, course.gap)
    _offer_action(chain, request, course.gap)
    prompter.say(
        f"All saved in {request.path}. For the whole plan:\nladder-check plan {as_typed(request.path)}"
    )


def _ask_gap(prompter: Prompter, request: WhyRequest) -> Gap | None:
    gaps = find_gaps(request.material)
    if not gaps:
        file = as_typed(request.path)
        prompter.say(
            "The answers show no gap that calls for it. To ask why about any question, name it:\n"
            f"ladder-check why {file} designing.r4"
        )
        return None
    lines = [f"  {number}. {sentence(gap.name)} {gap.answer}" for number, gap in enumerate(gaps, 1)]
    prompter.say("\n".join(["These gaps are worth asking why about.", *lines]))
    choices = [Choice(gap.about, str(number), gap.name) for number, gap in enumerate(gaps, 1)]
    chosen = ask_choice(prompter, "Which one? Type its number, or q to stop:", choices, optional=False)
    return next(gap for gap in gaps if gap.about == chosen)


def _is_about(request: WhyRequest, gap: Gap, name: str) -> bool:
    full_id = request.material.full_id
    return (full_id(name) or name) == (full_id(gap.about) or gap.about)


def _choose_chain(sitting: Sitting, request: WhyRequest, gap: Gap) -> Chain:
    """The chain to go on with: one of this side that is there, or a new one."""
    chain = own_chain(sitting, gap.about, lambda name: _is_about(request, gap, name))
    if not chain.entry:
        return chain
    lines = [f"  {number}. {why}" for number, why in enumerate(chain.whys, 1)]
    lines += [f"Root: {chain.entry['root']}"] if chain.entry.get("root") else []
    sitting.prompter.say("\n".join(["Said already:", *lines]))
    if chain.entry.get("root") and chain.entry.get("can_change"):
        choices = [Choice("keep", "k", "keep it"), Choice("again", "a", "ask again")]
        prompt = "Type keep (k) to keep this, or again (a) to ask anew beside it; q to stop:"
        if ask_choice(sitting.prompter, prompt, choices, optional=False) == "again":
            return Chain(sitting, gap.about, {})
    return chain


def _ask_to_the_end(chain: Chain, how: FiveWhys) -> None:
    """Ask for what the chain does not say yet: whys, root, who can change it."""
    if not chain.entry.get("root"):
        if not chain.entry.get("who_could"):
            ask_whys(chain, how.stop_if)
        _ask_root(chain)
    if not chain.entry.get("can_change"):
        _ask_can_change(chain)


def _ask_root(chain: Chain) -> None:
    prompter = chain.sitting.prompter
    last = chain.whys[-1] if chain.whys else None
    same = f"Type {_SAME} for your last answer, “{last}”, or say it in other words" if last else "Name nobody"
    root = ask_needed(prompter, f"What is the root, in a sentence? {same}:", _NEEDED)
    root = last if last and root.lower() == _SAME else root
    _save(chain, "root", root)
    if _EASY_ENDS.search(root):
        prompter.say("Many chains end here, and it is hard to take hold of.")
        seen = ask_text(
            prompter, "What would we see if that changed? In a sentence. Enter leaves the root as it is:"
        )
        if seen:
            _save(chain, "root", f"{sentence(root)} {_SEEN} {seen}")


def _ask_can_change(chain: Chain) -> None:
    """Whether it can be changed here, and by whom else; what is outside is at most partly so."""
    prompter, outside = chain.sitting.prompter, chain.entry.get("who_could")
    choices = [each for each in _CAN_CHANGE if not outside or each.word != "yes"]
    words = ", ".join(f"{each.word} ({each.letter})" for each in choices)
    prompt = f"Can you change it yourselves? {words}, or q to stop:"
    can_change = ask_choice(prompter, prompt, choices, optional=False) or "no"
    if can_change != "yes" and not outside:
        who = ask_text(
            prompter, "Who could change it? A role or an organisation. Enter if you do not know yet:"
        )
        if who:
            chain.put("who_could", who)
    # Last, because a chain that says this is at its end.
    _save(chain, "can_change", can_change)


def _save(chain: Chain, key: str, value: str) -> None:
    if chain.put(key, value):
        chain.sitting.prompter.say("Saved.")


def _compare(sitting: Sitting, request: WhyRequest, gap: Gap) -> None:
    """Show the roots of both sides; or say how the other side does it."""
    entries = [each for each in sitting.get("whys") or [] if _is_about(request, gap, each["about"])]
    roots = [(_speakers(each), each["root"]) for each in entries if each.get("root")]
    missing = [side for side in SIDES if not any(side in sides_of(each) for each in entries)]
    if missing:
        command = f"ladder-check why {as_typed(request.path)} {gap.about} --as {missing[0]}"
        whose = f"{VOICE_NAMES[missing[0]]} have not been asked yet. Their turn:"
        sitting.prompter.say("\n".join([request.five_whys.both_sides, whose, command]))
    elif len(roots) > 1:
        lines = [f"  {speakers}: {root}" for speakers, root in roots]
        sitting.prompter.say("\n".join(["The roots, side by side:", *lines, request.five_whys.both_sides]))


def _speakers(entry: Mapping[str, Any]) -> str:
    return capital(" with ".join(VOICES[side] for side in SIDES if side in sides_of(entry)))


def _offer_action(chain: Chain, request: WhyRequest, gap: Gap) -> None:
    sitting = chain.sitting
    for action in sitting.get("actions") or []:
        if is_open(action) and _is_about(request, gap, str(action.get("because"))):
            sitting.prompter.say(f"There is an action for it already: {sentence(str(action['what']))}")
    if not ask_yes(sitting.prompter, "Shall we make an action of it? yes (y), no (n), or q to stop:"):
        return
    who = chain.entry.get("who_could")
    asked = f"What will you do about it, or ask of {who}?" if who else "What will you do about it?"
    known = {"what": ask_needed(sitting.prompter, asked, _NEEDED), "because": gap.about}
    known |= {"aspect": gap.aspect} if gap.aspect else {}
    seen = chain.entry["root"].partition(_SEEN)[2].strip()
    ask_action(sitting, known, ALL_PARTS, {"done_when": seen} if seen else {})
