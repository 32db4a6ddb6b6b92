"""Paper ballots typed in: lines in and lines out, and what is in the record after it."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from ladder_check.model.room import RoomAnswer
from ladder_check.workshop.record import open_record
from ladder_check.workshop.words import Words, add_words, words_of
from room_record import CLAIM, HR1, R4, R5, entry, workshop
from workshop_commands import Ended, run

DAY = "day.workshop"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record in it whose first round asks three questions."""
    with workshop(tmp_path / DAY):
        return tmp_path


def typed(folder: Path, *lines: str, flags: Iterable[str] = ()) -> str:
    """All that is said while *lines* are typed, without line breaks."""
    ended = talk(folder, *lines, flags=flags)
    assert (ended.returncode, ended.stderr) == (0, "")
    return " ".join(ended.stdout.split())


def talk(folder: Path, *lines: str, flags: Iterable[str] = ()) -> Ended:
    """How a command ended at which *lines* were typed."""
    return run(folder, "enter", DAY, *flags, typed="".join(f"{line}\n" for line in lines))


def ballot(folder: Path, number: str, of_round: int = 1) -> dict[str, RoomAnswer]:
    """What a ballot says in the record."""
    with open_record(folder / DAY) as record:
        return record.ballot(number, of_round)


def votes(folder: Path, question: str) -> list[tuple[str, RoomAnswer]]:
    """Who said what to a question, of all rounds."""
    with open_record(folder / DAY) as record:
        said = [(each.voice, each.answer) for of in record.votes(question).values() for each in of]
    return sorted(said, key=str)


def test_a_ballot_in_one_line_is_said_back_and_saved(folder: Path) -> None:
    said = typed(folder, "12", "1", "3 ? -", "q")
    assert "Ballot 12, people: 3 ? -. Saved. 1 of 18 so far." in said
    assert ballot(folder, "12") == {R4: 3, R5: "not-sure"}
    assert said.endswith(
        "All that said Saved is in day.workshop. To go on, type: ladder-check workshop enter day.workshop"
    )


def test_a_ballot_question_by_question_is_saved_answer_by_answer(folder: Path) -> None:
    said = typed(folder, "12 carers", "3", "x")
    assert "1 of 3. About ladder.designing.r4: 3 3. Saved." in said
    assert ballot(folder, "12") == {R4: 3, R5: "rather-not-say"}
    assert "Ballot 12, carers: 3 x 0. Saved." in typed(folder, "12", "s", "s", "0")


def test_the_rest_of_a_ballot_may_follow_in_one_line(folder: Path) -> None:
    typed(folder, "12 people", "3", "1 0")
    assert ballot(folder, "12") == {R4: 3, R5: 1, HR1: 0}


def test_enter_takes_the_next_ballot(folder: Path) -> None:
    said = typed(folder, "", "1", "1 1 1", "", "1", "2 2 2", "40 people", "3 3 3", "", "2", "4 4 4")
    assert "Enter for 41" in said
    assert [ballot(folder, n)[R4] for n in ("1", "2", "40", "41")] == [1, 2, 3, 4]


def test_wrong_lines_lose_nothing_and_say_what_was_expected(folder: Path) -> None:
    said = typed(
        folder,
        "Ashley",
        "3 2 1",
        "12",
        "",
        "9",
        "people",
        "",
        "3 2",
        "3 2 9",
        "5",
        "3 2 1",
        "hello there",
        "staff 1 2",
    )
    assert ballot(folder, "12") == {R4: 3, R5: 2, HR1: 1}
    for told in (
        "“Ashley” is not a ballot number. Please type the number on the paper, such as 12",
        "“3 2 1” is not a ballot number",
        "Please type people (1), carers (2)",
        "Please type 0 to 4, ? for not sure, x for rather not say, or - for nothing ticked.",
        "That is 2 answers, and there are 3 questions from here.",
        "“9” is not an answer to “about rules.hr1.practice”",
        "“5” is not an answer",
    ):
        assert told in said


def test_a_change_is_asked_for_first(folder: Path) -> None:
    typed(folder, "12 people", "3 2 1")
    said = typed(folder, "12", "2 2 1", "n", "2 2 1", "y", "12", "2 4 -", "y", "12", "-", "n", "s", "s", "s")
    assert "Ballot 12, people, has answers: 3 2 1." in said
    assert "Ballot 12 said 3 before. Change it to 2? yes (y) or no (n): n Nothing was changed." in said
    assert "Ballot 12 said before: 2 to question 2, now 4; 1 to question 3, now -. Change them?" in said
    assert "Ballot 12 said 2 before. Change it to nothing ticked?" in said
    assert ballot(folder, "12") == {R4: 2, R5: 4}


