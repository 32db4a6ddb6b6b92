"""The interview: what is asked, in which order, and what is in the file after each line."""

from collections.abc import Callable, Iterable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from ladder_check.documents.library import Shelf, read_case
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.interview.ask import interview
from ladder_check.interview.request import Wishes, read_request
from ladder_check.interview.terminal import Terminal
from ladder_check.model.seen import fingerprint
from ladder_check.scoring.profile import score

TODAY = date(2026, 11, 22)
SHELF = Shelf()
HEAD = "format: 1\ntitle: Day\nassessed_on: 2026-11-22\n"
NEW = ["Day opportunities", "", "", "skip"]
"""A title, no organisation, no work, nobody counted."""
NO_CLAIM = ["s"]


def talk(path: Path, lines: Iterable[str], **wishes: Any) -> str:
    """What is said and typed when *lines* are the answers."""
    out = StringIO()
    text = "".join(f"{line}\n" for line in lines)
    terminal = Terminal(StringIO(text), out, lambda: 100, echo=True)
    interview(terminal, read_request(path, SHELF, Wishes(**wishes), TODAY))
    return out.getvalue()


def said(transcript: str) -> str:
    """A transcript without line breaks, to look for sentences in."""
    return " ".join(transcript.split())


def data(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def ladder(path: Path, question: str) -> Any:
    return data(path)["answers"]["ladder"][question]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.assessment.yaml"


@pytest.fixture
def begun(path: Path) -> Path:
    """A file that only has its head."""
    path.write_text(HEAD, encoding="utf-8")
    return path


# A new file


def test_a_new_file_from_the_first_question_to_the_last_line(path: Path) -> None:
    lines = ["4", "Day opportunities", "Riverside: Council", "", "5", "", "", "2", "", "6", "2"]
    talk(path, lines, aspects=("designing",))
    designing_r1 = next(q for q in SHELF.bank("ladder").questions if q.id == "designing.r1")
    assert path.read_text(encoding="utf-8").splitlines()[2:] == [
        "format: 1",
        "title: Day opportunities",
        "assessed_on: 2026-11-22",
        'organisation: "Riverside: Council"',
        "took_part:",
        "  people: {there: 5}",
        "  leaders: {there: 2}",
        "aspects:",
        "  designing:",
        "    claimed:",
        "      leaders: co-design",
        "banks:",
        "  ladder: 1.0.0",
        "answers:",
        "  ladder:",
        "    designing.r1:",
        "      leaders: 2",
        f"      seen: {fingerprint(designing_r1)}",
    ]


def test_what_is_written_is_read_and_scored(path: Path) -> None:
    """Worked by hand: a staff 4 without evidence counts as 2, so r1 fails: the bottom, with a harm flag."""
    answers = [line for _ in range(8) for line in ("4", "")]
    talk(path, ["leaders", *NEW, *NO_CLAIM, *answers], aspects=("designing",))
    case = read_case(path)
    designing = next(a for a in score(case).aspects if a.aspect.id == "designing")
    assert designing.shown is not None
    assert (designing.shown.climb.low, designing.shown.climb.harm) == (1, True)
    assert len(designing.shown.said_not_shown) == 8


def test_a_title_is_needed_and_nothing_else(path: Path) -> None:
    transcript = talk(path, ["leaders", "", "Day", "", "", "", "", "", "", "", "q"], aspects=("designing",))
    assert "It needs a title" in transcript
    assert data(path) == {"format": "1", "title": "Day", "assessed_on": "2026-11-22"}


def test_stopping_before_the_title_makes_no_file(path: Path) -> None:
    assert "Nothing was saved" in talk(path, ["leaders", "q"])
    assert not path.exists()


def test_stopping_after_the_title_keeps_it(path: Path) -> None:
    assert "To go on, type:" in said(talk(path, ["leaders", "Day", "q"]))
    assert data(path)["title"] == "Day"


def test_a_folder_that_is_not_there_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="no such folder"):
        talk(tmp_path / "none" / "x.yaml", ["leaders"])


@pytest.mark.parametrize("typed", ["frontline", "3", "Staff who give support", "FRONTLINE"])
def test_who_answers_is_a_word_or_a_number(begun: Path, typed: str) -> None:
    talk(begun, [typed, "s", "1"], aspects=("designing",))
    assert ladder(begun, "designing.r1")["frontline"] == "1"


