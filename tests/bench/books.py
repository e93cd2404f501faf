#!/usr/bin/python3
"""books.py - seeded books for measurements: the same blocks in Markdown and in Typst's markup.

    books.py FOLDER PAGES...

Writes FOLDER/book-N.md and FOLDER/book-N.typ for about so many pages of A4 in the plain style:
headings of three levels, justified paragraphs with emphasis and links, lists, quotes and tables
of twelve rows.  The words are made up of syllables; a few thousand of them make up most of the
text, as in any language.  The same arguments always write the same bytes.
"""

import random
import re
import sys
from pathlib import Path

SEED = 20240331
VOCABULARY = 12_000
BLOCKS_A_PAGE = 8.1
BEGINS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w".split()
VOWELS = "a e i o u ai ea ee io ou".split()
ENDS = ["", "", "", "n", "r", "s", "t", "l", "nd", "nt", "st", "ck", "m", "ng"]
SUFFIXES = ["", "", "", "", "ing", "ed", "s", "ment", "ation", "er", "ly", "al"]
SMALL = "the of and to in a is that for it as was with be by on not he his but at are this".split()
ESCAPED = re.compile(r"([\\#$*_`<>@\[\]~=/-])")


class Words:
    """Words by Zipf's law."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        made = set()
        while len(made) < VOCABULARY:
            made.add(self.word())
        self.all = SMALL + sorted(made, key=lambda word: (len(word), word))
        weights = [1 / (rank + 2.7) for rank in range(len(self.all))]
        total = 0.0
        self.sums = [total := total + weight for weight in weights]

    def word(self):
        count = self.dice.choice((1, 2, 2, 2, 3, 3))
        parts = [self.dice.choice(BEGINS) + self.dice.choice(VOWELS) for _ in range(count)]
        return "".join(parts) + self.dice.choice(ENDS) + self.dice.choice(SUFFIXES)

    def some(self, least, most):
        return self.dice.choices(self.all, cum_weights=self.sums, k=self.dice.randint(least, most))

    def title(self, least, most):
        return " ".join(self.some(least, most)).title()


def sentence(words, most=24):
    """A list of words and marks: ("", text), ("*", text), ("**", text) or (address, text)."""
    said = words.some(6, most)
    said[0] = said[0].capitalize()
    comma = words.dice.randrange(3, len(said))
    parts = [["", word + ("," if at == comma and at + 1 < len(said) else "")]
             for at, word in enumerate(said)]
    if words.dice.random() < 0.25:
        at = words.dice.randrange(1, len(parts))
        number = words.dice.randrange(10_000)
        parts[at][0] = words.dice.choice(["*", "**", f"https://example.org/records/{number}"])
    parts[-1][1] = parts[-1][1].rstrip(",") + "."
    return parts


def paragraph(words, least=3, most=8):
    return [part for _ in range(words.dice.randint(least, most)) for part in sentence(words)]


def cell(words, column):
    if column == 0:
        return words.title(1, 2)
    if column == 1:
        return str(words.dice.randint(2008, 2030))
    if column == 2:
        return f"{words.dice.randrange(1, 4000):,}"
    return " ".join(words.some(2, 5))


def book(pages):
    """Blocks: a kind and what it holds."""
    words = Words(SEED)
    for number in range(round(pages * BLOCKS_A_PAGE)):
        if number % 46 == 0:
            yield "1", words.title(3, 6)
        elif number % 10 == 0:
            yield "2", words.title(2, 6)
        elif number % 5 == 3:
            yield "3", words.title(2, 5)
        elif number % 23 == 7:
            yield "table", [[words.title(1, 1) for _ in range(4)]] + [
                [cell(words, column) for column in range(4)] for _ in range(12)]
        elif number % 11 == 5:
            yield words.dice.choice(["list", "steps"]), [
                sentence(words) for _ in range(words.dice.randint(3, 7))]
        elif number % 23 == 19:
            yield "quote", paragraph(words, 2, 3)
        else:
            yield "text", paragraph(words)


def markdown_words(parts):
    return " ".join(text if not look else f"{look}{text}{look}" if look[0] == "*"
                    else f"[{text}]({look})" for look, text in parts)


def markdown(blocks):
    for kind, held in blocks:
        if kind in "123":
            yield "#" * int(kind) + " " + held
        elif kind == "table":
            rows = ["| " + " | ".join(row) + " |" for row in held]
            yield "\n".join([rows[0], "|---|---|---:|---|", *rows[1:]])
        elif kind in ("list", "steps"):
            sign = "-" if kind == "list" else "1."
            yield "\n".join(f"{sign} {markdown_words(item)}" for item in held)
        else:
            yield ("> " if kind == "quote" else "") + markdown_words(held)


def typst_text(text):
    return ESCAPED.sub(r"\\\1", text)


def typst_words(parts):
    looks = {"": "{}", "*": "#emph[{}]", "**": "#strong[{}]"}
    return " ".join(looks.get(look, f'#link("{look}")[{{}}]').format(typst_text(text))
                    for look, text in parts)


TYPST_HEAD = """#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: "Noto Serif", size: 10pt, lang: "en")
#set par(justify: true, leading: 0.72em, spacing: 1.1em)
#set document(title: "A book")
#show table.cell.where(y: 0): strong"""


def typst(blocks):
    yield TYPST_HEAD
    for kind, held in blocks:
        if kind in "123":
            yield "=" * int(kind) + " " + typst_text(held)
        elif kind == "table":
            cells = ["".join(f"[{typst_text(cell)}]," for cell in row) for row in held]
            yield ("#table(columns: 4, align: (left, left, right, left), stroke: none,\n"
                   f"table.header({cells[0]}),\n" + "\n".join(cells[1:]) + ")")
        elif kind in ("list", "steps"):
            sign = "-" if kind == "list" else "+"
            yield "\n".join(f"{sign} {typst_words(item)}" for item in held)
        else:
            yield f"#quote(block: true)[{typst_words(held)}]" if kind == "quote" \
                else typst_words(held)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for pages in map(int, sys.argv[2:]):
        blocks = list(book(pages))
        for ending, form in (("md", markdown), ("typ", typst)):
            Path(folder, f"book-{pages}.{ending}").write_text(
                "\n\n".join(form(blocks)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
