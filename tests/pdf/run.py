"""run.py - the annual report as readers and their machines get it.

    run.py PLGS

Judges the PDF with qpdf, poppler and mupdf, never as bytes: sound, tagged, its fonts
embedded, every fact of facts.txt in its text, read in the right order.  A section alone
keeps its numbers, and any Markdown makes a sound PDF too.  And what becomes of the report
when a record is broken: the messages, and an older PDF that stays as it is.
"""

import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, ToolError, outcome, pdf_tags, program_named, tool
from tap import Cases

FOLDER = Path(__file__).resolve().parent
REPORT = "reports/annual-2023"
TITLE = "Policy, Legislation and Governance Section: Annual Report 2023"
CALL_OUTS = ["Azerbaijan", "Cambodia", "Egypt", "Mozambique", "Paraguay"]


def folded(text):
    """The text on one line, as a reader says it: words that were hyphenated are whole."""
    return re.sub(r"\s+", " ", re.sub("\u00ad\\s*", "", text)).strip()


def body_of(page, before):
    """A page less its running head and its foot; the text before shows which is which."""
    page, feet = re.subn(r"\n\s*([ivxlc]+|\d{1,3})\s*$", "", page)
    if not feet:
        return page  # cover, imprint and the page at the end
    head, _, rest = page.strip().partition("\n")
    # The cover says the one, the contents and the heading itself say the other.
    said = letters(before + rest).count(letters(head)) if len(letters(head)) > 3 else 0
    return rest if said >= (1 if head == TITLE else 2) else page


def letters(text):
    return re.sub(r"[\W_]", "", text)


def text_of(pdf):
    """The text of all pages, from which running heads and feet are taken away."""
    text = ""
    for page in tool("pdftotext", pdf, "-").decode("utf-8").split("\f"):
        text += "\n" + body_of(page, folded(text))
    return folded(text)


def spoken_of(pdf):
    """The letters of the structure tree."""
    quoted = re.findall(r'^ *"(.*)"$', pdf_tags(pdf).decode("utf-8"), re.MULTILINE)
    return letters(" ".join(quoted))


