"""run.py - one text in the languages of the countries, from Markdown to what is copied out
of its PDF.

    run.py PLGS            compares
    run.py PLGS --bless    rewrites specimen.pages.xml

specimen.md is set with fonts that are cut down to its letters (tests/fonts), so its pages are
the same everywhere.  Every letter of it must come out of the PDF in the order of reading, in
the text that poppler finds on the pages and in the structure tree.
"""

import re
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ToolError, outcome, pdf_tags, program_named, tool
from tap import Cases, difference

FOLDER = Path(__file__).resolve().parent
SPECIMEN = FOLDER / "specimen.md"
PAGES = FOLDER / "specimen.pages.xml"
TITLE = "A specimen of languages"
OWN_FONTS = "../fonts/specimen:../fonts"

# In a line of poppler's, what runs from right to left stands between these.
RIGHT_TO_LEFT = re.compile("(\u202b[^\u202c]*\u202c)")


def letters(text):
    """Letters, marks and digits alone, in the form that Unicode calls C."""
    kept = [c for c in unicodedata.normalize("NFC", text)
            if unicodedata.category(c)[0] in "LMN"]
    return "".join(kept)


def passages():
    """The language of each stretch of the specimen with its letters, in order."""
    language, text = "en", ""
    for line in SPECIMEN.read_text(encoding="utf-8").splitlines():
        tag = re.fullmatch(r'<div lang="(\w+)">|</div>', line)
        if tag:
            yield language, letters(text)
            language, text = tag[1] or "en", ""
        else:
            text += re.sub(r"<[^>]*>", "", line)
    yield language, letters(text)


def in_reading_order(line):
    """A line of poppler's: one that is read from the right has its parts turned round."""
    parts = RIGHT_TO_LEFT.split(line)
    right = sum(len(letters(part)) for part in parts[1::2])
    return "".join(reversed(parts)) if right > len(letters(line)) / 2 else line


def shown(pdf):
    """The letters on the pages less those of their heads and feet."""
    lines = [line for line in re.split(r"[\n\f]", tool("pdftotext", pdf, "-").decode("utf-8"))
             if line]
    body = [line for i, line in enumerate(lines)
            if i == 0 or line != TITLE and not (lines[i - 1] == TITLE and line.isdigit())]
    return letters("".join(map(in_reading_order, body)))


def spoken(pdf):
    """The letters of the structure tree."""
    said = pdf_tags(pdf).decode("utf-8")
    return letters("".join(re.findall(r'^ *"(.*)"$', said, re.MULTILINE)))


def compare(cases, what, found):
    """Tells for each language whether all of its letters come next."""
    at = 0
    for language, wanted in passages():
        if not wanted:
            continue
        passed = found.startswith(wanted, at)
        cases.tell(f"{what} holds the words of {language} in order", passed,
                   f"wanted: {wanted}\nfound: {found[at:at + len(wanted) + 20]}")
        at += len(wanted)
    cases.tell(f"{what} holds nothing else", at == len(found), f"more: {found[at:]}")


def main():
    plgs = program_named()
    cases = Cases()
    pages = plgs.run("parse..layout", SPECIMEN.name, "--fonts", OWN_FONTS, folder=FOLDER)
    if "--bless" in sys.argv[2:]:
        PAGES.write_bytes(pages.stdout)
        return 0
    cases.tell("the specimen can be set", not outcome(pages) and not pages.stderr,
               outcome(pages) + pages.stderr.decode("utf-8"))
    cases.same("the specimen has the pages it had", PAGES.read_bytes(), pages.stdout)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        written = plgs.run("write", folder=FOLDER, stdin=pages.stdout)
        cases.tell("its pages make a PDF", not outcome(written), outcome(written))
        pdf.write(written.stdout)
        pdf.flush()
        compare(cases, "the text of the pages", shown(pdf.name))
        compare(cases, "the structure tree", spoken(pdf.name))
    return cases.close()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ToolError as error:
        sys.exit(str(error))
