"""run.py - every kind of block, set so that no word is lost and nothing stands out.

    run.py PLGS

The examples are read by cmark too: what it reads must come out.  A book of words that each
stand in it once shows that all of them come out, in their order, from the structure and
from the text of the PDF.  Random tables show that none is wider than the text and that
heads stand on every page.
"""

import re
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parent)]

from book import Words, book
from stages import ROOT, ToolError, outcome, pdf_tags, program_named, tool
from tap import Cases

COMMONMARK = "{http://commonmark.org/xml/1.0}"
PAGES = "{urn:plgs:pages:1}"
SPOKEN = {"text", "code", "code_block", "html_inline", "html_block"}
# What the plain style leaves free at either side, in points.
MARGIN = 32 * 72 / 25.4


def examples():
    """Each example with its name."""
    text = (FOLDER / "examples.txt").read_text(encoding="utf-8")
    text = text.replace("\u2192", "\t").replace("\u00b7", " ")
    parts = re.split(r"^===== (.*)\n", text, flags=re.MULTILINE)
    return zip(parts[1::2], parts[2::2])


def letters(text):
    """What of a text must come out: comments vanish, and labels of lists are ours."""
    return re.sub(r"[\W\d_]", "", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))


def read_by_cmark(markdown):
    root = ElementTree.fromstring(tool("cmark", "-t", "xml", stdin=markdown.encode()))
    return letters("".join(
        (node.text or "") if node.tag.removeprefix(COMMONMARK) in SPOKEN
        # A link without words says where it leads.
        else node.get("destination", "") if not len(node) and node.tag.endswith("}link")
        else "" for node in root.iter()))


def pages_of(plgs, markdown, narrow=False):
    """What is set; with `narrow`, where no line may stand out."""
    result = plgs.run("parse..layout", stdin=markdown.encode())
    why = outcome(result)
    said = result.stderr.decode("utf-8")
    if why or (narrow and "[L201]" in said):
        raise ToolError(why or said)
    return ElementTree.fromstring(result.stdout)


def glyphs_of(page):
    """The runs of text that are no artifacts."""
    return [run for run in page.iter(PAGES + "glyphs") if run.get("tag")]


def example_judge(plgs, markdown):
    pages = pages_of(plgs, markdown, narrow=True)
    shown = "".join(run.get("text") for run in glyphs_of(pages))
    shown, read = letters(re.sub("\u00ad", "", shown)), read_by_cmark(markdown)
    return "" if shown == read else f"cmark reads: {read}\nthe pages say: {shown}"


def joined(text):
    """Words that were hyphenated are whole; what layout itself writes is left out."""
    return re.sub(r"(Table|Figure)\s\d+\.", "", re.sub("\u00ad\\s*", "", text))


def spoken_of(pdf):
    """The text of the structure.  Where an element goes on on the next page, so may a word:
    poppler gives it in two pieces, and a blank only where there is one."""
    text = ""
    for line in pdf_tags(pdf).decode("utf-8").splitlines():
        piece = re.fullmatch(r' *"(.*)"', line)
        text += piece[1] if piece else " "
    return text


def divided(word, text):
    """Whether a word is divided between two pages: notes and folios stand between."""
    return any(word[:i] + "\u00ad" in text and re.search(rf"^{word[i:]}\b", text, re.MULTILINE)
               for i in range(1, len(word)))