def test_a_side_may_answer_together(begun: Path) -> None:
    talk(begun, ["s", "3"], voice="lived", aspects=("designing",))
    assert ladder(begun, "designing.r1")["lived"] == "3"


# Order


def test_claims_come_first_and_then_the_questions_in_the_order_of_the_bank(begun: Path) -> None:
    transcript = talk(begun, ["y", *["s"] * 54], voice="leaders")
    order = [
        line
        for line in transcript.splitlines()
        if line.startswith(("Where you say", "Deciding", "Designing"))
    ]
    assert [line.partition(":")[0] for line in order[:6]] == ["Where you say you are"] * 6
    assert order[6] == "Deciding what gets time and money, 1 of 8."
    asked = [
        line
        for line in transcript.splitlines()
        if line.startswith(("In this work, are people kept", "Do people get help"))
    ]
    # r3 (being kept up to date) is asked before r2 (help to learn).
    assert asked[0].startswith("In this work, are people kept")
    assert asked[1].startswith("Do people get help")


def test_not_being_sure_where_you_are_is_heard_and_claims_nothing(begun: Path) -> None:
    transcript = talk(begun, ["?", "q"], voice="leaders", aspects=("designing",))
    assert "You are not sure. Then nothing is claimed here." in transcript
    assert "aspects" not in data(begun)


def test_help_at_a_claim_says_what_can_be_typed(begun: Path) -> None:
    transcript = talk(begun, ["h", "6", "q"], voice="leaders", aspects=("designing",))
    assert "  1 to 7: the one that is nearest" in transcript
    assert "  back, or b: the one before" in transcript
    assert data(begun)["aspects"]["designing"]["claimed"]["leaders"] == "co-design"


def test_a_claim_is_not_asked_once_the_questions_are_known(begun: Path) -> None:
    talk(begun, ["?", "1", "q"], voice="leaders", aspects=("designing",))
    transcript = talk(begun, ["q"], voice="leaders", aspects=("designing",))
    assert "Where you say you are" not in transcript
    assert "Designing the service, 2 of 8." in transcript


def test_an_optional_aspect_is_asked_only_by_name_or_once_it_is_in_the_file(begun: Path) -> None:
    assert "My own support" not in talk(begun, ["y", *["s"] * 6, "q"], voice="people")
    assert "My own support" in talk(begun, ["4", "1", "q"], voice="people", aspects=("own_support",))
    assert "My own support, 2 of 8." in talk(begun, [*["s"] * 55], voice="people")


def test_an_aspect_that_is_not_there_is_said_with_the_nearest(begun: Path) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'designing'"):
        talk(begun, [], voice="leaders", aspects=("desining",))
    with pytest.raises(UnknownName, match="perspective or side"):
        talk(begun, [], voice="boss")


def test_banks_are_offered_one_by_one_with_their_minutes(begun: Path) -> None:
    transcript = said(talk(begun, ["n", "no", "maybe", "n", "y", "3", "1"], voice="leaders"))
    assert "The ladder, question by question. For each area of work" in transcript
    assert "14 questions, about 45 minutes." in transcript
    assert "“maybe” is not something to answer here. Please type yes (y), no (n), or q to stop." in transcript
    assert set(data(begun)["answers"]) == {"word"}


def test_banks_named_by_hand_are_not_offered(begun: Path) -> None:
    transcript = talk(begun, ["2", "3"], voice="leaders", banks=("word", "values"))
    assert "Shall we" not in transcript
    assert data(begun)["banks"] == {"word": "1.0.0", "values": "1.0.0"} or list(data(begun)["answers"]) == [
        "word"
    ]


# Answers


@pytest.mark.parametrize("typed", ["", "5", "-1", "3.0", "33", "٣", "three", "yes", "4 4", "³", "/", "🙂"])
def test_what_is_no_answer_changes_nothing_and_says_what_to_type(begun: Path, typed: str) -> None:
    talk(begun, ["s", "1"], voice="leaders", aspects=("designing",))
    before = begun.read_bytes()
    transcript = talk(begun, [typed], voice="leaders", aspects=("designing",))
    assert begun.read_bytes() == before
    assert "nothing has changed. Please type a number from 0 to 4" in said(transcript)


