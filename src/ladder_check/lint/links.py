"""Links that lead nowhere, as far as that can be seen without following them: nothing is ever fetched."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from ladder_check.lint.rule import FileState

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOBODYS: Final = re.compile(
    r"(?:.*\.)?(?:example\.(?:com|org|net)|example|test|invalid|localhost)|127(?:\.\d+){3}|0\.0\.0\.0|::1"
)
"""Hosts kept for examples and tests, and this very machine (RFC 2606 and RFC 6761)."""


def link_fault(link: str, file_at: Callable[[str], FileState]) -> str | None:
    """What is wrong with *link*, in words; None if nothing is.  *file_at* looks up a path beside the file.

    >>> link_fault("https://example.org/ladder", lambda _: "there")
    'example.org is a name for examples, and nothing is there'
    """
    if any(character.isspace() for character in link):
        return "it has a space in it"
    scheme = _SCHEME.match(link)
    if scheme:
        return _address_fault(link, scheme[1].lower())
    if link.lower().startswith("www."):
        return "it does not begin with https://"
    state = file_at(link.partition("#")[0])
    return None if state == "there" else f"there is no such file{_OUTSIDE if state == 'outside' else ''}"


_OUTSIDE: Final = " in this repository"


def _address_fault(link: str, scheme: str) -> str | None:
    if scheme not in ("http", "https"):
        return f"it begins with {scheme}: and not with https:"
    try:
        host = (urlsplit(link).hostname or "").rstrip(".")
    except ValueError:
        host = ""
    if not host:
        return "it names no host"
    if _NOBODYS.fullmatch(host):
        return f"{host} is a name for examples, and nothing is there"
    return None if "." in host or ":" in host else f"{host} is no name that others could look up"
