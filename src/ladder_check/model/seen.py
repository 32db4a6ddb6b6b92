"""Which words a question had when it was answered."""

from hashlib import sha256

from ladder_check.model.bank import Question


def fingerprint(question: Question) -> str:
    """Six hexadecimal digits that change when the text of *question*, or one of its anchors, does.

    Spaces and line breaks do not count: a bank that is only folded anew asks the same.
    """
    words = [" ".join(text.split()) for text in (question.ask, *question.anchors)]
    return sha256("\n".join(words).encode("utf-8")).hexdigest()[:6]
