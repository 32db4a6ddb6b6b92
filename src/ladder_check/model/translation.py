"""A translation of a bank: its questions in another language, by id, and nothing else."""

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from ladder_check.model.assessment import Version
from ladder_check.model.bank import Anchors
from ladder_check.model.base import FormatOne, Text, Value, refuse

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def _language(value: Any) -> Any:
    if isinstance(value, str) and _TAG.fullmatch(value):
        return value
    return refuse("language", f"{value!r} is not a language tag. Write one such as cy or pt-BR.")


class TranslatedQuestion(Value):
    """A question in another language.  *seen* stands for the original words that it was made from."""

    ask: Text
    anchors: Anchors
    why: Text | None = None
    seen: Text | None = None


class Translation(Value):
    """One file of translations: which bank, from which version of it, and the texts by question."""

    format: FormatOne
    translates: Text
    version: Version
    language: Annotated[str, BeforeValidator(_language)]
    texts: dict[str, TranslatedQuestion]
