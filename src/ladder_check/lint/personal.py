"""Personal data in a text: told by its shape and, where it has one, by its check digit."""

import re
from collections.abc import Callable, Iterator
from typing import Final


def personal_data(text: str) -> Iterator[str]:
    """What kinds of personal data *text* seems to hold, in words: never the data itself.

    >>> list(personal_data("Write to ash@example.org, room 12"))
    ['An e-mail address']
    """
    return (kind for kind, is_in in _KINDS if is_in(text))


def names_somebody(text: str) -> bool:
    """Whether *text* has a title before a capital letter, or somebody tells their name in it.

    >>> names_somebody("Dr A. Example said so"), names_somebody("The doctor said so")
    (True, False)
    """
    return bool(_MAY_NAME.search(text) and _NAMED.search(text))


def looks_like_a_name(text: str) -> bool:
    """Whether *text* is two or three words with capital letters, none of which is of a role or a group.

    >>> looks_like_a_name("Ashley Example"), looks_like_a_name("Service Manager")
    (True, False)
    """
    if not _FIRST_AND_LAST.fullmatch(text):
        return False
    words = [word.casefold() for word in _LETTERS.findall(text)]
    return not any(word in _OF_ROLES or word.removesuffix("s") in _OF_ROLES for word in words)


# Looking for a fixed beginning is many times quicker than a shape that may begin anywhere: a text without one
# is done with.
_MAY_NAME: Final = re.compile(r"M(?:rs?|s|iss|x)\b|Dr\b|Prof|[Mm]y name is ")
_LONG_NUMBER: Final = re.compile(r"\d(?:[ ()+-]*\d){9}")
_POSTCODE: Final = re.compile(r"[A-Z]\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")

_NAMED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?\s(?:[A-Z]\.?\s){0,2}[A-Z][a-z]|\b[Mm]y name is [A-Z][a-z]"
)
_EMAIL: Final = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.[A-Za-z]{2,24}\b")
# Letter boxes that belong to nobody in particular.
_SHARED_BOXES: Final = frozenset(
    {"info", "contact", "hello", "enquiries", "enquiry", "office", "admin", "support", "help", "feedback"}
    | {"complaints", "mail", "team"}
)
_NOT_INSIDE: Final = r"(?<![\w#/.,£$€@=-])"
_AND_NO_MORE: Final = r"(?![\w@]|[ ./,-]\d)"
_PHONE: Final = re.compile(_NOT_INSIDE + r"0[127]\d{1,9}(?:[ -]\d{3,8}){0,3}" + _AND_NO_MORE)
_COUNTRY: Final = re.compile(r"(?<![\w+])(?:\+|00)44[ -]?(?:\(0\) ?)?(?=[127])")
_TEN_DIGITS: Final = re.compile(_NOT_INSIDE + r"\d{3}([ -]?)\d{3}\1\d{4}" + _AND_NO_MORE, re.ASCII)
# England and Wales begin with 4, 6 or 7, Northern Ireland with 32 to 39, Scotland with a day of birth; 9 is
# kept for tests.
_ISSUED: Final = re.compile(r"[4679]|3[2-9]|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])")
_NATIONAL_INSURANCE: Final = re.compile(
    r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?<!\w[A-Z]{2})(?<!BG|GB|KN|NK|NT|TN|ZZ)"
    r"( ?)\d\d\1\d\d\1\d\d\1[A-D]\b"
)
_MONTHS: Final = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ADDRESS: Final = re.compile(
    r"(?<!Room )(?<!room )(?<!Floor )(?<!floor )(?<!Bus )(?<!bus )\b\d{1,4}[A-Za-z]?,? "
    rf"(?!(?:{_MONTHS})[a-z]*\b)"
    r"(?:[A-Z][A-Za-z'’.-]*,? |(?:of|the|and|on|upon|in) ){1,8}"
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"
)
_FIRST_AND_LAST: Final = re.compile(r"[A-Z][a-z]+(?:['’-][A-Z][a-z]+)*(?: [A-Z][A-Za-z'’-]*[a-z]){1,2}")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_ROLES: Final = """
manager lead leader director head officer worker adviser advisor advocate advocacy chair clerk
coordinator organiser partner commissioner commissioning nurse doctor therapist practitioner
champion member mentor trainer inspector secretary treasurer trustee governor councillor deputy
senior assistant chief executive team group council board forum panel committee network trust
charity company society union club circle centre service department office unit home house school
college university hospital surgery practice clinic partnership alliance association federation
foundation project programme people person parent carer family friend staff everybody everyone
tenant resident volunteer user public health social care community adult children young older
disabled self first local national county city borough district north south east west healthwatch
mencap mind nhs expert finance quality policy human resource communication all both
"""
_OF_ROLES: Final = frozenset(_ROLES.split())


def _has_email(text: str) -> bool:
    return "@" in text and any(found[1].casefold() not in _SHARED_BOXES for found in _EMAIL.finditer(text))


def _has_phone(text: str) -> bool:
    """Whether there are eleven digits that begin as a person's number does: 01, 02 or 07.

    Groups after the first have three digits or more, so that days and times are none.
    """
    if not _LONG_NUMBER.search(text):
        return False
    plain = _COUNTRY.sub("0", text).replace("(", "").replace(")", "")
    return any(sum(map(str.isdigit, found[0])) == 11 for found in _PHONE.finditer(plain))


def _is_nhs_number(written: str) -> bool:
    """Whether the tenth digit is the check digit of the nine before it, by modulus 11.

    >>> _is_nhs_number("943 476 5919"), _is_nhs_number("943 476 5918")
    (True, False)

    Source:
        NHS Data Model and Dictionary, "NHS Number".
    """
    digits = re.sub(r"\D", "", written)
    if not _ISSUED.match(digits):
        return False
    weighed = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - weighed % 11) % 11 == int(digits[9])


def _has_nhs_number(text: str) -> bool:
    numbers = _TEN_DIGITS.finditer(text) if _LONG_NUMBER.search(text) else ()
    return any(_is_nhs_number(found[0]) for found in numbers)


def _has_address(text: str) -> bool:
    return bool(_POSTCODE.search(text) and _ADDRESS.search(text))


_KINDS: Final[tuple[tuple[str, Callable[[str], object]], ...]] = (
    ("An e-mail address", _has_email),
    ("A phone number", _has_phone),
    ("An NHS number", _has_nhs_number),
    ("A National Insurance number", _NATIONAL_INSURANCE.search),
    ("An address with its house number and postcode", _has_address),
)