def book_judge(cases, plgs, folder):
    markdown, words = book(1, 1350)
    pdf = Path(folder, "book.pdf")
    result = plgs.run("parse..write", "-o", pdf, stdin=markdown.encode())
    cases.tell("a book of every kind of block is set", not outcome(result), outcome(result))
    pattern = re.compile(r"[bcdfghjklmnpqrstvwxz]+[aeiou]+")
    spoken = pattern.findall(joined(spoken_of(pdf)))
    at = next((i for i, pair in enumerate(zip(spoken, words)) if pair[0] != pair[1]), 0)
    cases.tell("its structure says every word once, in its order", spoken == words,
               f"{len(spoken)} and {len(words)} words, from word {at} on: "
               f"{spoken[at:at + 5]} and not {words[at:at + 5]}")
    text = tool("pdftotext", pdf, "-").decode("utf-8")
    # A word of one column may end in a hyphen before one of another column.
    shown = set(pattern.findall(joined(text))) | set(pattern.findall(text))
    missing = [word for word in set(words) - shown if not divided(word, text)]
    cases.tell("pdftotext finds every word of it", not missing, " ".join(sorted(missing)[:20]))
    pages = plgs.run("parse..layout", stdin=markdown.encode()).stdout
    cases.tell("what its pages settle early is told", pages.count(b' settled="') > 3,
               f"{pages.count(b' settled=')} times")
    whole = plgs.run("write", stdin=pages).stdout
    cases.tell("page by page and as a whole it is the same file", whole == pdf.read_bytes(),
               f"{len(whole)} and {pdf.stat().st_size} bytes")


def random_table(seed):
    """A table with as many columns and as long words as there may be; its heads."""
    words = Words(seed)
    columns = words.random.choice([1, 2, 3, 5, 9, 14, 30])
    most = words.random.choice([1, 4, 40] if columns > 5 else [1, 4, 40, 400])
    rows = words.random.choice([1, 5, 60] if most < 400 else [3])
    heads = [words.one() for _ in range(columns)]
    lines = ["| " + " | ".join(heads) + " |", "|" + "--:|" * columns]
    # Cells are joined to the left or upwards, not both: no cell has corners.
    sign, first = words.random.choice([("<", 1), ("^", 0)])
    for row in range(rows):
        cells = [" ".join(words.some(0, most)) or "7.25" for _ in range(columns)]
        for i in range(first, columns):
            if words.random.random() < 0.05 and (row or sign == "<"):
                words.given = [word for word in words.given if word not in cells[i].split()]
                cells[i] = sign
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n", heads


def table_judge(plgs, seed):
    markdown, heads = random_table(seed)
    for number, page in enumerate(pages_of(plgs, markdown).iter(PAGES + "page"), 1):
        width, height = float(page.get("width")), float(page.get("height"))
        shown = "".join(run.get("text") for run in page.iter(PAGES + "glyphs"))
        for run in glyphs_of(page):
            x, y = float(run.get("x")), float(run.get("y"))
            advance = sum(float(re.match(r"\d+\+(-?[\d.]+)", glyph)[1])
                          for glyph in run.text.split())
            # A blank may stand out: it is not seen.
            if run.get("text").endswith(" "):
                advance -= float(re.match(r"\d+\+(-?[\d.]+)", run.text.split()[-1])[1])
            if x < MARGIN - 0.6 or x + advance > width - MARGIN + 0.6:
                return f"page {number}: {run.get('text')} from {x} to {x + advance} of {width}"
            if y > height - 85:
                return f"page {number}: {run.get('text')} at {y} of {height}"
        for head in heads:
            if head not in joined(shown):
                return f"page {number} lacks the head {head}"
    return ""


def main():
    plgs, cases = program_named(), Cases()
    tests = [(f"example: {name}", lambda markdown=markdown: example_judge(plgs, markdown))
             for name, markdown in examples()]
    tests += [(f"random table {seed}", lambda seed=seed: table_judge(plgs, seed))
              for seed in range(40)]
    for name, test in tests:
        try:
            why = test()
        except (ToolError, ElementTree.ParseError) as error:
            why = str(error)
        cases.tell(name, not why, why)
    for name in ("writing.md", "templates.md"):
        guide = plgs.run("parse..write", f"reports/{name}")
        cases.tell(f"the guide {name} for editors is set without a message",
                   guide.returncode == 0 and not guide.stderr, guide.stderr.decode())
    with tempfile.TemporaryDirectory() as folder:
        book_judge(cases, plgs, folder)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
