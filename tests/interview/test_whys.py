"""The Five Whys: what is offered, what is asked, when it stops, and what is in the file after each line."""

from collections.abc import Iterable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from ladder_check.documents.library import Shelf, read_case
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.interview.terminal import Terminal
from ladder_check.interview.whys import five_whys, read_why_request

TODAY = date(2026, 11, 22)
SHELF = Shelf()
HEAD = "format: 1\ntitle: Day  # ours\nassessed_on: 2026-11-22\n"
SHOWN = "evidence: [{what: Notes, kind: written, on: 2026-10-02}]"
GAPS = f"""\
aspects: {{designing: {{claimed: {{leaders: co-design}}}}}}
answers:
  blocks: {{bl2: {{leaders: 1}}, bl3: {{leaders: 3}}}}
  rules: {{hr3.practice: {{leaders: 3}}, hr3.belief: {{leaders: 1}}, hr4.practice: {{leaders: 3}}}}
  ladder:
    designing.r1: {{leaders: 3, {SHOWN}}}
    designing.r3: {{leaders: 3, {SHOWN}}}
    designing.r4: {{leaders: 1}}
    designing.r5: {{leaders: 3, {SHOWN}}}
    designing.r6: {{leaders: 1}}
    designing.r7a: {{leaders: 1}}
"""
FIRST = ["The figures come late", "on", "Finance was never asked", "root", "same", "yes", "no"]
"""Two whys, a root that can be changed, and no action."""


def talk(
    path: Path, lines: Iterable[str], target: str | None = "blocks.bl2", voice: str | None = "leaders"
) -> str:
    """What is said and typed when *lines* are the answers, without line breaks."""
    out = StringIO()
    terminal = Terminal(StringIO("".join(f"{line}\n" for line in lines)), out, lambda: 100, echo=True)
    assert five_whys(terminal, read_why_request(path, SHELF, target, voice, TODAY))
    return " ".join(out.getvalue().split())


def data(path: Path) -> Any:
    read_case(path)  # What we write is always a file that can be used.
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "day.assessment.yaml"
    path.write_text(HEAD + GAPS, encoding="utf-8")
    return path


def said(voice: str, *whys: str) -> list[dict[str, str]]:
    return [{"by": voice, "why": why} for why in whys]


# Which gap


def test_the_gaps_are_listed_in_order_and_chosen_by_number(path: Path) -> None:
    """bl2 is 1; a claim of 6 stands at 3; hr3 is done, not believed in; r4 fails below r5, which holds."""
    transcript = talk(path, ["4", "q"], target=None)
    listed = transcript.partition("Which one?")[0]
    assert "1. Who holds the money." in listed
    assert (
        "2. Designing the service. Claimed: rung 6, co-design. The answers show: rung 3, informing." in listed
    )
    assert "3. Look at quality of life, not only the service. What we do:" in listed
    assert "4. Designing the service: " in listed
    assert "5." not in listed
    assert "ladder-check why " in transcript
    assert "designing.r4 --as leaders" in transcript


def test_harm_is_never_a_round_of_whys_unless_somebody_names_it(path: Path) -> None:
    """r1 fails and holds back r3: it is found out in private, so only r1 by name is asked about."""
    text = path.read_text(encoding="utf-8").replace("designing.r1: {leaders: 3", "designing.r1: {leaders: 0")
    path.write_text(text, encoding="utf-8")
    assert "treated badly" not in talk(path, ["q"], target=None)
    assert "treated badly" in talk(path, ["q"], target="designing.r1")


def test_without_a_gap_it_says_how_to_ask_about_any_question(path: Path) -> None:
    path.write_text(HEAD, encoding="utf-8")
    transcript = talk(path, [], target=None)
    assert "The answers show no gap" in transcript
    assert "designing.r4" in transcript
    assert path.read_text(encoding="utf-8") == HEAD