def test_an_answer_is_said_back_in_its_words(begun: Path) -> None:
    transcript = talk(begun, ["s", "1"], voice="leaders", aspects=("designing",))
    assert (
        "You chose 1. It happens and those in charge say it is wrong, but it has not been put right. Saved."
        in said(transcript)
    )


@pytest.mark.parametrize("typed", ["?", "not sure", "not-sure", "Not Sure"])
def test_not_being_sure_is_an_answer(begun: Path, typed: str) -> None:
    talk(begun, ["s", typed], voice="leaders", aspects=("designing",))
    assert ladder(begun, "designing.r1")["leaders"] == "not-sure"


def test_rather_not_say_is_offered_to_the_lived_side_only(begun: Path) -> None:
    transcript = talk(begun, ["s", "x"], voice="leaders", aspects=("designing",))
    assert "rather not say" not in transcript
    assert "answers" not in data(begun)
    transcript = talk(begun, ["s", "x", "rather not say"], voice="carers", aspects=("designing",))
    assert "x rather not say" in transcript
    assert ladder(begun, "designing.r1")["carers"] == "rather-not-say"
    assert ladder(begun, "designing.r3")["carers"] == "rather-not-say"


def test_does_not_fit_is_there_only_where_the_question_allows_it(begun: Path) -> None:
    """The blocks bank has six questions, one of which may not fit."""
    fits = [question.may_not_fit for question in SHELF.bank("blocks").questions]
    place = fits.index(True)
    talk(begun, [*["1"] * place, "d", "d"], voice="leaders", banks=("blocks",))
    answers = list(data(begun)["answers"]["blocks"].values())
    assert [each["leaders"] for each in answers] == [*["1"] * place, "does-not-fit"]


def test_back_shows_the_old_answer_which_stays_until_it_is_changed(begun: Path) -> None:
    transcript = talk(begun, ["s", "1", "b", "s", "b", "2"], voice="leaders", aspects=("designing",))
    assert "Your answer now: 1." in transcript
    assert "You chose 2." in transcript
    assert ladder(begun, "designing.r1")["leaders"] == "2"
    assert ladder(begun, "designing.r1")["seen"]


def test_back_at_the_very_first_says_so(begun: Path) -> None:
    assert "there is nothing before it" in talk(begun, ["b"], voice="leaders", aspects=("designing",))


def test_every_answer_is_in_the_file_before_the_next_question(begun: Path) -> None:
    at_each_prompt: list[str] = []

    class Watching(Terminal):
        def ask(self, prompt: str) -> str:
            at_each_prompt.append(begun.read_text(encoding="utf-8"))
            return super().ask(prompt)

    lines = StringIO("s\n1\n2\n?\n")
    terminal = Watching(lines, StringIO(), lambda: 80, echo=True)
    interview(terminal, read_request(begun, SHELF, Wishes("leaders", ("designing",)), TODAY))
    counts = [text.count("leaders:") for text in at_each_prompt]
    assert counts == [0, 0, 1, 2, 3]


def test_why_repeat_and_help_stay_at_the_question(begun: Path) -> None:
    transcript = talk(begun, ["s", "w", "r", "h", "1"], voice="leaders", aspects=("designing",))
    assert "nothing higher up the ladder can be trusted" in said(transcript)
    assert transcript.count("Designing the service, 1 of 8.") == 2
    assert "back, or b: the question before" in transcript
    assert ladder(begun, "designing.r1")["leaders"] == "1"


def test_words_pasted_with_invisible_characters_are_kept_without_them(begun: Path) -> None:
    talk(begun, ["s", "n", "long\u200b \x07talk", "1"], voice="leaders", aspects=("designing",))
    assert ladder(begun, "designing.r1")["note"] == "long talk"


def test_a_note_is_kept_as_it_is_typed(begun: Path) -> None:
    talk(begun, ["s", "n", "back", "1"], voice="leaders", aspects=("designing",))
    assert ladder(begun, "designing.r1")["note"] == "back"


@pytest.mark.parametrize(
    "before",
    [("n",), ("e",), ("3",), ("3", "Minutes", "w", "today"), ("o",), ("l",), ("l", ""), ("l", *[""] * 4)],
)
def test_q_stops_wherever_words_are_asked_for_and_is_never_kept_as_words(
    begun: Path, before: tuple[str, ...]
) -> None:
    transcript = talk(begun, ["s", *before, "q"], voice="leaders", aspects=("designing",))
    assert "To go on, type:" in said(transcript)
    assert ": q" not in begun.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["e", "1", "?"])
