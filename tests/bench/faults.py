"""faults.py - one fault for each record of records.py, and the place where it must be told.

A fault is a function that spoils the lines of a record and gives the Place of the message that
`plgs check` owes for it: one message, at one place.  FAULTS has those that any record can have;
STRUCTURE has those that read finds, which tells no more than a few of a file.
"""

import re

STRUCTURE_TOLD = 100  # of a file; read/bounds.h, of which syntax errors have fewer


class Place:
    """A stretch of one line, lines counted from 0 at the first of the record."""

    def __init__(self, code, line, begin, end):
        self.code, self.line, self.begin, self.end = code, line, begin, end

    def below(self, first):
        """The place in a file in which the record begins at a line, and the code."""
        line = first + self.line
        return f"{line}:{self.begin}-{line}:{self.end} {self.code}"


def line_of(lines, key):
    """The number of the first line that has a key, with what stands before the key."""
    for number, line in enumerate(lines):
        found = re.match(rf"[ -]*(?={key}:)", line)
        if found:
            return number, found.end()
    raise KeyError(key)


def key_place(code, lines, key):
    """The place of a key."""
    line, indent = line_of(lines, key)
    return Place(code, line, indent + 1, indent + 1 + len(key))


def value_place(code, lines, key):
    """The place of a value that stands behind its key."""
    line, indent = line_of(lines, key)
    return Place(code, line, indent + len(key) + 3, len(lines[line]) + 1)


def word_place(code, lines, line, word):
    begin = lines[line].index(word) + 1
    return Place(code, line, begin, begin + len(word))


def value_put(lines, key, value):
    """Puts another value behind a key."""
    line, indent = line_of(lines, key)
    lines[line] = f"{lines[line][:indent]}{key}: {value}"


def key_put(lines, key, other):
    """Puts another key in the place of one."""
    line, _ = line_of(lines, key)
    lines[line] = lines[line].replace(key + ":", other + ":", 1)


def misspelt_key(lines):
    key_put(lines, "summary", "sumary")
    return key_place("V201", lines, "sumary")


def missing_key(lines):
    del lines[line_of(lines, "title")[0]]
    return Place("V202", 0, 3, 4)


def title_without_language(lines):
    value_put(lines, "title", "A plan for the coast")
    return value_place("V204", lines, "title")


def key_without_value(lines):
    line, indent = line_of(lines, "language")
    lines[line] = lines[line][:indent] + "language:"
    return key_place("V205", lines, "language")


def misspelt_status(lines):
    value_put(lines, "status", "acheived")
    return value_place("V301", lines, "status")


def thirtieth_of_february(lines):
    lines[-1] = "        date: 2024-02-30"
    return Place("V302", len(lines) - 1, 15, 25)


def address_without_beginning(lines):
    value_put(lines, "url", "www.example.org/report")
    return value_place("V303", lines, "url")


def unknown_target(lines):
    value_put(lines, "sdg_targets", '["11.a", "11.z"]')
    return word_place("V305", lines, line_of(lines, "sdg_targets")[0], '"11.z"')


def unknown_record(lines):
    lines.append("    supersedes: no-such-record")
    return value_place("V402", lines, "supersedes")


def address_not_safe(lines):
    line, _ = line_of(lines, "url")
    lines[line] = lines[line].replace("https:", "http:")
    return value_place("V538", lines, "url")


def future_source(lines):
    lines[-1] = "        date: 2034-01-15"
    return Place("V513", len(lines) - 1, 15, 25)


def short_summary(lines):
    line, _ = line_of(lines, "summary")
    del lines[line + 3]
    return Place("V561", line + 1, 11, 13)


def title_put(code, lines, change):
    """Changes the English title; no two titles become alike by it."""
    line, _ = line_of(lines, "title")
    words = lines[line].partition("{en: ")[2][:-1]
    changed = change(words)
    lines[line] = lines[line].replace(words, changed)
    return word_place(code, lines, line, changed)


def unofficial_name(lines):
    return title_put("V551", lines, lambda words: words + " of South Korea")


def american_spelling(lines):
    return title_put("V553", lines, lambda words: words + " program")


def letter_of_another_script(lines):
    return title_put("V557", lines, lambda words: words + " by the co\u0430st")


def allowance_without_reason(lines):
    lines[0] += "  # plgs: allow V537"
    return word_place("V420", lines, 0, "# plgs: allow V537")


def key_twice(lines):
    line, _ = line_of(lines, "status")
    lines.insert(line + 1, lines[line])
    return Place("R305", line + 1, 5, 11)


def tab_in_front(lines):
    line, _ = line_of(lines, "kind")
    lines[line] = "\t" + lines[line].lstrip()
    return Place("R105", line, 1, 2)


FAULTS = [misspelt_key, missing_key, title_without_language, key_without_value, misspelt_status,
          thirtieth_of_february, address_without_beginning, unknown_target, unknown_record,
          address_not_safe, future_source, short_summary, unofficial_name, american_spelling,
          letter_of_another_script, allowance_without_reason]
STRUCTURE = [key_twice, tab_in_front]


def put(lines, number, first):
    """Spoils a record of a file whose first record has the number `first`."""
    choice = FAULTS + (STRUCTURE if number - first < STRUCTURE_TOLD else [])
    return choice[(number - first) % len(choice)](lines)
