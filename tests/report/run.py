"""run.py - the forms that diagnostics can be had in, and the fixes that check makes.

    run.py PLGS            compares
    run.py PLGS --bless    rewrites what is said

handful.yaml has a handful of faults; handful.FORM is what is said of it in each form.
"""

import json
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from page import Page
from shape import mistakes
from stages import ROOT, outcome, program_named
from tap import Cases, difference

FOLDER = Path(__file__).resolve().parent
HANDFUL = FOLDER / "handful.yaml"
SCHEMAS = ["--schemas", ROOT / "schemas"]

# Each form with the ending of its golden.
FORMS = {
    "text": "text.txt",
    "json": "json",
    "sarif": "sarif",
    "github": "github.txt",
    "junit": "junit.xml",
    "letter": "letter.md",
    "letter-html": "letter.html",
}
SCHEMA = json.loads((ROOT / "schemas" / "diagnostics.schema.json").read_text("utf-8"))
VERSION = re.compile(rb'("(?:plgs|version)": )"\d+\.\d+\.\d+"(?=,\n\s*"(?:passed|rules)")')

# What stands in a file, and what --fix makes of it.
HEAD = "schema: plgs-submission/1\nreport: r\nprogramme: p\ncountry: AZ\nlanguage: en\nmilestones:\n"
RECORD = "  - id: m\n    kind: event-held\n    status: achieved\n    title: {en: T}\n"
LINES = [
    ("a misspelt key", "    sumary: {en: S}", "    summary: {en: S}"),
    ("a misspelt key with a comment", "    sumary: {en: S}  # why", "    summary: {en: S}  # why"),
    ("a date without zeros", "    summary: {en: S}\n    date: 2023-5-6",
     "    summary: {en: S}\n    date: 2023-05-06"),
    ("a date in words", "    summary: {en: S}\n    date: 6 May 2023",
     "    summary: {en: S}\n    date: 2023-05-06"),
    ("a date that may be two", "    summary: {en: S}\n    date: 5/6/2023", None),
    ("a day that does not exist", "    summary: {en: S}\n    date: 2023-02-30", None),
    ("a list that is a value", "    summary: {en: S}\n    places: az-baku",
     "    summary: {en: S}\n    places: [az-baku]"),
    ("a list with a comma", "    summary: {en: S}\n    places: az-baku, az-ganja", None),
    ("a key that stands twice", "    summary: {en: S}\n    summary: {en: S}", None),
    ("a colon without a space", "    summary: {en: S}\n    date:2023\n    places: [az-baku]",
     "    summary: {en: S}\n    date: 2023\n    places: [az-baku]"),
    ("a colon in a text", "    summary:\n      en: One: two", "    summary:\n      en: \"One: two\""),
    ("a colon in a text in braces", "    summary: {en: One: two}", "    summary: {en: \"One: two\"}"),
    ("a colon in a text before another key", "    summary: {en: One: two, fr: Un}",
     "    summary: {en: \"One: two\", fr: Un}"),
    ("a text that begins with a sign", "    summary:\n      en: @home", "    summary:\n      en: \"@home\""),
    ("a quote that is not closed", "    summary:\n      en: \"One", "    summary:\n      en: \"One\""),
    ("a quote over two lines", "    summary:\n      en: \"One\n  two", None),
    ("a bracket that is not closed", "    summary: {en: S}\n    places: [az-baku",
     "    summary: {en: S}\n    places: [az-baku]"),
    ("a tab", "    summary:\n\t    en: S", "    summary:\n      en: S"),
    ("a tab that two spaces do not mend", "    summary: {en: S}\n\tplaces: [az-baku]", None),
    ("carriage returns", "    sumary: {en: S}\r", "    summary: {en: S}\r"),
    ("a key that stands there already", "    summary: {en: S}\n    sumary: {en: S}", None),
]


