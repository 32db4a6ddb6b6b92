"""Banks: the questions that an assessment was answered on, and those at hand now (LC12x)."""

from collections.abc import Iterator

from ladder_check.lint.rule import Hit, Severity, Sheet, rule
from ladder_check.model.seen import fingerprint


@rule("LC121", "bank-of-another-version", Severity.NOTICE)
def bank_of_another_version(sheet: Sheet) -> Iterator[Hit]:
    """The version that `banks` names is the one at hand; another first number has a rule of its own (LC122).

    Why: with the same first number the questions still mean the same, but some may have other words since.

    Fails:
        banks: {word: 1.4.0}

    Passes:
        banks: {word: 1.0.0}
    """
    for bank, named, at_hand in _other_versions(sheet):
        if _major(named) == _major(at_hand):
            found = f"This file names {bank} {named}, and {at_hand} is at hand: the same questions in meaning"
            yield ("banks", bank), f"{found}. {_what_changed(sheet, bank)} {_way_out(sheet, bank)}"


@rule("LC122", "bank-of-another-major-version", Severity.ERROR)
def bank_of_another_major_version(sheet: Sheet) -> Iterator[Hit]:
    """The version that `banks` names begins with the same number as the bank at hand.

    Why: another first number says that questions mean something else now, or count in another way. Levels
    of one cannot be read as levels of the other.

    Fails:
        banks: {word: 2.0.0}

    Passes:
        banks: {word: 1.0.0}
    """
    for bank, named, at_hand in _other_versions(sheet):
        if _major(named) != _major(at_hand):
            found = f"This file names {bank} {named}, and {at_hand} is at hand: they cannot be compared"
            yield ("banks", bank), f"{found}. {_what_changed(sheet, bank)} {_way_out(sheet, bank)}"


@rule("LC123", "question-changed", Severity.WARNING)
def question_changed(sheet: Sheet) -> Iterator[Hit]:
    """A question has the words that it had when it was answered.

    Why: `seen` stands for the words of a question and its anchors. Where they have changed, the answer was
    given to something else.

    Fails:
        answers: {word: {jm1: {leaders: 3, seen: "000000"}}}

    Passes:
        answers: {word: {jm1: {leaders: 3}}}
    """
    for bank in sheet.case.assessment.answers:
        for question in _changed(sheet, bank):
            yield ("answers", bank, question, "seen"), _CHANGED


@rule("LC124", "required-bank-unanswered", Severity.ERROR)
def required_bank_unanswered(sheet: Sheet) -> Iterator[Hit]:
    """Every bank that the config names under `require` is answered, once anybody answered anything.

    Why: where several places agreed what they all ask, a place that leaves a part out cannot be seen whole.

    Fails:
        config: {require: [word]}
        answers: {rules: {hr1.practice: {lived: 2}}}

    Passes:
        config: {require: [word]}
        answers: {word: {jm1: {lived: not-sure}}}
    """
    answers = sheet.case.assessment.answers
    for bank in sheet.world.config.require if sheet.sides_that_answered else ():
        if not any(given.given for given in answers.get(bank, {}).values()):
            yield ("banks", bank) if bank in sheet.case.assessment.banks else ("answers",), _required(bank)


def _required(bank: str) -> str:
    found = f"Nobody answered the bank {bank}, and the config asks for it in every assessment (require)"
    return (
        f"{found}. Either answer it (`ladder-check assess`, not-sure counts), or talk over what to require."
    )


def _other_versions(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Each bank of the file whose version is not the one at hand: its id, the one named, the one at hand."""
    for bank, named in sheet.case.assessment.banks.items():
        at_hand = sheet.case.banks[bank].version
        if named != at_hand and _numbers(named) != _numbers(at_hand):
            yield bank, named, at_hand


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _major(version: str) -> int:
    return _numbers(version)[0]


def _changed(sheet: Sheet, bank: str) -> list[str]:
    """The questions of *bank* that have other words now than when they were answered."""
    answers = sheet.case.assessment.answers.get(bank, {})
    seen = {question: given.seen for question, given in answers.items() if given.seen and given.given}
    questions = sheet.case.banks[bank].questions if seen else ()
    return [each.id for each in questions if each.id in seen and seen[each.id] != fingerprint(each)]


def _what_changed(sheet: Sheet, bank: str) -> str:
    """What another version means for the answers of this file."""
    answers = sheet.case.assessment.answers.get(bank, {})
    if not answers:
        return "Nothing of it is answered here yet."
    changed = _changed(sheet, bank)
    unsure = sum(1 for given in answers.values() if not given.seen)
    parts = [f"Of {len(answers)} answered here, {_count(len(changed))} other words now{_named(changed)}"]
    parts += [f"and of {unsure} nothing tells which words they had (no `seen`)"] if unsure else []
    return ", ".join(parts) + "."


def _named(questions: list[str]) -> str:
    if not questions:
        return ""
    more = len(questions) - _SHOWN
    return f" ({', '.join(questions[:_SHOWN])}{f' and {more} more' if more > 0 else ''})"


_SHOWN = 8


def _count(number: int) -> str:
    return {0: "none has", 1: "1 has"}.get(number, f"{number} have")


def _way_out(sheet: Sheet, bank: str) -> str:
    named, at_hand = sheet.case.assessment.banks[bank], sheet.case.banks[bank].version
    write = f"write {bank}: {at_hand}"
    if sheet.case.assessment.answers.get(bank):
        write = f"read the answers again (`assess --changed` asks what changed) and {write}"
    if _numbers(named) > _numbers(at_hand):
        return f"Either use a newer ladder-check that has {bank} {named}, or {write}."
    return f"Either {write}, or keep {bank} {named} in a folder of your own (`questions`)."


_CHANGED = (
    "This question or one of its anchors has other words now than when it was answered. "
    "Either answer it again (`assess --changed` asks it), or take the answer out."
)