@pytest.mark.parametrize(
    ("target", "about"),
    [
        ("blocks.bl2", "blocks.bl2"),
        ("bl2", "blocks.bl2"),
        ("designing.r4", "designing.r4"),
        ("ladder.designing.r4", "designing.r4"),
        ("designing", "designing"),
        ("rules.hr3", "rules.hr3"),
        ("hr3.belief", "rules.hr3.belief"),
    ],
)
def test_a_target_is_a_question_a_pair_or_an_aspect(path: Path, target: str, about: str) -> None:
    talk(path, FIRST, target=target)
    assert [why["about"] for why in data(path)["whys"]] == [about]


def test_a_target_that_is_not_there_names_the_nearest(path: Path) -> None:
    with pytest.raises(LadderCheckError, match=r"called 'designing.r44'.*Did you mean 'designing.r4'"):
        read_why_request(path, SHELF, "designing.r44", None, TODAY)
    with pytest.raises(UnknownName, match="leeders"):
        read_why_request(path, SHELF, None, "leeders", TODAY)


# The chain


def test_a_chain_from_the_first_why_to_the_root(path: Path) -> None:
    transcript = talk(path, ["4", *FIRST], voice=None)
    assert data(path)["whys"] == [
        {
            "about": "blocks.bl2",
            "chain": said("leaders", "The figures come late", "Finance was never asked"),
            "root": "Finance was never asked",
            "can_change": "yes",
        }
    ]
    assert 'can_change: "yes"' in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith(HEAD + GAPS)
    question, start, who = "over money and other resources", "What stops co-production", "Who is answering?"
    assert -1 < transcript.find(question) < transcript.find(start) < transcript.find(who)


def test_the_words_for_when_to_stop_are_those_of_the_bank(path: Path) -> None:
    transcript = talk(path, ["Late figures", "q"])
    rules = SHELF.bank("blocks").five_whys
    assert rules is not None
    assert [words in transcript for words in (*rules.stop_if, rules.start)] == [True] * 4


def test_every_why_is_in_the_file_before_the_next_line(path: Path) -> None:
    """The chain is looked at again each time a line is read."""
    seen: list[int] = []

    class Looking(StringIO):
        def readline(self, *_: Any) -> str:  # type: ignore[override]
            seen.append(sum(len(why["chain"]) for why in data(path).get("whys", [])))
            return super().readline()

    lines = Looking("One\non\nTwo\non\nThree\nq\n")
    five_whys(
        Terminal(lines, StringIO(), lambda: 80, echo=True),
        read_why_request(path, SHELF, "bl2", "staff", TODAY),
    )
    assert seen == [0, 1, 1, 2, 2, 3]


def test_after_five_whys_there_is_no_sixth(path: Path) -> None:
    lines = [line for n in range(5) for line in (f"Because {n}", "on")]
    transcript = talk(path, [*lines, "root", "same", "y", "n"])
    assert len(data(path)["whys"][0]["chain"]) == 5
    assert "“on” is not something to answer here" in transcript
    assert data(path)["whys"][0]["root"] == "Because 4"


def test_enter_and_nonsense_take_nothing(path: Path) -> None:
    talk(path, ["", "Late figures", "", "perhaps", "root", "", "Late", "", "maybe", "yes", "", "no"])
    assert data(path)["whys"] == [
        {"about": "blocks.bl2", "chain": said("leaders", "Late figures"), "root": "Late", "can_change": "yes"}
    ]


def test_blame_is_taken_out_and_what_is_around_the_person_takes_its_place(path: Path) -> None:
    transcript = talk(path, ["Late figures", "on", "Mrs Smith forgets them", "blame", "No day is set", "q"])
    assert data(path)["whys"][0]["chain"] == said("leaders", "Late figures", "No day is set")
    assert "Smith" not in path.read_text(encoding="utf-8")
    assert "the file points at nobody" in transcript