def facts():
    """Each fact with its patterns."""
    found = {}
    for line in (FOLDER / "facts.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fact, pattern = line.split(" ", 1)
            found.setdefault(fact, []).append(pattern)
    return found


class Judge:
    """Looks at one PDF of the report."""

    def __init__(self, cases, pdf):
        self.cases = cases
        self.pdf = pdf

    def case(self, name, test):
        """Tells a case: the test gives the reason why it fails, or an empty string."""
        try:
            why = test()
        except (ToolError, OSError) as error:
            why = str(error)
        self.cases.tell(name, not why, why)

    def sound(self):
        self.case("qpdf finds nothing wrong", self.checked)
        self.case("mupdf draws every page", self.drawn)

    def checked(self):
        said = tool("qpdf", "--check", self.pdf).decode()
        return "" if "No syntax or stream encoding errors found" in said else said

    def drawn(self):
        result = tool("mutool", "draw", "-q", "-o", "/dev/null", "-F", "text", self.pdf)
        return result.decode()

    def described(self):
        """What pdfinfo says about the whole."""
        info = dict(re.findall(r"^([^:]+): +(.*)$", tool("pdfinfo", self.pdf).decode(),
                               re.MULTILINE))
        for key, wanted in [("Title", TITLE), ("Tagged", "yes"), ("Suspects", "no"),
                            ("Encrypted", "no"), ("JavaScript", "no"),
                            ("Metadata Stream", "yes")]:
            self.case(f"pdfinfo says {key}: {wanted}", lambda key=key, wanted=wanted: ""
                      if info.get(key) == wanted else f"it says {info.get(key)}")
        self.case("the pages are A4", lambda: ""
                  if "(A4)" in info.get("Page size", "") else info.get("Page size", "none"))

    def fonts(self):
        """Every font is embedded, a subset, and mapped to Unicode."""
        lines = tool("pdffonts", self.pdf).decode().splitlines()[2:]
        wrong = [line for line in lines if not re.search(r" yes yes yes +\d+ +\d+$", line)]
        self.case("every font is embedded, a subset, and mapped to Unicode",
                  lambda: "\n".join(wrong) if lines else "there are no fonts")

    def tells(self):
        """Every fact stands in the text."""
        text = text_of(self.pdf)
        for fact, patterns in facts().items():
            missing = [pattern for pattern in patterns if not re.search(pattern, text)]
            self.cases.tell(f"the report tells {fact}", not missing,
                            "\n".join(f"nothing like: {pattern}" for pattern in missing))

    def order(self):
        """The structure tree reads from the title to the annex."""
        tags = folded(pdf_tags(self.pdf).decode("utf-8"))
        marks = [TITLE, "Contents", "H1 (block) \"IV Sustaining", "H2 (block) \"1. Uptake",
                 "H3 (block) \"Phase II", "H4 (block) \"Global achievements",
                 "H4 (block) \"Country achievements",
                 *(f'BlockQuote P (block) "In {country},' for country in CALL_OUTS),
                 "Iraq has expressed", "H1 (block) \"A Records"]
        self.case("the structure tree reads in the right order", lambda: in_order(marks, tags))
        self.case("links, lists and contents are tagged", lambda: "\n".join(
            role for role in ("Link", "L (block)", "LI", "Lbl", "LBody", "TOC", "TOCI", "Sect",
                              "Reference") if role not in tags))
        self.case("the structure tree holds all the text once", self.nothing_lost)

    def nothing_lost(self):
        """The pages have each letter of the structure tree, which says in what order they are
        read: poppler gives the cells of a table by columns.  What else the pages have are the
        heads that tables repeat."""
        spoken, shown = (Counter(text) for text in
                         (spoken_of(self.pdf), letters(text_of(self.pdf))))
        more = (shown - spoken).total()
        return "" if not spoken - shown and more * 50 < spoken.total() else (
            f"only in the tree: {dict(spoken - shown)}\n"
            f"only on the pages: {dict(shown - spoken)}")

    def outline(self):
        """The outline has an entry for each section."""
        said = tool("mutool", "show", self.pdf, "outline").decode()
        self.case("the outline leads to both sections", lambda: in_order(
            ["IV. Sustaining the PLGS Focus Areas", "1. Uptake of Tools", "A. Records"], said))


    def labels(self):
        """The folios of the pages, as a reader shows them."""
        table = json.loads(tool("qpdf", "--json", "--json-key=pagelabels", self.pdf))
        return [(entry["index"], entry["label"].get("/S"), entry["label"].get("/St", 1))
                for entry in table["pagelabels"]]


def in_order(marks, text):
    """The first mark that does not come after the one before it, or an empty string."""
    at = 0
    for mark in marks:
        found = text.find(mark, at)
        if found < 0:
            return f"not found in its place: {mark}"
        at = found + 1
    return ""


def judge_report(cases, plgs, folder):
    """The whole report."""
    pdf = Path(folder, "annual.pdf")
    result = plgs.run("build", REPORT, "-o", pdf)
    cases.tell("the annual report builds", not outcome(result), outcome(result))
    judge = Judge(cases, pdf)
    for look in (judge.sound, judge.described, judge.fonts, judge.tells, judge.order,
                 judge.outline):
        look()
    judge.case("the covers have no folio, the contents roman ones, the body begins at 1",
               lambda: "" if [label[1:] for label in judge.labels()] == [
                   (None, 1), ("/r", 2), ("/D", 1), (None, 1)] else str(judge.labels()))


def judge_section(cases, plgs, folder):
    """One section, numbered as in the whole: the annex begins where it begins there."""
    whole, pdf = Path(folder, "annual.pdf"), Path(folder, "records.pdf")
    result = plgs.run("build", REPORT, "--section", "records", "-o", pdf)
    cases.tell("a section builds alone", not outcome(result), outcome(result))
    judge = Judge(cases, pdf)
    judge.sound()
    judge.fonts()
    judge.case("the section is the one that stands in the whole", lambda: ""
               if spoken_of(pdf) in spoken_of(whole) else text_of(pdf)[:200])
    # Pages end in form feeds.
    before = tool("pdftotext", whole, "-").decode().split("This annex lists")[0]
    begins = next(index for index, sort, _ in Judge(cases, whole).labels() if sort == "/D")
    folio = before.count("\f") - begins + 1
    judge.case("the section keeps its folios", lambda: ""
               if judge.labels() == [(0, "/D", folio)] else f"{judge.labels()}, not {folio}")


def judge_markdown(cases, plgs, folder):
    """Any Markdown: here what the project says about itself."""
    pdf = Path(folder, "readme.pdf")
    result = plgs.run("parse..write", "-o", pdf, stdin=(ROOT / "README.md").read_bytes())
    cases.tell("README.md makes a PDF", not outcome(result), outcome(result))
    judge = Judge(cases, pdf)
    judge.sound()
    judge.fonts()
    judge.case("README.md makes a tagged PDF", lambda: in_order(
        ["Tagged: yes"], folded(tool("pdfinfo", pdf).decode())))


class Breakage:
    """A copy of the project in which a submission goes wrong."""

    def __init__(self, cases, plgs, folder):
        self.cases = cases
        self.plgs = plgs
        self.folder = Path(folder)
        for name in ("reports", "fixtures", "schemas"):
            shutil.copytree(ROOT / name, self.folder / name)
        self.submission = self.folder / "fixtures" / "annual-2023" / "azerbaijan.yaml"
        self.old = self.folder / "annual.pdf"

    def judge(self):
        first = self.plgs.run("build", REPORT, "-o", self.old.name, folder=self.folder)
        before = self.old.read_bytes() if self.old.exists() else b""
        self.cases.tell("the copy builds", not outcome(first), outcome(first))
        shutil.copy(FOLDER / "six-mistakes.yaml", self.submission)
        built = self.plgs.run("build", REPORT, "-o", self.old.name, folder=self.folder)
        self.cases.tell("a broken record ends the run with status 1", not outcome(built, 1),
                        outcome(built, 1))
        self.cases.tell("the older PDF stays as it was", self.old.read_bytes() == before)
        self.untouched()
        self.messages("build", built)
        whole = self.submission.relative_to(self.folder).as_posix()
        for name, path in [("the report", REPORT), ("the file", whole),
                           ("the file as ./FILE", f"./{whole}"),
                           ("the folder", "fixtures/annual-2023"),
                           ("the file by its whole path", self.submission)]:
            self.messages(f"check of {name}", self.plgs.run("check", path, folder=self.folder))

    def untouched(self):
        self.plgs.run("build", REPORT, "-o", "new.pdf", folder=self.folder)
        left = sorted(path.name for path in self.folder.iterdir())
        expected = ["annual.pdf", "fixtures", "reports", "schemas"]
        self.cases.tell("nothing half-written is left", left == expected, " ".join(left))

    def messages(self, name, result):
        """Each line that owns up to a mistake is complained of once, and no other."""
        lines = self.submission.read_text(encoding="utf-8").splitlines()
        expected = [number for number, line in enumerate(lines, 1) if "# mistake: " in line]
        said = result.stderr.decode("utf-8")
        places = re.findall(r"┌─ \S*azerbaijan\.yaml:(\d+):\d+\n", said)
        self.cases.tell(f"{name} complains of each of the six mistakes at its place",
                        sorted(map(int, places)) == expected and said.count("error[") == 6 and
                        result.returncode == 1, said)


def main():
    plgs = program_named()
    cases = Cases()
    with tempfile.TemporaryDirectory() as folder:
        for part in (judge_report, judge_section, judge_markdown):
            try:
                part(cases, plgs, folder)
            except (ToolError, OSError, IndexError) as error:
                cases.tell(f"{part.__name__} came to its end", False, str(error))
    with tempfile.TemporaryDirectory() as folder:
        Breakage(cases, plgs, folder).judge()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
