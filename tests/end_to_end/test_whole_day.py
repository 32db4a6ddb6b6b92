"""A whole day, from the record to the report, with the files that docs/tutorial-workshop.md tells of."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from typer.main import get_command

from ladder_check.cli.app import app
from workshop_commands import command

INPUTS: Final = Path(__file__).parents[2] / "docs" / "workshop-day"
R2, R4, R5 = "ladder.designing.r2", "ladder.designing.r4", "ladder.designing.r5"
CLAIM: Final = "claim.designing"
MINORITY: Final = "Two of us see 0 where we live."
SHARED, NOT_SHARED = "We were asked, but it was already printed.", "I would rather not have this repeated."
HIDDEN: Final = {"frontline", "leaders"}
MORNING: Final = {
    "new": "workshop new day.workshop --from day.yaml",
    "claims": "workshop enter day.workshop --answers claims.txt",
    "second": "workshop round day.workshop next",
    "import": "workshop import day.workshop forms.csv",
    "questions": "workshop enter day.workshop --answers questions.txt",
    "words": "workshop words day.workshop",
    "status": "workshop status day.workshop",
    "talk": "workshop results day.workshop --talk 2",
    "before": "workshop results day.workshop --format json",
}
AFTERNOON: Final = {
    "third": f"workshop round day.workshop next --ask {R4}",
    "again": "workshop enter day.workshop --answers second-round.txt",
    "results": "workshop results day.workshop",
    "agree": f'workshop agree day.workshop {R4} 2 --minority "{MINORITY}"',
    "data": "workshop results day.workshop --format json",
    "publish": 'workshop publish day.workshop day.assessment.yaml --missing "People who work in the day"',
    "evidence": "assess day.assessment.yaml --as staff --aspect designing --bank ladder --today 2026-11-03"
    " --answers evidence.txt",
    "check": "check day.assessment.yaml --today 2026-11-03",
    "score": "score day.assessment.yaml --format json",
    "markdown": "report day.assessment.yaml",
    "html": "report day.assessment.yaml --format html",
    "page": "workshop results day.workshop --format html",
    "csv": "workshop results day.workshop --format csv",
}
AFTER: Final = {name: AFTERNOON[name] for name in ("data", "publish")}


def live(folder: Path, *parts: dict[str, str]) -> dict[str, str]:
    """What each command of a day says, by its name; each of them ends well."""
    said = {}
    for name, typed in (each for part in parts for each in part.items()):
        ended = command(folder, *shlex.split(typed))
        assert ended.returncode == 0, f"{typed}\n{ended.stdout}{ended.stderr}"
        said[name] = ended.stdout + ended.stderr
    return said


def inputs(folder: Path) -> Path:
    """The files of the day, to be used or changed."""
    shutil.copytree(INPUTS, folder / "day")
    return folder / "day"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return inputs(tmp_path_factory.mktemp("riverside"))


@pytest.fixture(scope="module")
def day(folder: Path) -> dict[str, str]:
    return live(folder, MORNING, AFTERNOON)


def result(said: str, question: str, number: int) -> dict[str, Any]:
    questions: list[dict[str, Any]] = json.loads(said)["questions"]
    return next(each for each in questions if (each["id"], each["round"]) == (question, number))


def counts(of: dict[str, Any]) -> dict[str, list[int]]:
    return {group: shown["counts"] for group, shown in of["shown"].items()}


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_papers_and_the_form_are_all_taken_in(day: dict[str, str]) -> None:
    """Twenty of 21 are there in the morning: ten on paper, ten in the form, which asks eight questions."""
    assert "Ballot 21, leaders: 7. Saved. 20 of 21 so far." in day["claims"]
    assert "forms.csv: Microsoft Forms, 10 rows with answers: 80 new, 0 changed" in day["import"]
    assert "Left out, because it says who somebody is: Email, Name." in day["import"]
    assert "Ballot 11, carers: 4 4 1 2 3 2 2 2. Saved. 20 of 21 so far." in day["questions"]
    assert "20 of 21 people have answered something in round 2; 20 of them every question." in day["status"]
    assert "Round 2 is closed now" in day["talk"]
    assert "Ballot 8, people: 0. Saved. 8 of 21 so far." in day["again"]


def test_the_claim_round(day: dict[str, str]) -> None:
    """Rungs 1 to 7.

                     1 2 3 4 5 6 7    middle
    people  7        1 3 2 1 . . .    the 4th, 2
    carers  5        . 2 2 1 . . .    the 3rd, 3
    staff   8        . . . 1 2 4 1    the 4th, 6     6 front-line staff and 2 leaders

    Of 8 x 12 pairs, the staff 4 is the same as the two lived 4s and higher than ten; the other seven are
    higher than all 12: 10 + 84 = 94 higher, 2 the same; 94 / 96 = 0.979.  The lowest middle is 2.
    Weighing the same, people, carers and staff reach 3 with (6/7 + 4/5 + 0) / 3 = 0.55, and 2 with 0.32.
    """
    claim = result(day["data"], CLAIM, 1)
    assert counts(claim) == {
        "people": [1, 3, 2, 1, 0, 0, 0],
        "carers": [0, 2, 2, 1, 0, 0, 0],
        "lived": [1, 5, 4, 2, 0, 0, 0],
        "staff": [0, 0, 0, 1, 2, 4, 1],
        "room": [1, 5, 4, 3, 2, 4, 1],
    }
    assert {group: shown["median"] for group, shown in claim["shown"].items()} == {
        "people": 2, "carers": 3, "lived": 2, "staff": 6, "room": 3,
    }  # fmt: skip
    gap = claim["gap"]
    assert (gap["higher"], gap["same"], gap["lower"], gap["delta"]) == (94, 2, 0, 0.979)
    assert (claim["shared"], claim["balanced_middle"]) == (2, 3)


def test_the_question_with_the_largest_gap(day: dict[str, str]) -> None:
    """
    A say before it is settled.
                     0 1 2 3 4    middle
    people  7        2 3 1 1 .    the 4th, 1
    carers  5        1 2 2 . .    the 3rd, 1
    lived  12        3 5 3 1 .    the 6th, 1
    staff   8        . . 1 5 2    the 4th, 3

    The staff 2 is higher than 8, the same as 3, lower than 1; each of five 3s is higher than 11 and the same
    as 1; both 4s are higher than 12: 8 + 55 + 24 = 87 higher, 3 + 5 = 8 the same, 1 lower; 86 / 96 = 0.896.
    """
    asked = result(day["before"], R4, 2)
    assert counts(asked) == {
        "people": [2, 3, 1, 1, 0],
        "carers": [1, 2, 2, 0, 0],
        "lived": [3, 5, 3, 1, 0],
        "staff": [0, 0, 1, 5, 2],
        "room": [3, 5, 4, 6, 2],
    }
    gap = asked["gap"]
    assert (gap["higher"], gap["same"], gap["lower"], gap["delta"]) == (87, 8, 1, 0.896)
    assert gap["medians"] == {"staff": 3, "lived": 1}
    order = [each["id"] for each in json.loads(day["before"])["questions"]]
    assert order[:2] == [CLAIM, R4]
    assert "2. Designing the service: A say before it is settled" in day["talk"]
    assert "In the middle, staff chose 3, and people and carers 1." in day["talk"]


def test_a_split_group_and_one_of_one_mind(day: dict[str, str]) -> None:
    """
    Joining in: people 2 2 . 2 1, of seven four low, three high, the 4th a 1; distances 1 1 0 0 2 2 3 = 9,
    and 2 x 9/7 / 4 = 0.643.  All five carers chose 1 on help to learn.
    """
    split = result(day["data"], R5, 2)["shown"]["people"]
    assert (split["counts"], split["d"], split["split"]) == ([2, 2, 0, 2, 1], 0.643, True)
    assert "This group is split: 4 people chose 0 or 1, and 3 people 3 or 4." in in_one_line(day["results"])
    assert result(day["data"], R2, 2)["shown"]["carers"]["counts"] == [0, 5, 0, 0, 0]
    assert "All of them: 1, people get this help only if they push for it." in in_one_line(day["results"])


def test_the_second_vote(day: dict[str, str]) -> None:
    """
    Three of staff go from 3 to 2, one of the people from 1 to 2, sixteen keep to it.  Somebody who came after
    lunch chose 0, and is not in any figure: beside the first seven, their answer could be worked out.
                     0 1 2 3 4    middle
    people  7        2 2 2 1 .    the 4th, 1
    lived  12        3 4 4 1 .    the 6th, 1
    staff   8        . . 4 2 2    the 4th, 2

    Each of four 2s is higher than 7, the same as 4, lower than 1; both 3s are higher than 11, the same as 1;
    both 4s are higher than 12: 28 + 22 + 24 = 74 higher, 16 + 2 = 18 the same, 4 lower; 70 / 96 = 0.729.
    """
    asked = result(day["data"], R4, 3)
    assert counts(asked) == {
        "people": [2, 2, 2, 1, 0],
        "carers": [1, 2, 2, 0, 0],
        "lived": [3, 4, 4, 1, 0],
        "staff": [0, 0, 4, 2, 2],
        "room": [3, 4, 8, 3, 2],
    }
    gap, change = asked["gap"], asked["change"]
    assert (gap["higher"], gap["same"], gap["lower"], gap["delta"]) == (74, 18, 4, 0.729)
    assert (change["same"], change["up"], change["down"]) == (16, 1, 3)
    assert change["towards"] == "staff moved towards lived"
    assert result(day["data"], R4, 2) == result(day["before"], R4, 2)
    said = in_one_line(day["results"])
    assert "16 kept to it, 1 went up and 3 went down. Staff moved towards what people and carers" in said
    assert "Who has come since, or gives a level for the first time, is left out here" in said


def test_staff_who_give_support_and_leaders_are_shown_on_no_screen(day: dict[str, str]) -> None:
    """Two leaders are too few, and of six front-line staff beside eight of staff the two would follow."""
    for name in ("before", "data"):
        for each in json.loads(day[name])["questions"]:
            assert not HIDDEN & set(each["shown"])
            assert set(each["withheld"]) == HIDDEN
    assert not any(group in day["csv"] for group in HIDDEN)


def of_others(folder: Path) -> None:
    """Change the day: who came late says 4, and a leader and one of the front line have changed places."""
    swap(folder / "claims.txt", "16 frontline\n4\n", "16 frontline\n7\n")
    swap(folder / "claims.txt", "21 leaders\n7\n", "21 leaders\n4\n")
    swap(folder / "forms.csv", ",16,Staff who give support,", ",21!,Leaders,")
    swap(folder / "forms.csv", ",21,Leaders,", ",16,Staff who give support,")
    swap(folder / "forms.csv", ",21!,Leaders,", ",21,Leaders,")
    swap(folder / "second-round.txt", "16 frontline\n2\n", "16 frontline\n4\n")
    swap(folder / "second-round.txt", "21 leaders\n4\n", "21 leaders\n2\n")
    swap(folder / "second-round.txt", "8 people\n0\n", "8 people\n4\n")


def swap(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode("utf-8")
    assert text.count(old) == 1, (file.name, old)
    file.write_bytes(text.replace(old, new).encode("utf-8"))


def test_what_hidden_groups_say_changes_nothing_that_anybody_sees(
    day: dict[str, str], tmp_path: Path
) -> None:
    other = inputs(tmp_path)
    of_others(other)
    said = live(other, MORNING, AFTERNOON)
    # Those who type the papers in see them, and nobody else sees a difference.
    assert {name for name in said if said[name] != day[name]} == {"claims", "again"}


def test_what_is_published(day: dict[str, str], folder: Path) -> None:
    file = yaml.safe_load((folder / "day.assessment.yaml").read_text(encoding="utf-8"))
    assert file["aspects"]["designing"]["claimed"] == {
        "people": "educating", "carers": "informing", "staff": "co-design",
    }  # fmt: skip
    answer = file["answers"]["ladder"]["designing.r4"]
    assert answer["people"] == {"counts": [2, 2, 2, 1, 0]}
    assert answer["carers"] == {"counts": [1, 2, 2, 0, 0]}
    assert answer["staff"] == {"counts": [0, 0, 4, 2, 2]}
    assert answer["agreed"] == {"answer": 2, "minority": MINORITY}
    assert answer["in_their_words"] == {"people": SHARED}
    assert not any(HIDDEN & set(each) for each in file["answers"]["ladder"].values())
    assert file["missing_voices"] == ["People who work in the day"]
    assert file["took_part"]["people"] == {"there": 8, "invited": 8}
    assert "Checked 1 file" in day["check"]


def test_it_is_scored(day: dict[str, str]) -> None:
    """
    By what staff say: nobody is treated badly (4), help to learn (3) and being told (3), each with evidence;
    a say is 2, so it ends at rung 3, informing.  By what people and carers say: 3 and 3 on the first and
    the third; help to learn is 1, which can be stepped over; a say is 1: rung 3 too.  Staff claimed rung 6.
    """
    aspect = next(each for each in json.loads(day["score"])["aspects"] if each["id"] == "designing")
    assert (aspect["claimed"], aspect["standing"]["rung"], aspect["illusion_gap"]) == (6, "informing", 3)
    assert [(aspect[side]["low"], aspect[side]["high"]) for side in ("shown", "lived")] == [(3, 3), (3, 3)]
    assert aspect["lived"]["stepped_over"] == ["designing.r2"]
    assert aspect["shown"]["said_not_shown"] == ["designing.r5"]
    assert json.loads(day["score"])["split"] == [R5]


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_it_is_reported(day: dict[str, str], name: str) -> None:
    text = in_one_line(re.sub(r"<[^>]+>", " ", day[name]))
    assert "This stands on rung 3, informing." in text
    assert "Claimed: rung 6, co-design." in text
    assert MINORITY in text
    assert SHARED in text


def test_words_that_were_not_shared_stay_in_the_record(day: dict[str, str]) -> None:
    assert {name for name, text in day.items() if NOT_SHARED in in_one_line(text)} == {"questions", "words"}


def test_nobody_of_the_form_is_kept(day: dict[str, str], folder: Path) -> None:
    kept = (folder / "day.workshop").read_bytes()
    assert not any(each in kept for each in (b"Ash Field", b"riverside.example", b"Robin"))
    assert not any("Ash Field" in text or "riverside.example" in text for text in day.values())


def test_every_command_that_is_hinted_at_can_be_typed(day: dict[str, str]) -> None:
    lines = [line for text in day.values() for line in text.splitlines()]
    hinted = {
        line.partition("ladder-check ")[2] for line in lines if re.search(r"(^|: )ladder-check \w", line)
    }
    assert len(hinted) > 5
    for each in hinted:
        found, name, words = get_command(app), "", shlex.split(each)
        while hasattr(found, "commands"):
            name, *words = words
            found = found.commands[name]
        assert found.make_context(name, words) is not None


def test_when_the_links_are_destroyed_the_results_stay(
    day: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "later")
    closed = live(tmp_path / "later", {"close": "workshop close day.workshop --yes"}, AFTER)
    assert "is closed for good" in closed["close"]
    assert closed["data"] == day["data"]
    assert "it says all this already" in closed["publish"]
    refused = command(tmp_path / "later", *shlex.split(AFTERNOON["again"]))
    assert refused.returncode == 2
