"""Evidence: what shows that it is so (LC3xx)."""

from collections.abc import Iterator

from ladder_check.lint.rule import Hit, Severity, Sheet, rule


@rule("LC301", "claim-without-evidence", Severity.WARNING)
def claim_without_evidence(sheet: Sheet) -> Iterator[Hit]:
    """A staff answer of 3 or 4 names evidence where the bank requires it.

    Why: without evidence it counts as 2, so the aspect stands lower than its team thinks.

    Fails:
        answers: {ladder: {deciding.r5: {staff: 4}}}

    Passes:
        answers: {ladder: {deciding.r5: {staff: 4, evidence: [{what: notes, kind: written, on: 2026-10-02}]}}}
    """
    for aspect in sheet.profile.aspects:
        for question, levels in aspect.levels.items():
            if "staff" in levels and levels["staff"].said_not_shown:
                yield ("answers", sheet.case.ladder_bank.id, question), _NOT_SHOWN


_NOT_SHOWN = (
    "Staff say this holds, and nothing shows it, so it counts as 2. Either write down what someone would see "
    "or hear (evidence), or answer what can be shown now."
)
