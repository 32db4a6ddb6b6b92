"""One chain of whys: asked one after the other, each in the file at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ladder_check.documents.shared import Change
from ladder_check.interview.prompter import Choice, ask_choice, ask_needed
from ladder_check.interview.sitting import Sitting
from ladder_check.model.answer import SIDE_OF, Side

MOST_WHYS: Final = 5
# In the order in which a bank gives its words for when to stop.
_STOPS: Final = {
    "blame": "a person would be blamed",
    "outside": "it is outside your control",
    "root": "you agree that this is the root",
}
_NEEDED: Final = "It takes a few words, or q to stop."
_AROUND: Final = (
    "Then we stop here. People mostly do what the place around them makes easy, so let us look there. "
    "Your last answer is taken out, so that the file points at nobody."
)


@dataclass
class Chain:
    """A chain in the file.  *entry* is what stood there when we last looked; empty if it is not begun."""

    sitting: Sitting
    about: str
    entry: Mapping[str, Any]

    @property
    def whys(self) -> list[str]:
        """The answers so far."""
        return [str(each["why"]) for each in self.entry.get("chain") or []]

    def add(self, why: str) -> bool:
        """Save one more answer; whether it is saved."""
        said = {"by": self.sitting.voice, "why": why}
        place = self._place
        if place is None:
            return self._begin({"chain": [said]})
        return self._save(place, Change(("whys", place, "chain"), said, adds=True))

    def take_back(self) -> bool:
        """Take the last answer out of the file; whether that is saved."""
        place = self._place
        last = len(self.whys) - 1
        return place is not None and self._save(place, Change(("whys", place, "chain", last), removes=True))

    def put(self, key: str, value: str) -> bool:
        """Save what stands beside the answers, such as the root; whether it is saved."""
        place = self._place
        if place is None:
            return self._begin({key: value})
        return self._save(place, Change(("whys", place, key), value))

    @property
    def _place(self) -> int | None:
        # Looked up each time: somebody else may have put a chain before it.
        listed = self.sitting.get("whys") or []
        return next((place for place, each in enumerate(listed) if each == self.entry), None)

    def _begin(self, what: Mapping[str, Any]) -> bool:
        if not self.sitting.save(Change(("whys",), {"about": self.about, **what}, adds=True)):
            return False
        self.entry = self.sitting.get("whys")[-1]
        return True

    def _save(self, place: int, change: Change) -> bool:
        if not self.sitting.save(change):
            return False
        self.entry = self.sitting.get("whys", place)
        return True


def sides_of(entry: Mapping[str, Any]) -> set[Side]:
    """The sides that speak in a chain of the file."""
    return {SIDE_OF[each["by"]] for each in entry.get("chain") or []}


def own_chain(sitting: Sitting, about: str, is_about: Callable[[str], bool]) -> Chain:
    """The newest chain of the side that answers; one that is not begun if there is none."""
    own = [
        each
        for each in sitting.get("whys") or []
        if is_about(each["about"]) and (sitting.side in sides_of(each) or not sides_of(each))
    ]
    return Chain(sitting, about, own[-1] if own else {})


def ask_whys(chain: Chain, stop_if: Sequence[str]) -> None:
    """Ask why until there is a root to name; every answer is saved before the next question.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
    """
    if not chain.whys:
        _ask_why(chain, "Why? In a sentence, and naming nobody:")
    while (stop := _ask_stop(chain, stop_if)) != "root":
        if stop == "outside":
            _ask_who_could(chain)
            return
        if stop == "blame":
            _ask_around(chain)
        else:
            _ask_why(chain, f"{len(chain.whys) + 1} of {MOST_WHYS}. Why is that: “{chain.whys[-1]}”?")


def _ask_why(chain: Chain, prompt: str) -> None:
    while not chain.add(ask_needed(chain.sitting.prompter, prompt, _NEEDED)):
        pass
    chain.sitting.prompter.say("Saved.")


def _ask_stop(chain: Chain, stop_if: Sequence[str]) -> str:
    """Why to stop, or the word on."""
    names = _STOPS | dict(zip(_STOPS, stop_if, strict=False))
    is_last = len(chain.whys) >= MOST_WHYS
    words = names if is_last else {"on": "none of these, so ask why again", **names}
    choices = [Choice(word, str(number), name) for number, (word, name) in enumerate(words.items(), 1)]
    start = "That was the fifth why; five are enough." if is_last else "Before the next why."
    lines = [f"{start} Which of these is so?"]
    lines += [f"  {each.letter}. {each.word}: {each.name}" for each in choices]
    chain.sitting.prompter.say("\n".join(lines))
    prompt = "Type the number or the word, or q to stop:"
    return ask_choice(chain.sitting.prompter, prompt, choices, optional=False) or "root"


def _ask_around(chain: Chain) -> None:
    """Take out what blames a person, and ask for what is around the person instead."""
    if chain.take_back():
        chain.sitting.prompter.say(_AROUND)
        _ask_why(chain, "What around that person makes it so? A rule, a habit, time, how work is shared out:")


def _ask_who_could(chain: Chain) -> None:
    prompt = "Who could change it? A role or an organisation, no name of a person:"
    while not chain.put("who_could", ask_needed(chain.sitting.prompter, prompt, _NEEDED)):
        pass
    chain.sitting.prompter.say("Saved.")
