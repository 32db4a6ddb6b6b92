"""JUnit: a test case for each file, read back as XML."""

from typing import Any

from lxml import etree

from findings_sample import CHECKED, DAY, EMPTY, LOWERED, NOT_SHOWN, SAMPLE, show
from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked


def suite_of(*findings: Finding, checked: Checked = CHECKED) -> Any:
    root = etree.fromstring(show("junit", *findings, checked=checked).encode())
    assert root.tag == "testsuites"
    (suite,) = root
    assert suite.tag == "testsuite"
    return suite


def test_each_file_is_a_test_case_and_each_finding_to_put_right_a_failure() -> None:
    suite = suite_of(*SAMPLE)
    cases = {case.get("file"): [child.tag for child in case] for case in suite}
    assert cases == {DAY: ["failure", "failure", "system-out"], "empty.yaml": ["failure"], "good.yaml": []}
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "2", "0")
    assert all(case.get("classname") and case.get("name") for case in suite)


def test_a_failure_says_where_and_what() -> None:
    failure = suite_of(NOT_SHOWN).find(".//failure")
    assert dict(failure.attrib) == {"type": "warning", "message": "LC301 claim-without-evidence"}
    assert failure.text == "4:12: LC301 Nothing shows this. Either add evidence, or answer 2."


def test_a_notice_fails_nothing() -> None:
    suite = suite_of(LOWERED)
    assert suite.get("failures") == "0"
    assert suite.find(".//system-out").text == "3:1: LC702 Lower than before, with a reason."


def test_no_files_are_an_empty_suite() -> None:
    assert suite_of(checked=Checked([])).get("tests") == "0"


def test_what_xml_cannot_hold_is_written_out_and_the_rest_comes_through() -> None:
    odd = Finding("LC201", "a\0b\x1b & <c> \"d\" 'e' ]]> é \ufffe", 'x"&<.yaml', None)
    case = suite_of(odd, checked=Checked([]))[0]
    assert case.get("name") == 'x"&<.yaml'
    assert case[0].text == "LC201 a\\x00b\\x1b & <c> \"d\" 'e' ]]> é \\ufffe"


def test_a_file_that_only_a_finding_names_is_a_test_case() -> None:
    assert [case.get("name") for case in suite_of(EMPTY, checked=Checked([]))] == ["empty.yaml"]
