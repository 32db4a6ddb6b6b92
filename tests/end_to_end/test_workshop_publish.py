"""From a record to an assessment that passes the check, is scored and reported."""

import json
from pathlib import Path

import pytest
import yaml

from ladder_check.documents.library import read_case
from ladder_check.model.answer import Voice
from ladder_check.scoring.profile import score
from ladder_check.scoring.standing import settle_question
from ladder_check.workshop.closing import destroy_links
from ladder_check.workshop.record import open_record
from ladder_check.workshop.words import add_words
from published_room import CLAIM, FILE, PRACTICE, R3, R4, RECORD, begin, say
from rooms import people_at
from workshop_commands import Ended, command, run

HOSTILE = 'They: said # no - {x} "late" \u202e[y]\n- and: more'


def publish(folder: Path, *words: str, typed: str = "") -> Ended:
    return run(folder, "publish", RECORD, FILE, *words, typed=typed)


def answers(folder: Path, whole: str) -> dict[str, object]:
    """What the file says to a question."""
    bank, _, question = whole.partition(".")
    said: dict[str, object] = yaml.safe_load((folder / FILE).read_text())["answers"][bank][question]
    return said


@pytest.mark.parametrize(
    ("heads", "written"),
    [
        ({"people": 6, "carers": 3, "frontline": 12, "leaders": 2, "partners": 1}, {"lived": 9, "staff": 15}),
        (
            {"people": 4, "carers": 3, "frontline": 12, "leaders": 5},
            {"lived": 7, "frontline": 12, "leaders": 5},
        ),
        ({"people": 3, "frontline": 12, "leaders": 5}, {"frontline": 12, "leaders": 5}),
        (
            {"people": 8, "frontline": 9, "leaders": 3, "partners": 5},
            {"people": 8, "staff": 17, "frontline": 9},
        ),
    ],
)
def test_each_case_of_the_tree_passes_the_check(
    tmp_path: Path, heads: dict[Voice, int], written: dict[str, int]
) -> None:
    begin(tmp_path, PRACTICE)
    say(tmp_path, {PRACTICE: {voice: [3] * n for voice, n in heads.items()}})
    assert publish(tmp_path).returncode == 0
    given = read_case(tmp_path / FILE).assessment.answers_to("rules", "hr1.practice").given
    assert {voice: sum(tally.counts) for voice, tally in given.items()} == written  # type: ignore[union-attr]
    checked = command(tmp_path, "check", FILE)
    assert checked.returncode == 0, checked.stdout
    assert " error " not in checked.stdout


def test_a_room_of_which_only_the_whole_may_be_shown_leaves_no_file(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [1, 2], "carers": [1, 2], "frontline": [3, 3, 3, 4]}})
    refused = publish(tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "nothing of this may be shown, so nothing was written" in refused.stderr
    assert f"too few answered, or a few could be worked out: {R4}." in refused.stderr
    assert not (tmp_path / FILE).exists()


def test_an_open_round_is_not_published(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    refused = publish(tmp_path)
    assert refused.returncode == 2
    assert "their round is still open" in refused.stderr


def test_a_part_that_is_shown_beside_its_side_holds_it_down(tmp_path: Path) -> None:
    """
    Of 11 staff, 5 of frontline say 1 and 6 others 3, so the side has 3 in the middle.  The 6 others are not
    shown apart, as leaders are 4; frontline is, and its 1 counts: nobody is outvoted by a larger group.
    """
    begin(tmp_path, PRACTICE)
    say(
        tmp_path,
        {
            PRACTICE: {
                "people": [3] * 6,
                "frontline": [1] * 5,
                "leaders": [3] * 4,
                "partners": [3] * 2,
            }
        },
    )
    assert publish(tmp_path).returncode == 0
    case = read_case(tmp_path / FILE)
    assert set(case.assessment.answers_to("rules", "hr1.practice").given) == {"people", "staff", "frontline"}
    assert settle_question(case, case.banks["rules"], "hr1.practice")["staff"].level == 1


def test_claims_are_the_middle_of_each_voice_by_the_id_of_the_rung(tmp_path: Path) -> None:
    """Frontline 0,0,1,3,8,1,0 is 5; people 1,3,2,1 is 2, educating; 3 carers are counted with their side."""
    begin(tmp_path, CLAIM)
    say(
        tmp_path,
        {
            CLAIM: {
                "people": people_at(1, 3, 2, 1, lowest=1),
                "frontline": people_at(0, 0, 1, 3, 8, lowest=1),
                "leaders": people_at(0, 0, 0, 0, 1, 4, lowest=1),
            }
        },
    )
    assert publish(tmp_path).returncode == 0
    claimed = read_case(tmp_path / FILE).assessment.notes_on("designing").claimed
    assert claimed == {"people": "educating", "frontline": "engagement", "leaders": "co-design"}


def test_a_claim_is_what_was_said_before_the_questions(tmp_path: Path) -> None:
    """In round 1 people said rung 2 and leaders rung 6; asked again after the questions, all say rung 3."""
    begin(tmp_path, CLAIM)
    say(tmp_path, {CLAIM: {"people": [2] * 6, "leaders": [6] * 5}})
    assert run(tmp_path, "round", RECORD, "next", "--ask", CLAIM).returncode == 0
    say(tmp_path, {CLAIM: {"people": [3] * 6, "leaders": [3] * 5}})
    published = publish(tmp_path)
    claimed = {"people": "educating", "leaders": "co-design"}
    assert yaml.safe_load((tmp_path / FILE).read_text())["aspects"]["designing"]["claimed"] == claimed
    assert "Taken from round" not in published.stderr + published.stdout


def test_who_is_named_as_missing_is_written_without_what_nobody_can_see(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [2] * 6}})
    assert publish(tmp_path, "--missing", "\x1b[31mDeaf\u202e  people", "--missing", "\u200b").returncode == 0
    assert yaml.safe_load((tmp_path / FILE).read_text())["missing_voices"] == ["[31mDeaf people"]


