"""Shipped files after accidents and attacks, checked one by one.

    python tests/mutated.py 50000 7        # so many files, from the seed 7

Every file must end as a file in order or as findings with a code and a line, in every format; anything else
is printed with what it takes to make the file again, and ends with status 1.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from lxml import etree

from ladder_check.cli.checking import Request, judge
from ladder_check.cli.judged import Judged, checked
from ladder_check.render.formats import FINDINGS, findings_renderer
from ladder_check.render.look import Look

ROOT: Final = Path(__file__).parents[1]
SHIPPED: Final = (
    *sorted((ROOT / "examples").glob("*.assessment.yaml")),
    *sorted((ROOT / "questions").glob("*.bank.yaml")),
    *sorted((ROOT / "questions").glob("*.ladder.yaml")),
)
FRAGMENTS: Final = (
    *(b"\0", b"\xff", b"\xc2\x85", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r"),
    *(b"\\ud800", b"\\x1b", b"\x1b[31m", b"\t", b"&a ", b"*a", b"<<: ", b"!!python/object:x ", b"!!int "),
    *(b"%YAML 9\n", b"---\n", b"...\n", b"[" * 40, b"{a: " * 40, b"- " * 40, b"? ", b"|", b">", b"'", b'"'),
    *(b"#", b": ", b":", b", ", b"]", b"}", b"-", b"~", b"=cmd()", b"<script>", b"]]>", b"| x |", b"%0A"),
    *(b"\n::error::x\n", b" ##[error]x ", b" ##vso[x] ", b"counts: ", b"leaders: ", b"lived: "),
    *(b"# ladder-check: ignore[", b"# ladder-check: ignore[LC301] x", b" # ladder-check: ignore[LC3] x\n"),
)  # fmt: skip
VALUES: Final = (
    *(b"null", b"yes", b"010", b"1e9", b".inf", b"1_0", b"9" * 39, b"9" * 60, b"-1", b"0", b"4", b"5"),
    *(b"2026-02-30", b"0001-01-01", b"9999-12-31", b"2026-11-22", b"[]", b"{}", b"[[]]", b"{a: 1}"),
    *(b"true", b'""', b'" "', b"not-sure", b"does-not-fit", b"rather-not-say", b"people", b"lived", b"staff"),
    *(b"ladder", b"tlap", b"coercion", b"designing.r4", b"'::error::x'", b"'##[error]'", b"'=cmd()'"),
    *(b"../../etc/passwd", b"file:///etc/passwd", b"javascript:x", b"'[a](b)'", b"'<b>'", b"${{ x }}"),
    *(b"{counts: [0, 0, 0, 0, 0]}", b"{counts: [1]}", b"{counts: [-1, 0, 0, 0, 1]}", b"[1, 2, 3]"),
)  # fmt: skip
_VALUE: Final = re.compile(rb"(?<=: )[^\s{}\[\],#][^\n{}\[\],#]*|(?<=\[)[^\n{}\[\]]+(?=\])")


def mutated(data: bytes, chance: Random) -> bytes:
    """*data* after one to three accidents."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(ACCIDENTS)(data, chance)
    return data


def _flipped(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut_out(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + data[at + chance.choice((1, 2, 7, 60, 400)) :]


def _doubled(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    first = chance.randrange(len(lines))
    return b"".join([*lines[: first + 1], *lines[first : first + chance.randint(1, 4)], *lines[first + 1 :]])


def _swapped(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _put_in(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + chance.choice(FRAGMENTS) + data[at + chance.choice((0, 0, 1, 5)) :]


def _ended(data: bytes, chance: Random) -> bytes:
    # Seldom so short that nothing else is left to go wrong.
    return data[: chance.randrange(len(data) // 2, len(data) + 1)]


def _reworded(data: bytes, chance: Random) -> bytes:
    """*data* with one value for another of the same file: it stays YAML and makes no sense."""
    values = list(_VALUE.finditer(data))
    if not values:
        return data
    one, other = chance.choice(values), chance.choice(values)
    return data[: one.start()] + other[0] + data[one.end() :]


def _retyped(data: bytes, chance: Random) -> bytes:
    values = list(_VALUE.finditer(data))
    if not values:
        return data
    one = chance.choice(values)
    return data[: one.start()] + chance.choice(VALUES) + data[one.end() :]


ACCIDENTS: Final = (
    *(_flipped, _cut_out, _doubled, _put_in, _put_in, _ended, _swapped),
    *(_reworded, _reworded, _reworded, _retyped, _retyped, _retyped),
)


def faults(files: int, seed: int, folder: Path, outcomes: Counter[str]) -> Iterator[str]:
    """What went wrong with so many files, in words; *outcomes* counts what became of them."""
    request = Request(today=date(2026, 11, 22), profiles=True)
    sources = [(path.name.partition(".")[2], path.read_bytes()) for path in SHIPPED]
    for number in range(files):
        chance = Random(f"{seed}/{number}")
        ending, data = chance.choice(sources)
        path = folder / f"x.{ending}"
        path.write_bytes(mutated(data, chance))
        judged = judge(path, request, None)
        outcomes["in order" if not judged.findings else min(judged.findings).code] += 1
        for words in _wrong(judged, every_format=number % 20 == 0):
            yield f"seed {seed}, file {number}, {ending}: {words}"


def _wrong(judged: Judged, *, every_format: bool) -> Iterator[str]:
    if judged.status:
        yield judged.remark
    for each in judged.findings:
        if not each.code.startswith("LC") or each.place is None or not each.message.isprintable():
            yield f"a finding without a code, a line or words that can be shown: {each!r}"
    if every_format:
        yield from _wrong_when_shown(judged)


def _wrong_when_shown(judged: Judged) -> Iterator[str]:
    around, found = checked([judged], from_root=True)
    for name in FINDINGS:
        output = findings_renderer(name)(found, around, Look())
        output.encode("utf-8")
        if found and found[0].code not in output:
            yield f"{name} does not say {found[0].code}"
        if name in ("json", "sarif", "gitlab"):
            json.loads(output)
        elif name == "junit":
            etree.fromstring(output.encode())


def main(files: int, seed: int) -> int:
    """Check so many files, and print how many there were of each kind; 1 if one of them broke us."""
    outcomes: Counter[str] = Counter()
    began = time.process_time()
    broken = 0
    with TemporaryDirectory() as folder:
        for words in faults(files, seed, Path(folder), outcomes):
            broken += 1
            print(words, flush=True)
    seconds = time.process_time() - began
    print(f"{files:,} files from seed {seed}, {seconds:.0f} s of computing: {broken} that broke us.")
    print(", ".join(f"{code} {count:,}" for code, count in outcomes.most_common()))
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
