"""Words: what the organisation writes in its own words (LC8xx)."""

from collections.abc import Iterator

from ladder_check.lint.avoid import in_any, uses, words_to_avoid
from ladder_check.lint.rule import Hit, Severity, Sheet, rule
from ladder_check.lint.texts import Whose


@rule("LC801", "words-about-people", Severity.WARNING)
def words_about_people(sheet: Sheet) -> Iterator[Hit]:
    """What the organisation writes calls people what they like to be called.

    Why: a word can put people down before anybody has met. What people themselves say is not checked.

    Fails:
        actions: [{id: a1, what: Find hard to reach service users, owner: Service manager}]

    Passes:
        actions: [{id: a1, what: Ask people whom we have not asked yet, owner: Service manager}]
    """
    yield from _words_used(sheet, "people")


@rule("LC802", "work-words", Severity.WARNING)
def work_words(sheet: Sheet) -> Iterator[Hit]:
    """What the organisation writes can be read by everybody it is about.

    Why: words that only staff use keep everybody else out. What people themselves say is not checked.

    Fails:
        actions: [{id: a1, what: Empower stakeholders, owner: Service manager}]

    Passes:
        actions: [{id: a1, what: Let people decide with us, owner: Service manager}]
    """
    yield from _words_used(sheet, "work")


def _words_used(sheet: Sheet, about: str) -> Iterator[Hit]:
    ours = [each for each in sheet.texts if each.whose is Whose.OURS]
    words = in_any((each.text for each in ours), words_to_avoid(about))
    for written in ours:
        for found, instead in uses(written.text, words):
            yield (
                written.path,
                f'"{found}": either say it another way ({instead}), or put it in quotation marks {_IF}',
            )


_IF = "if these are somebody else's words."
