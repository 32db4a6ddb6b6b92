"""What people typed, made safe for Markdown: it reads as they wrote it and does nothing."""

import re
from typing import Final

WORD_JOINER: Final = "\N{WORD JOINER}"
"""Has no width and no sound.  It keeps @name, #12 and an address from being turned into a link."""

_ALWAYS: Final = re.compile(r"[\\`*_#\[\]|~$]")
_ENTITIES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_LINK: Final = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\.")
_MENTION: Final = re.compile(r"(@|#(?=\d)|(?i:\bGH)(?=-\d))")
_AT_THE_START: Final = re.compile(r"^(?:([-+=])|(\d+)([.)])(?=\s|$))")


def escape_markdown(text: str) -> str:
    r"""*text* on one line, as plain words: no markup, no links, no mentions.

    Characters that only mean something at the start of a line are escaped there, so that ordinary
    sentences stay readable in the file itself.

    >>> print(escape_markdown("1. [here](http://a.example) <b> *now*"))
    1\. \[here\](http\://a.example) &lt;b&gt; \*now\*
    """
    text = " ".join(text.split())
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _LINK.sub(r"\\\g<0>", text)
    text = _AT_THE_START.sub(_as_text, text)
    text = text.translate(_ENTITIES)
    return _MENTION.sub(rf"\1{WORD_JOINER}", text)


def _as_text(start: re.Match[str]) -> str:
    sign, number, dot = start.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"
