"""The shape of the question files, read as plain YAML: whole, and with links that lead somewhere."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

QUESTIONS = Path(__file__).parents[2] / "questions"
BANK_IDS = {"ladder", "rules", "ingredients", "values", "blocks", "balance", "missing", "word"}
RUNGS = ["coercion", "educating", "informing", "consultation", "engagement", "co-design", "co-production"]
ASPECTS = ["deciding", "designing", "choosing", "doing", "checking", "governing", "own_support"]
QUESTION_IDS = {
    "rules": [f"hr{n}.{half}" for n in range(1, 8) for half in ("practice", "belief")],
    "ingredients": ["sr1", "sr2", "sr3", "sr4", "sr5"],
    "values": ["ks1", "ks2", "ks3", "ks4"],
    "blocks": ["bl1", "bl2", "bl3", "bl4", "bl5", "bl6"],
    "balance": ["hb1", "hb2", "hb3"],
    "missing": ["lg1", "lg2"],
    "word": ["jm1", "jm2"],
}


def load_all(kind: str) -> dict[str, Any]:
    """The files of *kind* by the id in their name."""
    return {
        path.name.split(".")[0]: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(QUESTIONS.glob(f"*.{kind}.yaml"))
    }


BANKS = load_all("bank")
LADDERS = load_all("ladder")
FILES = sorted(QUESTIONS.glob("*.yaml"))


def questions(bank: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Everything in *bank* that has anchors, by its id within the bank."""
    found = {item["id"]: item for item in bank.get("items", [])}
    for pair in bank.get("pairs", []):
        found |= {f"{pair['id']}.{half}": pair[half] for half in ("practice", "belief")}
    for indicator in bank.get("indicators", []):
        found |= {f"{aspect['id']}.{indicator['id']}": indicator for aspect in bank["aspects"]}
    return found


