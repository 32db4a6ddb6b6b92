"""Why a text is not YAML, said for somebody who has never heard of YAML."""

import re
from typing import NamedTuple

import yaml

from ladder_check.documents.characters import place_at, shown
from ladder_check.documents.finding import Finding, Place


class _Cause(NamedTuple):
    """What the parser says, the likely reason, and whether to look where it began or where it stopped."""

    said: str
    message: str
    at_start: bool = False
    code: str = "LC001"


_INDENTATION = (
    "This line does not begin right under the lines it belongs to. Please either move it so that it does, "
    "or put the text above it in quotes if it goes on here."
)
_CAUSES = (
    _Cause(
        "quoted scalar: found unexpected",
        "A quote is opened here and not closed. Please either close it at the end of the text, or delete it.",
        at_start=True,
    ),
    _Cause(
        "parsing a flow sequence: ",
        "This list in brackets is not closed, or a comma is missing in it. Please either put ] at its end, "
        "or a comma between its items.",
        at_start=True,
    ),
    _Cause(
        "parsing a flow mapping: ",
        "This part in curly brackets is not closed, or a comma is missing in it. Please either put } "
        "at its end, or a comma between its keys.",
        at_start=True,
    ),
    _Cause(
        "invalid Unicode character escape",
        "The backslash here makes half a character, which cannot be shown. Please either write the "
        "character itself, or write two backslashes (\\\\) if a backslash is meant.",
        code="LC002",
    ),
    _Cause(
        "escape|hexdecimal|hexadecimal",
        "A backslash between double quotes has a meaning of its own, and this one has none. "
        "Please either write two backslashes (\\\\), or use single quotes.",
    ),
    _Cause(
        "directive|incompatible YAML document",
        "A line that begins with % changes how the rest is read. Please either delete it, "
        "or put it in quotes if it is text.",
        code="LC004",
    ),
    _Cause(
        r"scanning an? (?:alias|anchor)",
        "Text that begins with * or & means something else in YAML. Please either put it in quotes, "
        "or delete the * or &.",
        at_start=True,
    ),
    _Cause(
        r"(?:scanning|parsing) an? .*tag|tag handle",
        "Text that begins with ! means something else in YAML. Please either put it in quotes, or "
        "delete the !.",
        at_start=True,
        code="LC004",
    ),
    _Cause(
        "block scalar",
        "After | or > the text begins on the next line, further to the right. Please either move it there, "
        "or put the text in quotes if it is to begin with | or >.",
        at_start=True,
    ),
    _Cause(
        "sequence entries are not allowed",
        "A list with dashes cannot begin on the line of its key. Please either begin it on the next line, "
        "or put the text in quotes if the dash is part of it.",
    ),
    _Cause(
        "mapping keys are not allowed",
        "Text that begins with ? and a space means something else in YAML. Please either put it in quotes, "
        "or delete the ?.",
    ),
    _Cause(
        "cannot start any token",
        "Text cannot begin with this character unless it is in quotes. Please either put the whole "
        "text in quotes, or begin with another character.",
    ),
    _Cause(
        "node content",
        "A value is missing here, or a comma or bracket is too many. Please either write the value, "
        "or put the whole text in quotes if this character is part of it.",
    ),
    _Cause(
        "document start",
        "The file seems to be finished before this line. Please either check the lines above for a "
        "bracket or quote that closes too early, or delete what follows.",
    ),
    _Cause(
        "'-' indicator|block collection|block sequence",
        "This line does not belong to the list above it. Please either begin it with a dash (-) right"
        " under the other dashes, or move it to the left, right under the key it belongs beside.",
    ),
    _Cause("expected key|block end", _INDENTATION),
    _Cause(
        "could not find expected ':'",
        "This line is neither a key with a value (key: value) nor an item of a list (- item). "
        "Please either complete it, or put it in quotes together with the text it belongs to.",
        at_start=True,
    ),
)
_TAB = (
    "There is a tab here, and YAML counts only spaces at the beginning of a line. "
    "Please either put spaces in its place, or let your editor turn tabs into spaces."
)
_NO_SPACE = (
    "There is no space after the colon in {}. Please either put one there, or put the whole in quotes."
)
_NO_KEY = "There is no key before this colon. Please either write one, or take the colon out."
_COLON_IN_TEXT = (
    "There is a second colon with a space after it on this line, so YAML cannot tell the text from a key. "
    "Please either put the text in quotes, or take the colon out."
)
_AFTER_QUOTE = (
    "There is text after a closing quote. Please either put the whole text between double quotes "
    '("), with none inside, or check for a quote further up that was not closed.'
)
_UNKNOWN = _Cause(
    "",
    "This cannot be read as YAML. Please either check quotes, brackets and indentation, or take "
    "out the line.",
)

_GLUED = re.compile(r"\s*(?:- +)?([\w-]+:[^\s/][^\s]*)")


def explain(error: yaml.YAMLError, text: str, file: str) -> Finding:
    """The finding for what stopped the parser: the likeliest cause and its place."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Finding("LC001", _UNKNOWN.message, file, Place(1, 1, 1, 1))
    said = f"{error.context}: {error.problem}"
    stopped = _index(error.problem_mark, text)
    began = _index(error.context_mark, text) if error.context_mark else stopped
    if hit := _in_the_lines(said, text, began, stopped):
        return Finding("LC001", hit[1], file, place_at(text, hit[0], 0))
    cause = next((cause for cause in _CAUSES if re.search(cause.said, said)), _UNKNOWN)
    return Finding(cause.code, cause.message, file, place_at(text, began if cause.at_start else stopped, 0))


def _in_the_lines(said: str, text: str, began: int, stopped: int) -> tuple[int, str] | None:
    """Where a cause shows in the lines themselves, and what it is: a tab, a colon, a quote."""
    line = text.rfind("\n", 0, stopped) + 1
    if "quoted" not in said and (tab := _tab(text, line, stopped)) is not None:
        return tab, _TAB
    if text[stopped : stopped + 1] == ":" and text[line:stopped].rstrip()[-1:] in ("", "{", ","):
        return stopped, _NO_KEY
    if "mapping values" in said:
        return _colon(text, line, stopped)
    if "could not find expected ':'" in said:
        return _glued(text, text.rfind("\n", 0, began) + 1)
    if ("expected key" in said or "block end" in said) and text[line:stopped].rstrip()[-1:] in ("'", '"'):
        return stopped, _AFTER_QUOTE
    return None


def _tab(text: str, line: int, stopped: int) -> int | None:
    """Where a tab stands in the indentation of the line that begins at *line*, or at *stopped*."""
    indentation = re.compile(r"[ \t]*").match(text, line)
    if indentation and "\t" in indentation[0]:
        return line + indentation[0].index("\t")
    return stopped if text[stopped : stopped + 1] == "\t" else None


def _colon(text: str, line: int, stopped: int) -> tuple[int, str] | None:
    """A colon in the middle of a text, or a key above that has no space after its colon."""
    if ": " in text[line:stopped]:
        return stopped, _COLON_IN_TEXT
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return _glued(text, above) or (stopped - len(text[line:stopped].lstrip()), _INDENTATION)


def _glued(text: str, line: int) -> tuple[int, str] | None:
    if glued := _GLUED.match(text, line):
        return glued.start(1), _NO_SPACE.format(shown(glued[1]))
    return None


def _index(mark: yaml.Mark | yaml.error.Mark, text: str) -> int:
    """The place of *mark* in *text*; at the end of it, the end of the last line that says something."""
    return min(mark.index, len(text.rstrip()))
