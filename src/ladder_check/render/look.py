"""How a stream can show things: decided once, used by every writer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MARKS: Final = "◇■▲●⊤█–’…✓"
# The table of a score with its longest words whole.
DRAWING_WIDTH: Final = 76
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
    """What a stream can show: its colour, characters and columns, and whether a drawing is of use there."""

    colour: bool = False
    unicode: bool = True
    width: int = 80
    draws: bool = False

    def text(self, words: str) -> str:
        """*words* with marks that this stream can hold."""
        if self.unicode or words.isascii():
            return words
        return "".join(PLAIN_MARKS.get(character, character) for character in words)


def choose_look(env: Mapping[str, str], *, is_terminal: bool, encoding: str, width: int) -> Look:
    """Decide how to write.  NO_COLOR wins over FORCE_COLOR, that over what the terminal says of itself.

    A drawing wants a terminal that is wide enough for it, and nobody who has asked for words alone.

    >>> env = {"NO_COLOR": "1", "FORCE_COLOR": "1"}
    >>> choose_look(env, is_terminal=True, encoding="utf-8", width=80).colour
    False
    """
    words_alone = bool(env.get("NO_COLOR")) or env.get("TERM") == "dumb"
    draws = is_terminal and not words_alone and width >= DRAWING_WIDTH
    return Look(_colour(env, is_terminal=is_terminal), _holds_marks(encoding), width, draws)


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
