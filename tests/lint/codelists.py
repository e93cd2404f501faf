"""codelists.py - the lists of codes beside the schemas are whole and agree with one another
and with the schemas.

    codelists.py

Each rule is also shown a broken sample, and must find it.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"
XS = "{http://www.w3.org/2001/XMLSchema}"
OURS = "{urn:plgs:schema:1}"

UN_LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]

# How many codes the standards have.
COUNTS = {
    "country": 249,
    "language": 184,
    "currency": 179,
    "sdg-goal": 17,
    "sdg-target": 169,
    "sdg-indicator": 248,
    "nup-phase": 5,
    "organization-type": 13,
    "organization-role": 8,
    "unh-region": 5,
    "strategic-plan": 3,
}

# Indicators that stand under several targets are counted once.
UNIQUE_INDICATORS = 231

SHAPES = {
    "country": r"[A-Z]{2}",
    "subnational": r"[A-Z]{2}-[A-Z0-9]{1,3}",
    "language": r"[a-z]{2}",
    "currency": r"[A-Z]{3}",
    "sdg-goal": r"[1-9]|1[0-7]",
    "sdg-target": r"([1-9]|1[0-7])\.([1-9][0-9]?|[a-d])",
    "sdg-indicator": r"([1-9]|1[0-7])\.([1-9][0-9]?|[a-d])\.[1-9]",
    "sp-outcome": r"sp-20\d\d-[1-9](\.[1-9])?",
}

# Attributes that point to the code of an entry in another list; several stand with blanks.
REFERENCES = [
    ("subnational", "country", "country"),
    ("unh-region", "countries", "country"),
    ("sdg-target", "goal", "sdg-goal"),
    ("sdg-indicator", "target", "sdg-target"),
    ("sdg-indicator", "same-as", "sdg-indicator"),
    ("sp-outcome", "plan", "strategic-plan"),
]

# Short lists that are enumerations in the schemas too: there for their meanings.
ENUMERATIONS = ["nup-phase", "organization-type", "organization-role", "unh-region"]

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Lists:
    """What the rules look at: the lists by name, and the schemas."""

    def __init__(self, lists, schemas=()):
        self.roots = {name: ElementTree.fromstring(text) for name, text in lists.items()}
        self.schemas = [ElementTree.fromstring(text) for text in schemas]

    def entries(self, name):
        return list(self.roots[name]) if name in self.roots else []

    def codes(self, name):
        return [entry.get("code") for entry in self.entries(name)]

    def types(self):
        for schema in self.schemas:
            yield from schema.iter(XS + "simpleType")


def check_origin(lists):
    """Lists that do not say where they come from."""
    for name, root in lists.roots.items():
        if root.tag != "codelist" or root.get("name") != name:
            yield f"{name}.xml is not the list {name}"
        for attribute in ("label", "source", "licence"):
            if not root.get(attribute):
                yield f"{name} has no {attribute}"
        if not DATE.fullmatch(root.get("date", "")):
            yield f"{name} has no date"


def check_counts(lists):
    """Lists with more or fewer codes than the standard."""
    for name, count in COUNTS.items():
        found = len(lists.entries(name))
        if name in lists.roots and found != count:
            yield f"{name} has {found} codes, not {count}"
    indicators = lists.entries("sdg-indicator")
    unique = sum(not entry.get("same-as") for entry in indicators)
    if indicators and unique != UNIQUE_INDICATORS:
        yield f"{unique} indicators stand for themselves, not {UNIQUE_INDICATORS}"


def check_codes(lists):
    """Codes that are missing, stand twice or are of another shape."""
    for name in lists.roots:
        codes = lists.codes(name)
        for code in codes:
            if not code or codes.count(code) > 1:
                yield f"{name}: {code} stands twice, or is no code"
            elif not re.fullmatch(SHAPES.get(name, r"[a-z0-9-]+"), code):
                yield f"{name}: {code} has another shape"


def check_names(lists):
    """Entries without a name, or with one that was copied badly."""
    for name in lists.roots:
        for entry in lists.entries(name):
            wanted = UN_LANGUAGES if name == "country" else ["en"]
            for language in wanted:
                text = entry.get(language, "")
                if not text or text != text.strip() or re.search(r"[*#\ufffd|]|  ", text):
                    yield f"{name}: {entry.get('code')} has no sound name in {language}"


def check_words(lists):
    """What people write for one thing and is the code or the name of another."""
    for name in lists.roots:
        owner = {}
        for entry in lists.entries(name):
            for word in [entry.get("code"), *(entry.get(at) for at in ["alpha-3", "en"])]:
                if word:
                    owner.setdefault(word.casefold(), entry.get("code"))
        for entry in lists.entries(name):
            for word in filter(None, entry.get("known-as", "").split("|")):
                if owner.setdefault(word.casefold(), entry.get("code")) != entry.get("code"):
                    yield f"{name}: {word} is {owner[word.casefold()]} and {entry.get('code')}"


def check_references(lists):
    """Attributes that point to no code of the other list."""
    for name, attribute, other in REFERENCES:
        known = set(lists.codes(other))
        for entry in lists.entries(name):
            for code in entry.get(attribute, "").split():
                if code not in known:
                    yield f"{name}: {entry.get('code')} points to {code}, no {other}"
    for entry in lists.entries("subnational"):
        if not entry.get("code").startswith(entry.get("country", "?") + "-"):
            yield f"subnational: {entry.get('code')} lies in another country"
    for entry in lists.entries("sdg-indicator"):
        if not entry.get("code").startswith(entry.get("target", "?") + "."):
            yield f"sdg-indicator: {entry.get('code')} belongs to another target"


def check_covers(lists):
    """Countries of which a list says that it knows them, and does not."""
    root = lists.roots.get("subnational")
    if root is None:
        return
    covers = root.get("covers", "").split()
    found = {entry.get("country") for entry in root}
    if found != set(covers):
        yield f"subnational covers other countries than it says: {sorted(found ^ set(covers))}"


def check_regions(lists):
    """Countries that stand in two regions."""
    seen = {}
    for entry in lists.entries("unh-region"):
        for code in entry.get("countries", "").split():
            if code in seen:
                yield f"unh-region: {code} stands in {seen[code]} and {entry.get('code')}"
            seen[code] = entry.get("code")


def check_validity(lists):
    """Entries that end before they begin, or outlive their plan."""
    plans = {entry.get("code"): entry for entry in lists.entries("strategic-plan")}
    for name in lists.roots:
        for entry in lists.entries(name):
            start, end = entry.get("valid-from"), entry.get("valid-to")
            if any(date and not DATE.fullmatch(date) for date in (start, end)):
                yield f"{name}: {entry.get('code')} has a date that is none"
            elif bool(start) != bool(end):
                yield f"{name}: {entry.get('code')} has one end of its time only"
            elif start and start > end:
                yield f"{name}: {entry.get('code')} ends before it begins"
            plan = plans.get(entry.get("plan"))
            if plan is not None and (start, end) != (plan.get("valid-from"), plan.get("valid-to")):
                yield f"{name}: {entry.get('code')} holds at another time than its plan"


def check_schemas(lists):
    """Types of the schemas whose list is not there, and enumerations that differ from it."""
    for simple in lists.types():
        name = simple.get(OURS + "codelist")
        if name and name not in lists.roots:
            yield f"the type {simple.get('name')} names a list that is not there: {name}"
        attribute = simple.get(OURS + "code")
        if attribute and any(not entry.get(attribute) for entry in lists.entries(name)):
            yield f"{name}: an entry has no {attribute}"
        if simple.get("name") in ENUMERATIONS:
            values = [value.get("value") for value in simple.iter(XS + "enumeration")]
            if values != lists.codes(simple.get("name")):
                yield f"{simple.get('name')} has other values in the schema than in its list"


RULES = [
    ("every list says where it comes from", check_origin),
    ("every list is as long as its standard", check_counts),
    ("every code is of its shape and stands once", check_codes),
    ("every entry has a name, countries in six languages", check_names),
    ("no word means two entries", check_words),
    ("every code that an entry points to exists", check_references),
    ("every country covered has its states", check_covers),
    ("no country stands in two regions", check_regions),
    ("every time of validity is one, and that of its plan", check_validity),
    ("every list that the schemas name is there and agrees", check_schemas),
]


def sample(name, entries, **more):
    """A small list as text."""
    about = {"name": name, "label": "L", "source": "S", "date": "2024-01-01", "licence": "F"}
    about.update(more)
    words = " ".join(f'{key}="{value}"' for key, value in about.items())
    return f"<codelist {words}>{entries}</codelist>"


GOOD = {"nup-x": sample("nup-x", '<entry code="a" en="A" known-as="B"/>')}
PLAN = sample("strategic-plan",
              '<entry code="p" en="P" valid-from="2020-01-01" valid-to="2025-12-31"/>')
SCHEMA = ('<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:plgs:schema:1">'
          '<x:simpleType name="{}" {}>{}</x:simpleType></x:schema>')

# Small broken lists, one for each way to break a rule.
SAMPLES = [
    (check_origin, {"b": sample("a", "")}),
    (check_origin, {"a": sample("a", "", date="2024")}),
    (check_origin, {"a": sample("a", "", source="")}),
    (check_counts, {"nup-phase": sample("nup-phase", '<entry code="a" en="A"/>')}),
    (check_counts, {"sdg-indicator": sample("sdg-indicator", '<entry code="1.1.1"/>' * 248)}),
    (check_codes, {"a": sample("a", '<entry code="a"/><entry code="a"/>')}),
    (check_codes, {"country": sample("country", '<entry code="az"/>')}),
    (check_names, {"a": sample("a", '<entry code="a" fr="A"/>')}),
    (check_names, {"country": sample("country", '<entry code="AZ" en="Azerbaijan"/>')}),
    (check_names, {"a": sample("a", '<entry code="a" en="A *"/>')}),
    (check_words, {"a": sample("a", '<entry code="a" known-as="X"/><entry code="x"/>')}),
    (check_references, {"unh-region": sample("unh-region", '<entry code="a" countries="XX"/>')}),
    (check_covers, {"subnational": sample("subnational", "", covers="AZ")}),
    (check_regions, {"unh-region": sample(
        "unh-region", '<entry code="a" countries="AZ"/><entry code="b" countries="AZ"/>')}),
    (check_validity, {"a": sample(
        "a", '<entry code="a" valid-from="2024-01-01" valid-to="2023-01-01"/>')}),
    (check_validity, {"a": sample("a", '<entry code="a" valid-from="2024"/>')}),
    (check_validity, {"a": sample("a", '<entry code="a" valid-from="2024-01-01"/>')}),
    (check_validity, {"strategic-plan": PLAN, "a": sample("a", '<entry code="a" plan="p"/>')}),
    (check_schemas, {}, [SCHEMA.format("t", 'p:codelist="none"', "")]),
    (check_schemas, GOOD, [SCHEMA.format("t", 'p:codelist="nup-x" p:code="alpha-3"', "")]),
    (check_schemas, {"nup-phase": sample("nup-phase", '<entry code="a"/>')},
     [SCHEMA.format("nup-phase", "", '<x:enumeration value="b"/>')]),
]


def lists_of_project():
    texts = {path.stem: path.read_text(encoding="utf-8")
             for path in sorted((SCHEMAS / "codelists").glob("*.xml"))}
    schemas = [path.read_text(encoding="utf-8") for path in sorted(SCHEMAS.glob("*.xsd"))]
    return Lists(texts, schemas)


def main():
    cases = Cases()
    lists = lists_of_project()
    for name, check in RULES:
        found = list(check(lists))
        cases.tell(name, not found, "\n".join(found))
    missed = [str(sample) for sample in SAMPLES if not list(sample[0](Lists(*sample[1:])))]
    cases.tell("every broken sample is found", not missed, "\n".join(missed))
    wrong = [found for _, check in RULES for found in check(Lists(GOOD))]
    cases.tell("a sound sample passes", not wrong, "\n".join(wrong))
    return cases.close()


sys.exit(main())
