"""What a word without quotes means, where every reader of YAML agrees; otherwise it is refused.

YAML 1.1 and 1.2 read `no`, `010`, `1e3` and `12:30` in different ways.  Whoever wrote them meant
one thing, so we ask instead of choosing.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

from ladder_check.documents.characters import shown
from ladder_check.documents.refused import Refused, merged, no_space

Scalar = str | int | float | bool | None
Read = TypeVar("Read")

MAX_NUMBER = 40
"""Characters a number may have.  Longer ones are refused before anything tries to read them."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_SWITCHES = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_OUR_KEY = "on"
"""The day of something, in our own formats.  As a key it is text to us and to YAML 1.2."""

_STARTS = frozenset("-+.0123456789")

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_UNCLEAR = re.compile(
    r"""(?ix) [-+]? (?:
        (?P<octal>   0[0-9_]+ )
      | (?P<based>   0x[0-9a-f_]+ | 0o[0-7_]+ | 0b[01_]+ )
      | (?P<sixties> [0-9][0-9_]* (?: :[0-5]?[0-9])+ (?: \.[0-9_]*)? )
      | (?P<special> \.(?:inf|nan) )
      | (?P<power>   (?: [0-9][0-9_]*\.?[0-9_]* | \.[0-9][0-9_]* ) e[-+]?[0-9]+ )
      | (?P<plain>   [0-9][0-9_]*\.?[0-9_]* | \.[0-9][0-9_]* )
    )"""
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?", re.DOTALL)


def resolve(text: str) -> Scalar:
    """The value of *text* that stands without quotes; dates stay text.

    >>> resolve("3"), resolve("0.5"), resolve("true"), resolve("~"), resolve("2026-11-03")
    (3, 0.5, True, None, '2026-11-03')

    Raises:
        Refused: readers of YAML disagree about *text* (LC007), or it is a number too long to be one (LC005).
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _STARTS:
        return _number(text)
    if len(text) <= 3 and text.lower() in _SWITCHES:
        raise Refused("LC007", _switch_message(text))
    return text


def resolve_key(text: str) -> str:
    """*text* that stands without quotes as a key, if every reader takes it as text.

    Raises:
        Refused: some reader would make a number, a date, true or nothing of it, or pull in
            other keys, or its colon has no space after it.
    """
    if text == "<<":
        raise merged()
    if ":" in text:
        raise no_space(text)
    if text == _OUR_KEY:
        return text
    value = True if text.lower() in _SWITCHES else resolve(text)
    if isinstance(value, str) and not (text[0] in _STARTS and _DATE.fullmatch(text)):
        return text
    if value is None:
        found, way_out = "This key is empty", "either write its name before the colon, or delete the line"
    else:
        found = f"Some readers of YAML take the key {shown(text)} for {_kind(value)}, not for text"
        way_out = f'either put it in quotes ("{shown(text)}"), or check that a name was meant here'
    raise Refused("LC007", f"{found}. Please {way_out}.")


def composed(text: str) -> str:
    """*text* with its accents made in one way (NFC), so that what looks the same is the same."""
    return unicodedata.normalize("NFC", text)


class _Met(dict[str, Read], Generic[Read]):
    """What words mean that were met before: a few are most of a file, and most of the next one.

    To ask for a new one reads it, which may raise what *read* raises.
    """

    MOST: Final = 2048
    LONGEST: Final = 64

    def __init__(self, read: Callable[[str], Read]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> Read:
        read = self._read(text)
        if len(text) <= self.LONGEST:
            if len(self) == self.MOST:
                self.clear()
            self[text] = read
        return read


VALUES: Final[Mapping[str, Scalar]] = _Met(resolve)
"""Every text without quotes with its value; raises as `resolve` does."""

KEYS: Final[Mapping[str, str]] = _Met(lambda text: composed(resolve_key(text)))
"""Every text without quotes as a key, composed; raises as `resolve_key` does."""


def _kind(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "a date" if isinstance(value, str) else "a number"


def _number(text: str) -> Scalar:
    if len(text) > MAX_NUMBER:
        return _long(text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if unclear := _UNCLEAR.fullmatch(text):
        raise Refused("LC007", _unclear_message(text, str(unclear.lastgroup)))
    return text


def _long(text: str) -> str:
    """*text*, if it is not a number; only looked at from its ends, so that its length costs nothing."""
    prefixed = text[:2].lower() in ("0x", "0o", "0b") and not text[2:].strip("0123456789abcdefABCDEF_")
    if prefixed or not text.strip("0123456789_.:+-eE"):
        found = f"This number is {len(text)} characters long; at most {MAX_NUMBER} are read"
        raise Refused("LC005", f"{found}. Please either shorten it, or put it in quotes if it is text.")
    return text


def _switch_message(text: str) -> str:
    meaning = _SWITCHES[text.lower()]
    found = f"Some readers of YAML take {text} without quotes for {meaning}, others for the word"
    return f'{found}. Please either write {meaning}, or put it in quotes ("{text}") if the word is meant.'


def _unclear_message(text: str, kind: str) -> str:
    quoted = f'put it in quotes ("{text}") if it is text'
    if kind == "plain":
        found = f"Not every reader of YAML takes {text} for a number"
        return f"{found}. Please either write {_plain(text.replace('_', ''))}, or {quoted}."
    found = f"Readers of YAML do not agree on {text} without quotes: {_readings(text, kind)}"
    return f"{found}. Please either write a plain number such as 8, -3 or 0.5, or {quoted}."


def _readings(text: str, kind: str) -> str:
    """What some readers make of *text*, and what others do."""
    digits = text.replace("_", "")
    if kind == "octal":
        return _octal_readings(digits)
    if kind == "special":
        some = "something that is not a number" if "nan" in text.lower() else "infinity"
    elif kind == "sixties":
        some = f"{_sixties(digits)} (counted in sixties, like a time of day)"
    else:
        some = _based(digits) if kind == "based" else _plain(digits)
    return f"some take it for {some}, others for text"


def _octal_readings(digits: str) -> str:
    # In eights 03 is 3 as well: what differs is only whether it is a number.
    if set(digits.lstrip("-+")) <= set("01234567") and int(digits, 8) != int(digits):
        return f"some take it for {int(digits, 8)} (counted in eights), others for {int(digits)}"
    return f"some take it for {int(digits)}, others for text"


def _based(digits: str) -> str:
    try:
        return str(int(digits, 0))
    except ValueError:
        return "a number in another base"


def _sixties(digits: str) -> str:
    total = 0.0
    for part in digits.lstrip("-+").split(":"):
        total = total * 60 + float(part)
    return f"{'-' if digits[0] == '-' else ''}{total:.15g}"


def _plain(digits: str) -> str:
    value = float(digits)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
