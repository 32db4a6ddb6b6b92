"""What readers of YAML read differently, or cannot bear, is refused with its code and its place."""

import pytest
import yaml

from ladder_check.documents import events
from ladder_check.documents.document import MAX_BYTES, parse
from ladder_check.documents.finding import Finding, InvalidDocument

DEEP = b"a:\n  " + b"- " * 32 + b"x\n"

HAZARDS = [
    # name, bytes, code, line, column, word
    ("billion laughs", b"a: &a [x]\nb: [*a, *a]\n", "LC004", 1, 4, "&a"),
    ("alias", b"a: [*a]\n", "LC004", 1, 5, "*a stands for"),
    ("alias as a key", b"*a : 1\n", "LC004", 1, 1, "*a stands for"),
    ("recursive alias", b"a: &a [*a]\n", "LC004", 1, 4, "&a"),
    ("merge key", b"a: {<<: {b: 1}}\n", "LC004", 1, 5, "<<"),
    ("33 levels", DEEP, "LC005", 2, 65, "32"),
    ("10,000 brackets", b"a: " + b"[" * 10_000, "LC005", 1, 35, "32"),
    ("25,000 dashes", b"- " * 25_000, "LC005", 1, 65, "32"),
    ("over 1 MiB", b"a: " + b"x" * MAX_BYTES, "LC005", 1, 1, "1 MiB"),
    ("a text without end", b"a: " + b"x " * 40_000, "LC005", 1, 4, "79,999 characters"),
    ("5,000 digits", b"a: " + b"1" * 5_000, "LC005", 1, 4, "5000 characters"),
    ("10^6 hex digits", b"a: 0x" + b"f" * 1_000_000, "LC005", 1, 4, "shorten"),
    ("repeated key", b"a: 1\nb: 2\na: 3\n", "LC003", 3, 1, "on line 1 and again on line 3"),
    ("repeated key, deeper", b"x:\n  a: {c: 1, c: 2}\n", "LC003", 2, 13, "The key c"),
    ("repeated key, other accents", "caf\u00e9: 1\ncafe\u0301: 2\n".encode(), "LC003", 2, 1, "line 1"),
    ("repeated key, other quotes", b"a: 1\n'a': 2\n", "LC003", 2, 1, "line 1"),
    ("yes", b"a: yes\n", "LC007", 1, 4, "yes without quotes for true"),
    ("No", b"a: [x, No]\n", "LC007", 1, 8, "No without quotes for false"),
    ("ON", b"a: ON\n", "LC007", 1, 4, "true"),
    ("on as a value", b"a: on\n", "LC007", 1, 4, '"on"'),
    ("off", b"a: off\n", "LC007", 1, 4, "false"),
    ("y", b"a: y\n", "LC007", 1, 4, "write true"),
    ("N", b"a: N\n", "LC007", 1, 4, "write false"),
    ("no as a key", b"no: 1\n", "LC007", 1, 1, "the key no for true or false"),
    ("On as a key", b"On: 1\n", "LC007", 1, 1, '"On"'),
    ("octal or not", b"a: 010\n", "LC007", 1, 4, "8 (counted in eights), others for 10"),
    ("the same in eights", b"a: 03\n", "LC007", 1, 4, "some take it for 3, others for text"),
    ("octal 1.2", b"a: 0o10\n", "LC007", 1, 4, "for 8, others for text"),
    ("hexadecimal", b"a: 0x10\n", "LC007", 1, 4, "for 16"),
    ("binary", b"a: 0b11\n", "LC007", 1, 4, "for 3"),
    ("underscore", b"a: 1_000\n", "LC007", 1, 4, "write 1000"),
    ("leading zero", b"a: 08\n", "LC007", 1, 4, "for 8"),
    ("sixties", b"a: 12:30:45\n", "LC007", 1, 4, "45045"),
    ("time of day", b"a: 12:30\n", "LC007", 1, 4, "for 750 "),
    ("power of ten", b"a: 1e3\n", "LC007", 1, 4, "for 1000"),
    ("infinity", b"a: -.inf\n", "LC007", 1, 4, "infinity"),
    ("not a number", b"a: .NaN\n", "LC007", 1, 4, "not a number"),
    ("plus", b"a: +1\n", "LC007", 1, 4, "write 1,"),
    ("bare point", b"a: .5\n", "LC007", 1, 4, "write 0.5"),
    ("indented with a tab", b"a:\n\tb: 1\n", "LC001", 2, 1, "tab"),
    ("tab after spaces", b"a:\n  \tb: 1\n", "LC001", 2, 3, "tab"),
    ("second byte order mark", b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", "LC002", 1, 1, "U+FEFF"),
    ("UTF-16 with BOM", "a: 1\n".encode("utf-16"), "LC002", 1, 1, "UTF-16"),
    ("UTF-16 without BOM", "a: 1\n".encode("utf-16-le"), "LC002", 1, 2, "not plain text"),
    ("UTF-32", "a: 1\n".encode("utf-32"), "LC002", 1, 1, "UTF-32"),
    ("NUL", b"a: 1\nb: x\0y\n", "LC002", 2, 5, "U+0000"),
    ("Latin-1", "a: 1\né: café\n".encode("latin-1"), "LC002", 2, 1, "'é'"),
    ("Latin-1 after UTF-8", "é: caf".encode() + b"\xe9", "LC002", 1, 7, "0xE9"),
    ("overlong", b"a: \xc0\xaf\n", "LC002", 1, 4, "0xC0"),
    ("surrogate bytes", b"a: \xed\xa0\x80\n", "LC002", 1, 4, "0xED"),
    ("lone CR", b"a: 1\rb: 2\n", "LC002", 1, 5, "line break"),
    ("NEL", "a: 1\u0085b: 2\n".encode(), "LC002", 1, 5, "U+0085"),
    ("LS", "a: 1\n# x\u2028b: 2\n".encode(), "LC002", 2, 4, "line break"),
    ("PS", "a: x\u2029y\n".encode(), "LC002", 1, 5, "U+2029"),
    ("escape character", b"a: \x1b[31m\n", "LC002", 1, 4, "control"),
    ("DEL", b"a: x\x7f\n", "LC002", 1, 5, "U+007F"),
    ("escaped ESC", b'a: "\\e[31m"\n', "LC002", 1, 4, "U+001B"),
    ("escaped NUL", b'a: "\\0"\n', "LC002", 1, 4, "U+0000"),
    ("escaped bidi in a key", b'"x\\u202e": 1\n', "LC002", 1, 1, "RIGHT-TO-LEFT OVERRIDE"),
    ("bidi in a comment", "a: 1 # \u202e x\n".encode(), "LC002", 1, 8, "direction"),
    ("bidi isolate", "a: \u2066x\n".encode(), "LC002", 1, 4, "U+2066"),
    ("zero width in a key", "le\u200bvel: 1\n".encode(), "LC002", 1, 3, "ZERO WIDTH SPACE"),
    ("joiner in a plain word", "a: le\u200dvel\n".encode(), "LC002", 1, 6, "ZERO WIDTH JOINER"),
    ("python tag", b"a: !!python/object:os.system x\n", "LC004", 1, 4, "!!python"),
    ("own tag", b"a: !foo x\n", "LC004", 1, 4, "!foo"),
    ("bare tag", b"a: ! x\n", "LC004", 1, 4, "tag !"),
    ("binary tag", b"a: !!binary eA==\n", "LC004", 1, 4, "!!binary"),
    ("set", b"a: !!set {b, c}\n", "LC004", 1, 4, "!!set"),
    ("text tag on a list", b"a: !!str [b]\n", "LC004", 1, 4, "!!str"),
    ("int tag", b"a: !!int x\n", "LC004", 1, 4, "!!int"),
    ("bool tag", b"a: !!bool x\n", "LC004", 1, 4, "!!bool"),
    ("timestamp tag", b"a: !!timestamp x\n", "LC004", 1, 4, "!!timestamp"),
    ("unknown tag handle", b"a: !x!y z\n", "LC004", 1, 4, "!"),
    ("list as a key", b"? [a]\n: b\n", "LC007", 1, 3, "where a key should be"),
    ("mapping as a key", b"a: {{ x }}\n", "LC007", 1, 5, "where a key should be"),
    ("number as a key", b"1: a\n", "LC007", 1, 1, "a number"),
    ("true as a key", b"a: {true: b}\n", "LC007", 1, 5, "true or false"),
    ("null as a key", b"null: a\n", "LC007", 1, 1, "empty"),
    ("empty key", b"? \n: a\n", "LC007", 1, 2, "empty"),
    ("colon without a key", b": a\n", "LC001", 1, 1, "no key before"),
    ("date as a key", b"2026-01-31: a\n", "LC007", 1, 1, "a date"),
    ("two documents", b"a: 1\n---\nb: 2\n", "LC009", 2, 1, "second document"),
    ("no bytes", b"", "LC009", 1, 1, "nothing"),
    ("only comments", b"# a: 1\n", "LC009", 1, 1, "nothing"),
    ("an empty document", b"---\n...\n", "LC009", 1, 1, "nothing"),
    ("a text as root", b"hello\n", "LC009", 1, 1, "single text"),
    ("a list as root", b"# x\n- a\n", "LC009", 2, 1, "a list"),
    ("%YAML 1.1", b"%YAML 1.1\n---\na: 1\n", "LC004", 1, 1, "%"),
    ("%YAML 3.0", b"%YAML 3.0\n---\na: 1\n", "LC004", 1, 1, "%"),
    ("%TAG", b"%TAG !x! tag:x:\n---\na: 1\n", "LC004", 1, 1, "%"),
    ("unclosed single quote", b"a: 1\nb: 'x\nc: 2\n", "LC001", 2, 4, "quote"),
    ("unclosed double quote", b'b: "x\nc: 2\n', "LC001", 1, 4, "not closed"),
    ("unclosed bracket", b"a: [1, 2\nb: 3\n", "LC001", 1, 4, "put ]"),
    ("unclosed curly bracket", b"x:\n  a: {b: 1\nc: 3\n", "LC001", 2, 6, "put }"),
    ("no space after the colon, first line", b"a:1\nb: 2\n", "LC001", 1, 1, "space after the colon in a:1"),
    ("no space after the colon", b"b: 2\na:1\nc: 2\n", "LC001", 2, 1, "space after the colon"),
    ("no space after the colon, only line", b"a:1\n", "LC001", 1, 1, "space after the colon"),
    ("no space after the colon, in curly brackets", b"a: {b:1}\n", "LC001", 1, 5, "colon in b:1"),
    ("colon in a text", b"a: Day: the plan\n", "LC001", 1, 7, "second colon"),
    ("apostrophe in single quotes", b"a: 'people's group'\n", "LC001", 1, 12, "closing quote"),
    ("indented too far", b"a: b\n  c: d\n", "LC001", 2, 3, "begin right under"),
    ("indented too little", b"a:\n    b: 1\n  c: 2\n", "LC001", 3, 3, "begin right under"),
    ("dash on the line of the key", b"a: - b\n", "LC001", 1, 4, "dashes"),
    ("a line that is nothing", b"a: 1\nsome words\nb: 2\n", "LC001", 2, 1, "neither a key"),
    ("an @", b"a: @home\n", "LC001", 1, 4, "quotes"),
    ("a star for bold", b"a: *bold* text\n", "LC001", 1, 4, "*"),
    ("a Windows path", b'a: "C:\\people"\n', "LC001", 1, 7, "backslash"),
]


def findings_of(data: bytes) -> tuple[Finding, ...]:
    with pytest.raises(InvalidDocument) as caught:
        parse(data, "day.yaml")
    return caught.value.findings


@pytest.mark.parametrize(
    ("data", "code", "line", "column", "word"), [row[1:] for row in HAZARDS], ids=[row[0] for row in HAZARDS]
)
def test_a_hazard_is_refused_at_its_place(data: bytes, code: str, line: int, column: int, word: str) -> None:
    first = findings_of(data)[0]
    assert str(first).startswith(f"day.yaml:{line}:{column}: {code} ")
    assert word in first.message
    assert "Please" in first.message


@pytest.mark.parametrize("data", [row[1] for row in HAZARDS], ids=[row[0] for row in HAZARDS])
def test_a_hazard_is_refused_by_the_slower_parser_too(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = findings_of(data)[0]
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    slow = findings_of(data)[0]
    assert slow.code == quick.code
    assert slow.place is not None
    assert quick.place is not None
    assert slow.place.line == quick.place.line


def test_exactly_32_levels_may_be_read() -> None:
    """The file, its key's list, and thirty more: 1 + 31 = 32."""
    assert parse(DEEP.replace(b"- ", b"", 1), "f").data["a"]


def test_what_other_readers_run_stays_text() -> None:
    text = "::error file=x:: [red] <script> ##[group]"
    assert parse(f'a: "{text}"\n'.encode(), "f").data == {"a": text}
