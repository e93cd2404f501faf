"""run.py - every rule of schemas/rules.xml is broken by its own example, and by nothing else
there: its code is said at the line that is marked "# here", and of the mended example it is
not said any more.

    run.py PLGS

An example stands in a file of its own among those of world/, less the lines that are the
same for every record of its list: "..." stands for them.
"""

import json
import re
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, program_named
from tap import Cases

FOLDER = Path(__file__).resolve().parent
RULES = ROOT / "schemas" / "rules.xml"

SUBMISSION = """schema: plgs-submission/1
report: annual-2023
programme: nupp-2
country: AZ
language: en
"""

# What "..." stands for, by the list it is in; a key that is there already is left out.
REST = {
    "milestones": {
        "title": "{en: A thing that was done}",
        "summary": "{en: \"The country did a thing together with the ministry, three cities "
                   "and the people who live there, and told all others what came of it.\"}",
        "evidence": "[{type: un-site, title: A page, url: \"https://example.org/page\"}]",
    },
    "expressions_of_interest": {"programme": "nupp-2", "to": "un", "stage": "expressed"},
    "events": {"name": "{en: An event}", "type": "forum"},
    "programmes": {
        "title": "{en: A programme}", "short_title": "{en: A programme}",
        "funders": "[{org: un, role: funding}]", "managing_org": "un",
        "focus_area": "country-uptake", "theme": "urban-policy",
    },
    "policies": {"name": "{en: A policy}", "jurisdiction": "{country: AZ}"},
    "agreements": {
        "title": "{en: An agreement}", "type": "mou", "status": "signed",
        "signed_on": "2023-05", "confidentiality": "public",
    },
    "figures": {
        "file": "figures/one.jpg", "kind": "photo", "credit": "UN-Habitat",
        "people_identifiable": "\"no\"",
        "alt": "{en: Three women speak on a stage before a full hall}",
    },
    "indicators": {
        "title": "{en: A number}", "measure": "nominal", "ascending": "\"yes\"",
        "aggregable": "\"yes\"", "result_type": "output", "source": "the ministry",
    },
    "publications": {
        "title": "{en: A guide}", "type": "guide", "languages": "[en]", "theme": "urban-policy",
    },
}


def written_out(example):
    """The example with its first lines and the rest of its records, as a file."""
    head = example.split(":", 1)[0]
    lines, item = [], set()
    for line in example.splitlines():
        key = re.match(r"( *)(?:- )?(\w+):", line)
        if re.match(r"  - ", line):
            item = set()
        if re.match(r"\w+:$", line):
            head = line[:-1]
        if key:
            item.add(key[2])
        if line.strip() == "...":
            lines += [f"    {name}: {value}" for name, value in REST[head].items()
                      if name not in item]
        else:
            lines.append(line)
    text = "\n".join(lines) + "\n"
    if text.startswith("schema:"):
        return text
    if head in ("milestones", "expressions_of_interest"):
        return SUBMISSION + text
    return "schema: plgs-register/1\n" + text


def said_of(plgs, folder, rule, text):
    """What plgs says of the example alone: codes with their lines."""
    name = rule.find("example").get("file", "example.yaml")
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    report = (FOLDER / "world" / "annual.yaml").read_text(encoding="utf-8")
    if rule.get("level") == "off":
        report += f"rules: [{{code: {rule.get('code')}, severity: warning, reason: a test}}]\n"
    (folder / "annual.yaml").write_text(report, encoding="utf-8")
    result = plgs.run("check", "--format", "json", "--schemas", ROOT / "schemas",
                      *sorted(file.name for file in folder.glob("*.yaml") if file != path), name,
                      folder=folder)
    path.unlink()
    verdict = json.loads(result.stdout)
    return [(diag["code"], diag.get("line"), diag["message"]) for diag in verdict["diagnostics"]
            if diag.get("file") == name]


def judge_unread(plgs, folder, rule):
    """Why it is said that something is missing which may stand in what cannot be read."""
    text = written_out(rule.findtext("example"))
    for unread in ("schema: plgs-submission/1\ncountry: [EG\n",
                   "schema: plgs-submission/1\nreport: annual-2023\nprogramme: small\n"
                   "country: Egyptt\nlanguage: en\nnothing_to_report: a test\n",
                   "schema: plgs-submission/1\nreport: annual-2023\nprogramme: A small one\n"
                   "country: EG\nlanguage: en\nnothing_to_report: a test\n"):
        other = folder / "unread.yaml"
        other.write_text(unread, encoding="utf-8")
        said = said_of(plgs, folder, rule, text)
        other.unlink()
        if any(code == rule.get("code") for code, _, _ in said):
            return f"beside a file that cannot be read is said:\n{said}\n{unread}"
    return ""


def judge(plgs, folder, rule):
    """Why the rule does not do what its example says, or an empty string."""
    code, text = rule.get("code"), written_out(rule.findtext("example"))
    here = [number for number, line in enumerate(text.splitlines(), 1) if "# here" in line]
    said = said_of(plgs, folder, rule, text)
    if len(here) != 1:
        return f"{len(here)} lines of the example are marked\n{text}"
    if [(found, line) for found, line, _ in said] != [(code, here[0])]:
        return f"of the example, at line {here[0]}, is said:\n{said}\n{text}"
    fix = rule.find("fix")
    mended = text.replace(fix.get("put"), fix.get("by"))
    said = said_of(plgs, folder, rule, mended)
    if mended == text or said:
        return f"of the mended example is said:\n{said}\n{mended}"
    return ""


def main():
    plgs = program_named()
    cases = Cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path in (FOLDER / "world").iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        for rule in tree.parse(RULES).getroot().iter("rule"):
            why = judge(plgs, folder, rule)
            cases.tell(f"{rule.get('code')}: {rule.findtext('title')}", not why, why)
            if "unread()" in rule.findtext("test", ""):
                why = judge_unread(plgs, folder, rule)
                cases.tell(f"{rule.get('code')} waits until all can be read", not why, why)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