def test_who_took_part_versions_and_fingerprints_are_in_it(tmp_path: Path) -> None:
    begin(tmp_path, R3, R4)
    say(tmp_path, {R3: {"people": [2] * 8, "carers": [2, 1]}, R4: {"people": [2] * 7, "frontline": [3] * 6}})
    published = publish(tmp_path, "--missing", "Deaf people")
    file = yaml.safe_load((tmp_path / FILE).read_text())
    assert file["took_part"] == {
        "people": {"there": 8, "invited": 9},
        "carers": {"there": 2, "invited": 3},
        "frontline": {"there": 6, "invited": 12},
        "leaders": {"there": 0, "invited": 5},
        "partners": {"there": 0, "invited": 2},
    }
    assert (file["missing_voices"], file["banks"]) == (["Deaf people"], {"ladder": "1.0.0"})
    assert file["assessed_on"].isoformat() == "2026-11-03"
    assert len(str(answers(tmp_path, R4)["seen"])) == 6
    assert answers(tmp_path, R4)["note"] == (
        "From the workshop of 3 November 2026, round 1: each person's own answer, counted."
    )
    assert published.stdout.startswith(f"Saved as {FILE}.")


def test_twice_changes_nothing_also_after_the_close(tmp_path: Path) -> None:
    begin(tmp_path, R3, R4, CLAIM)
    say(tmp_path, {CLAIM: {"people": [4] * 6, "frontline": [5] * 6}})
    run(tmp_path, "round", RECORD, "next")
    say(tmp_path, {each: {"people": [2] * 7, "carers": [1], "frontline": [3] * 6} for each in (R3, R4)})
    run(tmp_path, "agree", RECORD, R4, "2", "--minority", "Not us.")
    publish(tmp_path)
    once = (tmp_path / FILE).read_bytes()
    again = publish(tmp_path)
    assert (again.returncode, (tmp_path / FILE).read_bytes()) == (0, once)
    assert "it says all this already" in again.stdout
    with open_record(tmp_path / RECORD) as record:
        destroy_links(record)
    assert publish(tmp_path).returncode == 0
    assert (tmp_path / FILE).read_bytes() == once
    (tmp_path / FILE).unlink()
    publish(tmp_path)
    assert (tmp_path / FILE).read_bytes() == once


def test_what_was_published_can_be_changed_no_more(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [2] * 7}})
    assert publish(tmp_path, "--dry-run").returncode == 0
    assert not (tmp_path / FILE).exists()
    refused = run(tmp_path, "round", RECORD, "open", "1")
    assert refused.returncode == 2
    assert "was shown already" in refused.stderr


def test_own_words_only_where_shared_and_their_voice_is_shown(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [2] * 7, "carers": [2], "leaders": [3]}})
    with open_record(tmp_path / RECORD) as record:
        add_words(record, R4, "people", HOSTILE, share=True)
        add_words(record, R4, "carers", "Nobody asked me.", share=True)
        add_words(record, R4, "people", "Between us only.", share=False)
        add_words(record, R4, "leaders", "One of one.", share=True)
        add_words(record, R4, "people", "Write to ash@example.org", share=True)
    said = publish(tmp_path).stdout.replace("\n", " ")
    assert answers(tmp_path, R4)["in_their_words"] == {
        "lived": 'They: said # no - {x} "late" [y] - and: more / Nobody asked me.'
    }
    assert "as nothing is shown of who said them: number: 4." in said
    assert "seem to hold somebody's details: number: 5." in said
    text = (tmp_path / FILE).read_text()
    assert not any(each in text for each in ("Between us", "One of one", "ash@"))
    assert command(tmp_path, "check", FILE).returncode == 0