def test_back_goes_to_the_question_before_and_to_the_ballot_before(folder: Path) -> None:
    said = typed(
        folder,
        "12 people",
        "3",
        "b",
        "4",
        "y",
        "1",
        "0",
        "b",
        "2",
        "y",
        "13 people",
        "b",
        "14 people",
        "1 1 1",
    )
    assert "1 of 3. About ladder.designing.r4, now 3: 4" in said
    assert "3 of 3. About rules.hr1.practice, now 0: 2" in said
    assert ballot(folder, "12") == {R4: 4, R5: 1, HR1: 2}
    assert (ballot(folder, "13"), ballot(folder, "14")[R4]) == ({}, 1)


def test_undo_takes_back_what_was_saved_last_and_what_was_before_it(folder: Path) -> None:
    said = typed(folder, "u", "12 people", "3 2 1", "12", "4 2 1", "y", "u", "c", "u", "c", "u")
    assert said.count("Nothing was saved in this sitting yet") == 2
    assert said.count("Taken back: ballot 12 is as it was before.") == 2
    assert ballot(folder, "12") == {}
    with open_record(folder / DAY) as record:
        assert record.votes(R4) == {}


def test_undo_within_a_ballot_goes_back_to_that_question(folder: Path) -> None:
    said = typed(folder, "12 people", "3", "2", "u", "1", "0")
    assert "Taken back: ballot 12, about ladder.designing.r5, is as it was before. 2 of 3." in said
    assert ballot(folder, "12") == {R4: 3, R5: 1, HR1: 0}


def test_a_wrong_group_is_put_right_by_taking_the_ballot_back(folder: Path) -> None:
    typed(folder, "12 people", "3 2 1", "u", "12 carers", "3 2 1")
    assert votes(folder, R4) == [("carers", 3)]


def test_a_number_of_another_group_is_refused_in_words(folder: Path) -> None:
    typed(folder, "12 people", "3 2 1")
    said = typed(folder, "12 carers", "12", "- - -", "y", "12 carers", "3 2 1")
    assert "Ballot 12 speaks for people already, so it cannot speak for carers." in said
    assert votes(folder, R4) == [("carers", 3)]


def test_a_ballot_with_nothing_on_it_is_not_counted(folder: Path) -> None:
    assert "Nothing is ticked on ballot 12, so there is nothing to save." in typed(
        folder, "12 people", "- - -"
    )
    assert "0 of 18" in run(folder, "status", DAY).stdout


def test_more_ballots_than_people_are_pointed_out(folder: Path) -> None:
    with open_record(folder / DAY) as record:
        record.put([entry(str(n), 3) for n in range(1, 19)])
    assert "19 so far, and 18 are invited: please look at the numbers." in typed(folder, "19 people", "1 1 1")


def test_the_whole_question_and_help_are_said_when_asked_for(folder: Path) -> None:
    said = typed(folder, "h", "12 people", "r", "h", "c")
    assert "12 people: and whose it is" in said
    assert "How is it? 0. step 0 1. step 1" in said
    assert "repeat, or r: the whole question" in said
    assert "1. About ladder.designing.r4: - 2." in said


def test_a_tally_is_said_back_with_those_invited(folder: Path) -> None:
    said = typed(folder, "t", "staff: 0 1 2 1 2 ? 1", "lived 0 1 1 0 0", "3", "people 0 0 9 0 0", "b", "q")
    counted = "nobody at 0, 1 at 1, 2 at 2, 1 at 3, 2 at 4 and 1 not sure; together 7 of 7 invited."
    assert f"Staff together: {counted} Saved." in said
    assert votes(folder, R4) == [
        ("lived", 1),
        ("lived", 2),
        ("staff", "not-sure"),
        ("staff", 1),
        ("staff", 2),
        ("staff", 2),
        ("staff", 3),
        ("staff", 4),
        ("staff", 4),
    ]
    assert votes(folder, HR1) == [("people", 2)] * 9


def test_a_tally_line_needs_no_word_before_it_and_asks_for_its_question(folder: Path) -> None:
    said = typed(folder, "staff 0 0 0 2 0", "l", "7", "2", "people 1 1 1", "b")
    assert "This tally is of which question?" in said
    assert votes(folder, R5) == [("staff", 3)] * 2
    assert votes(folder, R4) == []


def test_a_tally_typed_again_asks_and_replaces(folder: Path) -> None:
    said = typed(
        folder,
        "t",
        "staff 0 0 0 2 0",
        "staff 0 0 0 0 3",
        "n",
        "staff 0 0 0 0 3",
        "y",
        "staff 0 0 0 0 0",
        "y",
        "u",
    )
    assert "There is a tally of staff already: nobody at 0, nobody at 1, nobody at 2, 2 at 3" in said
    assert said.count("Taken back") == 1
    assert votes(folder, R4) == [("staff", 4)] * 3


