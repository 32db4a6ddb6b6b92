"""What must hold of every assessment, and where it stops to hold."""

import random
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import FRESH, INDICATORS, aspect_answers, case_of
from ladder_check.model.answer import VOICES, Tally
from ladder_check.scoring.ordinal import is_split
from ladder_check.scoring.profile import Profile, score
from ladder_check.scoring.settle import settle_answer
from ladder_check.scoring.standing import AspectProfile

Answered = dict[str, dict[str, Any]]
Ends = Mapping[Any, tuple[int, int]]
ASKED = tuple(f"{aspect}.{indicator}" for aspect in ("deciding", "designing") for indicator in INDICATORS)
SPEAKING = ("leaders", "frontline", "people", "lived")
OLD = FRESH | {"on": "2020-01-01"}

levels = st.integers(0, 4)
tallies = st.builds(
    lambda counts, unsure: {"counts": counts, "not-sure": unsure},
    st.lists(st.integers(0, 3), min_size=5, max_size=5),
    st.integers(0, 3),
)
# Mostly high, so that rungs are reached and not all of them are the lowest.
plain_answers = st.sampled_from([4, 4, 3, 3, 3, 3, 3, 2, 1, 0, "not-sure"])
any_answers = st.one_of(plain_answers, plain_answers, tallies)
evidence = st.sampled_from([[], [FRESH], [FRESH], [FRESH], [OLD], [OLD, FRESH]])


@st.composite
def answered(draw: st.DrawFn, answers: st.SearchStrategy[Any] = any_answers) -> Answered:
    """Answers to two aspects, by one to four voices, with some questions left blank."""
    voices = draw(st.sets(st.sampled_from(SPEAKING), min_size=1))
    left_blank = draw(st.sets(st.sampled_from(ASKED), max_size=4))
    return {
        question: {voice: draw(answers) for voice in SPEAKING if voice in voices}
        | {"evidence": draw(evidence)}
        for question in ASKED
        if question not in left_blank
    }


def profile_of(answers: Answered, **keys: Any) -> Profile:
    return score(case_of(**{"took_part": {"people": {"there": 9}}, "answers": {"ladder": answers}} | keys))


def sides(profile: Profile) -> Ends:
    """The low and high end of each side of each aspect that has a rung."""
    return {
        (each.aspect.id, name): (side.climb.low, side.climb.high)
        for each in profile.aspects
        for name, side in (("shown", each.shown), ("lived", each.lived))
        if side
    }


def standings(profile: Profile) -> Ends:
    """The low and high end of each aspect that stands somewhere."""
    return {p.aspect.id: (p.standing.low, p.standing.high) for p in profile.aspects if p.standing}


def rungs(profile: Profile) -> Any:
    """Every rung there is: the sides', the standings', the headline's."""
    return sides(profile), standings(profile), (profile.headline.low, profile.headline.high)


def pick(data: st.DataObject, answers: Answered, wanted: Any) -> tuple[str, str] | None:
    """A question and a voice whose answer is as *wanted*, or None if there is none."""
    found = [(q, v) for q, given in answers.items() for v, a in given.items() if v in VOICES and wanted(a)]
    return data.draw(st.sampled_from(found)) if found else None


def changed(answers: Answered, place: tuple[str, str], answer: Any) -> Answered:
    copy = deepcopy(answers)
    copy[place[0]][place[1]] = answer
    return copy


# Raising a level


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_raising_an_agreed_level_lowers_no_end_of_anything(data: st.DataObject) -> None:
    answers = data.draw(answered())
    place = pick(data, answers, lambda answer: isinstance(answer, int) and answer < 4)
    if place is None:
        return
    higher = data.draw(st.integers(answers[place[0]][place[1]], 4))
    before, after = (profile_of(each) for each in (answers, changed(answers, place, higher)))
    _assert_none_is_lower(before, after)


def _assert_none_is_lower(before: Profile, after: Profile) -> None:
    assert _none_is_lower(sides(before), sides(after))
    assert _none_is_lower(standings(before), standings(after))
    if standings(before).keys() == standings(after).keys():
        ends = ((each.headline.low or 0, each.headline.high or 0) for each in (before, after))
        was, now = ends
        assert was[0] <= now[0]
        assert was[1] <= now[1]


def _none_is_lower(was: Ends, now: Ends) -> bool:
    """Whether both ends of all that still has a rung are at least as high as they were; none is new."""
    assert now.keys() <= was.keys()
    return all(now[name][end] >= was[name][end] for name in now for end in (0, 1))


