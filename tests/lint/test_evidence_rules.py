"""The edges of the rules on evidence (LC3xx); which evidence is old is scoring's to say, and tested there."""

import pytest

from ladder_check.lint.rule import FileState
from linted import found, lines

PLACES: dict[str, FileState] = {
    "notes/autumn.md": "there",
    "notes/spring.md": "missing",
    "../../elsewhere.md": "outside",
    "https://example.org/notes": "link",
}
WITH_PLACES = """\
answers:
  ladder:
    deciding.r5:
      staff: 3
      evidence:
        - {what: a, kind: written, on: 2026-10-02, where: notes/autumn.md}
        - {what: b, kind: written, on: 2026-10-02, where: notes/spring.md}
        - {what: c, kind: written, on: 2026-10-02, where: ../../elsewhere.md}
        - {what: d, kind: written, on: 2026-10-02, where: "https://example.org/notes"}
        - {what: e, kind: said, on: 2026-10-02}
"""


def test_each_way_that_leads_nowhere_is_found_where_it_is_written() -> None:
    (missing,) = found("LC304", WITH_PLACES, file_at=PLACES.__getitem__)
    (outside,) = found("LC305", WITH_PLACES, file_at=PLACES.__getitem__)
    assert lines([missing, outside]) == [10, 11]
    assert missing.message.startswith("There is no file notes/spring.md (from this file on).")
    assert outside.message.startswith("../../elsewhere.md leads out of the repository.")
    assert (missing.severity, outside.severity) == ("warning", "error")


def test_evidence_of_other_banks_is_looked_at_too() -> None:
    piece = "{what: a, kind: written, on: 2026-11-04, where: notes/spring.md}"
    text = f"answers: {{word: {{jm1: {{leaders: 3, evidence: [{piece}]}}}}}}"
    assert len(found("LC303", text)) == len(found("LC304", text, file_at=PLACES.__getitem__)) == 1


def test_a_way_with_signs_that_are_not_to_be_seen_is_told_without_them() -> None:
    text = WITH_PLACES.replace("notes/spring.md", '"a\\nb"')
    (missing,) = found("LC304", text, file_at=lambda path: "missing" if "\n" in path else "there")
    assert "There is no file a\\nb " in missing.message


def _staff_answer(*origins: str | None) -> str:
    pieces = [
        f"{{what: a, kind: said, on: 2026-10-02{f', from: {each}' if each else ''}}}" for each in origins
    ]
    return f"deciding.r5: {{staff: 3, evidence: [{', '.join(pieces)}]}}"


@pytest.mark.parametrize(
    ("origins", "is_found"),
    [
        (("staff", "staff"), True),
        (("staff",), False),
        (("staff", "staff", "lived"), False),
        (("staff", "outside"), False),
        (("staff", None), False),
        (("lived", "lived"), False),
        ((), False),
    ],
)
def test_evidence_of_staff_alone_is_told_of_two_pieces_or_more(
    origins: tuple[str | None, ...], is_found: bool
) -> None:
    text = f"answers: {{ladder: {{{_staff_answer(*origins)}}}}}"
    assert bool(found("LC306", text)) is is_found


def test_each_area_of_work_is_looked_at_on_its_own() -> None:
    ours = _staff_answer("staff", "staff")
    text = f"answers:\n  ladder:\n    {ours}\n    {ours.replace('deciding', 'doing')}\n"
    assert lines(found("LC306", text)) == [6, 7]
    assert lines(found("LC306", "aspects: {doing: {left_out: Not ours.}}\n" + text)) == [7]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (", on: 2024-11-02", "The newest evidence here is more than 24 months older"),
        ("", "This evidence has no day"),
    ],
)
def test_evidence_without_a_day_is_told_from_old_evidence(day: str, said: str) -> None:
    piece = f"{{what: a, kind: said{day}}}"
    text = f"answers:\n  ladder:\n    deciding.r5:\n      staff: 3\n      evidence: [{piece}]\n"
    (finding,) = found("LC302", text)
    assert finding.message.startswith(said)
    assert lines([finding]) == [8]