def test_what_was_blame_is_out_of_the_file_even_if_they_stop_there(path: Path) -> None:
    talk(path, ["Mrs Smith forgets them", "blame", "q"])
    assert "Smith" not in path.read_text(encoding="utf-8")
    talk(path, ["No day is set", "q"])
    assert data(path)["whys"] == [{"about": "blocks.bl2", "chain": said("leaders", "No day is set")}]


def test_outside_our_control_says_who_could_and_is_never_wholly_ours(path: Path) -> None:
    transcript = talk(path, ["A rule", "outside", "", "The ministry", "same", "yes", "partly", "no"])
    assert data(path)["whys"] == [
        {
            "about": "blocks.bl2",
            "chain": said("leaders", "A rule"),
            "who_could": "The ministry",
            "root": "A rule",
            "can_change": "partly",
        }
    ]
    assert transcript.count("Who could change it?") == 2  # Enter was not enough, and nobody asks later again.


@pytest.mark.parametrize(("answer", "who"), [("partly", "The board"), ("no", "The board"), ("no", "")])
def test_who_could_is_asked_where_it_is_not_wholly_ours(path: Path, answer: str, who: str) -> None:
    talk(path, ["A rule", "root", "same", answer, who, "no"])
    [why] = data(path)["whys"]
    assert (why["can_change"], why.get("who_could", "")) == (answer, who)
    assert f"can_change: {'partly' if answer == 'partly' else chr(34) + 'no' + chr(34)}" in path.read_text(
        "utf-8"
    )


@pytest.mark.parametrize("easy", ["There is no money", "It is our culture", "The BUDGET is fixed"])
def test_a_root_that_is_easy_to_end_at_is_asked_once_more(path: Path, easy: str) -> None:
    talk(path, ["So it is", "root", easy, "People hold £50", "yes", "no"])
    assert data(path)["whys"][0]["root"] == f"{easy}. If that changed, we would see: People hold £50"


def test_any_other_root_is_not_asked_about_again(path: Path) -> None:
    assert "would we see" not in talk(path, ["So it is", "root", "Nobody asked; agriculture", "yes", "no"])


# Stopping and going on


def test_a_chain_without_a_root_is_gone_on_with(path: Path) -> None:
    stopped = talk(path, ["One", "on", "q"])
    assert "Everything said so far is saved in" in stopped
    assert "day.assessment.yaml blocks.bl2 --as leaders" in stopped
    gone_on = talk(path, ["on", "Two", "root", "same", "yes", "no"])
    assert "Said already: 1. One" in gone_on
    assert [(len(why["chain"]), why["root"]) for why in data(path)["whys"]] == [(2, "Two")]


def test_a_chain_that_lacks_only_its_end_is_asked_for_the_end(path: Path) -> None:
    talk(path, ["One", "root", "same", "q"])
    talk(path, ["yes", "no"])
    assert data(path)["whys"] == [
        {"about": "blocks.bl2", "chain": said("leaders", "One"), "root": "One", "can_change": "yes"}
    ]


def test_a_chain_that_is_done_can_be_kept_or_asked_again_beside_it(path: Path) -> None:
    talk(path, FIRST)
    talk(path, ["", "keep", "no"])
    assert len(data(path)["whys"]) == 1
    talk(path, ["again", "Another", "root", "same", "yes", "no"])
    assert [why["root"] for why in data(path)["whys"]] == ["Finance was never asked", "Another"]


def test_the_end_of_the_lines_keeps_all_and_an_interruption_is_told_apart(path: Path) -> None:
    assert "To go on, type:" in talk(path, ["One"])

    class Interrupted(StringIO):
        def readline(self, *_: Any) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    out = StringIO()
    terminal = Terminal(Interrupted(), out, lambda: 80, echo=True)
    assert not five_whys(terminal, read_why_request(path, SHELF, "bl2", "leaders", TODAY))
    assert "To go on, type:" in out.getvalue()
    assert data(path)["whys"] == [{"about": "blocks.bl2", "chain": said("leaders", "One")}]


