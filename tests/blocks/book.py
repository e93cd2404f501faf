"""book.py - a long text made from a seed, of words that each stand in it once, in the order
in which they are to be read."""

import random


class Words:
    """Words that no language has: each is given out once."""

    def __init__(self, seed):
        self.given = []
        self.random = random.Random(seed)

    def one(self):
        number, word = len(self.given), ""
        while number or not word:
            number, letter = divmod(number, 20)
            word += "bcdfghjklmnpqrstvwxz"[letter]
        # An ending makes lengths differ; it holds no letter of the number.
        word += "aeiou"[self.random.randrange(5)] * self.random.randint(1, 7)
        self.given.append(word)
        return word

    def some(self, least, most):
        return [self.one() for _ in range(self.random.randint(least, most))]


def paragraph(words, notes):
    text = words.some(12, 90)
    if words.random.random() < 0.3:
        name = f"n{len(words.given)}"
        text[-1] += f"[^{name}]"
        notes.append(f"[^{name}]: " + " ".join(words.some(4, 60)))
    if words.random.random() < 0.2:
        text[0] = f"**{text[0]}**"
    return " ".join(text)


def bullets(words, _):
    return "\n".join("- " + " ".join(words.some(3, 30))
                     for _ in range(words.random.randint(2, 6)))


def quote(words, _):
    return "> " + " ".join(words.some(10, 50))


def box(words, _):
    return "```note " + " ".join(words.some(1, 4)) + "\n" + " ".join(words.some(10, 50)) + "\n```"


def table(words, _):
    caption = " ".join(words.some(1, 8))
    columns = words.random.randint(1, 6)
    lines = ["| " + " | ".join(words.one() for _ in range(columns)) + " |",
             "|" + "---|" * columns]
    for _ in range(words.random.randint(1, 30)):
        cells = [" ".join(words.some(0, words.random.choice([1, 3, 12])))
                 for _ in range(columns)]
        lines.append("| " + " | ".join(cells) + " |")
    return "Table: " + caption + "\n\n" + "\n".join(lines)


def columns(words, notes):
    kinds = [paragraph, paragraph, paragraph, bullets, quote, box]
    blocks = [words.random.choice(kinds)(words, notes)
              for _ in range(words.random.randint(1, 6))]
    count = words.random.randint(2, 3)
    return f'<div columns="{count}">\n\n' + "\n\n".join(blocks) + "\n\n</div>"


def figure(words, _):
    return ("```figure tests/pictures/town.png\ncaption: " + " ".join(words.some(2, 12)) +
            "\nalt: A town\ncredit: " + " ".join(words.some(1, 3)) +
            f"\nwidth: {words.random.choice([20, 40])}%\n```")


def chart(words, _):
    """The values of a chart follow it in the structure, as a table."""
    lines = ["```chart bar", "caption: " + " ".join(words.some(2, 12)), "",
             f"{words.one()};{words.one()}"]
    lines += [f"{words.one()};{words.random.randint(1, 90)}"
              for _ in range(words.random.randint(2, 9))]
    return "\n".join(lines + ["```"])


def heading(words, _):
    return "#" * words.random.randint(2, 3) + " " + " ".join(words.some(1, 6))


KINDS = [paragraph] * 8 + [bullets, bullets, quote, box, table, columns, figure, chart, heading,
                           heading]


def book(seed, blocks):
    """The text, and its words in the order of the structure: a note follows the block that
    its mark stands in."""
    words = Words(seed)
    text = ["# " + words.one()]
    for _ in range(blocks):
        notes = []
        text.append(words.random.choice(KINDS)(words, notes))
        text += notes
    return "\n\n".join(text) + "\n", words.given