def test_a_tally_of_more_than_were_invited_or_beside_ballots_asks(folder: Path) -> None:
    typed(folder, "12 people", "3 2 1")
    said = typed(folder, "t", "people 1 0 0 0 0", "n", "partners 1 0 0 0 0", "n", "carers 0 0 0 3 0", "y")
    assert "There are ballots too that may be of the same people." in said
    assert "That is 1, and nobody of partners is invited. Is that right?" in said
    assert "That is 3, and 2 of carers are invited. Is that right?" in said
    assert votes(folder, R4) == [*[("carers", 3)] * 3, ("people", 3)]


def test_a_ballot_beside_a_tally_of_the_same_people_asks_once(folder: Path) -> None:
    typed(folder, "t", "lived 0 0 0 2 0")
    said = typed(folder, "1 people", "n", "1 people", "y", "1 1 1", "2 people", "1 1 1", "3 leaders", "1 1 1")
    assert said.count("There is a tally that may count people of people already") == 2
    assert votes(folder, R4) == [("leaders", 1), ("lived", 3), ("lived", 3), ("people", 1), ("people", 1)]


def test_words_are_kept_apart_from_scores_and_shared_only_if_agreed(folder: Path) -> None:
    said = typed(
        folder,
        "12 people",
        "3 2 1",
        "w",
        "2",
        "1",
        "It was already printed.",
        "y",
        "w",
        "1",
        "7",
        "Too late.",
        "n",
    )
    assert "Saved as number 1, to be shared." in said
    with open_record(folder / DAY) as record:
        assert words_of(record) == (
            Words(1, R5, "people", "It was already printed.", True),
            Words(2, R4, "staff", "Too late.", False),
        )
    listed = run(folder, "words", DAY).stdout
    assert "12" not in listed.replace("1.", "").replace("2.", "")
    assert "It was already printed.” To be shared." in " ".join(listed.split())


def test_the_same_words_again_are_shared_as_was_said_last_and_not_taken_back(folder: Path) -> None:
    typed(folder, "w", "1", "1", "Too late.", "n")
    said = typed(folder, "w", "1", "1", "Too late.", "y", "u")
    assert ("Saved as number 1, to be shared." in said, "nothing to take back" in said) == (True, True)
    with open_record(folder / DAY) as record:
        assert words_of(record) == (Words(1, R4, "people", "Too late.", True),)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Write to ash@example.org", "This seems to hold an e-mail address."),
        ("Ring 01632 960 001 any time", "This seems to hold a phone number."),
    ],
)
def test_words_that_tell_who_somebody_is_are_not_saved(folder: Path, line: str, told: str) -> None:
    said = typed(folder, "w", "1", "1", line, "")
    assert (told in said, "No words were saved." in said) == (True, True)
    assert run(folder, "words", DAY).stdout == "Nobody's own words are kept here yet.\n"


def test_words_that_may_hold_a_name_are_asked_about(folder: Path) -> None:
    said = typed(folder, "w", "1", "1", "Dr Example was late", "n", "The doctor was late", "n")
    assert "This may hold somebody's name." in said
    assert "The doctor was late" in run(folder, "words", DAY).stdout
    typed(folder, "w", "1", "1", "Dr Example was late", "y", "n", "u")
    assert "Example" not in run(folder, "words", DAY).stdout


def test_words_are_marked_and_taken_out_all_or_nothing(folder: Path) -> None:
    typed(folder, "w", "1", "1", "One thing.", "n", "w", "1", "1", "Another thing.", "y")
    assert run(folder, "words", DAY, "--share", "1", "--remove", "9").returncode == 2
    assert "One thing.” Not to be shared." in " ".join(run(folder, "words", DAY).stdout.split())
    changed = " ".join(run(folder, "words", DAY, "--share", "1", "--keep", "2").stdout.split())
    assert ("One thing.” To be shared." in changed, "Another thing.” Not to be shared." in changed) == (
        True,
        True,
    )
    assert "One thing." not in run(folder, "words", DAY, "--remove", "1").stdout


def test_the_second_entry_sees_nothing_and_ends_with_the_differences(folder: Path) -> None:
    typed(folder, "1 people", "3 2 1", "2 people", "4 4 4", "3 carers", "0 0 0")
    said = typed(folder, "1 people", "3 1 1", "2 carers", "4 4 4", "d", "", "9", "1", "s", flags=["--again"])
    before, _, after = said.partition("2 differences.")
    assert "has answers" not in before
    assert "18" not in before
    assert "1. Ballot 1, Designing the service, about ladder.designing.r5: first 2, second 1." in after
    assert "2. Ballot 2, whose it is: first people, second carers. Typed once only: 3." in after
    assert ballot(folder, "1") == {R4: 3, R5: 1, HR1: 1}
    said = typed(folder, "nobody", "1", flags=["--differences"])
    assert "1 difference." in said
    assert votes(folder, R4) == [("carers", 0), ("people", 3), ("people", 4)]
    said = " ".join(run(folder, "enter", DAY, "--differences").stdout.split())
    assert said == "No difference between what was typed first and second. Typed once only: 3."