class Forms:
    def __init__(self, plgs, cases):
        self.plgs = plgs
        self.cases = cases

    def said(self, form, *words, folder=FOLDER, name=HANDFUL.name, **environment):
        """A run of check; text goes to standard error, all else to standard output."""
        environment.setdefault("GITHUB_STEP_SUMMARY", "")
        result = self.plgs.run("check", "--format", form, *SCHEMAS, *words, name, folder=folder,
                               **environment)
        return result, VERSION.sub(rb'\1"VERSION"', result.stderr if form == "text"
                                   else result.stdout)

    def goldens(self):
        for form, ending in FORMS.items():
            result, found = self.said(form)
            why = outcome(result, 1) or difference((FOLDER / f"handful.{ending}").read_bytes(),
                                                   found)
            self.cases.tell(f"--format {form} says what stands in handful.{ending}", not why, why)

    def data(self):
        """json keeps to the schema that is published; sarif is checked as far as it goes here."""
        told = json.loads(self.said("json")[1])
        self.cases.same("json is what its schema says", "", "\n".join(mistakes(told, SCHEMA)))
        for member in ("format", "passed", "diagnostics"):
            worse = {key: value for key, value in told.items() if key != member}
            self.cases.tell(f"the schema misses {member}", mistakes(worse, SCHEMA))
        run = json.loads(self.said("sarif")[1])["runs"][0]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        self.cases.tell("every sarif result names its rule", all(
            rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"]))
        self.cases.tell("sarif and json tell the same", len(run["results"]) ==
                        len(told["diagnostics"]))

    def documents(self):
        ElementTree.fromstring(self.said("junit")[1])
        self.cases.tell("junit is well-formed XML", True)
        page = Page()
        page.feed(self.said("letter-html")[1].decode())
        self.cases.same("the letter is a sound page", "", "\n".join(page.complaints()))

    def destinations(self):
        with tempfile.TemporaryDirectory() as scratch:
            summary, result = Path(scratch, "summary.md"), Path(scratch, "result.json")
            summary.write_bytes(b"of another step\n")
            found = self.said("github", GITHUB_STEP_SUMMARY=str(summary))[1]
            self.cases.tell("one error of a file is annotated", found.count(b"::error ") == 1
                            and found.count(b"\n") == 1, found.decode())
            self.cases.same("the step's summary lists all",
                            b"of another step\n" + (FOLDER / "handful.summary.md").read_bytes(),
                            summary.read_bytes())
            self.said("json", "-o", result)
            self.cases.tell("-o takes the verdict", json.loads(result.read_bytes()))
            lost = self.said("github", GITHUB_STEP_SUMMARY=scratch)[0]
            self.cases.tell("a summary that cannot be written is a failure",
                            lost.returncode == 3 and b"F102" in lost.stderr, lost.stderr.decode())
        built = self.plgs.run("validate", "--format", "json", stdin=b"<records")
        self.cases.tell("other commands tell on standard error",
                        json.loads(built.stderr)["passed"] is False and not built.stdout)

    def clean(self):
        """A file without faults, and one with a warning alone."""
        with tempfile.TemporaryDirectory() as scratch:
            here = Path(scratch)
            (here / "clean.yaml").write_text(
                (ROOT / "reports/annual-2023/style.yaml").read_text("utf-8"), "utf-8")
            (here / "warned.yaml").write_text(HEAD + RECORD + "    summary: {en: S}\n", "utf-8")
            clean = {form: self.said(form, folder=here, name="clean.yaml") for form in FORMS}
            for form, (result, _) in clean.items():
                self.cases.tell(f"{form} passes a clean file", result.returncode == 0,
                                outcome(result))
            self.cases.tell("junit has a case for it", b'name="no faults"' in clean["junit"][1])
            self.cases.tell("the letter says so", b"Nothing has to be changed" in
                            clean["letter"][1])
            for form in FORMS:
                warned = self.said(form, folder=here, name="warned.yaml")[0].returncode
                strict = self.said(form, "--strict", folder=here, name="warned.yaml")[0].returncode
                self.cases.tell(f"{form}: a warning fails with --strict alone",
                                (warned, strict) == (0, 1), f"{warned}, {strict}")

    def repeats(self):
        """The same fault in many places is told once, and every place is listed."""
        many = HEAD + "".join(RECORD.replace("id: m", f"id: m{i}") + "    sumary: {en: S}\n"
                              for i in range(40))
        with tempfile.TemporaryDirectory() as scratch:
            Path(scratch, "many.yaml").write_text(many, "utf-8")
            found = self.said("text", folder=scratch, name="many.yaml")[1].decode()
            told = json.loads(self.said("json", folder=scratch, name="many.yaml")[1])
            lines = {place["line"] for place in told["diagnostics"] if place["code"] == "V201"}
            self.cases.tell("json tells each of 40 equal faults", len(lines) == 40)
            self.cases.tell("text tells three of them whole",
                            found.count("did you mean") == 3, found)
            self.cases.tell("and lists the places of all", all(
                f"many.yaml:{line}:5" in found for line in lines), found)

    def colours(self):
        for when, painted in (("always", True), ("never", False), ("auto", False)):
            found = self.said("text", "--color", when)[1]
            self.cases.tell(f"--color {when}", (b"\033[" in found) == painted)


class Fixes:
    """check --fix, on a file of its own."""

    def __init__(self, plgs, cases):
        self.plgs = plgs
        self.cases = cases

    def fixed(self, typed, *words):
        """What becomes of a file; the second run must find nothing more to do."""
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch, "typed.yaml")
            path.write_bytes(typed)
            command = ["check", "--fix", *SCHEMAS, *words, "typed.yaml"]
            result = self.plgs.run(*command, folder=scratch)
            once = path.read_bytes()
            self.plgs.run(*command, folder=scratch)
            return result, once, path.read_bytes()

    def lines(self):
        for name, typed, wanted in LINES:
            before = (HEAD + RECORD + typed + "\n").encode()
            after = (HEAD + RECORD + (typed if wanted is None else wanted) + "\n").encode()
            _, once, twice = self.fixed(before)
            self.cases.same(f"{name} is {'left alone' if wanted is None else 'mended'}",
                            after, once)
            self.cases.same(f"{name}: a second run changes nothing", once, twice)

    def handful(self):
        typed = HANDFUL.read_bytes()
        result, once, twice = self.fixed(typed)
        self.cases.same("the handful is mended as far as it can be",
                        (FOLDER / "handful.fixed.yaml").read_bytes(), once)
        self.cases.same("and a second run changes nothing", once, twice)
        self.cases.tell("each change is said", result.stderr.count(b" -> ") == 4
                        and b"4 lines mended" in result.stderr, result.stderr.decode())
        result, once, _ = self.fixed(typed, "--dry-run")
        self.cases.same("--dry-run shows a diff", (FOLDER / "handful.diff").read_bytes(),
                        result.stdout)
        self.cases.same("and changes nothing", typed, once)

    def company(self):
        """A bad fix among good ones is dropped alone, and a last line needs no end."""
        good = "    sumary: {en: S}\n    date: 2023-5-6"
        mended = "    summary: {en: S}\n    date: 2023-05-06"
        for name, bad in (("a tab", "\n\tplaces: [az-baku]\n"), ("no end of line", "")):
            _, once, _ = self.fixed((HEAD + RECORD + good + bad).encode())
            self.cases.same(f"{name} does not keep the rest from being mended",
                            (HEAD + RECORD + mended + bad).encode(), once)


def bless(plgs):
    forms, fixes = Forms(plgs, Cases()), Fixes(plgs, Cases())
    for form, ending in FORMS.items():
        (FOLDER / f"handful.{ending}").write_bytes(forms.said(form)[1])
    with tempfile.TemporaryDirectory() as scratch:
        summary = Path(scratch, "summary.md")
        forms.said("github", GITHUB_STEP_SUMMARY=str(summary))
        (FOLDER / "handful.summary.md").write_bytes(summary.read_bytes())
    (FOLDER / "handful.fixed.yaml").write_bytes(fixes.fixed(HANDFUL.read_bytes())[1])
    (FOLDER / "handful.diff").write_bytes(
        fixes.fixed(HANDFUL.read_bytes(), "--dry-run")[0].stdout)
    return 0


def main():
    plgs = program_named()
    if "--bless" in sys.argv[2:]:
        return bless(plgs)
    cases = Cases()
    forms, fixes = Forms(plgs, cases), Fixes(plgs, cases)
    for part in (forms.goldens, forms.data, forms.documents, forms.destinations, forms.clean,
                 forms.repeats, forms.colours, fixes.lines, fixes.handful, fixes.company):
        part()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
