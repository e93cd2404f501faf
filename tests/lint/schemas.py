"""schemas.py - the schemas keep to the profile that plgs reads, and say of every field what
a focal point needs.

    schemas.py

Each rule is also shown a broken sample, and must find it.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

FOLDER = Path(__file__).resolve().parent.parent.parent / "schemas"
XS = "{http://www.w3.org/2001/XMLSchema}"
OURS = "{urn:plgs:schema:1}"

# What stands in FIELDS_MOST of model/fields.h, too.
MOST_KEYS = 64

ELEMENTS = {XS + name for name in (
    "schema", "include", "annotation", "documentation", "element", "complexType", "simpleType",
    "all", "sequence", "choice", "restriction", "union", "pattern", "enumeration", "maxLength",
    "minLength", "minInclusive", "maxInclusive", "attribute")}

# A pattern that takes no end.
ENDLESS = re.compile(r"(?<!\\)[*+]|\{\d+,\}")


class Schemas:
    """What the rules look at: the files, and all types by name."""

    def __init__(self, texts, lists=None, rules="<rules/>"):
        self.rules = list(ElementTree.fromstring(rules).iter("rule"))
        self.roots = {name: ElementTree.fromstring(text) for name, text in texts.items()}
        self.lists = lists or {}
        self.types = {}
        for root in self.roots.values():
            for node in root:
                if node.tag in (XS + "complexType", XS + "simpleType"):
                    self.types[node.get("name")] = node

    def nodes(self, name):
        for file, root in self.roots.items():
            for node in root.iter(XS + name):
                yield file, node

    def maps(self):
        """Every map with what it is called."""
        for file, node in self.nodes("complexType"):
            keys = node.find(XS + "all")
            if keys is not None:
                yield f"{file}: {node.get('name', 'a map')}", node, keys

    def is_value(self, element):
        """True for a field whose type is a simple one."""
        name = element.get("type")
        if name is None:
            return element.find(XS + "simpleType") is not None
        return name.startswith("xs:") or self.types[name].tag == XS + "simpleType"

    def fits(self, name, value):
        """True where the value is one of the type, as far as can be told from here."""
        node = self.types.get(name)
        if node is None:
            return True
        union = node.find(XS + "union")
        if union is not None:
            return any(self.fits(member, value) for member in union.get("memberTypes").split())
        keys = node.find(XS + "all")
        if keys is not None:
            return self.fits(keys[0].get("type"), value)
        restriction = node.find(XS + "restriction")
        patterns = [facet.get("value") for facet in restriction.findall(XS + "pattern")]
        choices = [facet.get("value") for facet in restriction.findall(XS + "enumeration")]
        most = restriction.find(XS + "maxLength")
        codes = self.lists.get((node.get(OURS + "codelist"), node.get(OURS + "code", "code")))
        return ((not patterns or any(re.fullmatch(pattern, value) for pattern in patterns))
                and (not choices or value in choices)
                and (most is None or len(value) <= int(most.get("value")))
                and (codes is None or value in codes)
                and self.fits(restriction.get("base"), value))


def hint_of(node):
    return "".join(node.findtext(f"{XS}annotation/{XS}documentation", "").split())


def check_profile(schemas):
    """What plgs does not read in a schema."""
    for file, root in schemas.roots.items():
        for node in root.iter():
            if node.tag not in ELEMENTS:
                yield f"{file}: {node.tag} is outside the profile"
    for file, node in schemas.nodes("sequence"):
        names = [child.get("name", child.get("ref")) for child in node]
        if names not in (["item"], ["file"]):
            yield f"{file}: a list holds {names}, not items"
    for file, node in schemas.nodes("element"):
        if schemas.is_value(node) and node.get("type", "xs:").startswith("xs:"):
            yield f"{file}: the type of {node.get('name')} has no name of ours"


def check_keys(schemas):
    """Maps with too many keys, or with one key twice."""
    for name, _, keys in schemas.maps():
        names = [key.get("name") for key in keys]
        if len(names) >= MOST_KEYS:
            yield f"{name} has {len(names)} keys"
        if len(set(names)) < len(names):
            yield f"{name} has a key twice"


def check_words(schemas):
    """Fields and types that say nothing for people."""
    for file, node in schemas.nodes("element"):
        name = node.get("name")
        if name is None:
            continue
        if not node.get(OURS + "label") or not hint_of(node):
            yield f"{file}: {name} has no label or no hint"
        if schemas.is_value(node) and not node.get(OURS + "example"):
            yield f"{file}: {name} has no example"
    for kind in ("complexType", "simpleType", "enumeration"):
        for file, node in schemas.nodes(kind):
            if (node.get("name") or node.get("value")) and not hint_of(node):
                yield f"{file}: {node.get('name') or node.get('value')} has no hint"


def check_says(schemas):
    """Types by pattern that do not say what to write, and texts without an end."""
    for file, node in schemas.nodes("simpleType"):
        restriction = node.find(XS + "restriction")
        patterns = [] if restriction is None else restriction.findall(XS + "pattern")
        union = node.find(XS + "union")
        if (patterns or union is not None) and not node.get(OURS + "says", "").endswith("."):
            yield f"{file}: {node.get('name')} does not say what to write"
        endless = any(ENDLESS.search(pattern.get("value")) for pattern in patterns)
        if endless and restriction.find(XS + "maxLength") is None:
            yield f"{file}: {node.get('name')} may be of any length"


def check_examples(schemas):
    """Examples that the field itself would refuse."""
    for file, node in schemas.nodes("element"):
        example = node.get(OURS + "example")
        if example and node.get("type") and not schemas.fits(node.get("type"), example):
            yield f"{file}: {example} is no {node.get('type')}, for {node.get('name')}"


def check_references(schemas):
    """Kinds of record that are pointed to and never named."""
    named = {node.get(OURS + "identifies") for _, node in schemas.nodes("element")}
    for file, node in schemas.nodes("element"):
        kind = node.get(OURS + "refers-to")
        if kind and kind not in named:
            yield f"{file}: {node.get('name')} points to {kind}, which no field names"


def missing_keys(node, keys):
    """Names in what is required or expected that the map has not."""
    for attribute in ("requires", "expects", "offers"):
        for name in re.split(r"[ |]", node.get(OURS + attribute, "")):
            first = re.split("[/=]", name)[0]
            if first and first not in keys:
                yield first


def check_requires(schemas):
    """Fields that a map must or should have and cannot."""
    for name, node, keys in schemas.maps():
        names = [key.get("name") for key in keys]
        for missing in missing_keys(node, names):
            yield f"{name} requires {missing}, which it has not"
        for key in keys:
            kind = schemas.types.get(key.get("type"))
            for value in [] if kind is None else kind.iter(XS + "enumeration"):
                for missing in missing_keys(value, names):
                    yield f"{name} has no {missing}, which {value.get('value')} requires"


def values_of(schemas, keys, name):
    """What an enumerated key of a map may be."""
    for key in keys:
        if key.get("name") == name and key.get("type") in schemas.types:
            for value in schemas.types[key.get("type")].iter(XS + "enumeration"):
                yield value.get("value")


def check_aims(schemas):
    """Rules for types, keys or values that are not there: they would never be asked."""
    for rule in schemas.rules:
        types = [schemas.types.get(name) for name in rule.get("for").split()]
        if None in types:
            yield f"{rule.get('code')} is for {rule.get('for')}, not all of which exist"
            continue
        maps = [keys for keys in (node.find(XS + "all") for node in types) if keys is not None]
        known = {
            "with": {key.get("name") for keys in maps for key in keys},
            "of": {value for keys in maps for value in values_of(schemas, keys, "kind")},
            "state": {value for keys in maps for value in values_of(schemas, keys, "status")},
        }
        known["any"] = known["with"]
        for aim, names in known.items():
            for name in set(rule.get(aim, "").split()) - names:
                yield f"{rule.get('code')} is aimed at {name}, which is not there"


def check_known_words(schemas):
    """Words for a value that are themselves a value, or mean two of them."""
    for file, node in schemas.nodes("simpleType"):
        owner = {value.get("value"): value for value in node.iter(XS + "enumeration")}
        for value in list(owner.values()):
            for word in filter(None, value.get(OURS + "known-as", "").casefold().split("|")):
                if owner.setdefault(word, value) is not value:
                    yield f"{file}: {word} in {node.get('name')} means two values"


CHANGES = {"phase", "target", "status", "date", "number", "name", "translation"}


def check_changes(schemas):
    """What plgs diff is told of fields and lists, and cannot follow."""
    for file, node in schemas.nodes("element"):
        if node.get(OURS + "change", "name") not in CHANGES:
            yield f"{file}: {node.get('name')} changes {node.get(OURS + 'change')}"
        if node.get(OURS + "continues") and not node.get(OURS + "refers-to"):
            yield f"{file}: {node.get('name')} continues nothing"
        if node.get(OURS + "change") == "phase" and not list(
                schemas.types[node.get("type")].iter(XS + "enumeration")):
            yield f"{file}: the phases of {node.get('name')} have no order"
    for file, node in schemas.nodes("enumeration"):
        if node.get(OURS + "open", "begun") not in ("planned", "begun"):
            yield f"{file}: {node.get('value')} is open in a way that is not known"
    for name, node, keys in schemas.maps():
        names = {key.get("name") for key in keys}
        for missing in set(node.get(OURS + "known-by", "").split()) - names:
            yield f"{name} is known by {missing}, which it has not"


RULES = [
    ("every schema keeps to the profile", check_profile),
    ("every map has few keys, each once", check_keys),
    ("every field and type has words for people", check_words),
    ("every pattern says what to write, every text has an end", check_says),
    ("every example fits its field", check_examples),
    ("every kind that is pointed to is named", check_references),
    ("every field that is required can be given", check_requires),
    ("every change can be followed", check_changes),
    ("every rule is aimed at what is there", check_aims),
    ("every word for a value means one", check_known_words),
]

HEAD = '<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:plgs:schema:1">'
HINT = "<x:annotation><x:documentation>A hint.</x:documentation></x:annotation>"
CODE = (f'<x:simpleType name="code" p:says="Write a.">{HINT}<x:restriction base="xs:string">'
        '<x:pattern value="[ab]"/></x:restriction></x:simpleType>')
CHOICE = (f'<x:simpleType name="choice">{HINT}<x:restriction base="xs:string">'
          f'<x:enumeration value="a" p:requires="code">{HINT}</x:enumeration>'
          '</x:restriction></x:simpleType>')
FIELD = f'<x:element name="code" type="code" p:label="Code" p:example="a">{HINT}</x:element>'
KIND = f'<x:element name="kind" type="choice" p:label="Kind" p:example="a">{HINT}</x:element>'
MAP = f'<x:complexType name="map">{HINT}<x:all>{FIELD}{KIND}</x:all></x:complexType>'
SOUND = CODE + CHOICE + MAP

# Small broken schemas, one for each way to break a rule.
SAMPLES = [
    (check_profile, SOUND + '<x:group name="g"/>'),
    (check_profile, SOUND.replace("all>", "sequence>")),
    (check_keys, SOUND.replace(FIELD, FIELD + FIELD)),
    (check_keys, SOUND.replace(FIELD, "".join(
        FIELD.replace('"code" type', f'"c{i}" type') for i in range(MOST_KEYS)))),
    (check_words, SOUND.replace('p:label="Code"', "")),
    (check_words, SOUND.replace('p:example="a"', "", 1)),
    (check_words, SOUND.replace(HINT, "", 1)),
    (check_says, SOUND.replace("Write a.", "")),
    (check_says, SOUND.replace("[ab]", "[ab]+")),
    (check_examples, SOUND.replace('p:example="a"', 'p:example="c"', 1)),
    (check_examples, SOUND.replace('p:example="a"', 'p:example="b"')),
    (check_references, SOUND.replace("p:label", 'p:refers-to="nothing" p:label', 1)),
    (check_requires, SOUND.replace('p:requires="code"', 'p:requires="code|none"')),
    (check_requires, SOUND.replace('name="map"', 'name="map" p:requires="none"')),
    (check_requires, SOUND.replace('name="map"', 'name="map" p:expects="none=a"')),
    (check_changes, SOUND.replace("p:label", 'p:change="nothing" p:label', 1)),
    (check_changes, SOUND.replace("p:label", 'p:continues="true" p:label', 1)),
    (check_changes, SOUND.replace("p:label", 'p:change="phase" p:label', 1)),
    (check_changes, SOUND.replace('p:requires="code"', 'p:open="sometimes"')),
    (check_changes, SOUND.replace('name="map"', 'name="map" p:known-by="none"')),
    (check_known_words, SOUND.replace('p:requires="code"', 'p:known-as="b"').replace(
        "</x:restriction></x:simpleType><x:complexType", '<x:enumeration value="b"/>'
        "</x:restriction></x:simpleType><x:complexType")),
]

# Broken rules for the sound schema.
AIMS = ['for="mop"', 'for="map" with="none"', 'for="map" any="code none"',
        'for="map" of="b"', 'for="map" state="a"']


def schemas_of_project():
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.xsd"))}
    lists = {}
    for path in (FOLDER / "codelists").glob("*.xml"):
        for entry in ElementTree.parse(path).getroot():
            for attribute in ("code", "alpha-3"):
                lists.setdefault((path.stem, attribute), set()).add(entry.get(attribute))
    rules = (FOLDER / "rules.xml").read_text(encoding="utf-8")
    return Schemas(texts, lists, rules)


def sound_with(aim):
    """The sound schema with a rule."""
    return Schemas({"a.xsd": HEAD + SOUND + "</x:schema>"},
                   rules=f'<rules><rule code="V502" {aim}/></rules>')


def main():
    cases = Cases()
    schemas = schemas_of_project()
    for name, check in RULES:
        found = list(check(schemas))
        cases.tell(name, not found, "\n".join(found))
    missed = [f"{check.__name__}: {sample}" for check, sample in SAMPLES
              if not list(check(Schemas({"a.xsd": HEAD + sample + "</x:schema>"})))]
    missed += [aim for aim in AIMS if not list(check_aims(sound_with(aim)))]
    cases.tell("every broken sample is found", not missed, "\n".join(missed))
    sound = sound_with('for="map" with="code" any="kind" of="a"')
    wrong = [found for _, check in RULES for found in check(sound)]
    cases.tell("a sound sample passes", not wrong, "\n".join(wrong))
    return cases.close()


sys.exit(main())
