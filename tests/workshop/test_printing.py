"""From a record to what is printed: rounds to come, cards of the right version, and languages."""

from pathlib import Path

import pytest

from ladder_check.documents.library import Shelf
from ladder_check.errors import LadderCheckError
from ladder_check.report.paper_view import Printing
from ladder_check.workshop.papers import printing_of
from ladder_check.workshop.record import open_record
from paper_day import record_at, session


def _printing(path: Path, number: int | None = None, language: str | None = None) -> Printing:
    with open_record(path) as record:
        return printing_of(record, Shelf(), number, language)


def test_rounds_to_come_can_be_printed_before_the_day(tmp_path: Path) -> None:
    """The claim first, then the eight questions of one area of work, then the same once more."""
    path = record_at(tmp_path / "day.workshop", session())
    rounds = [_printing(path, number) for number in (None, 1, 2, 3)]
    assert [each.round for each in rounds] == [1, 1, 2, 3]
    assert [len(each.asked) for each in rounds] == [1, 1, 8, 8]
    assert rounds[2].asked == rounds[3].asked
    with open_record(path) as record:
        assert len(record.rounds) == 1


@pytest.mark.parametrize("number", [0, -1, 4, 1000])
def test_a_round_that_nobody_plans_is_refused(tmp_path: Path, number: int) -> None:
    path = record_at(tmp_path / "day.workshop", session())
    with pytest.raises(LadderCheckError, match=rf"There is no round {number}\. Rounds so far: 1"):
        _printing(path, number)


def test_cards_say_what_one_would_see(tmp_path: Path) -> None:
    (card,) = _printing(record_at(tmp_path / "day.workshop", session())).cards
    assert (card.name, card.about) == ("Designing the service", "how the service will work")
    assert (card.rungs[0].number, card.rungs[0].name) == (7, "Co-production")
    assert card.rungs[3].words == "People are asked what they think of a design that staff drew up."


def test_cards_of_another_version_say_only_what_rungs_mean(tmp_path: Path) -> None:
    path = record_at(tmp_path / "day.workshop", session(), ladder="0.9.0")
    (card,) = _printing(path).cards
    assert card.rungs[3].name == "Consultation"
    assert card.rungs[3].words == "People are asked what they think, but others decide."


def test_there_are_no_cards_where_nobody_claims(tmp_path: Path) -> None:
    of = session(aspects=[], banks=["rules"])
    assert _printing(record_at(tmp_path / "day.workshop", of)).cards == ()


def test_the_ladder_is_credited_with_a_link(tmp_path: Path) -> None:
    (source,) = _printing(record_at(tmp_path / "day.workshop", session())).ladder_credits
    assert source.name == "Think Local Act Personal and its National Co-production Advisory Group"
    assert str(source.link).startswith("https://www.thinklocalactpersonal.org.uk/")


def test_a_language_that_the_questions_have_is_taken(tmp_path: Path) -> None:
    path = record_at(tmp_path / "day.workshop", session())
    assert _printing(path, language="en") == _printing(path)


def test_a_language_that_the_questions_have_not_is_refused(tmp_path: Path) -> None:
    path = record_at(tmp_path / "day.workshop", session())
    with pytest.raises(LadderCheckError, match=r"not all there in 'cy'\. They are there in: en\."):
        _printing(path, language="cy")


def test_a_path_with_a_space_is_named_as_it_is_typed(tmp_path: Path) -> None:
    path = record_at(tmp_path / "our day.workshop", session())
    assert _printing(path).record == f"'{path}'"