def test_a_key_that_is_an_answer_elsewhere_is_not_kept_as_words(begun: Path, key: str) -> None:
    transcript = talk(
        begun, ["s", "3", key, "Minutes", "", "today", ""], voice="leaders", aspects=("designing",)
    )
    assert f"“{key}” alone says too little." in transcript
    assert evidence(begun)[0]["what"] == "Minutes"


def test_the_words_of_people_are_kept_as_theirs(begun: Path) -> None:
    talk(begun, ["s", "n", "It was already printed", "1"], voice="people", aspects=("designing",))
    assert ladder(begun, "designing.r1")["in_their_words"] == {"people": "It was already printed"}


# Evidence


def evidence(path: Path) -> Any:
    return ladder(path, "designing.r1").get("evidence")


def test_a_staff_3_asks_at_once_what_someone_would_see(begun: Path) -> None:
    lines = ["s", "3", "Minutes of March", "w", "March 2026", "notes/march.md", "1"]
    talk(begun, lines, voice="leaders", aspects=("designing",))
    assert evidence(begun) == [
        {
            "what": "Minutes of March",
            "kind": "written",
            "on": "2026-03-01",
            "where": "notes/march.md",
            "from": "staff",
        }
    ]
    assert ladder(begun, "designing.r3")["leaders"] == "1"


def test_only_what_it_is_must_be_said_and_a_missing_date_is_asked_once_more(begun: Path) -> None:
    transcript = talk(
        begun, ["s", "4", "The table", "", "", "", "", "1"], voice="leaders", aspects=("designing",)
    )
    assert transcript.count("Without a date it counts as old. Roughly when?") == 1
    assert evidence(begun) == [{"what": "The table", "kind": "said", "from": "staff"}]
    assert "Undated, it counts as old." in transcript


def test_no_evidence_is_said_to_count_as_2(begun: Path) -> None:
    transcript = talk(begun, ["s", "4", "", "1"], voice="leaders", aspects=("designing",))
    assert "the answer counts as 2" in said(transcript)
    assert evidence(begun) is None


def test_a_day_after_today_is_no_evidence_yet(begun: Path) -> None:
    lines = ["s", "3", "The plan", "w", "2027-01-01", "last week", "today", "", "1"]
    transcript = talk(begun, lines, voice="leaders", aspects=("designing",))
    assert "2027-01-01 is after today." in transcript
    assert evidence(begun)[0]["on"] == "2026-11-22"


def test_evidence_that_is_there_is_not_asked_for_again(begun: Path) -> None:
    talk(begun, ["s", "3", "Minutes", "w", "today", "", "q"], voice="leaders", aspects=("designing",))
    transcript = talk(begun, ["s", "4", "1"], voice="frontline", aspects=("designing",))
    assert "What would someone see or hear?" not in transcript


def test_old_evidence_is_asked_for_again(begun: Path) -> None:
    """Worked by hand: 24 months before 2026-11-22 is 2024-11-22; the day before is too old."""
    lines = ["s", "3", "Minutes", "w", "2024-11-21", "", "q"]
    talk(begun, lines, voice="leaders", aspects=("designing",))
    assert "What would someone" in talk(begun, ["s", "4"], voice="frontline", aspects=("designing",))
    talk(begun, ["s", "4", "Minutes", "w", "2024-11-22", ""], voice="partners", aspects=("designing",))
    assert "What would someone" not in talk(begun, ["s", "4"], voice="staff", aspects=("designing",))


@pytest.mark.parametrize("voice", ["people", "carers", "lived"])
def test_no_evidence_is_ever_asked_of_the_lived_side(begun: Path, voice: str) -> None:
    transcript = talk(begun, ["s", "4", "3", "4"], voice=voice, aspects=("designing",))
    assert "What would someone" not in transcript


def test_a_bank_that_only_welcomes_evidence_does_not_ask_for_it(begun: Path) -> None:
    assert "What would someone" not in talk(begun, ["4"], voice="leaders", banks=("word",))


