"""Personal data is found by its shape and check digit, and innocent texts are let alone."""

import pytest

from ladder_check.lint.personal import looks_like_a_name, names_somebody, personal_data

E_MAIL, PHONE, NHS = "An e-mail address", "A phone number", "An NHS number"
INSURANCE, ADDRESS = "A National Insurance number", "An address with its house number and postcode"

# Numbers that nobody has: those kept for drama, the NHS's own example, and invented postcodes.
PERSONAL = [
    ("Write to ash.example@riverside.example by Friday.", E_MAIL),
    ("<ash@example.org>", E_MAIL),
    ("Ring 07700 900123.", PHONE),
    ("Ring 07700900123", PHONE),
    ("Tel: 07700 900 123, in the morning", PHONE),
    ("+44 7700 900123", PHONE),
    ("+447700900123", PHONE),
    ("0044 7700 900123", PHONE),
    ("+44 (0)20 7946 0018", PHONE),
    ("(020) 7946 0018", PHONE),
    ("01632 960 001", PHONE),
    ("01632-960001", PHONE),
    ("943 476 5919", NHS),
    ("NHS 9434765919.", NHS),
    ("943-476-5919", NHS),
    ("AB 12 34 56 C", INSURANCE),
    ("AB123456C", INSURANCE),
    ("12 Mill Lane, Riverside ZZ1 2AB", ADDRESS),
    ("She lives at 7a Station Road, ZZ12 3WX.", ADDRESS),
    ("Flat 2, 114 Bridge of the Weir Road, Riverside, ZZ1A 1AA", ADDRESS),
]

INNOCENT = [
    "2026-11-03",
    "3 November 2026 and 4/11/2026, 03.11.26, 03-11-2026",
    "01 02 2026 14 30",
    "01-02-2026 10:30 to 12:30",
    "£400 for time and travel",
    "£12,500,000 in 2026 and £0.75 a mile",
    "£07700900123",
    "Flat 2 meeting room",
    "Room 12, Town Hall, Riverside",
    "Room 12 Town Hall, ZZ1 2AB",
    "Town Hall, High Street, Riverside ZZ1 2AB",
    "3 November Town Hall, ZZ1 2AB",
    "We asked 12 people who live near ZZ1 2AB",
    "Minutes ref 0123456789",
    "PO-07700900123",
    "#07700900123",
    "order/07700900123",
    "charity 1123456, company 01234567",
    "case 077009001234567",
    "sort code 01-02-03",
    "943 476 5918",
    "0000000000",
    "1,234,567,890 steps",
    "ISBN 978-0-7700-9001-2",
    "helpline 0800 123 4567, the council is 0300 123 4567",
    "111 or 999",
    "info@riverside.example",
    "meet @ the hall, 10 @ £5",
    "axe-core@4.14.1",
    "GB123456A and TN123456B",
    "AB123456E",
    "A4, AB12, B1 2",
    "seen 3f9ac1",
    "Section 117, the Care Act 2014 and regulation 9(3)(b)",
    "5 of 9 people, 3 carers, 7 staff; 55.6 %",
    "notes/2026-10-02-autumn.md",
    "https://riverside.example/meetings/2026/10/02?id=4711",
    "24 hours a day, 7 days a week, 365 days",
]


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_personal_data_is_found(text: str, kind: str) -> None:
    assert list(personal_data(text)) == [kind]


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_text_is_let_alone(text: str) -> None:
    assert list(personal_data(text)) == []


def test_what_is_said_never_repeats_what_was_found() -> None:
    for text, _ in PERSONAL:
        said = " ".join(personal_data(text))
        assert not any(part in said for part in text.split() if any(map(str.isdigit, part)) or "@" in part)


def test_two_kinds_in_one_text_are_both_told() -> None:
    assert list(personal_data("ash@example.org or 07700 900123")) == [E_MAIL, PHONE]


def test_a_long_text_takes_no_long_time() -> None:
    """Shapes that would make a careless pattern go back and forth: it must come back, and find nothing."""
    for part in ("07 ", "12 Mill ", "a.b-", "AB 12 ", "943 ", "+44 ", "12 of the ", "A" * 50 + " "):
        assert list(personal_data(part * 5_000)) == []


@pytest.mark.parametrize(
    "text",
    ["Mrs Example said so", "We asked Dr. Example", "Prof J Example", "my name is Ash", "My name is Ash."],
)
def test_a_person_who_is_named_is_found(text: str) -> None:
    assert names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "A doctor said so",
        "We miss Fridays",
        "the Dr and the nurse",
        "my name is on the list",
        "Missing Voices",
        "MS Teams",
    ],
)
def test_nobody_is_named_here(text: str) -> None:
    assert not names_somebody(text)


@pytest.mark.parametrize(
    "text",
    ["Ashley Example", "Ash Example-Smith", "Ashley Jo Example", "Siobhan O'Example", "Mary-Ann McExample"],
)
def test_what_looks_like_a_name(text: str) -> None:
    assert looks_like_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Service manager",
        "Service Manager",
        "Head of Finance",
        "Director of Adult Services",
        "People's Group",
        "Riverside People First",
        "Riverside Council",
        "Healthwatch Riverside",
        "Tenants Together",
        "Self-advocacy group",
        "Finance lead",
        "Members who use the garden",
        "Two people who test if it is clear",
        "An advocate",
        "Riverside",
        "NHS Riverside",
        "Ashton Inclusion (group)",
    ],
)
def test_a_role_or_a_group_is_no_name(text: str) -> None:
    assert not looks_like_a_name(text)
