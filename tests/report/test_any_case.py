"""What holds for the report of any case at all."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from example_reports import texts_of
from ladder_check.render.formats import FORMATS, renderer
from ladder_check.report.view import Report
from report_case import RUNGS, SHOWN, bank_of, report_of

LEVELS = st.integers(0, 4)
COUNTS = st.lists(st.integers(0, 4), min_size=5, max_size=5)
TALLIES = st.fixed_dictionaries({"counts": COUNTS, "not-sure": st.integers(0, 3)})
LIVED = st.one_of(LEVELS, LEVELS, TALLIES, st.sampled_from(["not-sure", "rather-not-say"]))
STAFF = st.one_of(LEVELS, LEVELS, TALLIES, st.just("not-sure"))
EVIDENCE = st.sampled_from([[], SHOWN, SHOWN, [{**SHOWN[0], "on": "2001-01-01"}]])
QUESTION = st.fixed_dictionaries(
    {},
    optional={"people": LIVED, "carers": LIVED, "leaders": STAFF, "frontline": STAFF, "evidence": EVIDENCE},
)
NOTES = st.fixed_dictionaries(
    {},
    optional={
        "claimed": st.dictionaries(st.sampled_from(["leaders", "people"]), st.sampled_from(RUNGS)),
        "led_by_people": st.booleans(),
        "ceiling": st.fixed_dictionaries(
            {}, optional={"rung": st.sampled_from(RUNGS), "decision": st.just("Keys")}
        ),
    },
)
ASPECTS = ("cooking", "washing")


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """The report of any answers to the kitchen questions and to seven pairs."""
    ids = [f"{aspect}.q{n}" for aspect in ASPECTS for n in range(1, 6)]
    halves = [f"a{n}.{part}" for n in range(1, 8) for part in ("practice", "belief")]
    answers: dict[str, Any] = {each: draw(QUESTION) for each in ids}
    people = draw(st.integers(0, 5))
    return report_of(
        {"washing.q1": {}, **answers},
        bank_of("rules", "pairs", 7),
        others={"rules": {each: {"leaders": draw(STAFF)} for each in halves}},
        aspects={aspect: draw(NOTES) for aspect in ASPECTS},
        took_part={"people": {"there": people}},
    )


@settings(max_examples=60, deadline=None)
@given(report=reports())
def test_a_report_keeps_its_promises(report: Report) -> None:
    assert 1 <= len(report.in_short) <= 4
    assert len(report.actions) <= 5
    assert [rung.number for rung in report.ladder] == [5, 4, 3, 2, 1]
    assert len(report.aspects) == 2
    words = set(texts_of(report.annex.words))
    named = [text for text in texts_of(report) if text not in words and "forced" in text.lower()]
    assert any(aspect.harm for aspect in report.aspects) or not named
    assert all(report.actions[0].what == "Mend 1." for aspect in report.aspects if aspect.harm)


@settings(max_examples=10, deadline=None)
@given(report=reports())
def test_every_format_can_show_any_report(report: Report) -> None:
    for name in FORMATS:
        assert "Kitchen" in renderer(name)(report)
