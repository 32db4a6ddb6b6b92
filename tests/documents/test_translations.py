"""A translation is read beside its bank: everything it names is there, and nothing else is in it."""

from datetime import date
from pathlib import Path

import pytest

from ladder_check.cli.checking import Request, judge_all
from ladder_check.documents.library import Shelf
from ladder_check.documents.paths import find_files, is_translation
from ladder_check.model.seen import fingerprint

SEEN = {each.id: fingerprint(each) for each in Shelf().bank("word").questions}
TEXT = f"""\
format: 1
translates: word
version: 1.0.0
language: fr
texts:
  jm1:
    ask: Pouvez-vous nommer une solution faite ensemble ?
    anchors: [Non., Une rencontre., "Oui, par le personnel.", Oui., "Oui, plus d'une."]
    seen: "{SEEN["jm1"]}"
  jm2:
    ask: Les gens ont-ils plus de choix qu'avant ?
    anchors: [Non., "Nous le disons, pas eux.", Un peu., "Oui, ils le disent.", "Oui, presque tous."]
    seen: "{SEEN["jm2"]}"
"""


def found(folder: Path, text: str, name: str = "word.bank.fr.yaml") -> list[tuple[int, str]]:
    """The line and the code of each finding in a *folder* with one file of this *text*."""
    (folder / name).write_text(text, encoding="utf-8")
    (judged,), _ = judge_all([str(folder)], Request(date(2026, 11, 10)), None)
    return [(each.place.line if each.place else 0, each.code) for each in judged.findings]


def test_a_whole_translation_of_todays_words_has_nothing_to_put_right(tmp_path: Path) -> None:
    assert found(tmp_path, TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("translates: word", "translates: words", "LC101", 2),
        ("  jm2:", "  jm3:", "LC201", 10),
        ("language: fr", "language: French please", "LC007", 4),
        ("language: fr", "language: cy", "LC112", 2),
        ("version: 1.0.0", "version: 1.0", "LC007", 3),
        ("    seen:", "    sen:", "LC006", 9),
        ("  jm2:\n    ask: Les gens ont-ils plus de choix qu'avant ?\n", "  jm2:\n", "LC010", 11),
        (', "Oui, plus d\'une."]', "]", "LC113", 8),
        ("Un peu.", "Non.", "LC115", 12),
        ("format: 1", "format: 2", "LC008", 1),
    ],
)
def test_what_cannot_be_read_is_told_at_its_line(
    old: str, new: str, code: str, line: int, tmp_path: Path
) -> None:
    assert old in TEXT
    assert (line, code) in found(tmp_path, TEXT.replace(old, new))


def test_a_translation_of_another_version_names_the_questions_that_changed(tmp_path: Path) -> None:
    text = TEXT.replace("1.0.0", "0.9.0").replace(SEEN["jm2"], "000000")
    assert found(tmp_path, text) == [(3, "LC141"), (13, "LC142")]
    (judged,), _ = judge_all([str(tmp_path)], Request(date(2026, 11, 10)), None)
    assert judged.findings[0].message == (
        "This was made from word 0.9.0, and 1.0.0 is at hand. Changed since: jm2. Either go through it and "
        "write 1.0.0, or keep that version of the bank in a folder of your own (`questions`)."
    )


def test_a_question_without_a_text_is_named(tmp_path: Path) -> None:
    text = TEXT.partition("  jm2:")[0]
    assert found(tmp_path, text) == [(5, "LC143")]
    noted = text.replace("texts:", "texts:  # ladder-check: ignore[LC143] jm2 comes in May")
    assert found(tmp_path, noted) == []


def test_a_translation_of_a_bank_beside_it_is_read_with_that_bank(tmp_path: Path) -> None:
    own = Shelf().text_of("word").replace("id: word", "id: ours", 1)
    (tmp_path / "ours.bank.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "ours.bank.pt-BR.yaml").write_text(
        TEXT.replace("translates: word", "translates: ours").replace("language: fr", "language: pt-BR"),
        encoding="utf-8",
    )
    judged, _ = judge_all([str(tmp_path)], Request(date(2026, 11, 10)), None)
    assert [(Path(each.file).name, each.findings) for each in judged] == [
        ("ours.bank.pt-BR.yaml", ()),
        ("ours.bank.yaml", ()),
    ]


def test_only_a_language_tag_makes_a_translation(tmp_path: Path) -> None:
    names = [
        "word.bank.cy.yaml",
        "word.bank.en-GB.yaml",
        "word.bank.backup.yaml",
        "bank.cy.yaml",
        "x.cy.yaml",
    ]
    assert [name for name in names if is_translation(name)] == names[:2]
    for name in names:
        (tmp_path / name).write_text("format: 1\n", encoding="utf-8")
    assert [path.name for path in find_files([str(tmp_path)]).files] == sorted(names[:2])
