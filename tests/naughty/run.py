"""run.py - whatever stands in a field of a record prints as itself and changes nothing around
it, or check refuses it and names the field.

    run.py PLGS

strings.py holds what is tried.  Each field of text that the schemas know holds each of them in
turn, in the places of brief.md; two of them also wherever else a text can stand (show.md) and in
the fences (fences.md).  What comes of it must be what comes of a plain word.
"""

import json
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, pdf_tags, program_named, tool
from strings import NO_GLYPH, STRINGS, UNSEEN
from tap import Cases

FOLDER = Path(__file__).resolve().parent
PLAIN = "Qword"
FREE = ("line", "phrase", "prose")      # types that hold whatever is typed
FENCED = ["register/events/item/name/en", "register/publications/item/summary/en"]
MARKUP = "register/disclaimers/item/text/en"
REPORT = """<file path="report.yaml"><report><?at 1:1 1:1 map?>
<id><?at 2:1-3 2:5-16 scalar?>x</id><year><?at 3:1-5 3:7-11 scalar?>2023</year>
<title><?at 4:1-6 4:8 map?><en><?at 4:9-11 4:13-21 scalar?>The Year</en></title>
<language><?at 5:1-9 5:11-13 scalar?>en</language>
<audience><?at 6:1-9 6:11-13 scalar?>internal</audience>
<date><?at 7:1-5 7:7-11 scalar?>2024</date>
<style><?at 8:1-5 8:7-11 scalar?>style.yaml</style>
<sections><?at 9:1-9 10:3 list?><item><?at 10:3 10:5 map?>
<id><?at 10:5-7 10:9-15 scalar?>all</id>
<template><?at 11:5-13 11:15 scalar?>all.md</template></item></sections></report></file>
"""


# Fields.

def fields(plgs):
    """The paths of all values that the schemas know, texts in languages in English only, each
    with the name of its type."""
    known = json.loads(plgs.run("schema").stdout)["definitions"]

    def resolved(thing):
        thing = dict(thing)
        for one in thing.pop("allOf", []):
            name = one["$ref"].rsplit("/", 1)[-1]
            for key, value in resolved(known[name]).items():
                thing.setdefault(key, value)
            thing.setdefault("name", name)
        return thing

    def walk(thing, path):
        thing = resolved(thing)
        if "items" in thing:
            yield from walk(thing["items"], path + ["item"])
        elif "properties" in thing:
            speaks = "en" in thing["properties"]
            for name, field in thing["properties"].items():
                if not speaks or name == "en":
                    yield from walk(field, path + [name])
        else:
            yield "/".join(path), thing["name"]

    for root in ("register", "submission"):
        yield from walk({"allOf": [{"$ref": f"#/definitions/{root}"}]}, [root])


# Records.

def tree_of(paths):
    tree = {}
    for path in paths:
        branch = tree
        for name in path.split("/"):
            branch = branch.setdefault(name, {})
    return tree


class Records:
    """Records as XML in which each value has a line of its own."""

    def __init__(self):
        self.line = 0
        self.lines = {}

    def element(self, name, branch, value, path=""):
        self.line += 1
        line, path = self.line, f"{path}/{name}".lstrip("/")
        self.lines[line] = path
        at = f"<?at {line}:1-2 {line}:3-9"
        if not branch:
            return f"<{name}>{at} scalar?>{escape(value)}</{name}>\n"
        inner = "".join(self.element(*one, value, path) for one in branch.items())
        shape = "list" if list(branch) == ["item"] else "map"
        return f"<{name}>{at} {shape}?>\n{inner}</{name}>\n"

    def file(self, name, tree, value):
        self.line = 0
        return f'<file path="{name}">' + "".join(
            self.element(*one, value) for one in tree.items()) + "</file>\n"


def records(paths, values):
    """A file for each value and each kind of record, and the report."""
    made, made_of = Records(), tree_of(paths)
    return ("<records>" + REPORT + "".join(
        made.file(f"{root}-{i}.yaml", {root: branch}, value)
        for i, value in enumerate(values) for root, branch in made_of.items())
        + "</records>").encode("utf-8")


