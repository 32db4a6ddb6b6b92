"""From bytes to text that looks, to a person, like what a program reads."""

import re
import unicodedata
from collections.abc import Iterator

from ladder_check.documents.finding import Finding, InvalidDocument, Place, told

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)"
    "|[\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
    # Joiners and emoji tags belong to scripts and flags; after a plain Latin letter they only hide.
    "|(?<![^\x00-\x7f])[\u200c\u200d\U000e0000-\U000e007f]"
)
_ORDINARY = bytes([ord("\n"), *range(ord(" "), 0x7F)])
"""The bytes of most files: nothing else needs a closer look."""
# Some spreadsheets take the wide signs for the narrow ones, and look behind a tab or a line break.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LINE_BREAKS = frozenset("\x0b\x0c\r\x85\u2028\u2029")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def read_text(data: bytes, file: str) -> str:
    """The text of *data*, without a byte order mark at its start.

    Raises:
        InvalidDocument: *data* is not UTF-8 (LC002), or holds characters that a reader cannot see:
            control characters, text that turns its direction, characters without width, odd line breaks.
    """
    if not data.translate(None, _ORDINARY):
        return data.decode("ascii")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InvalidDocument([_not_utf8(data, error.start, file)]) from None
    if is_visible(text):
        return text
    if findings := told(_unwanted_in(text, file)):
        raise InvalidDocument(findings)
    return text


def is_visible(text: str) -> bool:
    """Whether *text* certainly holds nothing unwanted.  False means: look closer with `unwanted`."""
    return text.replace("\r\n", " ").replace("\n", " ").isprintable()


def unwanted(text: str) -> Iterator[re.Match[str]]:
    """Each character of *text* that a person would not see, or not see as what it is."""
    return _UNWANTED.finditer(text)


def named(character: str) -> str:
    """What an unwanted *character* is, in words.

    >>> named("\u200b")
    'an invisible character (ZERO WIDTH SPACE, U+200B)'
    """
    if character in _LINE_BREAKS:
        kind = "a line break that not every editor counts as one"
    elif character in _TURNING:
        kind = "an invisible character that turns the direction of reading"
    elif unicodedata.category(character) == "Cc":
        kind = "an invisible control character"
    else:
        kind = "an invisible character"
    name = unicodedata.name(character, "")
    return f"{kind} ({name + ', ' if name else ''}U+{ord(character):04X})"


def shown(text: str) -> str:
    r"""*text* as it may stand in a message: on one line, short, with nothing invisible in it.

    >>> print(shown("first" + chr(10) + "second"))
    first\nsecond
    """
    short = text if len(text) <= 40 else text[:38] + " …"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in short)


def clean(text: str) -> str:
    """*text* without characters that nobody can see, as they come with words pasted from elsewhere."""
    for found in reversed(list(unwanted(text))):
        text = text[: found.start()] + text[found.end() :]
    return " ".join(text.split())


def place_at(text: str, index: int, length: int = 1) -> Place:
    """The place of *length* characters of *text* from *index*, on one line."""
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    return Place(line, column, line, column + length)


def _unwanted_in(text: str, file: str) -> Iterator[Finding]:
    """A finding for each unwanted character, the same one only once a line."""
    told_until: dict[str, int] = {}
    for match in unwanted(text):
        if match.start() < told_until.get(match[0], 0):
            continue
        end_of_line = text.find("\n", match.start())
        told_until[match[0]] = end_of_line if end_of_line >= 0 else len(text)
        yield Finding("LC002", _unwanted_message(match[0]), file, place_at(text, match.start()))


def _unwanted_message(character: str) -> str:
    found = f"Here is {named(character)}"
    if character == "\0":
        return f"{found}: the file is not plain text. Please either save it as UTF-8, or take an older copy."
    if character in _LINE_BREAKS:
        return f"{found}. Please either put an ordinary line break in its place, or delete it."
    return f"{found}. Please either delete it, or type these words anew instead of pasting them."


def _not_utf8(data: bytes, start: int, file: str) -> Finding:
    """The finding for the first byte, at *start*, that is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "The file is saved as UTF-16 or UTF-32."
        return Finding(
            "LC002", f"{message} Please save it again with the encoding UTF-8.", file, Place(1, 1, 1, 1)
        )
    before = data[:start].decode("utf-8").removeprefix("\ufeff")
    guess = data[start : start + 1].decode("cp1252", "ignore")
    meant = f" (perhaps {guess!r}, from an older Windows encoding)" if guess.isprintable() and guess else ""
    message = f"The byte 0x{data[start]:02X} here is not UTF-8{meant}."
    place = place_at(before, len(before))
    return Finding("LC002", f"{message} Please save the file again with the encoding UTF-8.", file, place)


def spreadsheet_cell(text: str) -> str:
    """*text* as a cell: before what a spreadsheet would work out stands a quotation mark.

    >>> spreadsheet_cell("=1+1"), spreadsheet_cell("We are told")
    ("'=1+1", 'We are told')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