# Two sides


def test_each_side_does_it_apart_and_both_roots_are_kept_and_shown(path: Path) -> None:
    """Frontline staff go on with what leaders began: they are of the same side."""
    one = talk(path, FIRST)
    assert "have not been asked yet. Their turn: ladder-check why" in one
    assert "blocks.bl2 --as lived" in one
    two = talk(path, ["We are told last", "root", "same", "partly", "The board", "no"], voice="people")
    assert "The figures come late" not in two
    assert "People and carers: We are told last" in two
    assert "Staff: Finance was never asked" in two
    assert [why["chain"][0]["by"] for why in data(path)["whys"]] == ["leaders", "people"]
    assert "Said already: 1. The figures come late" in talk(path, ["q"], voice="frontline")


def test_the_same_question_with_and_without_its_bank_is_one(path: Path) -> None:
    text = (
        HEAD
        + GAPS
        + "whys: [{about: ladder.designing.r4, chain: [{by: people, why: Told late}], root: Haste}]\n"
    )
    path.write_text(text, encoding="utf-8")
    transcript = talk(path, ["Rules", "root", "same", "yes", "no"], target="designing.r4")
    assert "People and carers: Haste" in transcript
    assert len(data(path)["whys"]) == 2


def test_somebody_else_who_writes_a_chain_before_ours_loses_nothing(path: Path) -> None:
    """Their chain is put before ours while we type: ours goes on where it is now."""

    class Meanwhile(StringIO):
        def readline(self, *_: Any) -> str:  # type: ignore[override]
            line = super().readline()
            if line == "Two\n":
                text = path.read_text(encoding="utf-8")
                theirs = "whys:\n  - {about: blocks.bl3, chain: [{by: people, why: Theirs}]}\n"
                path.write_text(text.replace("whys:\n", theirs), encoding="utf-8")
            return line

    lines = Meanwhile("One\non\nTwo\nTwo again\nq\n")
    request = read_why_request(path, SHELF, "bl2", "leaders", TODAY)
    five_whys(Terminal(lines, StringIO(), lambda: 80, echo=True), request)
    assert [(why["about"], why["chain"]) for why in data(path)["whys"]] == [
        ("blocks.bl3", said("people", "Theirs")),
        ("blocks.bl2", said("leaders", "One", "Two again")),
    ]


# An action from the root


def test_an_action_from_the_root_names_the_question_so_that_the_report_can_say_the_root(path: Path) -> None:
    action = ["yes", "Ask finance", "Head of finance", "People's group", "1 December", "£20", "", ""]
    talk(path, [*FIRST[:-1], *action], target="designing.r4")
    assert data(path)["actions"] == [
        {
            "id": "a1",
            "what": "Ask finance",
            "because": "designing.r4",
            "aspect": "designing",
            "owner": "Head of finance",
            "partner": "People's group",
            "by": "2026-12-01",
            "cost": "£20",
            "state": "open",
        }
    ]
    assert "There is an action for it already: Ask finance." in talk(
        path, ["keep", "no"], target="designing.r4"
    )


def test_what_would_be_seen_is_proposed_as_what_will_be_seen(path: Path) -> None:
    root = ["So it is", "root", "Money", "People hold £50", "yes"]
    talk(path, [*root, "yes", "Ask finance", "", "", "", "", "same", ""])
    assert data(path)["actions"][0]["done_when"] == "People hold £50"


def test_half_an_action_is_kept_when_they_stop(path: Path) -> None:
    transcript = talk(path, [*FIRST[:-1], "yes", "Ask finance", "Head of finance", "q"])
    assert data(path)["actions"] == [
        {
            "id": "a1",
            "what": "Ask finance",
            "because": "blocks.bl2",
            "owner": "Head of finance",
            "state": "open",
        }
    ]
    assert "not shared yet" in transcript
