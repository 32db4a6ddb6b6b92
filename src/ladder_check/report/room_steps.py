"""How to say a step of a question, a range of steps, and a group: the small words of what a room said."""

from collections.abc import Mapping
from typing import Final

from ladder_check.model.room import Asked
from ladder_check.report.papers import steps_of
from ladder_check.report.wording import VOICES, small
from ladder_check.scoring.group import Ends
from ladder_check.scoring.privacy import Node

NAMES: Final[Mapping[Node, str]] = {**dict[Node, str](VOICES.items()), "room": "everybody together"}
"""What a group is called within a sentence."""


def step(asked: Asked, number: int) -> str:
    """A step as it is counted: *rung 4*, or *4*."""
    return f"rung {number}" if asked.is_claim else str(number)


def step_in_words(asked: Asked, number: int) -> str:
    """A step with its own words, such as *rung 4, consultation* or *2, some people are told*."""
    chosen = next(each for each in steps_of(asked) if each.number == number)
    return f"{step(asked, number)}, {small(chosen.name or chosen.words).rstrip('.')}"


def span(asked: Asked, ends: Ends) -> str:
    """A range of steps: *rung 2 to 3*, or one step where both ends are the same."""
    low, high = ends
    return step(asked, low) if low == high else f"{step(asked, low)} to {high}"


def ends(asked: Asked) -> tuple[str, str]:
    """The two lowest and the two highest steps: *0 or 1* and *3 or 4*."""
    low, high = asked.scale.low, asked.scale.high
    return f"{step(asked, low)} or {low + 1}", f"{step(asked, high - 1)} or {high}"
