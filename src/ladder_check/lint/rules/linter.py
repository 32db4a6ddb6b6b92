"""The linter itself: ignores, waivers and the config (LC9xx)."""

from collections.abc import Iterator

from ladder_check.lint.rule import EVERY_KIND, IN_CONFIG, AnySheet, Hit, Severity, Sheet, rule, rule_of
from ladder_check.model.config import Config


@rule_of(EVERY_KIND, "LC901", "ignore-without-reason", Severity.ERROR)
def ignore_without_reason(sheet: AnySheet) -> Iterator[Hit]:
    """A comment that ignores a rule names the rule and says why.

    Why: in a year nobody will know what was meant. Without a reason it hides nothing.

    Fails:
        answers: {ladder: {deciding.r5: {staff: 4}}}  # ladder-check: ignore[LC301]

    Passes:
        answers: {ladder: {deciding.r5: {staff: 4}}}  # ladder-check: ignore[LC301] the minutes come in May
    """
    for ignore in sheet.heard.ignores:
        if not ignore.codes:
            yield ignore.place, f"This comment names no rule, so it hides nothing. {_SHAPE}"
        elif not ignore.reason:
            yield ignore.place, f"This comment gives no reason, so it hides nothing. {_SHAPE}"


_SHAPE = "Either write it as `# ladder-check: ignore[LC301] why`, or take it out."


@rule_of(EVERY_KIND, "LC902", "unused-ignore", Severity.WARNING)
def unused_ignore(sheet: AnySheet) -> Iterator[Hit]:
    """A comment that ignores a rule stands where that rule finds something.

    Why: a comment that hides nothing today can hide something tomorrow that nobody meant it to.

    Fails:
        assessed_on: 2026-11-03  # ladder-check: ignore[LC301] the minutes come in May

    Passes:
        answers:
          ladder:
            # ladder-check: ignore[LC301] the minutes come in May
            deciding.r5: {staff: 4}
    """
    for ignore, code in sheet.heard.idle_ignores:
        yield (
            ignore.place,
            f"{code} finds nothing here. Either take {code} out, or move the comment to its line.",
        )


@rule("LC903", "expired-waiver", Severity.ERROR)
def expired_waiver(sheet: Sheet) -> Iterator[Hit]:
    """The day of a waiver has not passed.

    Why: a rule was set aside for a time, and the time is over.

    Fails:
        waive: [{rule: LC603, until: 2026-11-09, reason: The group meets on the 8th}]

    Passes:
        waive: [{rule: LC603, until: 2026-11-10, reason: The group meets on the 8th}]
    """
    for number, waiver in enumerate(sheet.waivers):
        if waiver.until < sheet.world.today:
            yield (
                ("waive", number, "until"),
                f"{waiver.rule} was set aside until {waiver.until}, and that day has passed. "
                "Either put right what it finds and take the waiver out, or agree a new day and say why.",
            )


@rule("LC904", "unused-waiver", Severity.WARNING)
def unused_waiver(sheet: Sheet) -> Iterator[Hit]:
    """A waiver is for a rule that finds something in the file.

    Why: what it was for is done, and it would hide the next thing unseen.

    Fails:
        waive: [{rule: LC301, until: 2026-12-31, reason: The notes are being typed}]

    Passes:
        answers: {ladder: {deciding.r5: {staff: 4}}}
        waive: [{rule: LC301, until: 2026-12-31, reason: The notes are being typed}]
    """
    for number in sheet.heard.idle_waivers:
        code = sheet.waivers[number].rule
        yield (
            ("waive", number, "rule"),
            f"{code} finds nothing in this file. Either take the waiver out, or check its code.",
        )


@rule_of(EVERY_KIND, "LC905", "unknown-code", Severity.ERROR)
def unknown_code(sheet: AnySheet) -> Iterator[Hit]:
    """An ignore or a waiver names a rule that there is.

    Why: a slip in the code, and nothing is set aside.

    Fails:
        waive: [{rule: LC999, until: 2026-12-31, reason: The notes are being typed}]

    Passes:
        answers: {ladder: {deciding.r5: {staff: 4}}}
        waive: [{rule: claim-without-evidence, until: 2026-12-31, reason: The notes are being typed}]
    """
    for number, waiver in enumerate(sheet.waivers):
        if sheet.heard.code_of(waiver.rule) is None:
            yield ("waive", number, "rule"), _unknown(waiver.rule)
    codes = {code for code, _ in sheet.heard.known}
    for ignore in sheet.heard.ignores:
        yield from ((ignore.place, _unknown(code)) for code in ignore.codes if code not in codes)


@rule_of(EVERY_KIND, "LC906", "unknown-code-in-config", Severity.ERROR)
def unknown_code_in_config(sheet: AnySheet) -> Iterator[Hit]:
    """The codes that the config selects or ignores are those of rules, or the beginning of some.

    Why: a slip there lets every file through, or none.

    Fails:
        config: {ignore: [LD3]}

    Passes:
        config: {ignore: [LC3]}
    """
    for setting, code in _named(sheet.world.config):
        if not any(
            each.startswith(code.upper()) or name == code.casefold() for each, name in sheet.heard.known
        ):
            yield IN_CONFIG, f"Under {setting}: {_unknown(code)}"


def _named(config: Config) -> Iterator[tuple[str, str]]:
    """Every code that *config* names, after the setting it stands in."""
    yield from (("select", code) for code in config.select)
    yield from (("ignore", code) for code in config.ignore)
    yield from (("per-file-ignores", c) for codes in config.per_file_ignores.values() for c in codes)


def _unknown(name: str) -> str:
    # The nearest code is not looked for: a file may have a slip on each of its lines, and each costs time.
    return f"There is no rule {name!r}. Either correct it (`ladder-check rule` lists them), or take it out."