def test_raising_a_level_beside_one_who_is_not_sure_may_leave_a_side_without_a_rung() -> None:
    """
    Leaders know six of eight.  On r6 they say 2, which fails although the front line is not sure; for people
    everything holds.  When leaders say 3 nothing fails any more: r6 is open, five are known, too few for a
    rung, and what people see stands alone.  Nothing that still has a rung is lower.
    """
    answers = aspect_answers(leaders="YYYYYN..", people="YYYYYYYY")
    answers["designing.r6"] |= {"leaders": 2, "frontline": "not-sure"}
    raised = changed(answers, ("designing.r6", "leaders"), 3)
    before, after = profile_of(answers), profile_of(raised)
    assert sides(before) == {("designing", "shown"): (5, 5), ("designing", "lived"): (7, 7)}
    assert sides(after) == {("designing", "lived"): (7, 7)}
    assert (standings(before), standings(after)) == ({"designing": (5, 5)}, {"designing": (7, 7)})


@given(st.lists(levels, min_size=1, max_size=9), st.data())
@settings(deadline=None)
def test_one_person_who_raises_their_level_lowers_no_room_that_is_not_split(
    room: list[int], data: st.DataObject
) -> None:
    person = data.draw(st.integers(0, len(room) - 1))
    raised = [level + (each == person and level < 4) for each, level in enumerate(room)]
    before, after = (settle_answer(_tally(each)).level for each in (room, raised))
    if not is_split(room) and not is_split(raised):
        assert before is not None
        assert after is not None
        assert before <= after


def _tally(room: list[int]) -> Tally:
    return Tally(counts=tuple(room.count(level) for level in range(5)))


def test_raising_a_level_into_a_split_room_opens_what_held() -> None:
    """
    1 1 3 3 3: the middle is 3, D = 2 x 4/5 / 4 = 0.4, so it settles on 3 and holds.  One person goes from 3
    to 4: the distances are 2 2 0 0 1, D = 0.5, and the room is split: not sure.  The low end falls, as the
    room now sees two different things.  Section 13 is true of agreed levels and of rooms that are not split.
    """
    assert [settle_answer(_tally(room)).level for room in ([1, 1, 3, 3, 3], [1, 1, 3, 3, 4])] == [3, None]


def test_raising_a_level_out_of_a_split_room_may_settle_it_low() -> None:
    """0 0 3 3 is split, so open.  One of the low ones goes to 2: 0 2 3 3 settles on 2, which fails."""
    assert [settle_answer(_tally(room)).level for room in ([0, 0, 3, 3], [0, 2, 3, 3])] == [None, 2]


# Not being sure


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_not_being_sure_is_never_better_than_the_truth(data: st.DataObject) -> None:
    """No low end rises and no high end falls, of any side that still has answers enough for a rung."""
    answers = data.draw(answered())
    place = pick(data, answers, lambda answer: isinstance(answer, int))
    if place is None:
        return
    before, after = (profile_of(each) for each in (answers, changed(answers, place, "not-sure")))
    was, now = sides(before), sides(after)
    assert now.keys() <= was.keys()
    for side in now:
        assert now[side][0] <= was[side][0]
        assert now[side][1] >= was[side][1]
    if now.keys() == was.keys():
        for aspect, (low, high) in standings(before).items():
            assert standings(after)[aspect][0] <= low
            assert standings(after)[aspect][1] >= high


def test_not_being_sure_may_leave_a_side_without_a_rung_and_the_other_side_alone() -> None:
    """
    Staff hold rungs 1 to 5; people know six of eight and their gate fails: the aspect stands on 1, with harm.
    If people are not sure of one more, they have five of eight, too few for a rung, and what staff see stands
    alone, on 5.  It is marked as the staff's view only, and the gate that failed is kept.
    """
    staff = "YYYYYNNN"

    def designing(people: str) -> AspectProfile:
        profile = profile_of(aspect_answers(leaders=staff, people=people))
        return next(each for each in profile.aspects if each.aspect.id == "designing")

    known, unsure = designing("NYYYYN??"), designing("NYYYY???")
    assert known.standing is not None
    assert unsure.standing is not None
    assert (known.standing.low, known.standing.basis, known.standing.harm) == (1, "both", True)
    assert (unsure.standing.low, unsure.standing.basis, unsure.standing.harm) == (5, "staff", False)
    assert unsure.gate_fails == ("lived",)


def test_one_person_who_is_no_longer_sure_may_raise_a_rooms_middle() -> None:
    """1 and 3 settle on 1, the lower; if the one who said 1 is not sure, 3 is left, with one against one."""
    one_and_three = Tally(counts=(0, 1, 0, 1, 0))
    three_and_unsure = Tally.model_validate({"counts": (0, 0, 0, 1, 0), "not-sure": 1})
    assert (settle_answer(one_and_three).level, settle_answer(three_and_unsure).level) == (1, 3)


