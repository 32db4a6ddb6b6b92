"""A new bank to start from."""

import re
from importlib.resources import files
from typing import Final

from jinja2 import StrictUndefined, Template

from ladder_check.documents.edit import set_value
from ladder_check.errors import LadderCheckError
from ladder_check.render.templates import SHIPPED

_STARTER: Final = "starter.bank.yaml.j2"
_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")


def render_starter(bank: str, folder: str) -> str:
    """A small bank called *bank* with every part explained, for a file in *folder*.

    Raises:
        LadderCheckError: *bank* cannot be an id.
    """
    source = files(SHIPPED).joinpath(_STARTER).read_text(encoding="utf-8")
    template = Template(source, undefined=StrictUndefined, keep_trailing_newline=True)
    text: str = template.render(id=_checked(bank), folder=folder, file=f"{folder}/{bank}.bank.yaml")
    return text


def render_copy(text: str, bank: str) -> str:
    """The bank in *text* under another id, comments and all.

    Raises:
        LadderCheckError: *bank* cannot be an id.
    """
    return set_value(text, ("id",), _checked(bank))


def _checked(bank: str) -> str:
    if not _ID.fullmatch(bank):
        message = "Use small letters, digits and hyphens, beginning with a letter, such as our-own."
        raise LadderCheckError(f"{bank!r} cannot be the id of a bank. {message}")
    return bank
