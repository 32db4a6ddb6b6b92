"""People's own words in the record: numbered, shared only if marked so, taken out when they wish."""

from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.closing import destroy_links
from ladder_check.workshop.words import Words, add_words, remove_words, share_words, words_of
from room_record import R4, R5, entry, workshop


def test_words_have_numbers_and_are_shared_only_if_marked_so(tmp_path: Path) -> None:
    with workshop(tmp_path / "day.workshop") as record:
        assert words_of(record) == ()
        assert add_words(record, R5, "people", "It was already printed.", share=True) == 1
        assert add_words(record, R4, "staff", "We ran out of time.", share=False) == 2
        assert words_of(record) == (
            Words(1, R5, "people", "It was already printed.", True),
            Words(2, R4, "staff", "We ran out of time.", False),
        )
        share_words(record, 1, share=False)
        share_words(record, 2, share=True)
        assert [each.share for each in words_of(record)] == [False, True]


def test_the_same_words_are_kept_once(tmp_path: Path) -> None:
    """A second look does not undo what was agreed at the first."""
    with workshop(tmp_path / "day.workshop") as record:
        first = add_words(record, R4, "people", "Too late.", share=True)
        assert add_words(record, R4, "people", "Too late.", share=False) == first
        assert add_words(record, R4, "carers", "Too late.", share=False) != first
        assert [each.share for each in words_of(record)] == [True, False]


def test_words_can_be_taken_out_for_good(tmp_path: Path) -> None:
    path = tmp_path / "day.workshop"
    with workshop(path) as record:
        add_words(record, R4, "people", "It was already printed.", share=True)
        remove_words(record, 1)
        assert words_of(record) == ()
    assert b"already printed" not in path.read_bytes()


def test_words_that_are_not_there_are_named(tmp_path: Path) -> None:
    with workshop(tmp_path / "day.workshop") as record:
        add_words(record, R4, "people", "Too late.", share=True)
        with pytest.raises(LadderCheckError, match=r"no words of number 7\. Numbers so far: 1\."):
            share_words(record, 7, share=True)
        with pytest.raises(LadderCheckError, match="no words of number 7"):
            remove_words(record, 7)
        with pytest.raises(LadderCheckError, match="question in this workshop"):
            add_words(record, "rules.hr9", "people", "Too late.", share=True)


def test_after_closing_nothing_comes_in_and_people_may_still_change_their_mind(tmp_path: Path) -> None:
    with workshop(tmp_path / "day.workshop") as record:
        record.put([entry("1", 3)])
        add_words(record, R4, "people", "Too late.", share=True)
        add_words(record, R4, "people", "Never asked.", share=True)
        destroy_links(record)
        with pytest.raises(LadderCheckError, match="closed for good"):
            add_words(record, R4, "people", "One more.", share=True)
        share_words(record, 1, share=False)
        remove_words(record, 2)
        assert words_of(record) == (Words(1, R4, "people", "Too late.", False),)
