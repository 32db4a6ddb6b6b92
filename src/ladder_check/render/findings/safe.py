"""What people typed, made safe to print where a terminal or a build log reads along.

Build services look for commands in what a program prints: GitHub for `::error …` where a line begins and for
`##[error]` anywhere in it, Azure for `##vso[`, TeamCity for `##teamcity[`.
"""

import json
import re
from typing import Any, Final

_COMMAND: Final = re.compile(r"##(?=\w*\[)")
_AT_THE_START: Final = re.compile(r"(?m)^([^\S\n]*):(?=:)")
_UNUSUAL: Final = re.compile(r"[^\n -~]")


def visible(text: str) -> str:
    r"""*text* on one line, with what cannot be seen written out.

    >>> print(visible("red" + chr(27) + "[31m" + chr(10)))
    red\x1b[31m\n
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def sentence(text: str) -> str:
    """*text* on one line: every stretch of white space one space, what cannot be seen written out."""
    return visible(" ".join(text.split()))


def harmless(text: str) -> str:
    """*text* with nothing in it that a build log takes for a command.

    >>> harmless("::error::no ##[group]")
    ': :error::no ## [group]'
    """
    if "##" not in text and "::" not in text:
        return text
    return _AT_THE_START.sub(r"\1: ", _COMMAND.sub("## ", text))


def gaps(text: str) -> list[int]:
    """After how many characters `harmless` puts a space into a line that does not begin with a colon."""
    return [found.end() for found in _COMMAND.finditer(text)]


def to_json(data: Any) -> str:
    r"""*data* as JSON that holds the same, and on a screen does nothing.

    >>> print(to_json("##[error]" + chr(27)), end="")
    "#\u0023[error]\u001b"
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNUSUAL.sub(_escaped, text).replace("##", r"#\u0023") + "\n"


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character.isprintable():
        return character
    # Half a surrogate pair is no character, and strict readers refuse the file that holds one.
    return r"\ufffd" if "\ud800" <= character <= "\udfff" else json.dumps(character)[1:-1]
