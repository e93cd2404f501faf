"""tap.py - what the runners here share: cases that are told in the Test Anything Protocol,
and texts that are compared line by line."""

import difflib
import sys


class Cases:
    """Tells each case as it ends, and the plan at the very end."""

    def __init__(self):
        self.told = 0
        self.failed = 0

    def tell(self, name, passed, why=""):
        self.told += 1
        self.failed += not passed
        print("ok" if passed else "not ok", self.told, "-", name.replace("#", "no. "))
        if not passed:
            for line in why.splitlines() or ["no reason was given"]:
                print("#", line)
        sys.stdout.flush()

    def skip(self, name, why):
        self.told += 1
        print("ok", self.told, "-", name, "# SKIP", why, flush=True)

    def same(self, name, expected, found):
        """A case that passes when two texts are the same."""
        self.tell(name, expected == found, difference(expected, found))

    def close(self):
        print(f"1..{self.told}", flush=True)
        return 1 if self.failed else 0


def difference(expected, found, most=60):
    """What stands in one text and not in the other, as a unified diff."""
    lines = list(difflib.unified_diff(
        readable(expected), readable(found), "expected", "found", lineterm="", n=2))
    if len(lines) > most:
        lines = lines[:most] + [f"... and {len(lines) - most} lines more"]
    return "\n".join(line if len(line) <= 240 else line[:240] + "..." for line in lines)


def readable(text):
    if isinstance(text, bytes):
        text = text.decode("utf-8", "backslashreplace")
    return text.split("\n")
