"""Setting a workshop out: from a file, with faults at their places, and from flags; what the record keeps."""

from pathlib import Path
from typing import Any

import pytest

from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.library import Shelf
from ladder_check.errors import LadderCheckError
from ladder_check.model.room import Session
from ladder_check.workshop.day import begin, read_invited, read_session, session_of, set_out
from ladder_check.workshop.record import Round, open_record

SHELF = Shelf()
EXAMPLE = Path(__file__).parents[2] / "examples" / "day.yaml"
HEAD = "format: 1\ntitle: Day\non: 2026-11-03\nperspectives: {people: 9}\n"
SAID: dict[str, Any] = {
    "title": "Day",
    "on": "2026-11-03",
    "aspects": ["doing"],
    "perspectives": {"people": 9},
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "day.yaml"


def faults(file: Path, text: str) -> list[tuple[int, int, str]]:
    """Line and column of each finding, with what it says."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDocument) as refused:
        read_session(file, SHELF)
    found = [(each.place, each.message) for each in refused.value.findings]
    return [(place.line, place.column, message) for place, message in found if place]


def test_the_example_is_read_and_becomes_a_record(tmp_path: Path) -> None:
    """Two areas of eight questions, two claims before them, and the two questions of the word."""
    session = read_session(EXAMPLE, SHELF)
    assert session.invited == {
        "people": 9,
        "carers": 2,
        "lived": 11,
        "frontline": 8,
        "leaders": 3,
        "staff": 11,
    }
    setting = set_out(session, SHELF)
    assert (len(setting.questions), setting.banks) == (20, {"ladder": "1.0.0", "word": "1.0.0"})
    assert begin(tmp_path / "day.workshop", setting) is False
    with open_record(tmp_path / "day.workshop") as record:
        assert record.rounds == (Round(1, open=True, asks=("claim.designing", "claim.choosing")),)
        assert record.session == session
    assert (tmp_path / ".gitignore").read_text() == "*.workshop*\n"


def test_where_no_rung_is_claimed_the_first_round_asks_the_questions(tmp_path: Path) -> None:
    begin(tmp_path / "day.workshop", set_out(session_of({**SAID, "aspects": [], "banks": ["word"]}), SHELF))
    with open_record(tmp_path / "day.workshop") as record:
        assert len(record.rounds[0].asks) == 2


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("aspects: [doing, desining]", 18, "no area of work called 'desining'. Did you mean 'designing'"),
        ("banks: [word, rule]", 15, "no bank called 'rule'. Did you mean 'rules'"),
        ("agenda: [claim.doing, rules.hr1.practise]", 23, "Did you mean 'rules.hr1.practice'"),
        ("agenda: [claim.dong]", 10, "Did you mean 'claim.doing'"),
        ("agenda: [rule.hr1.practice]", 10, "no bank called 'rule'"),
        ("aspect: [doing]", 1, "Did you mean 'aspects'"),
        ("banks: word", 8, "list"),
    ],
)
def test_a_fault_is_said_at_its_place(file: Path, line: str, column: int, words: str) -> None:
    found = faults(file, f"{HEAD}{line}\n")
    assert [(5, column, True)] == [(at, col, words in message) for at, col, message in found[:1]]


def test_every_unknown_name_is_said(file: Path) -> None:
    found = faults(file, f"{HEAD}aspects: [desining, dong]\nbanks: [rule]\n")
    assert sorted((line, column) for line, column, _ in found) == [(5, 11), (5, 21), (6, 9)]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (HEAD.replace("2026-11-03", "3 Nov") + "banks: [word]\n", (3, 5), "is not a date"),
        (HEAD.replace("people: 9", "people: nine") + "banks: [word]\n", (4, 24), "is not a number of people"),
        (HEAD + "banks: [word]\nsmall-group: 4\n", (6, 14), "Write 5, 10 or 3"),
        (HEAD, (1, 1), "Nothing is asked yet"),
        (HEAD + "banks: [word]\nsmall-group: 3\n", (1, 1), "only if they agreed to it themselves"),
    ],
)
def test_a_value_that_cannot_be_is_said_at_its_place(
    file: Path, text: str, place: tuple[int, int], words: str
) -> None:
    ((line, column, message),) = faults(file, text)
    assert ((line, column), words in message) == (place, True)


# Flags


def test_flags_say_the_same_as_a_file(file: Path) -> None:
    file.write_text(f"{HEAD}aspects: [doing]\n", encoding="utf-8")
    assert session_of(SAID) == read_session(file, SHELF)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"aspects": []}, "Add --aspect, --bank or --question"),
        ({"perspectives": {}}, "Add --invite people=9"),
        ({"title": None}, "--title"),
        ({"small-group": 4}, "--small-group: 4 is not a size for small groups"),
        ({"small-group": 3}, "agreed to it themselves"),
        ({"aspects": ["doing", "doing"]}, "--aspect: 'doing' stands here twice"),
    ],
)
def test_a_flag_that_is_missing_or_wrong_is_named(other: dict[str, Any], words: str) -> None:
    with pytest.raises(LadderCheckError) as refused:
        session_of({key: value for key, value in {**SAID, **other}.items() if value is not None})
    assert words in str(refused.value)


def test_who_is_invited_is_a_word_and_a_number() -> None:
    assert read_invited(["people=9", "carers = 2", "leaders=0"]) == {"people": 9, "carers": 2, "leaders": 0}


@pytest.mark.parametrize(
    "said", [["people"], ["people=-1"], ["people=x"], ["=9"], ["people=9", "people=8"], ["people=²"]]
)
def test_who_is_invited_is_said_once_and_in_numbers(said: list[str]) -> None:
    with pytest.raises(LadderCheckError, match=r"people=9|no perspective"):
        read_invited(said)


def test_a_session_is_kept_without_a_loss() -> None:
    whole = Session.model_validate(
        {
            **SAID,
            "format": 1,
            "organisation": "O",
            "work": "W",
            "purpose": "P",
            "small-group": 3,
            "agreed-by": "us",
        }
    )
    assert Session.model_validate_json(whole.model_dump_json(by_alias=True, exclude_none=True)) == whole


def test_what_nobody_can_see_is_taken_out_of_flags() -> None:
    """As out of what is typed: an escape sequence, a turn of direction, a line break."""
    said = SAID | {
        "title": "Day\x1b[31m\x07 one\n::error::x",
        "work": "a\u202eb\u200b",
        "purpose": " to  talk ",
    }
    session = session_of(said)
    assert (session.title, session.work, session.purpose) == ("Day[31m one ::error::x", "ab", "to talk")
    with pytest.raises(LadderCheckError, match="--title: '' is nothing to write here"):
        session_of(SAID | {"title": "\x1b\u200b"})
