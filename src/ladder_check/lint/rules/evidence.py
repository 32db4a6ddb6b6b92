"""Evidence: what shows that it is so (LC3xx)."""

from collections.abc import Iterator

from ladder_check.documents.characters import shown
from ladder_check.lint.rule import Hit, Path, Severity, Sheet, rule
from ladder_check.model.answer import Evidence


@rule("LC301", "claim-without-evidence", Severity.WARNING)
def claim_without_evidence(sheet: Sheet) -> Iterator[Hit]:
    """A staff answer of 3 or 4 names evidence where the bank requires it.

    Why: without evidence it counts as 2, so the aspect stands lower than its team thinks.

    Fails:
        answers: {ladder: {deciding.r5: {staff: 4}}}

    Passes:
        answers: {ladder: {deciding.r5: {staff: 4, evidence: [{what: notes, kind: written, on: 2026-10-02}]}}}
    """
    for aspect in sheet.aspects:
        for question, levels in aspect.levels.items():
            if "staff" in levels and levels["staff"].said_not_shown:
                yield ("answers", sheet.case.ladder_bank.id, question), _NOT_SHOWN


@rule("LC302", "old-evidence", Severity.WARNING)
def old_evidence(sheet: Sheet) -> Iterator[Hit]:
    """Where the bank requires evidence, some of it is dated, and no older than 24 months.

    Why: what was shown longer ago may not be so today, and counts as 2. Evidence without a day counts as old.

    Fails:
        answers: {ladder: {deciding.r5: {staff: 4, evidence: [{what: notes, kind: written, on: 2024-11-02}]}}}

    Passes:
        answers: {ladder: {deciding.r5: {staff: 4, evidence: [{what: notes, kind: written, on: 2024-11-03}]}}}
    """
    bank = sheet.case.ladder_bank.id
    for aspect in sheet.aspects:
        for question, levels in aspect.levels.items():
            if "staff" in levels and levels["staff"].old_evidence:
                dated = any(each.on for each in sheet.case.assessment.answers_to(bank, question).evidence)
                yield ("answers", bank, question, "evidence"), _OLD if dated else _NOT_DATED


@rule("LC303", "evidence-after-assessment", Severity.WARNING)
def evidence_after_assessment(sheet: Sheet) -> Iterator[Hit]:
    """No evidence is dated after the day of the assessment.

    Why: what came later cannot have been known when the answer was given, so one of the two days is wrong.

    Fails:
        assessed_on: 2026-11-03
        answers: {ladder: {deciding.r5: {staff: 4, evidence: [{what: notes, kind: written, on: 2026-11-04}]}}}

    Passes:
        assessed_on: 2026-11-03
        answers: {ladder: {deciding.r5: {staff: 4, evidence: [{what: notes, kind: written, on: 2026-11-03}]}}}
    """
    assessed_on = sheet.case.assessment.assessed_on
    for path, evidence in sheet.pieces:
        if evidence.on and evidence.on > assessed_on:
            found = f"This evidence is of {evidence.on}, and the assessment of {assessed_on}"
            yield (*path, "on"), f"{found}. {_WHICH_DAY}"


@rule("LC304", "evidence-file-missing", Severity.WARNING)
def evidence_file_missing(sheet: Sheet) -> Iterator[Hit]:
    """A file that `where` names is there.

    Why: evidence is something another person could look at. A way that leads to nothing shows nothing.

    Fails:
        files: {notes/autumn.md: missing}
        answers:
          ladder:
            deciding.r5:
              staff: 4
              evidence: [{what: notes, kind: written, on: 2026-10-02, where: notes/autumn.md}]

    Passes:
        files: {notes/autumn.md: there}
        answers:
          ladder:
            deciding.r5:
              staff: 4
              evidence: [{what: notes, kind: written, on: 2026-10-02, where: notes/autumn.md}]
    """
    for path, evidence in sheet.pieces:
        if evidence.where and sheet.world.file_at(evidence.where) == "missing":
            yield (
                (*path, "where"),
                f"There is no file {shown(evidence.where)} (from this file on). {_MISSING}",
            )


@rule("LC305", "evidence-outside", Severity.ERROR)
def evidence_outside(sheet: Sheet) -> Iterator[Hit]:
    """A file that `where` names lies in the repository.

    Why: whoever has the assessment then has its evidence too. What lies outside is on one machine only, and
    nothing outside is ever opened.

    Fails:
        files: {../../private/notes.md: outside}
        answers:
          ladder:
            deciding.r5:
              staff: 4
              evidence: [{what: notes, kind: written, on: 2026-10-02, where: ../../private/notes.md}]

    Passes:
        files: {../notes.md: there}
        answers:
          ladder:
            deciding.r5:
              staff: 4
              evidence: [{what: notes, kind: written, on: 2026-10-02, where: ../notes.md}]
    """
    for path, evidence in sheet.pieces:
        if evidence.where and sheet.world.file_at(evidence.where) == "outside":
            yield (*path, "where"), f"{shown(evidence.where)} leads out of the repository. {_OUTSIDE}"


