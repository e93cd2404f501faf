"""catalogue.py - every code of diag.list is used in its room and provoked by a test, every
unit test is built, and `plgs explain` has something to say.

    catalogue.py

Each rule is also shown a broken sample, and must find it.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

ROOT = Path(__file__).resolve().parent.parent.parent

# The letter of a code says where it is added.
ROOMS = {
    "F": r"[^/]*|base/.*",
    "G": r"[^/]*|model/.*",
    "R": r"read/.*",
    "V": r"validate/.*",
    "C": r"compose/.*",
    "P": r"parse/.*",
    "L": r"layout/.*",
    "W": r"write/.*",
}

ENTRY = re.compile(r"^DIAG\(([A-Z]\d+), (WARNING|ERROR|FAILURE),(.*?)\)$",
                   re.MULTILINE | re.DOTALL)
RULE = re.compile(r'<rule code="(\w+)"(.*?)</rule>', re.DOTALL)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
STRINGS = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')


class Catalogue:
    """What the rules look at: paths below the top of the tree, with their text."""

    def __init__(self, tree):
        self.tree = tree
        self.entries = ENTRY.findall(tree.get("pipeline/base/diag.list", ""))
        self.codes = [code for code, _, _ in self.entries]
        self.rules = RULE.findall(tree.get("schemas/rules.xml", ""))

    def uses(self, code):
        """The sources that add a code, by their path below pipeline/."""
        use = re.compile(rf"\bDIAG_{code}\b")
        return [path.removeprefix("pipeline/") for path, text in self.tree.items()
                if path.startswith("pipeline/") and use.search(text)]

    def provoked(self):
        """The endings of the files in tests/diagnostics, by code."""
        found = {}
        for path in self.tree:
            folder, _, name = path.rpartition("/")
            if folder == "tests/diagnostics" and re.match(r"[A-Z]\d{3}\.", name):
                code, ending = name.split(".", 1)
                found.setdefault(code, []).append(ending)
        return found


def check_codes(catalogue):
    """Codes that are written wrongly, twice, or out of order."""
    listed = re.findall(r"^DIAG\((\w+)", catalogue.tree["pipeline/base/diag.list"], re.MULTILINE)
    for code in listed:
        if not re.fullmatch(r"[A-Z]\d{3}", code) or code[0] not in ROOMS:
            yield f"{code} is no code"
        elif code not in catalogue.codes:
            yield f"the entry of {code} cannot be read"
    for before, code in zip(listed, listed[1:]):
        if before[0] == code[0] and before >= code:
            yield f"{code} comes after {before}"


def check_pages(catalogue):
    """Entries that `plgs explain` could not print as whole sentences."""
    for code, _, rest in catalogue.entries:
        texts = ["".join(STRING.findall(strings)) for strings in STRINGS.findall(rest)]
        if len(texts) != 3 or not all(texts):
            yield f"{code} lacks its title, its meaning or its mend"
        elif texts[0].endswith(".") or len(texts[0]) > 60:
            yield f"{code}: a title is a few words"
        elif not texts[1].endswith((".", ".)")):
            yield f"{code}: a meaning is whole sentences"


def check_use(catalogue):
    """Codes that no room adds, or another than its letter says."""
    for code in catalogue.codes:
        uses = catalogue.uses(code)
        if not uses:
            yield f"{code} is never said"
        for path in uses:
            if not re.fullmatch(ROOMS[code[0]], path):
                yield f"{code} is said in {path}"


def check_tests(catalogue):
    """Codes without a test, tests without a code."""
    provoked = catalogue.provoked()
    for code in catalogue.codes:
        # Its rules are provoked by their examples.
        if code == "V500" and catalogue.rules:
            continue
        endings = provoked.get(code, [])
        if "diag" not in endings or len(endings) < 2:
            yield f"{code} is not provoked in tests/diagnostics"
    for code in sorted(set(provoked) - set(catalogue.codes)):
        yield f"tests/diagnostics/{code}.* provokes a code that is not in the list"


def check_rules(catalogue):
    """Rules in data whose code is wrong or taken, or that nothing tries."""
    for code, body in catalogue.rules:
        if not re.fullmatch(r"V5(0[2-9]|[1-9]\d)", code) or code in catalogue.codes:
            yield f"{code} is no code for a rule"
        if "# here" not in body or "<fix " not in body:
            yield f"{code} has no example that breaks it, or no fix"
        if not re.search(r'source="(X\d\d|plgs)"', body):
            yield f"{code} does not say where it comes from"


def check_built(catalogue):
    """Unit tests that are not built."""
    listed = catalogue.tree.get("tests/meson.build", "")
    for path in catalogue.tree:
        match = re.fullmatch(r"tests/unit/(\w+)_test\.c", path)
        if match and f"'{match[1]}'" not in listed:
            yield f"{path} is not named in tests/meson.build"


RULES = [
    ("every code is a letter and three digits, in order", check_codes),
    ("every code has a page for plgs explain", check_pages),
    ("every code is said in the room of its letter", check_use),
    ("every code is provoked, every provoker has a code", check_tests),
    ("every rule in data has a code of its own and an example", check_rules),
    ("every unit test is built", check_built),
]

LIST = "pipeline/base/diag.list"
GOOD = 'DIAG(R101, ERROR, "a title",\n\t"A meaning "\n\t"in two parts.",\n\t"A mend.")\n'

RULES_IN_DATA = "schemas/rules.xml"
GOOD_RULE = '<rule code="V502" source="X04"><example># here</example><fix put="" by=""/></rule>'

# Small broken trees, one for each way to break a rule.
SAMPLES = [
    (check_codes, {LIST: GOOD.replace("R101", "X101")}),
    (check_codes, {LIST: GOOD.replace("R101", "R1")}),
    (check_codes, {LIST: GOOD.replace("ERROR", "FATAL")}),
    (check_codes, {LIST: GOOD + GOOD}),
    (check_codes, {LIST: GOOD.replace("R101", "R102") + GOOD}),
    (check_pages, {LIST: GOOD.replace("a title", "")}),
    (check_pages, {LIST: GOOD.replace("two parts.", "two parts")}),
    (check_pages, {LIST: GOOD.replace("a title", "A sentence.")}),
    (check_pages, {LIST: GOOD.replace(',\n\t"A mend."', "")}),
    (check_use, {LIST: GOOD}),
    (check_use, {LIST: GOOD, "pipeline/read/a.c": "DIAG_R1011"}),
    (check_use, {LIST: GOOD, "pipeline/read/a.c": "DIAG_R101", "pipeline/write/a.c": "DIAG_R101"}),
    (check_tests, {LIST: GOOD}),
    (check_tests, {LIST: GOOD, "tests/diagnostics/R101.diag": ""}),
    (check_tests, {LIST: GOOD, "tests/diagnostics/R101.yaml": ""}),
    (check_tests, {LIST: "", "tests/diagnostics/R101.yaml": ""}),
    (check_rules, {RULES_IN_DATA: GOOD_RULE.replace("V502", "V402")}),
    (check_rules, {RULES_IN_DATA: GOOD_RULE, LIST: GOOD.replace("R101", "V502")}),
    (check_rules, {RULES_IN_DATA: GOOD_RULE.replace("# here", "")}),
    (check_rules, {RULES_IN_DATA: GOOD_RULE.replace("<fix ", "")}),
    (check_rules, {RULES_IN_DATA: GOOD_RULE.replace("source", "from")}),
    (check_built, {"tests/unit/a_test.c": "", "tests/meson.build": "'b'"}),
]


def tree_of_project():
    """The sources, the tests' names and the list of unit tests."""
    tree = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted((ROOT / "pipeline").rglob("*")) if path.suffix in (".c", ".list")}
    for folder in ("unit", "diagnostics"):
        for path in sorted((ROOT / "tests" / folder).iterdir()):
            tree[path.relative_to(ROOT).as_posix()] = ""
    tree[RULES_IN_DATA] = (ROOT / RULES_IN_DATA).read_text(encoding="utf-8")
    tree["tests/meson.build"] = (ROOT / "tests" / "meson.build").read_text(encoding="utf-8")
    return tree


def main():
    cases = Cases()
    catalogue = Catalogue(tree_of_project())
    for name, check in RULES:
        found = list(check(catalogue))
        cases.tell(name, not found, "\n".join(found))
    missed = [sample for check, sample in SAMPLES if not list(check(Catalogue(sample)))]
    cases.tell("every broken sample is found", not missed, "\n".join(map(str, missed)))
    good = {LIST: GOOD, "pipeline/read/a.c": "DIAG_R101", "tests/diagnostics/R101.yaml": "",
            "tests/diagnostics/R101.diag": ""}
    wrong = [str(found) for _, check in RULES for found in check(Catalogue(good))]
    cases.tell("a sound sample passes", not wrong, "\n".join(wrong))
    return cases.close()


sys.exit(main())