# What is made of them.

def template(paths, name):
    """The values, file by file, so that a list of them has one for each string."""
    return "# All\n\n" + "".join(
        f"{{{{#each file/{path.removesuffix('/en')}}}}}\n{{{{> {name} value=.}}}}\n\n{{{{/each}}}}\n"
        for path in paths)


def document(plgs, folder, paths, names, values):
    """The document of some fields with some values, and why not."""
    (folder / "all.md").write_text(
        "".join(template(paths, name) for name in names), encoding="utf-8")
    composed = plgs.run("compose", "--schemas", ROOT / "schemas", folder=folder,
                        stdin=records(paths, values))
    if outcome(composed):
        return None, outcome(composed)
    parsed = plgs.run("parse", folder=folder, stdin=composed.stdout)
    return (ET.fromstring(parsed.stdout) if not outcome(parsed) else None), outcome(parsed)


def folded(text):
    """White space as records may have it and Markdown does not: a run of it is one blank."""
    return re.sub("[ \t-\r]+", " ", text).strip(" ")


def shape(node, inline):
    """An element as text, a line each; the places are gone, and texts that touch are one."""
    lines, run = [], []

    def flush():
        if run:
            lines.append("text " + "".join(run))
            run.clear()

    def walk(node):
        name = node.tag.rsplit("}", 1)[-1]
        if name == "text":
            run.append(node.text or "")
            return
        if name in inline:
            for child in node:
                walk(child)
            return
        flush()
        lines.append(name + "".join(
            f" {key.rsplit('}', 1)[-1]}={value}" for key, value in sorted(node.attrib.items())
            if key.rsplit("}", 1)[-1] not in ("at", "id", "number")))
        for child in node:
            walk(child)
        flush()
        lines.append("end " + name)

    walk(node)
    return lines


def blocks(root):
    """What follows each heading of the second level, in lists of elements."""
    found = []
    for node in root.iter():
        if node.tag.endswith("}section"):
            for child in node:
                if child.tag.endswith("}heading") and child.get("level") == "2":
                    found.append([])
                if child.tag.endswith("}heading") and child.get("level") == "1":
                    continue
                if found:
                    found[-1].append(child)
    return found


def shapes(root, inline=()):
    return [[line for node in block for line in shape(node, inline)] for block in blocks(root)]


def refused(plgs, folder, paths, values):
    """For each value the paths of the fields in which check refuses it, at its place."""
    result = plgs.run("validate", "--schemas", ROOT / "schemas", "--format", "json",
                      folder=folder, stdin=records(paths, values))
    lines = {}
    for root, branch in tree_of(paths).items():
        made = Records()
        made.element(root, branch, "")
        lines[root] = made.lines
    found = [set() for _ in values]
    for one in json.loads(result.stderr)["diagnostics"]:
        name = re.match(r"(\w+)-(\d+)\.yaml", one["file"])
        if name and one["severity"] == "error" and one["code"] != "V202":
            found[int(name[2])].add(lines[name[1]][one["line"]])
    return found


def compare(cases, plgs, folder, name, paths, inline=()):
    """One case for each string: all fields at once, less those in which it is refused."""
    plain, why = document(plgs, folder, paths, [name], [PLAIN])
    if plain is None:
        cases.tell(f"{name}: a plain word is set", False, why)
        return
    expected = shapes(plain, inline)
    found, why = document(plgs, folder, paths, [name], STRINGS)
    if found is None:
        cases.tell(f"{name}: all strings are set", False, why)
        return
    found, no = shapes(found, inline), refused(plgs, folder, paths, STRINGS)
    whole = len(expected) == len(paths) and len(found) == len(paths) * len(STRINGS)
    cases.tell(f"{name}: there is a place for each string in each field", whole,
               f"{len(found)} of {len(paths)} x {len(STRINGS)}")
    for i, string in enumerate(STRINGS if whole else []):
        wrong = []
        for block, path in enumerate(paths):
            wanted = [line.replace(PLAIN, folded(string)) for line in expected[block]]
            got = found[block * len(STRINGS) + i]
            if wanted != got and path not in no[i]:
                at = next((j for j, (a, b) in enumerate(zip(wanted, got)) if a != b), 0)
                wrong.append(f"{path}: {wanted[at:at + 4]!r}\nbut {got[at:at + 4]!r}")
        cases.tell(f"{name}: {ascii(string)[:40]}", not wrong,
                   f"{len(wrong)} fields\n" + "\n".join(wrong[:2]))


