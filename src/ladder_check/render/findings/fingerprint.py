"""What keeps a finding the same finding when the lines above it move."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked, with_lines

_LINE_NUMBER: Final = re.compile(r"\b(lines?) \d+")


def fingerprinted(findings: Sequence[Finding], checked: Checked) -> Iterator[tuple[Finding, str]]:
    """Each finding in the order of the files, with its fingerprint.

    It is made of the code, the file, the words of the line (of the message, where the line is not known)
    and how many like it came before: no two in one file are the same, and no line number plays a part.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for each, line in with_lines(findings, checked):
        words = " ".join(line.split()) if line else _LINE_NUMBER.sub(r"\1", each.message)
        key = (each.code, checked.relative(each.file), words)
        seen[key] += 1
        yield each, _digest(*key, str(seen[key]))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]
