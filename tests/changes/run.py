"""run.py - bars in the margin stand beside what has changed since an earlier report, and
nothing else moves.

    run.py PLGS

The report is that of tests/templates/target; in a copy of it one target is another.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, program_named, tool
from tap import Cases

SOURCE = ROOT / "tests" / "templates" / "target"
BAND = 20  # points
RECORD = Path("records", "register.yaml")
BRIEF = """schema: plgs-report/1
id: brief
year: 2023
title: {en: The Year}
language: en
period: {start: 2023-01-01, end: 2023-12-31}
status: draft
date: 2024
publisher: un-habitat
style: style.yaml
for_each: {record: indicator, file: "{id}.pdf"}
records: [../../records]
sections:
  - {id: all, template: all.md, number: I}
rules:
  - {code: V559, severity: "off", reason: this is no report}
  - {code: V537, severity: "off", reason: this is no report}
"""


def built(plgs, folder, *words, report="annual"):
    return plgs.run("build", "--schemas", ROOT / "schemas", *words, f"now/reports/{report}",
                    folder=folder)


def said(pdf):
    """How often marks in the margin say what."""
    plain = tool("qpdf", "--qdf", "--object-streams=disable", pdf, "-")
    return (plain.count(b"/ActualText (Changed:)"),
            plain.count(b"/ActualText (Removed before this:)"))


def words(pdf):
    """Where the words stand on all pages, less those of the band at their heads."""
    found = tool("pdftotext", "-bbox", pdf, "-").decode("utf-8").splitlines()
    return [line for line in found if "<page" in line or
            ("<word" in line and float(re.search(r'yMax="([\d.]+)"', line)[1]) > BAND)]


def rewritten(folder, old, new):
    path = folder / "now" / RECORD
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def check_unchanged(cases, plgs, folder):
    result = built(plgs, folder, "--since", "before/reports/annual")
    pdf = folder / "annual-changes.pdf"
    cases.tell("the marked report has a name of its own",
               not outcome(result) and pdf.exists() and not (folder / "annual.pdf").exists(),
               outcome(result))
    cases.tell("where nothing has changed nothing is marked", said(pdf) == (0, 0), str(said(pdf)))
    info = tool("pdfinfo", pdf).decode("utf-8")
    cases.tell("the title of the file says what it is",
               re.search(r"Title: +Changes since before/reports/annual: The Year", info), info)


def check_target(cases, plgs, folder):
    rewritten(folder, "value: 120", "value: 150")
    result = built(plgs, folder, "--since", "before/reports/annual", "-o", "marked.pdf")
    plain = built(plgs, folder, "-o", "plain.pdf")
    marked = folder / "marked.pdf"
    cases.tell("both are built", not outcome(result) and not outcome(plain), outcome(result))
    cases.tell("row, total, chart and sentence are marked, and nothing else",
               said(marked) == (4, 0), str(said(marked)))
    cases.tell("marks move nothing", words(marked) == words(folder / "plain.pdf"))
    again = built(plgs, folder, "--since", "before/reports/annual", "-o", "again.pdf")
    cases.tell("the same changes make the same bytes", not outcome(again) and
               marked.read_bytes() == (folder / "again.pdf").read_bytes())


def check_removed(cases, plgs, folder):
    path = folder / "now/reports/annual/all.md"
    text = path.read_text(encoding="utf-8")
    path.write_text("# All\n\nA new paragraph.\n\n" + text.partition("# All\n")[2].partition(
        "{{#each record('indicator', 'officials-trained')}}")[0]
        + "{{#each record('indicator', 'plans-drafted')}}"
        + text.partition("{{#each record('indicator', 'plans-drafted')}}")[2], encoding="utf-8")
    result = built(plgs, folder, "--since", "before/reports/annual", "-o", "less.pdf")
    pdf = folder / "less.pdf"
    cases.tell("what is gone is marked where it stood, what is new beside it",
               not outcome(result) and said(pdf) == (4, 1), outcome(result) or str(said(pdf)))


def check_editions(cases, plgs, folder):
    """A record that was not there has an edition that is new as a whole."""
    for side in ("before", "now"):
        brief = folder / side / "reports" / "brief"
        shutil.copytree(folder / side / "reports" / "extract", brief)
        (brief / "report.yaml").write_text(BRIEF, encoding="utf-8")
        (brief / "all.md").write_text(
            "# All\n\n{{#each subject()}}\n## {{title}}\n\n"
            "The target is {{periods/item/target/value}}.\n{{/each}}\n", encoding="utf-8")
    rewritten(folder, "id: plans-drafted", "id: plans-adopted")
    result = built(plgs, folder, "--since", "before/reports/brief", "-o", "briefs/",
                   report="brief")
    made = {pdf.stem: said(pdf) for pdf in (folder / "briefs").glob("*.pdf")}
    cases.tell("each edition is held against what it was", not outcome(result) and made == {
        "officials-trained-changes": (1, 0), "plans-adopted-changes": (3, 0)},
        outcome(result) or str(made))


def check_doubts(cases, plgs, folder):
    path = folder / "before" / RECORD
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Officials", "Organisations"), encoding="utf-8")
    doubts = plgs.run("check", "--schemas", ROOT / "schemas", "before/reports/annual",
                      folder=folder)
    result = built(plgs, folder, "--since", "before/reports/annual", "-o", "silent.pdf")
    cases.tell("what is doubtful in the earlier report is not told again",
               b"warning[V553]" in doubts.stderr and not outcome(result) and
               b"warning[" not in result.stderr, outcome(result) or result.stderr.decode())


def check_refusals(cases, plgs, folder):
    result = built(plgs, folder, "--since", "before/records", "-o", "none.pdf")
    cases.tell("records without a report are refused", not outcome(result, 2) and
               b"there is no report.yaml in before/records" in result.stderr, result.stderr.decode())
    (folder / "before" / RECORD).write_text("schema: plgs-register/1\nindicators: 3\n",
                                            encoding="utf-8")
    result = built(plgs, folder, "--since", "before/reports/annual", "-o", "none.pdf")
    cases.tell("what is wrong with the earlier records is told", not outcome(result, 1) and
               b"before/records/register.yaml:2" in result.stderr, result.stderr.decode())
    cases.tell("and nothing is written", not (folder / "none.pdf").exists())
    result = plgs.run("check", "--since", "before", "now", folder=folder)
    cases.tell("check marks nothing", not outcome(result, 2) and
               b"--since is for build" in result.stderr, result.stderr.decode())


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for side in ("before", "now"):
            shutil.copytree(SOURCE, folder / side)
        check_unchanged(cases, plgs, folder)
        check_target(cases, plgs, folder)
        check_removed(cases, plgs, folder)
        check_editions(cases, plgs, folder)
        check_doubts(cases, plgs, folder)
        check_refusals(cases, plgs, folder)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
