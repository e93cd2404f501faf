"""wordlists.py - schemas/words: every list translates the words of en.xml and no others, and
names of values are those of the schemas.

    wordlists.py

Each rule is also shown a broken sample, and must find it.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"
XS = "{http://www.w3.org/2001/XMLSchema}"
# Not of the schemas: how an amount of a currency is written, and what layout says by itself,
# of which a language has all or nothing.
LAYOUT = {"page", "chart"}
OWN = {"currency-amount"} | LAYOUT


class Words:
    """The lists by language, and the values of enumerations by type."""

    def __init__(self, texts, schemas):
        self.lists = {name: ElementTree.fromstring(text) for name, text in texts.items()}
        self.values = {}
        for text in schemas:
            for node in ElementTree.fromstring(text).iter(XS + "simpleType"):
                values = [value.get("value") for value in node.iter(XS + "enumeration")]
                if values:
                    self.values[node.get("name")] = values

    def words(self, name):
        """(type, key) and what is said, in the order of the file."""
        root = self.lists[name]
        for word in root.findall("word"):
            yield ("", word.get("key")), word.text or ""
        for codes in root.findall("codes"):
            for word in codes.findall("word"):
                yield (codes.get("type"), word.get("key")), word.text or ""


def check_language(words):
    for name, root in words.lists.items():
        if root.get("language") != name:
            yield f"{name} says that it is {root.get('language')}"


def check_keys(words):
    """Words that are there twice, or in a translation only."""
    english = {key for key, _ in words.words("en")}
    for name in words.lists:
        keys = [key for key, _ in words.words(name)]
        yield from (f"{name}: {key} stands twice" for key in keys if keys.count(key) > 1)
        yield from (f"{name}: {key} is not in en.xml" for key in keys if key not in english)


def check_whole(words):
    """Fixed words that a language lacks where it has others: a report prints them.  What pages
    and charts say it must have."""
    english = {key for key, _ in words.words("en")}
    for name in words.lists:
        there = {key for key, _ in words.words(name)}
        wanted = {key for key in english if key[0] in LAYOUT}
        if not all(key[0] in LAYOUT for key in there):
            wanted |= {key for key in english if key[0] == ""}
        yield from (f"{name} lacks {key}" for key in sorted(wanted - there))


def check_places(words):
    """Words without the place that the English one has, or that say nothing."""
    english = dict(words.words("en"))
    for name in words.lists:
        for key, says in words.words(name):
            if not says.strip() or says != says.strip(" \n\t"):
                yield f"{name}: {key} is empty or has blanks round it"
            for place in ("{0}", "{1}", "{2}"):
                if says.count(place) != english.get(key, says).count(place):
                    yield f"{name}: {key} has not the {place} of the English one"


def check_values(words):
    """Names of values that no field has, and values without a name in English."""
    english = {}
    for (kind, key), _ in words.words("en"):
        english.setdefault(kind, []).append(key)
    for kind, keys in english.items():
        if kind and kind not in OWN and sorted(keys) != sorted(words.values.get(kind, [])):
            yield f"{kind}: en.xml does not name the values that the schema has"


RULES = [
    ("every list says which language it is", check_language),
    ("no word stands twice, or in a translation only", check_keys),
    ("every language has all fixed words", check_whole),
    ("every word has the places of the English one", check_places),
    ("the values that have names are those of the schemas", check_values),
]

SCHEMA = ('<s xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="size">'
          '<xs:enumeration value="big"/></xs:simpleType></s>')
ENGLISH = ('<words language="en"><word key="over">over {0}</word>'
           '<codes type="size"><word key="big">big</word></codes></words>')
FRENCH = ENGLISH.replace('"en"', '"fr"')

# Small broken lists, one for each way to break a rule.
SAMPLES = [
    (check_language, {"en": ENGLISH, "fr": ENGLISH}),
    (check_keys, {"en": ENGLISH, "fr": FRENCH.replace('"big"', '"huge"')}),
    (check_keys, {"en": ENGLISH.replace("<codes", '<word key="over">o {0}</word><codes')}),
    (check_whole, {"en": ENGLISH, "fr": FRENCH.replace('<word key="over">over {0}</word>', "")}),
    (check_whole, {"en": ENGLISH.replace("size", "page"), "fr": '<words language="fr"/>'}),
    (check_places, {"en": ENGLISH, "fr": FRENCH.replace("{0}", "")}),
    (check_places, {"en": ENGLISH, "fr": FRENCH.replace(">big<", "> <")}),
    (check_values, {"en": ENGLISH.replace('"big"', '"huge"')}),
]


def main():
    cases = Cases()
    words = Words({path.stem: path.read_text(encoding="utf-8")
                   for path in sorted((SCHEMAS / "words").glob("*.xml"))},
                  [path.read_text(encoding="utf-8") for path in sorted(SCHEMAS.glob("*.xsd"))])
    for name, check in RULES:
        found = list(check(words))
        cases.tell(name, not found, "\n".join(found))
    missed = [sample for check, sample in SAMPLES if not list(check(Words(sample, [SCHEMA])))]
    cases.tell("every broken sample is found", not missed, "\n".join(map(str, missed)))
    good = Words({"en": ENGLISH, "fr": FRENCH}, [SCHEMA])
    wrong = [found for _, check in RULES for found in check(good)]
    cases.tell("a sound sample passes", not wrong, "\n".join(wrong))
    return cases.close()


sys.exit(main())
