"""What a room agreed: beside the votes, and a minority statement is never dropped on the way."""

from dataclasses import replace
from pathlib import Path

import pytest

from ladder_check.documents.library import Shelf
from ladder_check.errors import LadderCheckError
from ladder_check.model.room import AgreedAnswer, asked_of
from ladder_check.report.agreeing import agreed_words
from ladder_check.workshop.agreed import agree, agreed_answers, read_agreed, take_back
from ladder_check.workshop.closing import destroy_links
from room_record import CLAIM, HR1, R4, asked, workshop


def test_what_was_agreed_is_kept_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    with workshop(tmp_path / "day.workshop") as record:
        agree(record, HR1, AgreedAnswer("not-sure"))
        agree(record, R4, AgreedAnswer(2, "Two of us see 0."))
        agree(record, CLAIM, AgreedAnswer(4))
        assert list(agreed_answers(record).items()) == [
            (CLAIM, AgreedAnswer(4)),
            (R4, AgreedAnswer(2, "Two of us see 0.")),
            (HR1, AgreedAnswer("not-sure")),
        ]


def test_a_minority_stays_until_all_is_taken_back(tmp_path: Path) -> None:
    with workshop(tmp_path / "day.workshop") as record:
        agree(record, R4, AgreedAnswer(2, "Not us."))
        assert agree(record, R4, AgreedAnswer(3)) == AgreedAnswer(3, "Not us.")
        assert agree(record, R4, AgreedAnswer(3, "Nor us.")) == AgreedAnswer(3, "Not us. / Nor us.")
        assert agree(record, R4, AgreedAnswer(3, "Nor us.")) == AgreedAnswer(3, "Not us. / Nor us.")
        assert take_back(record, R4) == AgreedAnswer(3, "Not us. / Nor us.")
        assert agreed_answers(record) == {}
        with pytest.raises(LadderCheckError, match="nothing to take back"):
            take_back(record, R4)


def test_it_stays_and_takes_nothing_more_when_the_workshop_is_closed(tmp_path: Path) -> None:
    with workshop(tmp_path / "day.workshop") as record:
        agree(record, R4, AgreedAnswer(2, "Not us."))
        destroy_links(record)
        assert agreed_answers(record) == {R4: AgreedAnswer(2, "Not us.")}
        with pytest.raises(LadderCheckError, match="closed for good"):
            agree(record, R4, AgreedAnswer(3))
        with pytest.raises(LadderCheckError, match="closed for good"):
            take_back(record, R4)


def test_a_level_a_rung_or_a_word_is_read() -> None:
    assert read_agreed(asked(R4), "4") == 4
    assert read_agreed(asked(CLAIM), "7") == 7
    assert read_agreed(asked(CLAIM), "step 6") == 6
    assert read_agreed(asked(R4), "not-sure") == "not-sure"
    assert read_agreed(replace(asked(R4), may_not_fit=True), "does-not-fit") == "does-not-fit"
    for typed in ("5", "-1", "rather-not-say", "does-not-fit", "", "step 9"):
        with pytest.raises(LadderCheckError, match="no answer to agree on"):
            read_agreed(asked(R4), typed)


def test_does_not_fit_is_for_questions_that_may_not_fit() -> None:
    """By the shipped banks: a question of the ladder never."""
    shelf = Shelf()
    bank = next(
        name for name in shelf.banks if any(question.may_not_fit for question in shelf.bank(name).questions)
    )
    fits_not = next(question for question in shelf.bank(bank).questions if question.may_not_fit)
    assert asked_of(shelf.bank(bank), fits_not).may_not_fit
    assert not any(
        asked_of(shelf.bank("ladder"), each).may_not_fit for each in shelf.bank("ladder").questions
    )


def test_it_is_said_in_words_with_the_minority() -> None:
    assert agreed_words(asked(R4), AgreedAnswer(2)) == "When it had talked, the room agreed on 2: step 2."
    assert agreed_words(asked(R4), AgreedAnswer("not-sure", "We know.")) == (
        "When it had talked, the room agreed that it is not sure. Not everybody agreed. "
        "Those who did not say: “We know.”"
    )