def test_half_a_piece_of_evidence_is_kept(begun: Path) -> None:
    talk(begun, ["s", "3", "Minutes of March"], voice="leaders", aspects=("designing",))
    assert evidence(begun) == [{"what": "Minutes of March", "kind": "said", "from": "staff"}]


def test_control_c_in_the_middle_of_evidence_keeps_what_was_said(begun: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    transcript = meanwhile(begun, ["s", "3", "Minutes", "w"], 5, interrupt)
    assert evidence(begun) == [{"what": "Minutes", "kind": "written", "from": "staff"}]
    assert "To go on, type:" in said(transcript)


def test_people_may_add_evidence_and_it_is_theirs(begun: Path) -> None:
    talk(begun, ["s", "e", "A letter", "w", "today", "", "4"], voice="people", aspects=("designing",))
    assert evidence(begun) == [{"what": "A letter", "kind": "written", "on": "2026-11-22", "from": "lived"}]


# A limit, and an area that is left out


def test_a_limit_with_all_its_parts_counts_as_agreed(begun: Path) -> None:
    lines = ["s", "l", "Who may hold the keys", "4", "law", "Care Act 2014", "leaders, people",
             "web page", "today", "2028-11-22", "q"]  # fmt: skip
    transcript = talk(begun, lines, voice="leaders", aspects=("designing",))
    assert "This limit counts as agreed." in transcript
    assert data(begun)["aspects"]["designing"]["ceiling"] == {
        "decision": "Who may hold the keys", "rung": "consultation", "kind": "law", "reason": "Care Act 2014",
        "talked_with": ["leaders", "people"], "said_openly": "web page", "agreed_on": "2026-11-22",
        "review_by": "2028-11-22"}  # fmt: skip
    read_case(begun)


def test_every_part_of_a_limit_can_be_left_for_later(begun: Path) -> None:
    talk(begun, ["s", "l", *[""] * 8, "q"], voice="leaders", aspects=("designing",))
    assert "aspects" not in data(begun)
    lines = ["s", "limit", "Keys", "", "money", "", "the boss", "leaders", "", "", "", "q"]
    transcript = said(talk(begun, lines, voice="leaders", aspects=("designing",)))
    assert "Please type words of this list" in transcript
    assert "a limit you have chosen" in transcript
    assert data(begun)["aspects"]["designing"]["ceiling"] == {
        "decision": "Keys", "kind": "money", "talked_with": ["leaders"]}  # fmt: skip


def test_a_limit_goes_on_where_it_was_left(begun: Path) -> None:
    talk(begun, ["s", "l", "Keys", "3"], voice="leaders", aspects=("designing",))
    transcript = talk(begun, ["s", "l", "", "", "law"], voice="leaders", aspects=("designing",))
    assert "Written already: Keys." in transcript
    assert data(begun)["aspects"]["designing"]["ceiling"] == {
        "decision": "Keys",
        "rung": "informing",
        "kind": "law",
    }


def test_a_question_without_an_area_of_work_has_no_limit(begun: Path) -> None:
    transcript = talk(begun, ["l"], voice="leaders", banks=("word",))
    assert "“l” is not an answer here" in transcript


def test_an_area_left_out_is_asked_no_more(begun: Path) -> None:
    lines = ["s", "s", "1", "leave out", "", "leave out", "This is about day services.", "1"]
    talk(begun, lines, voice="leaders", aspects=("designing", "choosing"))
    assert data(begun)["aspects"]["designing"] == {"left_out": "This is about day services."}
    assert list(data(begun)["answers"]["ladder"]) == ["designing.r1", "choosing.r1"]
    assert "Designing" not in talk(begun, ["1"], voice="people", aspects=("designing", "choosing"))
    read_case(begun)


def test_an_area_left_out_can_be_taken_in_again_from_the_page(begun: Path) -> None:
    lines = ["s", "o", "Not ours.", "", "", "2", "n", "2", "y", "1", "r", "done"]
    transcript = said(talk(begun, lines, voice="leaders", aspects=("designing",)))
    assert "This area of work is left out: Not ours." in transcript
    assert "being designed? Left out, with a reason." in transcript
    assert data(begun)["aspects"]["designing"] == {}
    assert ladder(begun, "designing.r1")["leaders"] == "1"


# Going on


def test_it_goes_on_at_the_first_question_without_an_answer(begun: Path) -> None:
    transcript = talk(begun, ["6", "1", "1", "q"], voice="leaders", aspects=("designing",))
    assert f"ladder-check assess {begun} --as leaders --aspect designing" in transcript
    transcript = talk(begun, ["1"], voice="leaders", aspects=("designing",))
    assert transcript.count(" of 8.") == 2
    assert "Designing the service, 3 of 8." in transcript


def test_a_second_perspective_goes_on_in_the_same_file_and_leaves_the_first_alone(begun: Path) -> None:
    talk(begun, ["6", "1", "2"], voice="leaders", aspects=("designing",))
    first = begun.read_text(encoding="utf-8").splitlines()
    talk(begun, ["4", "3", "?"], voice="people", aspects=("designing",))
    assert ladder(begun, "designing.r3") | {"seen": ""} == {"leaders": "2", "people": "not-sure", "seen": ""}
    now = begun.read_text(encoding="utf-8").splitlines()
    assert [line for line in first if line not in now] == []


def test_a_file_that_is_not_right_is_refused_before_anybody_answers(begun: Path) -> None:
    begun.write_text(HEAD + "answers: {ladder: {designing.r4: {leaders: 7}}}\n", encoding="utf-8")
    with pytest.raises(LadderCheckError, match=r"4:\d+: LC"):
        talk(begun, ["1"], voice="leaders")


def test_what_was_promised_last_time_comes_first(begun: Path) -> None:
    begun.write_text(
        HEAD + "actions:\n"
        "  - {id: a1, what: Ask first, by: 2027-01-31, state: open}   # soon\n"
        "  - {id: a2, what: Old, state: done}\n"
        "  - {id: a3, what: Pay people}\n",
        encoding="utf-8",
    )  # fmt: skip
    lines = ["2", "done", "1", "g", "9", "keep", "q"]
    transcript = said(talk(begun, lines, voice="leaders", aspects=("designing",)))
    assert "Last time you said you would: 1. Ask first. By 2027-01-31. 2. Pay people." in transcript
    assert [action.get("state") for action in data(begun)["actions"]] == ["doing", "done", "done"]
    assert "state: doing}   # soon\n" in begun.read_text(encoding="utf-8")


def test_only_what_has_other_words_now_is_asked_again(begun: Path) -> None:
    talk(begun, ["s", "1", "1", "1"], voice="leaders", aspects=("designing",))
    text = begun.read_text(encoding="utf-8")
    seen = ladder(begun, "designing.r3")["seen"]
    begun.write_text(text.replace(f'"{seen}"', "0ld000").replace(seen, "0ld000"), encoding="utf-8")
    transcript = talk(begun, ["2", "done"], voice="leaders", changed=True)
    assert "One question has other words now." in transcript
    assert "Your answer now: 1." in transcript
    assert transcript.count(" of 8.") == 1
    assert (ladder(begun, "designing.r3")["leaders"], ladder(begun, "designing.r3")["seen"]) == ("2", seen)
    assert "No question has other words now" in talk(begun, [], voice="leaders", changed=True)


def test_the_version_is_noted_once_every_answer_was_given_to_its_words(begun: Path) -> None:
    """Two questions have other words; after one is answered again the old version stays, after both not."""
    talk(begun, ["2", "3"], voice="leaders", banks=("word",))
    text = begun.read_text(encoding="utf-8").replace("word: 1.0.0", "word: 0.9.0")
    for question in data(begun)["answers"]["word"].values():
        text = text.replace(question["seen"], "0ld000")
    begun.write_text(text, encoding="utf-8")
    assert "version 0.9.0 was answered here, and this is 1.0.0." in talk(
        begun, [], voice="people", banks=("word",)
    )
    talk(begun, ["2", "s", "done"], voice="leaders", changed=True)
    assert data(begun)["banks"] == {"word": "0.9.0"}
    talk(begun, ["2", "done"], voice="leaders", changed=True)
    assert data(begun)["banks"] == {"word": "1.0.0"}


def test_the_quick_look_is_a_claim_from_cards_without_names(begun: Path) -> None:
    lines = ["3", "?", "1", "q"]
    transcript = talk(begun, lines, voice="leaders", quick=True)
    names = [rung.name for rung in SHELF.ladder("tlap").rungs]
    assert [name for name in names if name in transcript] == []
    assert "answers" not in data(begun)
    claims = {aspect: notes["claimed"]["leaders"] for aspect, notes in data(begun)["aspects"].items()}
    assert list(claims) == ["deciding", "choosing"]
    chosen = SHELF.bank("ladder").aspects[0].cards[claims["deciding"]]
    assert f"  3. {chosen}" in transcript.splitlines()
    assert talk(begun, ["s"], voice="people", quick=True).count("  3. " + chosen) == 1


def test_the_cards_are_not_in_the_order_of_the_ladder() -> None:
    from ladder_check.interview.agenda import mixed

    bank = SHELF.bank("ladder")
    orders = [mixed(aspect) for aspect in bank.aspects]
    up = list(SHELF.ladder("tlap").ids)
    assert up not in orders
    assert up[::-1] not in orders
    assert len({tuple(order) for order in orders}) == len(orders)


# The end


ANSWERED = ["6", *["1"] * 8]


def test_who_was_not_here_and_what_will_be_done(begun: Path) -> None:
    lines = [*ANSWERED, "Deaf people", "deaf people", "young people", "",
             "Ask before it is settled", "Service manager", "People's group", "January", "People say so",
             "Pay people", "", "", "", "", "", "done"]  # fmt: skip
    transcript = said(talk(begun, lines, voice="leaders", aspects=("designing",)))
    assert "You could think of: Deaf people; blind people" in transcript
    assert "That is named already." in transcript
    assert "Without a partner it is not shared yet." in transcript
    assert data(begun)["missing_voices"] == ["Deaf people", "young people"]
    assert data(begun)["actions"] == [
        {"id": "a1", "what": "Ask before it is settled", "owner": "Service manager",
         "partner": "People's group", "by": "2027-01-31", "done_when": "People say so", "state": "open"},
        {"id": "a2", "what": "Pay people", "state": "open"},
    ]  # fmt: skip
    assert f"ladder-check score {begun}" in transcript
    read_case(begun)


@pytest.mark.parametrize("end", ["", "done", "None", "q"])
def test_a_word_that_ends_a_list_is_no_group_and_no_action(begun: Path, end: str) -> None:
    talk(begun, [*ANSWERED, "Deaf people", end, end], voice="leaders", aspects=("designing",))
    assert data(begun)["missing_voices"] == ["Deaf people"]
    assert "actions" not in data(begun)


def test_half_an_action_is_kept(begun: Path) -> None:
    talk(begun, [*ANSWERED, "", "Ask first", "Service manager"], voice="leaders", aspects=("designing",))
    assert data(begun)["actions"] == [
        {"id": "a1", "what": "Ask first", "owner": "Service manager", "state": "open"}
    ]


def test_no_more_than_three_actions(begun: Path) -> None:
    actions = [line for n in range(3) for line in (f"Do {n}", "", "", "", "")]
    transcript = talk(begun, [*ANSWERED, "", *actions, "done"], voice="leaders", aspects=("designing",))
    assert len(data(begun)["actions"]) == 3
    assert "All saved" in transcript
    transcript = talk(begun, ["", "done"], voice="leaders", aspects=("designing",))
    assert "What will you do about it?" not in transcript


def test_all_answers_on_one_page_and_any_changed_by_its_number(begun: Path) -> None:
    lines = ["6", "1", "s", *["?"] * 6, "", "", "3", "2", "x", "99", "1", "4", "r", "done"]
    transcript = talk(begun, lines, voice="leaders", aspects=("designing",))
    pages = transcript.split("Check your answers.")[1:]
    assert len(pages) == 2
    assert "  1. Designing the service. Your claim: Co-design." in pages[0]
    assert (
        "3. Are people kept up to date on decisions about how this service will work? Not answered."
        in said(pages[0])
    )
    assert "  1. Designing the service. Your claim: Consultation." in pages[1]
    assert "will work? Your answer: 2." in said(pages[1])
    assert "“99” is not on this page" in transcript
    assert ladder(begun, "designing.r3")["leaders"] == "2"


def test_the_page_can_be_seen_at_any_question(begun: Path) -> None:
    lines = ["6", "1", "c", "2", "0", "done", "2"]
    transcript = talk(begun, lines, voice="leaders", aspects=("designing",))
    assert transcript.count("Check your answers.") == 1
    assert (ladder(begun, "designing.r1")["leaders"], ladder(begun, "designing.r3")["leaders"]) == ("0", "2")


def test_the_end_of_the_lines_after_the_last_answer_is_an_end(begun: Path) -> None:
    assert "ladder-check score" in talk(begun, ANSWERED, voice="leaders", aspects=("designing",))
    begun.write_text(HEAD, encoding="utf-8")
    assert "To go on, type:" in said(talk(begun, ANSWERED[:-1], voice="leaders", aspects=("designing",)))


# What others write, and what people wrote by hand


def meanwhile(path: Path, lines: list[str], number: int, do: Callable[[], object]) -> str:
    """The transcript of an interview at whose *number*-th prompt somebody else does something."""
    prompts = 0

    class Interrupted(Terminal):
        def ask(self, prompt: str) -> str:
            nonlocal prompts
            prompts += 1
            if prompts == number:
                do()
            return super().ask(prompt)

    out = StringIO()
    terminal = Interrupted(StringIO("\n".join(lines) + "\n"), out, lambda: 100, echo=True)
    interview(terminal, read_request(path, SHELF, Wishes("leaders", ("designing",)), TODAY))
    return out.getvalue()


def test_an_editor_and_the_interview_lose_nothing_of_each_other(begun: Path) -> None:
    def edit() -> None:
        begun.write_text(
            begun.read_text(encoding="utf-8") + "organisation: Riverside  # by hand\n", encoding="utf-8"
        )

    transcript = meanwhile(begun, ["s", "1", "2"], 3, edit)
    assert "Somebody else has changed the file meanwhile." in transcript
    assert "organisation: Riverside  # by hand\n" in begun.read_text(encoding="utf-8")
    assert ladder(begun, "designing.r3")["leaders"] == "2"


def test_the_same_answer_from_two_terminals_is_asked_again(begun: Path) -> None:
    def other() -> None:
        talk(begun, ["s", "4", "", "q"], voice="leaders", aspects=("designing",))

    transcript = meanwhile(begun, ["s", "1", "0"], 2, other)
    assert "Not saved. Somebody else put 4 here meanwhile; you said 1." in said(transcript)
    assert ladder(begun, "designing.r1")["leaders"] == "0"


def test_a_file_broken_meanwhile_takes_no_answer_until_it_is_mended(begun: Path) -> None:
    def break_() -> None:
        begun.write_text("title: [half\n", encoding="utf-8")

    transcript = meanwhile(begun, ["s", "1", "2"], 2, break_)
    assert transcript.count("Not saved.") == 2
    assert "You chose" not in transcript
    assert begun.read_text(encoding="utf-8") == "title: [half\n"


def test_what_was_written_by_hand_is_kept_to_the_byte(path: Path) -> None:
    by_hand = (
        "# our file\r\nformat:   1\r\ntitle: 'Day'    # autumn\r\n\r\nassessed_on: 2026-11-22\r\n"
        "answers:\r\n   ladder:\r\n      designing.r1:   # hard to say\r\n"
        "         people: 2\r\n         # more to come\r\n\r\n# the end\r\n"
    )
    path.write_bytes(by_hand.encode())
    talk(path, ["6", "1", "?"], voice="leaders", aspects=("designing",))
    now = path.read_bytes().decode()
    rest = iter(now.split("\r\n"))
    assert all(line in rest for line in by_hand.split("\r\n"))
    assert "\n" not in now.replace("\r\n", "")
    assert ladder(path, "designing.r1")["leaders"] == "1"


@pytest.mark.parametrize("width", [40, 60, 100, 300])
def test_no_line_is_wider_than_the_terminal_or_100(begun: Path, width: int) -> None:
    out = StringIO()
    lines = StringIO("?\ns\nh\nw\nl\n" + "\n" * 8 + "c\ndone\n4\nx\ng\n\n\n\n1\n")
    terminal = Terminal(lines, out, lambda: width, echo=True)
    interview(terminal, read_request(begun, SHELF, Wishes("leaders", ("designing",)), TODAY))
    text = out.getvalue()
    wide = [
        line
        for line in text.splitlines()
        if len(line) > min(width, 100) and not line.startswith("ladder-check")
    ]
    assert [line for line in wide if str(begun) not in line] == []
    assert not any(control in text for control in "\x1b\x08\r\xa0\t")