def test_another_answer_is_replaced_only_if_somebody_says_so(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [2] * 7}})
    text = "format: 1\ntitle: Ours  # by hand\nassessed_on: 2026-11-02\n"
    text += "answers: {ladder: {designing.r4: {people: 4}}}\n"
    (tmp_path / FILE).write_text(text)
    refused = publish(tmp_path)
    assert refused.returncode == 2
    assert "answers.ladder.designing.r4.people: 4 in the file, {counts: [0, 0, 7, 0, 0]}" in refused.stderr
    assert "add --over" in refused.stderr
    kept = publish(tmp_path, typed="Deaf people\n\nn\n")
    assert (kept.returncode, (tmp_path / FILE).read_text()) == (0, text)
    assert kept.stdout.endswith("Nothing was written.\n")
    replaced = publish(tmp_path, typed="Deaf people\n\ny\n")
    assert replaced.returncode == 0
    file = yaml.safe_load((tmp_path / FILE).read_text())
    assert file["answers"]["ladder"]["designing.r4"]["people"] == {"counts": [0, 0, 7, 0, 0]}
    assert (file["title"], file["missing_voices"]) == ("Ours", ["Deaf people"])
    assert "title: Ours  # by hand\n" in (tmp_path / FILE).read_text()
    (tmp_path / FILE).write_text(text)
    assert publish(tmp_path, "--over").returncode == 0


def test_a_file_that_is_no_assessment_is_refused_and_shows_nothing(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [2] * 7}})
    (tmp_path / FILE).write_text("format: 1\ntitle: Day\n")
    refused = publish(tmp_path)
    assert refused.returncode == 2
    assert f"{FILE}:1:1: LC" in refused.stderr
    assert run(tmp_path, "round", RECORD, "open", "1").returncode == 0


def test_a_round_of_ones_choice(tmp_path: Path) -> None:
    begin(tmp_path, R4)
    say(tmp_path, {R4: {"people": [1] * 7}})
    run(tmp_path, "round", RECORD, "next")
    say(tmp_path, {R4: {"people": [3] * 7}})
    publish(tmp_path, "--round", "1")
    assert answers(tmp_path, R4)["people"] == {"counts": [0, 7, 0, 0, 0]}
    publish(tmp_path, "--over")
    assert answers(tmp_path, R4)["people"] == {"counts": [0, 0, 0, 7, 0]}
    assert "round 2" in str(answers(tmp_path, R4)["note"])
    refused = publish(tmp_path, "--round", "3")
    assert "There is no round 3. Rounds so far: 1, 2." in refused.stderr


def test_it_is_scored_and_what_was_agreed_changes_no_score(tmp_path: Path) -> None:
    """People have 2 in the middle, of seven; what the room agreed, 4, and does-not-fit, stand beside it."""
    begin(tmp_path, R4, CLAIM)
    say(tmp_path, {CLAIM: {"people": [4] * 6}})
    run(tmp_path, "round", RECORD, "next")
    say(tmp_path, {R4: {"people": [2] * 7}})
    publish(tmp_path)
    before = read_case(tmp_path / FILE)
    assert run(tmp_path, "agree", RECORD, R4, "4", "--minority", HOSTILE).returncode == 0
    assert run(tmp_path, "agree", RECORD, CLAIM, "co-design").returncode == 0
    assert publish(tmp_path).returncode == 0
    after = read_case(tmp_path / FILE)
    assert after.assessment.answers_to("ladder", "designing.r4").agreed is not None
    assert after.assessment.notes_on("designing").claim_agreed is not None
    assert score(after) == score(before)
    assert command(tmp_path, "check", FILE).returncode == 0
    data = json.loads(command(tmp_path, "score", FILE, "--format", "json").stdout)
    assert data["aspects"][1]["claims"] == {"people": 4}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([R4], "Either say what was agreed"),
        ([R4, "2", "--take-back"], "Either say what was agreed"),
        ([R4, "5"], "Known: 0, 1, 2, 3, 4, not-sure."),
        ([R4, "does-not-fit"], "no answer to agree on"),
        (["ladder.designing.r9", "2"], "question in this workshop"),
        ([R4, "--take-back"], "Nothing was agreed"),
    ],
)
def test_what_cannot_be_agreed_is_said_in_words(tmp_path: Path, words: list[str], said: str) -> None:
    begin(tmp_path, R4)
    refused = run(tmp_path, "agree", RECORD, *words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr
