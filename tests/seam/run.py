"""run.py - the seam test: nothing passes a doorway but what its text form holds.

    run.py PLGS

At every doorway print(parse(print(x))) = print(x), and the stages joined by pipes make the
same bytes as one process.  The bytes depend on the records alone: neither on the folder,
the time zone, the locale nor the clock.  Foreign tools can stand in for a stage.
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, STAGES, ToolError, outcome, program_named, tool
from tap import Cases, difference

GOLDEN = ROOT / "tests" / "golden"
REPORT = "reports/annual-2023"
ORDER = list(STAGES)

# The forms that can be printed again, with the endings of the files that hold them.
FORMS = {
    "records": (".records.xml", ".valid.xml"),
    "document": (".document.xml",),
    "pages": (".pages.xml",),
}
# What a stage gives, where it can be printed again.
GIVES = {"read": "records", "validate": "records", "parse": "document", "layout": "pages"}


def same_bytes(first, second):
    """Why two results are not the same, or an empty string."""
    if first == second:
        return ""
    if b"\0" in first + second or first[:5] == b"%PDF-":
        at = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b),
                  min(len(first), len(second)))
        return f"{len(first)} and {len(second)} bytes, different from byte {at} on"
    return difference(first, second) or "different line ends"


class Seam:
    def __init__(self, plgs, cases):
        self.plgs = plgs
        self.cases = cases

    def made(self, *words, **how):
        """What a command that must succeed makes."""
        result = self.plgs.run(*words, **how)
        why = outcome(result)
        if why:
            raise ToolError(f"plgs {' '.join(map(str, words))}: {why}")
        return result.stdout

    def case(self, name, test):
        """Tells a case: the test gives the reason why it fails, or an empty string."""
        try:
            why = test()
        except ToolError as error:
            why = str(error)
        self.cases.tell(name, not why, why)

    def reprinted(self, form, text):
        """Whether a text that plgs printed is printed again in the same way."""
        return same_bytes(text, self.made("reprint", form, stdin=text))

    def reprinted_twice(self, form, text):
        """The same for a text of somebody else: the first print may differ from it."""
        return self.reprinted(form, self.made("reprint", form, stdin=text))

    def goldens(self):
        """print(parse(print(x))) = print(x) for every text form among the goldens."""
        for form, endings in FORMS.items():
            for path in sorted(GOLDEN.glob("*/*.xml")):
                if path.name.endswith(endings):
                    text = path.read_bytes()
                    self.case(f"{form} of {path.parent.name}/{path.name} print again",
                              lambda form=form, text=text: self.judge_golden(form, text))

    def judge_golden(self, form, text):
        # Some goldens hold a stream that no stage may take.
        if self.plgs.run("reprint", form, stdin=text).returncode == 1:
            return ""
        return self.reprinted_twice(form, text)

    def line(self):
        """The whole line on the annual report, cut at every doorway."""
        stream = b""
        for stage in ORDER:
            words = [stage, REPORT] if stage == "read" else [stage]
            try:
                stream = self.made(*words, stdin=stream)
            except ToolError as error:
                self.cases.tell(f"the report passes {stage}", False, str(error))
                return
            self.doorway(stage, stream)
        self.case("build makes the bytes that the pipe makes", lambda: same_bytes(
            stream, self.made("build", REPORT, "-o", "-")))

    def doorway(self, stage, stream):
        self.case(f"read..{stage} in one process makes what the pipe makes", lambda: same_bytes(
            stream, self.made(f"read..{stage}" if stage != "read" else "read", REPORT)))
        if stage in GIVES:
            self.case(f"what {stage} makes of the report prints again",
                      lambda: self.reprinted(GIVES[stage], stream))
        later = ORDER[ORDER.index(stage) + 1:]
        if later:
            self.case(f"{later[0]}..write in one process ends where the pipe ends",
                      lambda: same_bytes(self.made("build", REPORT, "-o", "-"), self.made(
                          f"{later[0]}..write" if len(later) > 1 else "write", stdin=stream)))

    def surroundings(self):
        """The same bytes wherever and whenever they are made."""
        first = self.made("build", REPORT, "-o", "-")
        for name, changes in [
                ("in another time zone", {"TZ": "Pacific/Kiritimati"}),
                ("in the C locale", {"LC_ALL": "C"}),
                ("in a Turkish locale", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
                ("without a home", {"HOME": "/nonexistent"})]:
            self.case(f"the report is the same {name}", lambda changes=changes: same_bytes(
                first, self.made("build", REPORT, "-o", "-", **changes)))
        self.case("the report is the same in another folder", lambda: self.elsewhere(first))
        self.case("SOURCE_DATE_EPOCH is honoured", lambda: self.dated(first))

    def elsewhere(self, first):
        with tempfile.TemporaryDirectory(prefix="plgs seam ü ") as folder:
            for name in ("reports", "fixtures", "schemas"):
                shutil.copytree(ROOT / name, Path(folder, name))
            return same_bytes(first, self.made(
                "build", REPORT, "-o", "-", folder=Path(folder)))

    def dated(self, first):
        epoch = {"SOURCE_DATE_EPOCH": "1700000000"}
        dated = self.made("build", REPORT, "-o", "-", **epoch)
        again = self.made("build", REPORT, "-o", "-", TZ="Asia/Kolkata", **epoch)
        if b"D:20231114221320" not in dated:
            return "the PDF does not say D:20231114221320"
        return same_bytes(dated, again) or ("" if dated != first else "the date changes nothing")

    def strangers(self):
        """Other tools in the place of a stage."""
        readme = (ROOT / "README.md").read_bytes()
        self.case("cmark can stand in for parse", lambda: self.is_pdf(self.made(
            "layout..write", stdin=tool("cmark", "-t", "xml", stdin=readme))))
        self.case("any Markdown becomes a PDF",
                  lambda: self.is_pdf(self.made("parse..write", stdin=readme)))
        self.case("xmllint can stand in for validate", lambda: tool(
            "xmllint", "--noout", "--nonet", "--schema", ROOT / "schemas" / "milestone.xsd",
            "-", stdin=self.made("read", REPORT)).decode())
        self.case("xmllint may format the document", lambda: self.is_pdf(self.made(
            "layout..write", stdin=tool("xmllint", "--format", "-", stdin=self.made(
                "read..parse", REPORT)))))

    @staticmethod
    def is_pdf(result):
        return "" if result.startswith(b"%PDF-1.") else "this is no PDF"

    def emptiness(self):
        """A filter that receives nothing says so, and so does one that receives another
        form than its own."""
        for stage in ORDER[1:]:
            if stage == "parse":
                continue
            for name, stream in [("nothing", b""), ("a wrong form", b"<html/>")]:
                result = self.plgs.run(stage, stdin=stream)
                why = outcome(result, 1)
                if result.stdout:
                    why = f"it made {len(result.stdout)} bytes all the same"
                self.cases.tell(f"{stage} refuses {name}", not why, why)


def main():
    cases = Cases()
    seam = Seam(program_named(), cases)
    for part in (seam.goldens, seam.line, seam.surroundings, seam.strangers, seam.emptiness):
        try:
            part()
        except (ToolError, OSError) as error:
            cases.tell(f"the {part.__name__} could be tried", False, str(error))
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
