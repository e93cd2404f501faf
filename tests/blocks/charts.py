"""charts.py - charts of values made from a seed: nothing is lost, nothing leaves the text, no
two labels overlap.

    charts.py PLGS
"""

import random
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parent)]

from stages import ToolError, outcome, program_named
from tap import Cases

PAGES = "{urn:plgs:pages:1}"
KINDS = ["bar", "stacked", "grouped", "line", "dot", "progress", "timeline", "matrix"]
# The plain style, in points: the text block, and its head and foot.
MARGIN = 32 * 72 / 25.4
TOP = 30 * 72 / 25.4
SEEDS = 10
# Letters without those that hang below the line, as parts of their size.
ABOVE, BELOW = 0.70, 0.10


def number(source, manner):
    if manner == "missing" or source.random() < 0.1:
        return source.choice(["", "--", "\u2014"])
    if manner == "equal":
        return "7"
    if manner == "huge":
        return str(source.choice([-1, 1]) * source.randint(0, 10 ** 15 - 1))
    if manner == "negative":
        return f"{-source.random() * 100:.2f}"
    if manner == "mixed":
        return f"{source.uniform(-50, 100):.1f}"
    return str(source.randint(0, 60))


def date(source):
    year, month, day = source.randint(1995, 2030), source.randint(1, 12), source.randint(1, 28)
    forms = [f"{year}", f"{year}-Q{(month + 2) // 3}", f"{year}-{month:02}",
             f"{year}-{month:02}-{day:02}", f"~{year}-{month:02}", "--",
             f"{year}-{month:02}/{year + 1}-{month:02}"]
    return source.choice(forms)


def word(source):
    return "".join(source.choice("bcdfghjklmnprstvw") + source.choice("aeiou")
                   for _ in range(source.randint(1, 6)))


def chart(kind, seed):
    """The Markdown of a chart, and its rows."""
    source = random.Random(f"{kind} {seed}")
    columns = 1 if kind == "bar" else source.choice([1, 2, 3, 5])
    count = source.choice([1, 2, 3, 7, 20, 60])
    manner = source.choice(["plain", "plain", "mixed", "negative", "huge", "equal", "missing"])
    value = {"timeline": lambda: date(source),
             "matrix": lambda: source.choice(["x", "", "ongoing", "2023"])}.get(
                 kind, lambda: number(source, manner))
    if kind == "progress":
        columns = min(columns, 2)
    rows = [["head", *(f"{word(source)} {i}" for i in range(columns))]]
    for i in range(count):
        name = " ".join(word(source) for _ in range(source.choice([1, 1, 2, 9])))
        rows.append([f"{name} {i}", *(value() for _ in range(columns))])
    lines = [f"```chart {kind}", "unit: things"]
    lines += ["order: falling"] * (source.random() < 0.3 and kind != "line")
    return "\n".join([*lines, "", *(";".join(row) for row in rows), "```"]) + "\n", rows


def pages_of(plgs, markdown):
    result = plgs.run("parse..layout", stdin=markdown.encode())
    why = outcome(result)
    if why:
        raise ToolError(why)
    return ElementTree.fromstring(result.stdout), result.stderr.decode()


def advance_of(run):
    glyphs = (run.text or "").split()
    if run.get("text").endswith(" ") or run.get("text").endswith("\u2002"):
        glyphs = glyphs[:-1]
    return sum(float(re.match(r"\d+\+(-?[\d.]+)", glyph)[1]) for glyph in glyphs)