@rule("LC306", "evidence-from-staff-only", Severity.NOTICE)
def evidence_from_staff_only(sheet: Sheet) -> Iterator[Hit]:
    """Of the evidence for an area of work, some does not come from staff.

    Why: where staff alone show how well they do it, nobody can tell whether it looks the same from the
    other side. What people who draw on care and support show stands on its own.

    Fails:
        answers:
          ladder:
            deciding.r4: {staff: 3, evidence: [{what: notes, kind: written, on: 2026-10-02, from: staff}]}
            deciding.r5: {staff: 3, evidence: [{what: a plan, kind: written, on: 2026-10-02, from: staff}]}

    Passes:
        answers:
          ladder:
            deciding.r4: {staff: 3, evidence: [{what: notes, kind: written, on: 2026-10-02, from: staff}]}
            deciding.r5: {staff: 3, evidence: [{what: they told us, kind: said, on: 2026-10-02, from: lived}]}
    """
    for pieces in _by_aspect(sheet).values():
        if len(pieces) > 1 and {evidence.from_ for _, evidence in pieces} == {"staff"}:
            path = pieces[0][0]
            yield path[:-1], _STAFF_ONLY.format(len(pieces))


@rule("LC307", "evidence-changed", Severity.WARNING)
def evidence_changed(sheet: Sheet) -> Iterator[Hit]:
    """A file that `where` names is as it was when the answer was given.

    Why: what was looked at may not stand there any more. Git knows when a file was changed; that it was
    added later is no change.

    Fails:
        assessed_on: 2026-11-03
        changed: {notes/autumn.md: 2026-11-05}
        answers:
          ladder:
            deciding.r5:
              staff: 4
              evidence: [{what: notes, kind: written, on: 2026-10-02, where: notes/autumn.md}]

    Passes:
        assessed_on: 2026-11-03
        changed: {notes/autumn.md: 2026-11-02}
        answers:
          ladder:
            deciding.r5:
              staff: 4
              evidence: [{what: notes, kind: written, on: 2026-10-02, where: notes/autumn.md}]
    """
    assessed_on = sheet.case.assessment.assessed_on
    for path, evidence in sheet.pieces:
        if evidence.where and sheet.world.file_at(evidence.where) == "there":
            day = max(evidence.on or assessed_on, assessed_on)
            changed = sheet.world.changed_after(day, evidence.where)
            if changed:
                found = f"{shown(evidence.where)} was changed on {changed}, and the answer is of {day}"
                yield (*path, "where"), f"{found}. {_CHANGED}"


def _by_aspect(sheet: Sheet) -> dict[str, list[tuple[Path, Evidence]]]:
    """The evidence of each area of work that is not left out."""
    bank = sheet.case.ladder_bank
    found: dict[str, list[tuple[Path, Evidence]]] = {}
    for path, evidence in sheet.pieces:
        aspect = str(path[2]).partition(".")[0]
        if path[1] == bank.id and not sheet.case.assessment.notes_on(aspect).left_out:
            found.setdefault(aspect, []).append((path, evidence))
    return found


_NOT_SHOWN = (
    "Staff say this holds, and nothing shows it, so it counts as 2. Either write down what someone would see "
    "or hear (evidence), or answer what can be shown now."
)
_OLD = (
    "The newest evidence here is more than 24 months older than the assessment, so the answer counts as 2. "
    "Either add what shows it today, or answer what can be shown now."
)
_NOT_DATED = (
    "This evidence has no day, so nobody knows how old it is, and the answer counts as 2. "
    "Either add the day (on: 2026-10-02), or answer what can be shown now."
)
_WHICH_DAY = (
    "Either correct the day that is wrong, or, if the answers were gone through again, move assessed_on."
)
_MISSING = "Either correct the way to it, or add the file, or take `where` out and say in `what` whom to ask."
_OUTSIDE = "Either put a copy into the repository, or take `where` out and say in `what` whom to ask."
_CHANGED = (
    "Either go through the answer again and move assessed_on, "
    "or say why it still holds (an ignore with a reason)."
)
_STAFF_ONLY = (
    "All {} pieces of evidence for this area of work come from staff. Either ask people who draw on care and "
    "support, or someone from outside, what they saw or heard, or say openly that only staff show it."
)
