"""How a stream can show things: decided once, used by every writer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MARKS: Final = "◇■▲●⊤█–’…✓"
PLAIN_MARKS: Final[Mapping[str, str]] = {
    "◇": "<>",
    "■": "[]",
    "▲": "/\\",
    "●": "()",
    "⊤": "^",
    "█": "#",
    "–": "-",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "✓": "ok",
    "→": "->",
    "·": "-",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a stream is: whether somebody looks at it, and its colour, characters and columns."""

    colour: bool = False
    unicode: bool = True
    width: int = 80
    terminal: bool = False

    def text(self, words: str) -> str:
        """*words* with marks that this stream can hold."""
        if self.unicode:
            return words
        return "".join(PLAIN_MARKS.get(character, character) for character in words)


def choose_look(env: Mapping[str, str], *, is_terminal: bool, encoding: str, width: int) -> Look:
    """Decide how to write.  NO_COLOR wins over FORCE_COLOR, that over what the terminal says of itself.

    >>> env = {"NO_COLOR": "1", "FORCE_COLOR": "1"}
    >>> choose_look(env, is_terminal=True, encoding="utf-8", width=80).colour
    False
    """
    return Look(_colour(env, is_terminal=is_terminal), _holds_marks(encoding), width, is_terminal)


def _colour(env: Mapping[str, str], *, is_terminal: bool) -> bool:
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR") or env.get("CLICOLOR_FORCE"):
        return True
    return is_terminal and env.get("TERM") != "dumb"


def _holds_marks(encoding: str) -> bool:
    try:
        MARKS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