def test_differences_of_nothing_typed_again_say_so(folder: Path) -> None:
    typed(folder, "1 people", "3 2 1")
    ended = run(folder, "enter", DAY, "--differences")
    assert ended.stdout == "Nothing was typed a second time yet. To do so, add --again.\n"


def test_words_from_elsewhere_that_tell_who_somebody_is_are_pointed_out(folder: Path) -> None:
    with open_record(folder / DAY) as record:
        add_words(record, R4, "people", "Write to ash@example.org", share=True)
    said = " ".join(run(folder, "words", DAY).stdout.split())
    assert said.endswith("It seems to hold an e-mail address: please take it out.")


def test_claims_are_asked_by_the_area_of_work(tmp_path: Path) -> None:
    with workshop(tmp_path / DAY, (CLAIM,)):
        pass
    said = typed(tmp_path, "1 people", "0", "4", "2 people", "r", "7")
    assert "1 of 1. Designing the service: 0 “0” is not an answer" in said
    assert (ballot(tmp_path, "1"), ballot(tmp_path, "2")) == ({CLAIM: 4}, {CLAIM: 7})


def test_a_claim_is_called_by_its_area_of_work_whatever_is_said_of_it(tmp_path: Path) -> None:
    with workshop(tmp_path / DAY, (CLAIM,)):
        said = typed(tmp_path, "1 people", "9", "3", "c", "u", "t", "", "q")
    assert "“9” is not an answer to “designing the service”." in said
    assert "Ballot 1: 1. Designing the service: 3" in said
    assert "Taken back: ballot 1, designing the service, is as it was before." in said
    assert "Tally 1 of 1. Designing the service:" in said
    assert "about claim.designing" not in said


def test_nothing_changes_before_a_difference_is_settled(folder: Path) -> None:
    typed(folder, "1 people", "3 2 1")
    said = typed(folder, "1 people", "4 2 1", "q", flags=["--again"])
    assert "first 3, second 4" in said
    assert "enter day.workshop --differences" in said
    assert ballot(folder, "1") == {R4: 3, R5: 2, HR1: 1}


def test_a_second_entry_can_be_put_right_itself(folder: Path) -> None:
    typed(folder, "1 people", "3 2 1")
    said = typed(folder, "1 people", "4 2 1", "1", "3", "y", "s", "s", "t", "w", "d", flags=["--again"])
    assert "Ballot 1 said 4 before. Change it to 3?" in said
    assert "“t” is not a ballot number" in said
    assert "No difference between what was typed first and second." in said


def test_a_closed_round_is_refused_before_anything_is_typed(folder: Path) -> None:
    run(folder, "round", DAY, "next")
    ended = talk(folder, "1 people", "3 2 1", flags=["--round", "1"])
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Round 1 is closed" in ended.stderr
    assert talk(folder, "1 people", "3 2 1", flags=["--round", "2"]).returncode == 0
    assert ballot(folder, "1", 2) == {R4: 3, R5: 2, HR1: 1}
    assert talk(folder, "1", flags=["--again", "--differences"]).returncode == 2
    run(folder, "close", DAY, "--yes")
    assert "closed for good" in talk(folder, "1 people").stderr


def test_piped_and_from_a_file_say_the_same_to_the_last_byte(folder: Path, tmp_path: Path) -> None:
    lines = [
        "12",
        "1",
        "3 ? -",
        "t",
        "staff: 0 1 2 1 2",
        "b",
        "w",
        "1",
        "1",
        "Zu spät – too late.",
        "y",
        "12",
        "b",
        "h",
    ]
    piped = talk(folder, *lines)
    with workshop(tmp_path / "other.workshop"):
        pass
    (folder / DAY).unlink()
    (tmp_path / "other.workshop").rename(folder / DAY)
    (folder / "lines.txt").write_text("\n".join(["# typed on the day", *lines, ""]), encoding="utf-8")
    filed = run(folder, "enter", DAY, "--answers", "lines.txt", "--plain")
    assert filed.stdout == piped.stdout
    assert "\x1b" not in piped.stdout


def test_nobody_to_ask_is_said(folder: Path) -> None:
    ended = run(folder, "enter", DAY)
    assert (ended.returncode, "nobody to ask" in ended.stderr) == (2, True)
