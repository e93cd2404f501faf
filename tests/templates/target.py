"""target.py - one target changed in one record changes the table, the chart, the sentence and
the total that use it, in the report and in the extract, and nothing else.

    target.py PLGS
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, program_named
from tap import Cases

FOLDER = Path(__file__).resolve().parent / "target"
REPORTS = ("annual", "extract")
FORMS = {"Markdown": "read..compose", "document": "read..parse"}

# What is expected in each report, as it was and as it is.
MOVED = {
    "annual": [("| Officials trained | 120 |", "| Officials trained | 150 |"),
               ("| Total | 170 |", "| Total | 200 |"),
               ("Officials trained;120;90", "Officials trained;150;90"),
               ("The programme was to train 120 officials.",
                "The programme was to train 150 officials.")],
    "extract": [("- Officials trained: 120", "- Officials trained: 150")],
}


def made(plgs, cases, folder, report, span):
    """What a report becomes, line by line; the Markdown less its map."""
    result = plgs.run(span, "--schemas", ROOT / "schemas", f"reports/{report}", folder=folder)
    cases.tell(f"{report}: {span} succeeds", not outcome(result), outcome(result))
    return result.stdout.decode("utf-8").split("<?places", 1)[0].splitlines()


def moved(before, after):
    return [(old, new) for old, new in zip(before, after) if old != new]


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "x")
        shutil.copytree(FOLDER, folder)
        record = folder / "records" / "register.yaml"
        text = record.read_text(encoding="utf-8")
        for report in REPORTS:
            for form, span in FORMS.items():
                record.write_text(text, encoding="utf-8")
                before = made(plgs, cases, folder, report, span)
                record.write_text(text.replace("value: 120", "value: 150"), encoding="utf-8")
                after = made(plgs, cases, folder, report, span)
                found = moved(before, after)
                if form == "Markdown":
                    cases.tell(f"{report}: what uses the target has changed and nothing else",
                               found == MOVED[report] and len(before) == len(after), str(found))
                else:
                    cases.tell(f"{report}: the {form} has changed in as many places",
                               len(found) == len(MOVED[report]) and len(before) == len(after),
                               str(found))
        cases.tell("one line of one record is another",
                   len(moved(text.splitlines(),
                             text.replace("value: 120", "value: 150").splitlines())) == 1)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