def with_actions(bank: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything in *bank* that has an action: items, pairs, indicators."""
    return [*bank.get("items", []), *bank.get("pairs", []), *bank.get("indicators", [])]


def is_text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() == value and value != ""


each_bank = pytest.mark.parametrize("bank", BANKS.values(), ids=BANKS.keys())
each_ladder = pytest.mark.parametrize("ladder", LADDERS.values(), ids=LADDERS.keys())
each_file = pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])


def test_every_bank_and_ladder_is_there() -> None:
    assert set(BANKS) == BANK_IDS
    assert {name: len(ladder["rungs"]) for name, ladder in LADDERS.items()} == {
        "arnstein": 8,
        "deciding-together": 4,
        "tlap": 7,
    }


@each_file
def test_an_editor_is_told_which_schema_a_file_follows(path: Path) -> None:
    kind = path.name.split(".")[1]
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../docs/schemas/{kind}.json"


@each_file
def test_a_file_uses_no_anchor_alias_or_tag_and_repeats_no_key(path: Path) -> None:
    for event in yaml.parse(path.read_text(encoding="utf-8")):
        assert not isinstance(event, yaml.AliasEvent)
        assert getattr(event, "anchor", None) is None
        assert getattr(event, "tag", None) is None
    assert repeated_keys(yaml.compose(path.read_text(encoding="utf-8"))) == []


def repeated_keys(node: yaml.Node | None) -> list[str]:
    """The keys that stand twice in one map, anywhere in *node*."""
    if isinstance(node, yaml.SequenceNode):
        return [key for child in node.value for key in repeated_keys(child)]
    if not isinstance(node, yaml.MappingNode):
        return []
    here = [key for key, n in Counter(key.value for key, _ in node.value).items() if n > 1]
    return here + [key for _, child in node.value for key in repeated_keys(child)]


def test_a_repeated_key_would_be_seen() -> None:
    assert repeated_keys(yaml.compose("items: [{id: a, ask: b, id: c}]")) == ["id"]


@each_file
def test_nothing_is_read_as_something_else_than_it_looks(path: Path) -> None:
    """YAML 1.1 reads `No` as false and 2026-01-01 as a date; only these keys may hold other than text."""
    not_text = {"format": int, "minutes": int, "optional": bool, "lived_confirms": bool}
    not_text |= {"may_not_fit": bool, "about": bool, "rungs": int}
    found = list(plain_values(yaml.safe_load(path.read_text(encoding="utf-8"))))
    assert [(key, v) for key, v in found if not isinstance(v, str) and type(v) is not not_text.get(key)] == []


def plain_values(node: Any, key: str = "") -> list[tuple[str, Any]]:
    """Every value in *node* that is neither a map nor a list, with the key it stands under."""
    if isinstance(node, dict):
        assert all(isinstance(name, str) for name in node), list(node)
        return [found for name, child in node.items() for found in plain_values(child, name)]
    if isinstance(node, list):
        return [found for child in node for found in plain_values(child, key)]
    return [(key, node)]


@pytest.mark.parametrize(("name", "bank"), BANKS.items(), ids=BANKS.keys())
def test_a_bank_says_what_it_is(name: str, bank: dict[str, Any]) -> None:
    assert (bank["format"], bank["id"], bank["version"]) == (1, name, "1.0.0")
    assert (bank["language"], bank["status"]) == ("en", "drafted")
    assert bank["kind"] == {"ladder": "ladder", "rules": "pairs", "word": "word"}.get(name, "items")
    assert bank["evidence"] == ("required" if name == "ladder" else "welcome")
    assert bank["minutes"] > 0
    assert is_text(bank["title"])
    assert is_text(bank["about"])


@pytest.mark.parametrize("name", QUESTION_IDS)
def test_a_bank_asks_its_questions_in_order(name: str) -> None:
    assert list(questions(BANKS[name])) == QUESTION_IDS[name]


@each_bank
def test_every_question_says_why_it_is_asked(bank: dict[str, Any]) -> None:
    assert [name for name, question in questions(bank).items() if not is_text(question.get("why"))] == []


@each_bank
def test_every_question_has_five_anchors_that_all_differ(bank: dict[str, Any]) -> None:
    for name, question in questions(bank).items():
        for anchors in [question["anchors"], *question.get("anchors_for", {}).values()]:
            assert len(anchors) == 5, name
            assert len({anchor.lower() for anchor in anchors}) == 5, name
            assert all(map(is_text, anchors)), name


@each_bank
def test_every_action_has_an_owner_a_partner_and_a_sign_that_it_is_done(bank: dict[str, Any]) -> None:
    for asked in with_actions(bank):
        assert set(asked["action"]) == {"do", "owner", "partner", "done_when"}, asked["id"]
        assert all(map(is_text, asked["action"].values())), asked["id"]
        assert asked["action"]["owner"] != asked["action"]["partner"], asked["id"]


@each_bank
def test_every_question_has_a_source(bank: dict[str, Any]) -> None:
    for asked in with_actions(bank):
        source = asked.get("source", bank["source"])
        assert is_text(source["name"]), asked["id"]
        assert source.get("link", "https://").startswith(("https://", "http://")), asked["id"]


@each_bank
def test_no_two_questions_of_a_bank_are_the_same(bank: dict[str, Any]) -> None:
    asks = [a for q in with_actions(bank) for a in asks_of(q)]
    assert [ask for ask, n in Counter(asks).items() if n > 1] == []


def asks_of(asked: dict[str, Any]) -> list[str]:
    """The questions in an item, a pair or an indicator."""
    if "practice" in asked:
        return [asked["practice"]["ask"], asked["belief"]["ask"]]
    return list(asked["ask"].values()) if isinstance(asked["ask"], dict) else [asked["ask"]]


def test_the_ladder_bank_has_every_aspect_with_a_card_for_every_rung() -> None:
    aspects = BANKS["ladder"]["aspects"]
    assert [aspect["id"] for aspect in aspects] == ASPECTS
    assert [list(aspect["cards"]) for aspect in aspects] == [RUNGS] * 7
    assert [aspect["id"] for aspect in aspects if aspect["optional"]] == ["own_support"]
    for aspect in aspects:
        assert len(set(aspect["cards"].values())) == 7, aspect["id"]


def test_every_rung_has_an_indicator_and_every_indicator_is_asked_of_every_aspect() -> None:
    indicators = BANKS["ladder"]["indicators"]
    assert [i["rung"] for i in indicators] == [*RUNGS, "co-production"]
    assert [rung["id"] for rung in LADDERS["tlap"]["rungs"]] == RUNGS
    for indicator in indicators:
        assert list(indicator["ask"]) == ASPECTS, indicator["id"]
        assert list(indicator["anchors_for"]) == ["own_support"], indicator["id"]


def test_the_roles_of_the_indicators_are_those_of_the_scoring_rules() -> None:
    """The bottom rung is a gate, being taught is a support; the two top rungs need people to confirm them."""
    indicators = {i["id"]: i for i in BANKS["ladder"]["indicators"]}
    roles = {name: i["role"] for name, i in indicators.items()}
    assert roles == {"r1": "gate", "r2": "support"} | dict.fromkeys(
        ["r3", "r4", "r5", "r6", "r7a", "r7b"], "step"
    )
    assert [name for name, i in indicators.items() if i["lived_confirms"]] == ["r6", "r7a", "r7b"]


def test_people_are_asked_about_being_told_before_being_taught() -> None:
    assert BANKS["ladder"]["ask_order"] == ["r1", "r3", "r2", "r4", "r5", "r6", "r7a", "r7b"]


def test_linked_questions_are_there_and_of_two_banks() -> None:
    known = {f"{name}.{question}" for name, bank in BANKS.items() for question in questions(bank)}
    for name, bank in BANKS.items():
        for first, second, about in bank.get("linked", []):
            assert {first, second} <= known
            assert first.split(".")[0] == name
            assert second.split(".")[0] != name
            assert is_text(about)


def test_no_two_questions_are_linked_twice() -> None:
    links = [frozenset(link[:2]) for bank in BANKS.values() for link in bank.get("linked", [])]
    assert len(links) == len(set(links)) > 0


def test_only_the_bank_of_missing_people_has_groups_and_only_the_blocks_have_whys() -> None:
    assert [name for name, bank in BANKS.items() if "groups" in bank] == ["missing"]
    assert [name for name, bank in BANKS.items() if "five_whys" in bank] == ["blocks"]
    assert set(BANKS["blocks"]["five_whys"]) == {"start", "rule", "stop_if", "both_sides"}
    groups = BANKS["missing"]["groups"]
    assert len(groups) == len(set(groups))


@each_ladder
def test_a_ladder_explains_every_rung_and_puts_it_in_one_band(ladder: dict[str, Any]) -> None:
    ids = [rung["id"] for rung in ladder["rungs"]]
    assert len(ids) == len(set(ids))
    assert ladder["lowest_ceiling"] == "informing"
    assert "informing" in ids
    assert [n for band in ladder["bands"] for n in band["rungs"]] == list(range(1, len(ids) + 1))
    for rung in ladder["rungs"]:
        assert all(is_text(rung[key]) for key in ("name", "means", "test")), rung["id"]


@each_ladder
def test_a_crosswalk_leads_from_rungs_that_exist_to_rungs_that_exist(ladder: dict[str, Any]) -> None:
    own = [rung["id"] for rung in ladder["rungs"]]
    for other, matches in ladder.get("crosswalk", {}).items():
        theirs = [rung["id"] for rung in LADDERS[other]["rungs"]]
        steps = [(own.index(match["from"]), theirs.index(match["to"])) for match in matches]
        assert len({start for start, _ in steps}) == len(steps)
        assert steps == sorted(steps), "a higher rung may not match a lower one"


def test_the_crosswalk_says_about_where_ladders_do_not_quite_meet() -> None:
    """
    Placation is a small win to keep people quiet, engagement is not; consulting is after the decision in one
    ladder and before it in the other; co-design is a rung of its own in one and part of the top in the other.
    """
    crosswalk = LADDERS["tlap"]["crosswalk"]
    loose = {other: [m["from"] for m in matches if m.get("about")] for other, matches in crosswalk.items()}
    assert loose == {"arnstein": ["engagement"], "deciding-together": ["consultation", "co-design"]}


def test_being_taught_is_never_shown_as_therapy() -> None:
    matches = [m for found in LADDERS["tlap"]["crosswalk"].values() for m in found]
    assert [m for m in matches if m["from"] == "educating" or m["to"] == "therapy"] == []
