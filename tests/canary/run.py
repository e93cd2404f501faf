"""run.py - what the readers of a report are not meant to see reaches none of its outputs.

    run.py PLGS

In records/ whatever is for the office, under embargo or for fewer readers says CANARY.  A
template prints all that it can find.  For the office the canaries sing, so that their silence
for the public means something.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, pdf_tags, program_named, tool
from tap import Cases

FOLDER = Path(__file__).resolve().parent
SPANS = {"Markdown": "read..compose", "document": "read..parse", "pages": "read..layout"}
DATE = "date: 2024-03\n"


def project(scratch, audience, date=DATE):
    """A copy of the report for other readers, in a project with the schemas of this one."""
    folder = Path(scratch, audience or "everybody", date.strip().replace(": ", "-"))
    shutil.copytree(FOLDER, folder)
    path = folder / "report.yaml"
    text = path.read_text("utf-8").replace("../../reports", str(ROOT / "reports"))
    if audience:
        text = text.replace(DATE, DATE + f"audience: {audience}\n")
    path.write_text(text.replace(DATE, date), "utf-8")
    shutil.copy(ROOT / "reports/annual-2023/style.yaml", folder / "style.yaml")
    path.write_text(re.sub(r"style: .*", "style: style.yaml", path.read_text("utf-8")), "utf-8")
    return folder


def outputs(cases, plgs, folder):
    """All that comes out of the report, by name, as text."""
    found = {}
    for name, span in SPANS.items():
        result = plgs.run(span, "--schemas", ROOT / "schemas", folder)
        cases.tell(f"{folder.parent.name}: the {name} is made", not outcome(result),
                   outcome(result))
        found[name] = result.stdout.decode("utf-8")
    pdf = folder / "canary.pdf"
    plgs.run("build", "--schemas", ROOT / "schemas", folder, "-o", pdf)
    found["text of the PDF"] = tool("pdftotext", pdf, "-").decode("utf-8")
    found["tags of the PDF"] = pdf_tags(pdf).decode("utf-8")
    found["bytes of the PDF"] = tool("qpdf", "--qdf", "--object-streams=disable", pdf,
                                     "-").decode("latin-1")
    return found


def heard(text):
    return re.findall(r"[^\n]*canary (?:comment|original|forum|agreement)[^\n]*|canary(?:&#64;|@)[^\n]*",
                      text, re.IGNORECASE)


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in outputs(cases, plgs, project(scratch, "")).items():
            cases.tell(f"no canary sings to the public in the {name}", not heard(text),
                       "\n".join(heard(text)))
            cases.tell(f"the {name} is not empty", "and 0 were looked at" in
                       re.sub(r"\s+", " ", text) or "bytes" in name or "pages" in name, text[:500])
        found = outputs(cases, plgs, project(scratch, "donor"))
        for name, text in found.items():
            told = [words for words in heard(text) if "agreement for the donor" not in words]
            cases.tell(f"the donor hears no other canary in the {name}", not told,
                       "\n".join(told))
        cases.tell("the donor reads the agreement", "CANARY agreement for the donor" in found["Markdown"])
        text = plgs.run("read..compose", "--schemas", ROOT / "schemas",
                        project(scratch, "internal")).stdout.decode("utf-8")
        for words in ("comment", "original", "forum", "agreement for the donor",
                      "agreement for the office", "&#64;example.org"):
            cases.tell(f"the office reads: {words}",
                       re.search(rf"canary ?{re.escape(words)}", text.split("<?places")[0],
                                 re.IGNORECASE), text.split("<?places")[0])
        later = plgs.run("read..compose", "--schemas", ROOT / "schemas",
                         project(scratch, "", "date: 2024-03-02\n")).stdout.decode("utf-8")
        cases.tell("an embargo ends on its day", "CANARY forum;" in later, later)
        cases.tell("one until a month lasts as long as the month",
                   "of the month" not in later, later)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