def check_markup(cases, plgs, folder):
    """Emphasis and links are markup in a field that may hold them; all else stays as it is."""
    def bones(values):
        root, why = document(plgs, folder, [MARKUP], ["show.md"], values)
        return ([[line.split()[0] for line in block if not line.startswith("text ")]
                 for block in shapes(root, ("emph", "strong", "link"))] if root else []), why

    plain, _ = bones([PLAIN])
    found, why = bones(STRINGS)
    for i, string in enumerate(STRINGS):
        cases.tell(f"as markup: {ascii(string)[:40]}",
                   len(found) == len(STRINGS) and plain == [found[i]], why)


LINES = """# All

{{#each file/register/events/item/name}}
({{position()}}: {{.}} :{{position()}})

{{/each}}
"""


def check_pdf(cases, plgs, folder):
    """The text of the PDF, as its tags tell it, is what was typed."""
    path = FENCED[0]
    shown = [string for string, no in zip(STRINGS, refused(plgs, folder, [path], STRINGS))
             if not no and string not in NO_GLYPH]
    (folder / "all.md").write_text(LINES, encoding="utf-8")
    stream = plgs.run("compose", "--schemas", ROOT / "schemas", folder=folder,
                      stdin=records([path], shown)).stdout
    result = plgs.run("parse..write", "--schemas", ROOT / "schemas", "-o", "naughty.pdf", folder=folder, stdin=stream)
    cases.tell("the PDF is made", not outcome(result), outcome(result))
    if outcome(result):
        return
    text = "".join(re.findall(r'^ *"(.*)"$', pdf_tags(folder / "naughty.pdf").decode("utf-8"),
                              re.MULTILINE))
    for i, string in enumerate(shown):
        found = re.search(rf"\({i + 1}:(.*?):{i + 1}\)", text, re.DOTALL)
        cases.tell(f"the PDF says {ascii(string)[:40]}",
                   found and tight(found[1]) == tight(string), ascii(found and found[1]))


def tight(text):
    """Without blanks, since there is none where lines break, and hyphens that are not shown."""
    return re.sub(r"[\s\u00ad]", "", text)


def check_unseen(cases, plgs, folder, paths):
    for string, no in zip(UNSEEN, refused(plgs, folder, paths, UNSEEN)):
        cases.tell(f"no field of text takes {ascii(string)}", len(no) == len(paths),
                   "\n".join([path for path in paths if path not in no][:9]))


def lenient(plgs, folder, paths):
    """Fields that take some of the strings, such as paths of files."""
    no = refused(plgs, folder, paths, STRINGS)
    return [path for path in paths if any(path not in one for one in no)]


def main():
    plgs, cases = program_named(), Cases()
    known = list(fields(plgs))
    free = [path for path, kind in known if kind in FREE]
    cases.tell("the schemas know fields of text", len(free) > 100, str(len(free)))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in ("brief.md", "show.md", "fences.md"):
            shutil.copy(FOLDER / name, folder)
        (folder / "style.yaml").write_text("schema: plgs-style/1\n")
        shutil.copy(ROOT / "reports/pictures/town.png", folder)
        free += lenient(plgs, folder, [path for path, kind in known if kind not in FREE])
        compare(cases, plgs, folder, "brief.md", [path for path in free if path != MARKUP])
        compare(cases, plgs, folder, "show.md", FENCED)
        compare(cases, plgs, folder, "fences.md", FENCED)
        check_markup(cases, plgs, folder)
        check_pdf(cases, plgs, folder)
        check_unseen(cases, plgs, folder, [path for path, kind in known if kind in FREE])
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
