"""Whatever the bytes are, reading them gives a document or findings, and soon."""

import random
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_check.documents import events
from ladder_check.documents.document import Document, parse
from ladder_check.documents.finding import Finding, InvalidDocument

SAMPLE = """\
format: 1
title: "Day opportunities"
work: 'Adults''s day'
took_part:
  people: {there: 5, invited: 8}
  carers: {there: 2}
voices: [Deaf people, "people who work", ~, true, 0.5, 2026-11-03]
answers:
  ladder:
    designing.r4: &x
      lived: {counts: [0, 1, 3], not-sure: 1}
      note: |
        Printed – already.
    r5: *x
    <<: {a: no}
""".encode()
PIECES = [
    b"\n",
    b"\t",
    b": ",
    b":",
    b"- ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"'",
    b'"',
    b"&a ",
    b"*a",
    b"!!int ",
    b"!x!y ",
    b"%YAML 9",
]
PIECES += [
    b"---\n",
    b"...\n",
    b"\xff",
    b"\0",
    b"\r",
    b"\xc2\x85",
    b"\xe2\x80\xae",
    b"\\ud800",
    b"\\x00",
    b"<<",
    b"? ",
    b"|",
    b">",
]
PIECES += [
    b"010",
    b"1e9",
    b".inf",
    b"no",
    b"#",
    b"@",
    b"`",
    b",",
    b"  ",
    b"=",
    b"\xef\xbb\xbf",
    b"1" * 60,
    b"[" * 40,
]


def read(data: bytes) -> Document | None:
    """The document of *data*, or None after its findings have been looked over."""
    try:
        return parse(data, "f.yaml")
    except InvalidDocument as refused:
        look_over(refused.findings, lines=data.count(b"\n") + 1)
        return None


def look_over(findings: tuple[Finding, ...], lines: int) -> None:
    """There are findings, each with a code, words that can be shown, and a place inside the file."""
    assert findings
    for finding in findings:
        assert finding.code.startswith("LC00")
        assert finding.message.isprintable()
        assert finding.place is not None
        assert 1 <= finding.place.line <= finding.place.end_line <= lines
        assert finding.place.column >= 1


def mutated(seed: int) -> bytes:
    """The sample after one to four small accidents."""
    chance, data = random.Random(seed), bytearray(SAMPLE)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        length = chance.choice([0, 0, 1, 1, 2, 7])
        data[at : at + length] = chance.choice([chance.choice(PIECES), bytes([chance.randrange(256)]), b""])
    return bytes(data)


def test_a_damaged_file_gives_findings_with_places() -> None:
    outcomes = [read(mutated(seed)) is None for seed in range(1500)]
    assert any(outcomes)


def test_a_damaged_honest_file_is_sometimes_still_one() -> None:
    honest = SAMPLE.replace(b"&x", b"").replace(b"*x", b"").replace(b"    <<: {a: no}\n", b"")
    assert read(honest) is not None
    for cut in range(0, len(honest), 3):
        read(honest[:cut])
        read(honest[:cut] + honest[cut + 1 :])


def test_the_slower_parser_gives_findings_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    for seed in range(150):
        read(mutated(seed))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_findings(data: bytes) -> None:
    read(data)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, b"a", b"b: c"]), max_size=30))
def test_any_mixture_of_signs_gives_a_document_or_findings(pieces: list[bytes]) -> None:
    read(b"".join(pieces))


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.text("abcé-_", min_size=3), st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]))
    )
)
def test_what_is_written_in_quotes_is_read_back(texts: dict[str, str]) -> None:
    """Written by PyYAML's own writer, every text in double quotes."""
    written = yaml.safe_dump(texts, default_style='"', allow_unicode=True) if texts else "{}"
    read_back = read(written.encode())
    assert read_back is not None
    assert read_back.data == texts


@pytest.mark.parametrize(
    "data",
    [
        b"x: " + b"[" * 10_000,
        b"- " * 10_000,
        b"x: " + b"{a: " * 10_000,
        b"? " * 10_000,
        b"x: " + b"1" * 5_000,
        b"x: 0x" + b"f" * 1_000_000,
        b"x: " + b"1_" * 400_000 + b"x",
        b"x: " + b"1:" * 400_000,
        b" " * 1_000_000,
        b"x: " + b"&a " * 300_000,
        b"x: [" + b"*a, " * 250_000,
        b"x: '" + b"\n" * 1_000_000,
        b"x: [" + b"yes, " * 200_000,
        b"\r" * 1_000_000,
        b"\xe2\x80\xae" * 300_000,
        b"a: 1\n" + b"a: 1\n" * 200_000,
        b"a: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c]\n" % (c + 1, c + 1, c, c) for c in range(97, 120)),
        b"\0" * (2 * 1024 * 1024),
    ],
)
def test_a_file_made_to_hang_or_crash_us_is_refused_soon(data: bytes) -> None:
    """A generous second or two of computing each; what grows with the square would need minutes."""
    began = time.process_time()
    assert read(data) is None
    assert time.process_time() - began < 4