def box_of(item):
    """Left, top, right and bottom of what is seen of an item."""
    x, y = float(item.get("x")), float(item.get("y"))
    if item.tag == PAGES + "glyphs":
        size = float(item.get("size"))
        return x, y - ABOVE * size, x + advance_of(item), y + BELOW * size
    if item.tag == PAGES + "rule":
        return x, y, x + float(item.get("width")), y + float(item.get("height"))
    points = [float(part) for part in re.findall(r"-?[\d.]+", item.text or "")] or [0, 0]
    side = -1 if item.get("turned") else 1
    xs, ys = [x + side * at for at in points[::2]], [y + at for at in points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def places_judge(page):
    """What of a page leaves the text block, or overlaps."""
    width, height = float(page.get("width")), float(page.get("height"))
    labels = []
    for item in page:
        left, top, right, bottom = box_of(item)
        if item.get("artifact") in ("header", "footer"):
            continue
        if left < MARGIN - 0.6 or right > width - MARGIN + 0.6 or top < TOP - 0.6 or \
                bottom > height - TOP + 0.6:
            return f"{item.get('text') or item.tag} from {left} {top} to {right} {bottom}"
        if item.tag == PAGES + "glyphs" and item.get("text").strip():
            labels.append((left, top, right, bottom, item.get("text")))
    labels.sort()
    for i, one in enumerate(labels):
        for other in labels[i + 1:]:
            if other[0] >= one[2] - 0.05:
                break
            if other[1] < one[3] and one[1] < other[3]:
                return f"\"{one[4]}\" overlaps \"{other[4]}\" at {other[0]} {other[1]}"
    return ""


def said_of(root):
    """What is said below each tag: what it says itself, or its letters in their order."""
    tags = [None, *root.iter(PAGES + "tag")]
    said = [""] * len(tags)
    for run in root.iter(PAGES + "glyphs"):
        if run.get("tag"):
            said[int(run.get("tag"))] += run.get("text")
    for i in range(len(tags) - 1, 0, -1):
        if tags[i].get("says"):
            said[i] = tags[i].get("says")
        said[int(tags[i].get("parent"))] += said[i]
    return tags, said


def cells_of(root):
    tags, said = said_of(root)
    rows = {}
    for i, tag in enumerate(tags):
        if tag is not None and tag.get("role") in ("TH", "TD"):
            text = re.sub("\u00ad", "", said[i])
            rows.setdefault(int(tag.get("parent")), []).append(re.sub(r"\s+", "", text))
    return list(rows.values())


def same_cell(kind, wanted, found):
    wanted = re.sub(r"\s+", "", wanted)
    if kind == "matrix" and wanted in ("x", ""):
        return found == {"x": "yes", "": "no"}[wanted]
    if kind == "timeline" and re.search(r"\d", wanted):
        return wanted.strip("~")[:4] in found
    return found == wanted


def loss_judge(kind, rows, root):
    """Which cell of the values is not in the structure."""
    found = cells_of(root)
    heads, body = found[0], {row[0]: row for row in found[1:]}
    if [re.sub(r"\s+", "", head) for head in rows[0]] != heads:
        return f"the heads are {heads}"
    for row in rows[1:]:
        mate = body.get(re.sub(r"\s+", "", row[0]), [])
        if len(mate) != len(row):
            return f"the row {row} is {mate}"
        for wanted, cell in zip(row[1:], mate[1:]):
            if not same_cell(kind, wanted, cell):
                return f"{wanted!r} of {row} is {cell!r}"
    return ""


def chart_judge(plgs, kind, seed):
    markdown, rows = chart(kind, seed)
    root, said = pages_of(plgs, markdown)
    for number_of, page in enumerate(root.iter(PAGES + "page"), 1):
        why = places_judge(page)
        if why:
            return f"page {number_of}: {why}\n{markdown}"
    if any(tag.get("role") == "Figure" and not tag.get("alt") for tag in root.iter(PAGES + "tag")):
        return "the figure has no alt"
    # A chart that became a table says so, and is one of those that run.py looks at.
    if "L223" in said:
        return ""
    why = loss_judge(kind, rows, root)
    return f"{why}\n{markdown}" if why else ""


def main():
    plgs, cases = program_named(), Cases()
    for kind in KINDS:
        for seed in range(SEEDS):
            try:
                why = chart_judge(plgs, kind, seed)
            except (ToolError, ElementTree.ParseError) as error:
                why = str(error)
            cases.tell(f"random {kind} {seed}", not why, why)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
