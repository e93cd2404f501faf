"""mixture.py - words of all languages thrown together, and not a letter of them lost.

    mixture.py PLGS

Paragraphs of words from the specimen in random order, in spans, links, emphasis and code,
are set in a document that is read from the left and in one that is read from the right.
Every letter must stand on the pages in the order of reading, and within the margins.  The
seed is fixed, so that a run that fails fails again.
"""

import html
import random
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import outcome, program_named
from tap import Cases

FOLDER = Path(__file__).resolve().parent
WORDS = re.sub(r"<[^>]*>|[#*`\d.-]", "",
               (FOLDER / "specimen.md").read_text(encoding="utf-8")).split()
LANGUAGES = ["ar", "fa", "fr", "hi", "km", "ko", "my", "pt", "ru", "zh"]
FONTS = "../fonts/specimen:../fonts"
PAGES = "{urn:plgs:pages:1}"
DOCUMENT = ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<document xmlns="http://commonmark.org/xml/1.0" xmlns:p="urn:plgs:document:1"'
            ' p:language="{}">{}</document>')
# Margins of the plain style, and the space after a line, which hangs over its end.
LEFT, RIGHT, HANG = 90.70, 504.57, 4.3


def leaf(chance, words):
    text = f'<text xml:space="preserve">{html.escape(words)} </text>'
    kind = chance.randrange(8)
    if kind == 0:
        return f"<strong>{text}</strong>"
    if kind == 1:
        return f'<p:span xml:lang="{chance.choice(LANGUAGES)}">{text}</p:span>'
    if kind == 2:
        return f'<link destination="https://unhabitat.org" title="">{text}</link>'
    return text


def paragraph(chance):
    """The words of a paragraph, and the element."""
    said = [" ".join(chance.choices(WORDS, k=chance.choice([1, 2, 5])))
            for _ in range(chance.choice([1, 4, 30]))]
    language = chance.choice(["", f' xml:lang="{chance.choice(LANGUAGES)}"'])
    leaves = "".join(leaf(chance, words) for words in said)
    return " ".join(said), f"<paragraph{language}>{leaves}</paragraph>"


def letters(text):
    return re.sub(r"[\s\u00ad]", "", text)


def set_texts(pages):
    """The text of each paragraph on the pages, in order."""
    tags = [None, *pages.iter(PAGES + "tag")]
    texts = {i: "" for i, tag in enumerate(tags) if tag is not None and tag.get("role") == "P"}
    for glyphs in pages.iter(PAGES + "glyphs"):
        tag = int(glyphs.get("tag", 0))
        while tag and tag not in texts:
            tag = int(tags[tag].get("parent"))
        if tag:
            texts[tag] += glyphs.get("text")
    return list(texts.values())


def outside(pages):
    """The runs that leave the margins."""
    for glyphs in pages.iter(PAGES + "glyphs"):
        left = float(glyphs.get("x"))
        width = sum(float(re.match(r"\d+\+(-?[\d.]+)", glyph)[1]) for glyph in glyphs.text.split())
        if left < LEFT - HANG or left + width > RIGHT + HANG:
            yield glyphs.get("text")


def judge(cases, plgs, language):
    chance = random.Random(language)
    said, elements = zip(*(paragraph(chance) for _ in range(60)))
    document = DOCUMENT.format(language, "".join(elements))
    result = plgs.run("layout", "--fonts", FONTS, folder=FOLDER, stdin=document.encode("utf-8"))
    cases.tell(f"a mixture can be set in {language}", not outcome(result), outcome(result))
    if result.returncode:
        return
    pages = ET.fromstring(result.stdout)
    wrong = [f"typed: {typed}\nset: {found}" for typed, found in zip(said, set_texts(pages))
             if letters(typed) != letters(found)]
    cases.tell(f"no letter of it is lost in {language}", not wrong, "\n".join(wrong[:2]))
    cases.tell(f"it stays within the margins in {language}", not list(outside(pages)),
               "\n".join(outside(pages)))


def main():
    plgs = program_named()
    cases = Cases()
    for language in ("en", "ar"):
        judge(cases, plgs, language)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
