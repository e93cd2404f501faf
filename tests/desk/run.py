"""run.py - what lies on the desk of those who write records: blank records that check
accepts once they are filled in, pages of explanation, the guide, the schema for editors.

    run.py PLGS            compares
    run.py PLGS --bless    rewrites the goldens, which are of the small schema in schemas/
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, program_named, tool
from tap import Cases

HERE = Path(__file__).resolve().parent
XSD = {"xs": "http://www.w3.org/2001/XMLSchema"}

# A golden for each command on the small schema.
GOLDENS = {
    "schema-of-all-files.json": ["schema"],
    "schema-of-one-root.json": ["schema", "store"],
    "new-record-of-a-list.yaml": ["new", "tool", "--kind", "drill", "--id", "drill-1"],
    "new-record-as-its-examples-ask.yaml": ["new", "tool"],
    "new-file.yaml": ["new", "store"],
    "explain-a-record.txt": ["explain", "tool"],
    "explain-a-field.txt": ["explain", "tool.bought"],
    "explain-a-field-everywhere.txt": ["explain", "name"],
    "explain-a-value.txt": ["explain", "tool.kind.drill"],
}

# Ids that are codes.
CODES = {"country": "KI", "subnational": "NG-KD"}
RECORDS = ["milestone", "expression-of-interest", "country", "subnational", "place",
           "organization", "event", "policy", "programme", "scheme", "agreement",
           "publication", "figure", "disclaimer", "indicator", "person"]
# An example may name a record that this year's registers do not have.
FOREIGN = {"V402", "V403", "V404"}
ROOTS = ["submission", "register", "report", "style"]
WRONG = [["new"], ["new", "milestones"], ["new", "milestone", "--kind", "event-hold"],
         ["schema", "milestone"], ["explain", "milestone.dat"], ["explain", "milestone."],
         ["explain", "X999"]]


def golden_command(words):
    return [*words, "--schemas", "schemas"]


class Desk:
    def __init__(self, plgs, cases):
        self.plgs = plgs
        self.cases = cases

    def said(self, *words, status=0, **how):
        """What a command writes; a case fails where its status is another."""
        result = self.plgs.run(*words, **how)
        why = outcome(result, status)
        if why:
            self.cases.tell(f"plgs {' '.join(map(str, words))} ends with {status}", False, why)
        return result.stdout.decode("utf-8")

    def goldens(self):
        for name, words in GOLDENS.items():
            found = self.said(*golden_command(words), folder=HERE)
            self.cases.same(f"plgs {' '.join(words)} is as in {name}",
                            (HERE / name).read_text("utf-8"), found)

    def refuses(self):
        for words in WRONG:
            result = self.plgs.run(*words)
            why = outcome(result, 2) or ("" if result.stderr else "it does not say why")
            self.cases.tell(f"plgs {' '.join(words)} is a wrong command", not why, why)
            self.cases.tell(f"plgs {' '.join(words)} writes nothing", not result.stdout)

    def checks(self, name, text):
        """A case: the strictest check says nothing, but of records that it may not know."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "new.yaml").write_text(text, encoding="utf-8")
            result = self.plgs.run("check", "--strict", "--format", "json", "--schemas",
                                   ROOT / "schemas", "new.yaml", folder=folder)
        verdict = json.loads(result.stdout or "{}")
        said = [f"{diag['code']}: {diag['message']}" for diag in verdict.get("diagnostics", [])
                if diag["code"] not in FOREIGN]
        self.cases.tell(f"{name} is accepted", verdict and not said,
                        "\n".join([*said, result.stderr.decode(), text]))

    def accepted(self, name, *words):
        """A case: the new record is refused while it is blank, and accepted when filled."""
        blank = self.said("new", *words)
        self.checks(f"{name}, filled in,", fill(blank))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "new.yaml")
            path.write_text(blank, encoding="utf-8")
            why = outcome(self.plgs.run("check", path), 1)
        self.cases.tell(f"{name} is refused while it is blank", not why, why)

    def milestones(self):
        kinds = milestone_kinds()
        self.cases.tell("there are kinds of milestones", len(kinds) > 20, str(kinds))
        for kind in kinds:
            self.accepted(f"a new milestone of the kind {kind}", "milestone", "--country", "KH",
                          "--kind", kind, "--id", "kh-2023-new")

    def records(self):
        for name in RECORDS:
            self.accepted(f"a new {name}", name, "--id", CODES.get(name, "something-new"))

    def roots(self):
        """Files: their blanks are shown, with the line that says what they are."""
        for name in ROOTS:
            said = self.said("new", name)
            self.cases.tell(f"a new {name} says what it is",
                            f"\nschema: plgs-{name}/1\n" in said, said[:300])

    def schema(self):
        """JSON whose references lead somewhere."""
        schema = json.loads(self.said("schema"))
        wanted = set(re.findall(r'"#/definitions/([^"]+)"', json.dumps(schema)))
        self.cases.tell("every reference in the schema is defined",
                        wanted == set(schema["definitions"]),
                        str(wanted ^ set(schema["definitions"])))
        for name in ROOTS:
            alone = json.loads(self.said("schema", name))
            self.cases.tell(f"the schema of {name} stands alone",
                            len(alone["definitions"]) < len(schema["definitions"]))
        broken = [pattern for pattern in patterns(schema) if not compiles(pattern)]
        self.cases.tell("every pattern can be read", not broken, "\n".join(broken))

    def explains(self):
        said = self.said("explain", "V203")
        self.cases.tell("a code is explained with an example", "For example:" in said and
                        "error[V203]" in said, said)
        said = self.said("explain", "milestone.kind")
        missing = [kind for kind in milestone_kinds() if kind not in said]
        self.cases.tell("a field is explained with its values", not missing, str(missing))
        said = self.said("explain", "V203", "milestone.date")
        self.cases.tell("codes and fields may be asked for together",
                        "V203" in said and "milestone.date" in said, said)
        said = self.plgs.run("explain", "milestone.dat").stderr.decode()
        self.cases.tell("a slip in a field is mended", 'did you mean "milestone.date"?' in said,
                        said)
        said = self.said("explain", "V101", "--schemas", "/nowhere")
        self.cases.tell("a code is explained without schemas", "V101" in said, said)

    def guides(self):
        guide = self.said("guide")
        kept = (ROOT / "reports/field-guide/guide.md").read_text(encoding="utf-8")
        self.cases.tell("reports/field-guide has the guide that the schemas make", kept == guide,
                        "plgs guide >reports/field-guide/guide.md")
        missing = [kind for kind in milestone_kinds() if f"**`{kind}`**" not in guide]
        self.cases.tell("the guide tells every kind of milestone", not missing, str(missing))
        example = re.search(r"^```\n(schema: .*?)^```", guide, re.DOTALL | re.MULTILINE)
        self.checks("the submission in the guide", example[1].replace("az-2023-nuf-2", "az-new"))
        shown = re.findall(r"^\w+\[(\w\d{3})\]", guide, re.MULTILINE)
        self.cases.tell("the guide shows ten mistakes", len(set(shown)) == 10, str(shown))
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder, "guide.pdf")
            result = self.plgs.run("parse..write", "-o", pdf, stdin=guide.encode())
            why = outcome(result)
            report = self.plgs.run("build", "--strict", "reports/field-guide", "-o", pdf)
            self.cases.tell("it is a report of its own", not outcome(report) and
                            not report.stderr.count(b"warning"), outcome(report))
            pages = re.search(rb"Pages: +(\d+)", tool("pdfinfo", pdf)) if not why else None
        self.cases.tell("the guide becomes a PDF", not why, why)
        self.cases.tell("and that is short", pages and int(pages[1]) <= 10, str(pages))

    def manual(self):
        page = self.said("help", "man")
        help_said = self.said("help")
        words = set(re.findall(r"^  (-[-\w]+|\w+) ", help_said, re.MULTILINE)) - {"plgs"}
        missing = [word for word in words if "\\fB" + word.replace("-", "\\-") not in page]
        self.cases.tell("the manual page tells all that the help tells", not missing, str(missing))
        self.lint_manual("mandoc", ["mandoc", "-T", "lint", "-W", "error"], page)
        self.lint_manual("man", ["man", "--warnings", "-l", "-"], page)

    def lint_manual(self, program, command, page):
        if not shutil.which(program):
            self.cases.skip(f"{program} accepts the manual page", f"{program} is not installed")
            return
        result = subprocess.run(command, input=page.encode(), capture_output=True)
        why = result.stderr.decode() + (result.stdout.decode() if result.returncode else "")
        self.cases.tell(f"{program} accepts the manual page", not why and not result.returncode,
                        why or f"status {result.returncode}")

    def completion(self):
        script = self.said("help", "bash")
        for typed, wished in (("ch", "check"), ("val", "validate")):
            self.cases.same(f"bash completes {typed}", wished, completed(script, "plgs", typed))
        self.cases.same("bash completes a flag", "--schemas",
                        completed(script, "plgs", "check", "--sche"))


