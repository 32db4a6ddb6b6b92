"""The colours of a style sheet, and which of them are too close to be read or seen."""

import re
from collections.abc import Iterator
from itertools import product

TEXT = ("text", "soft", "link")
GRAPHICS = ("line", "claimed", "standing", "people", "staff")
GROUNDS = ("page", "panel")
FOCUS = ("#0b0c0c", "#ffdd00")
TEXT_AT_LEAST = 7.0
GRAPHICS_AT_LEAST = 3.0


def palettes(style: str) -> list[dict[str, str]]:
    """The named colours of each :root block, in the order of the sheet: light, dark, print."""
    blocks = re.findall(r":root\s*{([^}]*)}", style)
    return [dict(re.findall(r"--([a-z]+):\s*(#[0-9a-f]{3,6})\b", block)) for block in blocks]


def faint_pairs(style: str) -> Iterator[str]:
    """Every pair of colours with less contrast than WCAG asks: 7:1 for text (AAA), 3:1 for graphics."""
    literal = set(re.findall(r"#[0-9a-f]{3,6}\b", re.sub(r":root\s*{[^}]*}", "", style)))
    if literal - set(FOCUS) or contrast(*FOCUS) < TEXT_AT_LEAST:
        yield f"colours outside the palette: {sorted(literal)}"
    for number, palette in enumerate(palettes(style)):
        asked = [(*pair, TEXT_AT_LEAST) for pair in product(TEXT, GROUNDS)]
        asked += [(*pair, GRAPHICS_AT_LEAST) for pair in product(GRAPHICS, GROUNDS)]
        # The number of a rung stands in the colour of the page, on the mark where the work stands.
        asked += [("page", "standing", TEXT_AT_LEAST)]
        for one, other, least in asked:
            if (found := contrast(palette[one], palette[other])) < least:
                yield f"palette {number}: {one} on {other} is {found:.2f}:1"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21.

    >>> round(contrast("#000", "#ffffff"), 1), round(contrast("#767676", "#fff"), 2)
    (21.0, 4.54)

    Source:
        Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
