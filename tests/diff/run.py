"""run.py - plgs diff: what it tells of two sets of records, in each of its forms.

    run.py PLGS            compares
    run.py PLGS --bless    rewrites what is told

NAME.old.yaml and NAME.new.yaml are the sets, NAME.txt what is told of them, and where they
are there NAME.json and NAME.md are the same as data and as a section of a report.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "report")]

from shape import mistakes
from stages import FONTS, ROOT, outcome, program_named
from tap import Cases, difference

SCHEMAS = ["--schemas", ROOT / "schemas"]
SCHEMA = json.loads((ROOT / "schemas" / "diff.schema.json").read_text("utf-8"))
FORMS = {".txt": "text", ".json": "json", ".md": "markdown"}
VERSION = re.compile(rb'("plgs": )"\d+\.\d+\.\d+"')

SETS = ["fixtures/annual-2022", "fixtures/annual-2023", "fixtures/facts", "reports/annual-2023"]
ID = re.compile(r"^  - id: (\S+)", re.MULTILINE)

# What is done to the seeded records, by their number, and how often each change is then told.
COUNT = 10000
DROPPED, MOVED, RENAMED, COUNTED = 97, 89, 83, 79

WRONG = [
    ["diff"], ["diff", "a.yaml"], ["diff", "a.yaml", "b.yaml", "c.yaml"],
    ["diff", "a.yaml", "b.yaml", "--format", "junit"],
    ["diff", "a.yaml", "b.yaml", "--format", "letter"],
    ["diff", "a.yaml", "b.yaml", "--fix"],
    ["diff", "a.yaml", "b.yaml", "--kind", "milestones"],
    ["check", "--format", "markdown", "a.yaml"],
    ["check", "--exit-code", "a.yaml"],
]


def names():
    return sorted(path.name[: -len(".old.yaml")] for path in HERE.glob("*.old.yaml"))


def write(path, content):
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
        print("blessed", path.name)


class Diff:
    def __init__(self, plgs, cases):
        self.plgs = plgs
        self.cases = cases

    def told(self, old, new, *words, folder=HERE, status=0):
        """What is told of two sets; a case fails where the status is another."""
        result = self.plgs.run("diff", old, new, *words, *SCHEMAS, folder=folder)
        why = outcome(result, status)
        if why:
            self.cases.tell(f"plgs diff {old} {new} ends with {status}", False, why)
        return VERSION.sub(rb'\1"VERSION"', result.stdout)

    def data(self, old, new, *words, **how):
        return json.loads(self.told(old, new, "--format", "json", *words, **how))

    def golden(self, name, ending):
        return self.told(name + ".old.yaml", name + ".new.yaml", "--format", FORMS[ending])

    def goldens(self):
        for name in names():
            for ending in FORMS:
                path = HERE / (name + ending)
                if ending != ".txt" and not path.exists():
                    continue
                expected = path.read_bytes() if path.exists() else b""
                self.cases.same(f"{FORMS[ending]}: {name}", expected, self.golden(name, ending))

    def bless(self):
        for name in names():
            for ending in FORMS:
                path = HERE / (name + ending)
                if ending == ".txt" or path.exists():
                    write(path, self.golden(name, ending))

    def keeps_to_its_schema(self):
        """All that is told here as data, and worse data that is refused."""
        told = [self.data(name + ".old.yaml", name + ".new.yaml") for name in names()]
        found = [mistake for data in told for mistake in mistakes(data, SCHEMA)]
        self.cases.same("the data are what their schema says", "", "\n".join(found))
        for member in SCHEMA["required"]:
            worse = {key: value for key, value in told[0].items() if key != member}
            self.cases.tell(f"the schema misses {member}", mistakes(worse, SCHEMA))
        try:
            import jsonschema
        except ImportError:
            self.cases.skip("so says python3-jsonschema", "python3-jsonschema is not installed")
            return
        checker = jsonschema.Draft7Validator(SCHEMA)
        found = [str(error) for data in told for error in checker.iter_errors(data)]
        self.cases.same("so says python3-jsonschema", "", "\n".join(found))

    def says_nothing_of_itself(self):
        for folder in SETS:
            data = self.data(folder, folder, "--exit-code", folder=ROOT)
            self.cases.tell(f"{folder} is the same as itself", data["same"] and
                            not data["records"] and data["counts"]["same"] ==
                            data["old"]["records"] > 0, str(data["counts"]))

    def turns_round(self):
        """The way back tells the same with its sides changed."""
        turned = {"new": "dropped", "dropped": "new"}
        for name in names():
            there = self.data(name + ".old.yaml", name + ".new.yaml")
            back = self.data(name + ".new.yaml", name + ".old.yaml")
            if there["counts"]["carried-over"]:
                continue
            fates = sorted((turned.get(record["fate"], record["fate"]), record["id"])
                           for record in back["records"])
            self.cases.same(f"the way back: {name}",
                            str(sorted((record["fate"], record["id"])
                                       for record in there["records"])), str(fates))

    def years(self):
        """The fixtures of two years: all milestones are new or dropped, each once."""
        data = self.data(*SETS[:2], "--kind", "milestone", folder=ROOT)
        for fate, folder in (("dropped", SETS[0]), ("new", SETS[1])):
            texts = [path.read_text("utf-8") for path in sorted((ROOT / folder).glob("*.yaml"))]
            written = sorted(name for text in texts for name in ID.findall(text)
                             if "\nmilestones:" in text and "-20" in name)
            found = sorted(record["id"] for record in data["records"]
                           if record["fate"] == fate)
            self.cases.same(f"milestones of {folder} are {fate}", "\n".join(written),
                            "\n".join(found))
        text = self.told(*SETS[:2], folder=ROOT).decode()
        self.cases.tell("a register of one year alone is one line", re.search(
            r"^  dropped +fixtures/facts/registers/events.yaml, with \d+ records$", text,
            re.MULTILINE), text)
        one = self.data(*SETS[:2], "--country", "AZ", folder=ROOT)
        self.cases.tell("--country leaves no other", one["records"] and all(
            record["country"] == "AZ" for record in one["records"]))

    def edited(self):
        """A copy of this year's fixtures in which four things were changed by hand."""
        edits = [
            ("registers/policies.yaml", r"(?<=phase: )\w+", "feasibility", "phase"),
            ("azerbaijan.yaml", r"(?<=status: )\w+", "planned", "status"),
            ("registers/events.yaml", r"(?<=value: )\d+", "7", "number"),
            ("registers/schemes.yaml", r"(?<=name: \{en: )[^,}]+", "Another name", "name"),
        ]
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch, "annual-2023")
            shutil.copytree(ROOT / SETS[1], copy)
            expected = []
            for name, pattern, value, sort in edits:
                text = (copy / name).read_text("utf-8")
                at = re.search(pattern, text)
                line = text.count("\n", 0, at.start()) + 1
                expected.append((sort, line, line, at[0], value))
                (copy / name).write_text(text[: at.start()] + value + text[at.end():], "utf-8")
            data = self.data(ROOT / SETS[1], copy)
            found = [(change["sort"], change["old_at"]["line"], change["new_at"]["line"],
                      change["old"], change["new"])
                     for record in data["records"] for change in record["changes"]]
            self.cases.same("four edits are four changes at their lines",
                            str(sorted(expected)), str(sorted(found)))

    def goes_stale(self):
        """Of a milestone that is told in other languages, another title in the first."""
        title = re.compile(r"    title:\n      en: (.*)\n((?:      \w+: .*\n)+)")
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch, "mozambique.yaml")
            text = (ROOT / SETS[1] / copy.name).read_text("utf-8")
            at = title.search(text)
            copy.write_text(text[: at.start(1)] + "Another title" + text[at.end(1):], "utf-8")
            data = self.data(ROOT / SETS[1] / copy.name, copy)
            stale = sorted(change["field"] for record in data["records"]
                           for change in record["changes"] if change.get("course") == "stale")
            self.cases.same("its other languages are stale", "\n".join(sorted(
                "title." + line.split(":")[0].strip() for line in at[2].splitlines())),
                "\n".join(stale))

    def tells_once(self):
        """A policy that moved by its own record and by what milestones tell of it."""
        with tempfile.TemporaryDirectory() as scratch:
            for side in ("old", "new"):
                Path(scratch, side).mkdir()
                for name in ("a-policy-moves-forward-or-back",
                             "milestones-of-another-year-tell-that-a-policy-moved"):
                    shutil.copy(HERE / f"{name}.{side}.yaml", Path(scratch, side, name + ".yaml"))
            data = self.data("old", "new", folder=scratch)
            moved = [(record["kind"], record["id"], record.get("told_by", ""))
                     for record in data["records"] for change in record["changes"]
                     if change["sort"] == "phase"]
            self.cases.same("a policy is told of once", str(sorted([
                ("country", "AZ", "milestone"), ("policy", "az-nup", ""),
                ("policy", "ke-nup", "")])), str(sorted(moved)))

    def seeded(self):
        """Ten thousand records in one file, with changes whose number is known."""
        with tempfile.TemporaryDirectory() as scratch:
            for name in ("old", "new"):
                subprocess.run([sys.executable, "-B", ROOT / "tests/bench/records.py",
                                Path(scratch, name), str(COUNT), "--per-file", "0"], check=True)
            expected = change_seeded(Path(scratch, "new", "records"))
            data = self.data("old", "new", folder=scratch)
            counts = {**data["counts"]["changes"],
                      **{fate: data["counts"][fate] for fate in ("new", "dropped")}}
            self.cases.same("changes of ten thousand records are counted", str(expected),
                            str({sort: counts[sort] for sort in expected}))
            self.cases.tell("none of them is of another sort", sum(
                data["counts"]["changes"].values()) == sum(
                expected[sort] for sort in data["counts"]["changes"] if sort in expected),
                str(data["counts"]))
            once = [record["id"] for record in data["records"]]
            self.cases.tell("each record is told of once", len(once) == len(set(once)))

    def hostile(self):
        """Entries that nothing tells apart, and titles of the same words."""
        head = ("schema: plgs-submission/1\nreport: r\ncountry: AZ\nlanguage: en\n"
                "milestones:\n")
        record = ("  - id: az-{0}\n    kind: mission-held\n    status: planned\n"
                  "    title: {{en: Visit of the towns}}\n    summary: {{en: A visit.}}\n")
        entries = "    quantity:\n" + "".join(
            f"      - {{what: people, value: {i}}}\n" for i in range(20000))
        with tempfile.TemporaryDirectory() as scratch:
            here = Path(scratch)
            (here / "a.yaml").write_text(head + record.format(1) + entries + "".join(
                record.format(f"old-{i}") for i in range(3000)))
            (here / "b.yaml").write_text(head + record.format(1) + entries.replace(
                "value: 1}", "value: 2}") + "".join(
                record.format(f"new-{i}") for i in range(3000)))
            data = self.data("a.yaml", "b.yaml", folder=here)
            self.cases.tell("entries that are alike meet in their order",
                            data["counts"]["changes"]["number"] == 1, str(data["counts"]))
            self.cases.tell("titles that are alike cost no more", data["counts"]["new"] == 3000)

    def refuses(self):
        for words in WRONG:
            result = self.plgs.run(*words, *SCHEMAS, folder=HERE)
            why = outcome(result, 2) or ("" if result.stderr else "it does not say why")
            self.cases.tell(f"plgs {' '.join(words)} is a wrong command",
                            not why and not result.stdout, why)
        with tempfile.TemporaryDirectory() as scratch:
            here = Path(scratch)
            good = (HERE / "a-status-changes.old.yaml").read_text("utf-8")
            (here / "good.yaml").write_text(good, "utf-8")
            (here / "bad.yaml").write_text(good.replace("planned", "planed"), "utf-8")
            (here / "twice.yaml").write_text(good.replace("az-2", "az-1"), "utf-8")
            for old, new, code in (("bad.yaml", "good.yaml", b"V301"),
                                   ("good.yaml", "bad.yaml", b"V301"),
                                   ("good.yaml", "twice.yaml", b"V401"),
                                   ("good.yaml", "none.yaml", b"F101")):
                result = self.plgs.run("diff", old, new, *SCHEMAS, folder=here)
                self.cases.tell(f"{old} and {new} are not compared, and {code.decode()} says why",
                                result.returncode == 1 and not result.stdout
                                and code in result.stderr, result.stderr.decode())
            both = self.plgs.run("diff", "bad.yaml", "bad.yaml", *SCHEMAS, folder=here)
            self.cases.tell("faults of both sides are told", both.stderr.count(b"V301") == 2,
                            both.stderr.decode())

    def ends(self):
        pair = ["a-status-changes.old.yaml", "a-status-changes.new.yaml"]
        told = self.told(*pair, "--exit-code", status=1)
        self.cases.tell("--exit-code ends with 1 where there are differences", told)
        self.told(pair[0], pair[0], "--exit-code")
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch, "diff.json")
            self.told(*pair, "--format", "json", "-o", path)
            self.cases.tell("-o takes what is told", json.loads(path.read_bytes()))

    def prints(self):
        """The section can be set, and what people typed is in it as they typed it."""
        name = "naughty-words-stay-words"
        section = self.golden(name, ".md")
        result = self.plgs.run("parse", stdin=section)
        why = outcome(result) or result.stderr.decode()
        self.cases.tell("the section of naughty words can be read", not why, why)
        words = " ".join("".join(ElementTree.fromstring(result.stdout).itertext()).split())
        for record in self.data(name + ".old.yaml", name + ".new.yaml")["records"]:
            missing = [change[side] for change in record["changes"] for side in ("old", "new")
                       if change["sort"] == "name"
                       and " ".join(change[side].split()) not in words]
            self.cases.same(f"the names of {record['id']} stand in it", "[]", str(missing))
        section = self.told(*SETS[:2], "--format", "markdown", folder=ROOT)
        pdf = self.plgs.run("parse..write", stdin=section, fonts=FONTS)
        self.cases.tell("the section of two years can be set", pdf.returncode == 0 and
                        pdf.stdout.startswith(b"%PDF"), pdf.stderr.decode())


