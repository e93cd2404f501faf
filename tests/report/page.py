"""page.py - an HTML page, looked at as far as the standard library goes."""

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """Looks whether what opens closes again, and how headings follow each other."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.levels, self.language = [], [], [], ""

    def handle_starttag(self, tag, attrs):
        if tag == "html":
            self.language = dict(attrs).get("lang", "")
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def complaints(self):
        steps = zip(self.levels, self.levels[1:])
        found = [f"<{tag}> is closed out of turn" for tag in self.wrong + self.open]
        found += [f"h{low} is followed by h{high}" for low, high in steps if high > low + 1]
        return found + ([] if self.language else ["no language"])