# Evidence


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_taking_evidence_away_raises_no_rung_that_was_there(data: st.DataObject) -> None:
    answers = data.draw(answered())
    question = data.draw(st.sampled_from(sorted(answers)))
    without = deepcopy(answers)
    without[question]["evidence"] = without[question]["evidence"][1:]
    before, after = profile_of(answers), profile_of(without)
    for was, now in ((sides(before), sides(after)), (standings(before), standings(after))):
        assert all(now[name][end] <= was[name][end] for name in was for end in (0, 1))


def test_taking_evidence_away_may_give_a_rung_where_there_was_none() -> None:
    """
    Leaders know five of eight, and on r2 they say 4 with evidence beside a front line that is not sure: that
    is open, and five are too few.  Without the evidence the 4 counts as 2, which fails, whoever is not sure:
    six are known, and the staff side stands on 5, stepping over r2.
    """
    answers = aspect_answers(leaders="YYYYYN..")
    answers["designing.r2"] |= {"leaders": 4, "frontline": "not-sure"}
    without = deepcopy(answers)
    without["designing.r2"]["evidence"] = []
    assert sides(profile_of(answers)) == {}
    assert sides(profile_of(without)) == {("designing", "shown"): (5, 5)}


# People, order, ceilings, sides


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_more_staff_change_nothing_of_what_people_say(data: st.DataObject) -> None:
    answers = data.draw(answered())
    packed = deepcopy(answers)
    for given_answers in packed.values():
        given_answers["partners"] = data.draw(any_answers)
    before, after = profile_of(answers), profile_of(packed)
    was, now = (
        {name: ends for name, ends in sides(p).items() if name[1] == "lived"} for p in (before, after)
    )
    assert was == now
    assert all(standings(after)[aspect][0] <= low for (aspect, _), (low, _) in now.items())


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_people_who_join_one_perspective_change_no_other_perspectives_level(data: st.DataObject) -> None:
    answers = data.draw(answered(answers=tallies))
    question = data.draw(st.sampled_from(sorted(answers)))
    joined = data.draw(st.sampled_from([voice for voice in answers[question] if voice in VOICES]))
    more = deepcopy(answers[question])
    more[joined]["counts"][data.draw(levels)] += data.draw(st.integers(1, 20))
    before, after = (_settled_by_voice(each) for each in (answers[question], more))
    assert {v: s for v, s in before.items() if v != joined} == {v: s for v, s in after.items() if v != joined}


def _settled_by_voice(given_answers: dict[str, Any]) -> dict[str, Any]:
    said = {voice: answer for voice, answer in given_answers.items() if voice in VOICES}
    return {voice: settle_answer(Tally.model_validate(answer)) for voice, answer in said.items()}


@given(answered(), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_file_changes_nothing(answers: Answered, order: random.Random) -> None:
    def shuffled(keys: dict[str, Any]) -> dict[str, Any]:
        names = sorted(keys)
        order.shuffle(names)
        return {name: keys[name] for name in names}

    other = shuffled({question: shuffled(given_answers) for question, given_answers in answers.items()})
    for given_answers in other.values():
        given_answers["evidence"] = given_answers["evidence"][::-1]
    assert profile_of(other) == profile_of(answers)


@given(
    answered(), st.sampled_from(["informing", "consultation", "co-design"]), st.sampled_from(["law", "money"])
)
@settings(max_examples=40, deadline=None)
def test_a_ceiling_changes_no_rung(answers: Answered, rung: str, kind: str) -> None:
    ceiling = {
        "decision": "who is seen first",
        "rung": rung,
        "kind": kind,
        "reason": "the Act",
        "talked_with": ["people"],
        "said_openly": "on the wall",
        "agreed_on": "2026-03-01",
        "review_by": "2027-03-01",
    }
    with_it = profile_of(answers, aspects={"designing": {"ceiling": ceiling}})
    assert rungs(with_it) == rungs(profile_of(answers))


@pytest.mark.parametrize("there", [0, 9])
@given(answered())
@settings(max_examples=40, deadline=None)
def test_an_aspect_stands_no_higher_than_either_side(there: int, answers: Answered) -> None:
    profile = profile_of(answers, took_part={"people": {"there": there}})
    stands = standings(profile)
    assert {name for name, _ in sides(profile)} == set(stands)
    for (name, _), (low, high) in sides(profile).items():
        assert stands[name][0] <= low
        assert stands[name][1] <= high
    assert all(1 <= low <= high <= (7 if there else 5) for low, high in stands.values())


@given(answered())
@settings(max_examples=40, deadline=None)
def test_what_holds_back_lifts_when_it_is_mended(answers: Answered) -> None:
    """Mending it never lowers what one stands on."""
    for each in profile_of(answers).aspects:
        for side in (each.shown, each.lived):
            if side and side.climb.held_back_by:
                assert side.climb.with_that_fixed is not None
                assert side.climb.with_that_fixed >= side.climb.low
