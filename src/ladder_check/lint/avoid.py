"""Words to avoid in what an organisation writes, and what to say instead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ladder_check.documents.document import parse

_LIST: Final = "words.yaml"


@dataclass(frozen=True, slots=True)
class Avoided:
    """A word, or several, to avoid: how it begins, how it is found, and what to say *instead*."""

    stem: str
    pattern: re.Pattern[str]
    instead: str

    def used_in(self, text: str) -> re.Match[str] | None:
        """Where *text* first has the word, unless it begins the name of something."""
        return self.pattern.search(text)


@cache
def words_to_avoid(about: str) -> tuple[Avoided, ...]:
    """The words *about* people, or about work; or those that only our kind of questions does without."""
    return tuple(_avoided(entry, instead) for entry, instead in _list(about).items())


@cache
def one_thing() -> tuple[str, ...]:
    """Phrases with `or` or `and` in them that ask one thing all the same."""
    return tuple(_list("one thing"))


def in_any(texts: Iterable[str], words: Iterable[Avoided]) -> tuple[Avoided, ...]:
    """Those of the *words* that may stand in one of the *texts*: a quick look that misses none."""
    joined = "\n".join(texts).casefold()
    return tuple(word for word in words if word.stem in joined)


def uses(text: str, words: Iterable[Avoided]) -> Iterator[tuple[str, str]]:
    """Each of the *words* that *text* uses in its own voice, as it stands there, and what to say instead.

    What stands on two lists, or is part of a longer one, is told once, as the first of them has it.

    >>> list(uses('We gave a voice to "clients".', words_to_avoid("people") + words_to_avoid("work")))
    [('gave a voice', 'listened and changed')]
    """
    own = own_voice(text)
    told: list[tuple[int, int]] = []
    for word in words:
        found = word.used_in(own)
        if found and not any(found.start() < end and begin < found.end() for begin, end in told):
            told.append(found.span())
            yield found[0], word.instead


def own_voice(text: str) -> str:
    """*text* without what stands in quotation marks: that is somebody else's word."""
    return _QUOTED.sub(" ", text)


_QUOTED: Final = re.compile(r'"[^"]*"|“[^”]*”|‘[^‘]*?’(?!\w)')


def _list(about: str) -> dict[str, str]:
    content = (files("ladder_check.lint") / _LIST).read_bytes()
    listed: dict[str, str] = parse(content, _LIST).data[about]
    return listed


def _avoided(entry: str, instead: str) -> Avoided:
    shape = re.escape(entry).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")
    # Before another capital letter it is part of a name, such as Service User Forum, and is let alone.
    pattern = rf"(?<![\w-])(?i:{shape})(?![\w-])(?!['’]?s?\s[A-Z])"
    return Avoided(entry.partition(" ")[0].rstrip("*").casefold(), re.compile(pattern), instead)