def completed(script, *words):
    """What bash would offer for the last word."""
    ask = (f"{script}\nCOMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _plgs\n"
           "printf '%s' \"${COMPREPLY[*]}\"")
    return tool("bash", "--norc", "-c", ask).decode()


def milestone_kinds():
    schema = (ROOT / "schemas" / "types.xsd").read_text("utf-8")
    kinds = schema.split('<xs:simpleType name="milestone-kind"')[1].split("</xs:simpleType>")[0]
    return re.findall(r'<xs:enumeration value="([^"]+)"', kinds)


def patterns(schema):
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "pattern" and isinstance(value, str):
                yield value
            else:
                yield from patterns(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from patterns(value)


def compiles(pattern):
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


KEY = re.compile(r"^( *)(- )?(\w+):$")
ITEM = re.compile(r"^( *)-$")


def fill(blank):
    """The record with every blank filled in as its own comment says."""
    lines = blank.split("\n")
    filled, comments = [], []
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith("#"):
            comments.append(bare)
        elif ITEM.match(line) or KEY.match(line) and is_leaf(lines, number):
            filled.append(f"{line} {quoted(example_of(comments))}")
            continue
        if bare and not bare.startswith("#"):
            comments = []
        filled.append(line)
    return "\n".join(filled)


def is_leaf(lines, number):
    """Whether nothing that belongs to the key stands below it."""
    for line in lines[number + 1:]:
        if line.strip() and not line.strip().startswith("#"):
            return column(line) <= column(lines[number])
    return True


def column(line):
    """Where the key of a line begins."""
    return len(line) - len(line.lstrip(" -"))


def example_of(comments):
    """The words after "For example:", which may go on below."""
    words = []
    for comment in comments:
        if comment.startswith("# For example: "):
            words = [comment.removeprefix("# For example: ")]
        elif words and comment.startswith("#   "):
            words.append(comment[4:].strip())
    return " ".join(words)


def quoted(value):
    plain = re.fullmatch(r"[\w./][\w ./-]*", value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def main():
    plgs = program_named()
    if "--bless" in sys.argv[2:]:
        for name, words in GOLDENS.items():
            said = plgs.run(*golden_command(words), folder=HERE).stdout
            (HERE / name).write_bytes(said)
        return 0
    cases = Cases()
    desk = Desk(plgs, cases)
    for part in (desk.goldens, desk.refuses, desk.milestones, desk.records, desk.roots,
                 desk.schema, desk.explains, desk.guides, desk.manual, desk.completion):
        part()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
