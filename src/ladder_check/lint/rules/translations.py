"""Translations of banks: made from the words that are asked today, and whole (LC14x)."""

from collections.abc import Iterator
from typing import Final

from ladder_check.lint.rule import Hit, Severity, TranslationSheet, rule_of
from ladder_check.model.seen import fingerprint


@rule_of(("translation",), "LC141", "translation-of-another-version", Severity.WARNING)
def translation_of_another_version(sheet: TranslationSheet) -> Iterator[Hit]:
    """A translation was made from the version of the bank that is at hand.

    Why: people who are asked in two languages are to be asked the same.

    Fails:
        version: 0.9.0

    Passes:
        version: 1.0.0
    """
    made_from, at_hand = sheet.translation.version, sheet.bank.version
    if made_from != at_hand:
        found = f"This was made from {sheet.bank.id} {made_from}, and {at_hand} is at hand"
        yield ("version",), f"{found}. {_which(sheet)} Either go through it and write {at_hand}, {_OR_KEEP}"


@rule_of(("translation",), "LC142", "translated-question-changed", Severity.WARNING)
def translated_question_changed(sheet: TranslationSheet) -> Iterator[Hit]:
    """A translated question has the words in the original that it was made from.

    Why: `seen` stands for them, as beside an answer. Where the original changed, the two ask other things.

    Fails:
        texts:
          jm1:
            ask: Pouvez-vous nommer une solution faite ensemble ?
            anchors: [Non., Une rencontre., "Oui, surtout par le personnel.", Oui., "Oui, plus d'une."]
            seen: "000000"

    Passes:
        texts:
          jm1:
            ask: Pouvez-vous nommer une solution faite ensemble ?
            anchors: [Non., Une rencontre., "Oui, surtout par le personnel.", Oui., "Oui, plus d'une."]
    """
    for question in _changed(sheet):
        yield ("texts", question, "seen"), _CHANGED


@rule_of(("translation",), "LC143", "translation-incomplete", Severity.WARNING)
def translation_incomplete(sheet: TranslationSheet) -> Iterator[Hit]:
    """Every question of the bank is translated.

    Why: whoever meets a question in a language they do not read has to leave it out.

    Fails:
        texts:
          jm1:
            ask: Pouvez-vous nommer une solution faite ensemble ?
            anchors: [Non., Une rencontre., "Oui, surtout par le personnel.", Oui., "Oui, plus d'une."]

    Passes:
        texts:
          jm1:
            ask: Pouvez-vous nommer une solution faite ensemble ?
            anchors: [Non., Une rencontre., "Oui, surtout par le personnel.", Oui., "Oui, plus d'une."]
          jm2:
            ask: Les gens ont-ils plus de choix qu'avant ?
            anchors: [Non., "Nous le disons, pas eux.", Un peu., "Oui, ils le disent.", "Oui, presque tous."]
    """
    missing = [each.id for each in sheet.bank.questions if each.id not in sheet.translation.texts]
    if missing:
        found = "1 question is" if len(missing) == 1 else f"{len(missing)} questions are"
        yield ("texts",), f"{found} not translated yet: {_some(missing)}. {_MISSING}"


def _changed(sheet: TranslationSheet) -> list[str]:
    """The questions whose original has other words now than those that the translation was made from."""
    texts = sheet.translation.texts
    return [
        each.id
        for each in sheet.bank.questions
        if each.id in texts and texts[each.id].seen not in (None, fingerprint(each))
    ]


def _which(sheet: TranslationSheet) -> str:
    """What tells which texts to look at again."""
    if any(text.seen is None for text in sheet.translation.texts.values()):
        return "Not every text says which words it was made from (`seen`)."
    changed = _changed(sheet)
    return f"Changed since: {_some(changed)}." if changed else "No question that is translated has changed."


def _some(questions: list[str]) -> str:
    more = len(questions) - _SHOWN
    return ", ".join(questions[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


_SHOWN: Final = 8
_OR_KEEP: Final = "or keep that version of the bank in a folder of your own (`questions`)."
_CHANGED: Final = (
    "The original of this question or one of its anchors has other words now. "
    "Either translate it again and write its new `seen`, or take the text out until somebody has."
)
_MISSING: Final = "Either translate what is missing, or say when it will be done (an ignore with a reason)."