def change_seeded(folder):
    """Changes the seeded records; how many changes of each sort that makes."""
    expected = dict.fromkeys(("new", "dropped", "slipped", "date", "name", "number"), 0)
    number = -1
    for path in sorted(folder.glob("submission-*.yaml")):
        head, *records = re.split(r"(?m)^(?=  - id: )", path.read_text("utf-8"))
        kept = [head]
        for record in records:
            number += 1
            for sort, text in changed_seeded(number, record):
                expected[sort] += 1
                record = text
            kept.append(record)
        kept.append(records[0].replace("- id: ", "- id: added-", 1).replace(
            "title: {en:", "title: {en: Qqq Www Eee Rrr Ttt", 1))
        expected["new"] += 1
        path.write_text("".join(kept), "utf-8")
    return expected


def changed_seeded(number, record):
    """The record after each change that its number asks for."""
    if number % DROPPED == 1 and "previous" in record:
        yield "dropped", ""
        return
    if number % MOVED == 2 and re.search(r"^    date: 2024", record, re.MULTILINE):
        record = re.sub(r"(?m)^    date: 2024", "    date: 2025", record)
        yield "date" if "status: cancelled" in record else "slipped", record
    elif number % MOVED == 2 and re.search(r"^    date: 2023", record, re.MULTILINE):
        record = re.sub(r"(?m)^    date: 2023-\d\d-\d\d", "    date: 2022-12-31", record)
        yield "date", record
    if number % RENAMED == 3:
        record = record.replace("title: {en: ", "title: {en: New ", 1)
        yield "name", record
    if number % COUNTED == 4 and "what: people, value: " in record:
        record = re.sub(r"what: people, value: \d+", "what: people, value: 9999", record)
        yield "number", record


def main():
    cases = Cases()
    diff = Diff(program_named(), cases)
    if "--bless" in sys.argv[2:]:
        diff.bless()
        return 0
    diff.goldens()
    diff.keeps_to_its_schema()
    diff.says_nothing_of_itself()
    diff.turns_round()
    diff.years()
    diff.edited()
    diff.goes_stale()
    diff.tells_once()
    diff.seeded()
    diff.hostile()
    diff.refuses()
    diff.ends()
    diff.prints()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
