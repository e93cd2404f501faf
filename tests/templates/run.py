"""run.py - the examples of reports/templates.md give what stands under them, and one record
changed changes all that is made of it.

    run.py PLGS            compares
    run.py PLGS --bless    rewrites what stands under the examples
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, program_named
from tap import Cases, difference

GUIDE = ROOT / "reports" / "templates.md"
PAIR = re.compile(r"^```\n((?:(?!```).*\n)*?.*\{\{(?:.*\n)*?)```\n\n```\n((?:(?!```).*\n)*)```\n",
                  re.MULTILINE)

REPORT = """schema: plgs-report/1
id: annual-2023
year: 2023
title: {en: The Year}
language: LANGUAGE
period: {start: 2023-01-01, end: 2023-12-31}
status: draft
date: 2024
publisher: un-habitat
style: style.yaml
records:
  - ../../fixtures/annual-2023
  - ../../fixtures/facts
sections:
  - {id: uptake, template: one.md, number: IV}
rules:
  - {code: V559, severity: "off", reason: this is no report}
  - {code: V537, severity: "off", reason: this is no report}
"""


def folder_make(folder):
    """A copy of the records, and room for a report."""
    for name in ("annual-2023", "facts"):
        shutil.copytree(ROOT / "fixtures" / name, folder / "fixtures" / name)
    (folder / "reports" / "x").mkdir(parents=True)
    (folder / "reports" / "x" / "style.yaml").write_text("schema: plgs-style/1\n")


def composed(plgs, folder, template, language="en"):
    """The template filled, and what was said."""
    here = folder / "reports" / "x"
    (here / "report.yaml").write_text(REPORT.replace("LANGUAGE", language))
    (here / "one.md").write_text(template, encoding="utf-8")
    result = plgs.run("read..compose", "--schemas", ROOT / "schemas", "reports/x", folder=folder)
    text = result.stdout.decode().split("<?places", 1)[0]
    return text.partition("<?section uptake IV?>")[2].strip() + "\n", result.stderr.decode()


def examples():
    return PAIR.finditer(GUIDE.read_text(encoding="utf-8"))


def check_examples(plgs, cases, folder):
    found = 0
    for match in examples():
        found += 1
        text, said = composed(plgs, folder, match[1])
        cases.tell(f"example: {match[1].splitlines()[0]}", text == match[2] and not said,
                   said + difference(match[2].encode(), text.encode()))
    cases.tell("the guide has examples", found > 6, f"{found} of them")


def bless(plgs, folder):
    whole = GUIDE.read_text(encoding="utf-8")

    def filled(match):
        text, said = composed(plgs, folder, match[1])
        print(said, end="")
        return f"```\n{match[1]}```\n\n```\n{text}```\n"
    GUIDE.write_text(PAIR.sub(filled, whole), encoding="utf-8")


# A sentence, a total, a share and a row of a table, all of one event.
CHANGE = """{{#each record('event', 'whd-2023')}}
{{figures(sum(participants/item[what = 'people']/value))}} in all.
{{percent(share(participants/item[basis = 'online']/value, sum(participants/item[what = 'people']/value), 2))}} online.
{{#each participants/item}}
| {{quantity(., 'what', 'basis')}} |
{{/each}}
{{/each}}
"""


def check_change(plgs, cases, folder):
    path = folder / "fixtures" / "annual-2023" / "registers" / "events.yaml"
    before, _ = composed(plgs, folder, CHANGE)
    text = path.read_text(encoding="utf-8")
    changed = text.replace("value: 250,", "value: 1250,").replace("value: 250\n", "value: 1250\n")
    path.write_text(changed, encoding="utf-8")
    after, said = composed(plgs, folder, CHANGE)
    path.write_text(text, encoding="utf-8")
    lines = list(zip(before.splitlines(), after.splitlines()))
    moved = [(old, new) for old, new in lines if old != new]
    cases.tell("a number that is changed in one record changes the total, the share and its row",
               changed != text and len(moved) == 3 and "750 in all." in before
               and "1,750 in all." in after, f"{moved}\n{said}")


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder_make(folder)
        if "--bless" in sys.argv[2:]:
            bless(plgs, folder)
            return 0
        check_examples(plgs, cases, folder)
        check_change(plgs, cases, folder)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
