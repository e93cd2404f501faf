"""run.py - a draft is built in spite of faults and shows them; a release is refused.

    run.py PLGS

The report in this folder has faults of every room: a text that is not closed, a value that is
none, a key that is missing, a reference to nothing, a path of a template that leads nowhere.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, pdf_content, pdf_tags, program_named, tool
from tap import Cases

FOLDER = Path(__file__).resolve().parent
FAULTS = ("R201", "V202", "V301", "V402", "C106", "C107")
BOXED = {
    "V301": "finished **\\[V301\\]**; its summary is The forum was held..",
    "C107": "its summary is **\\[C107\\]**.",
    "C106": "# Numbers",
    "V402": "its summary is The draft was completed..",
}


def built(plgs, folder, *words):
    return plgs.run("build", *words, "--schemas", ROOT / "schemas", FOLDER, folder=folder)


def composed(plgs, *words):
    result = plgs.run("read..compose", *words, "--schemas", ROOT / "schemas", FOLDER)
    return result, result.stdout.decode("utf-8").split("<?places")[0]


def check_release(cases, plgs, folder):
    result = built(plgs, folder)
    said = result.stderr.decode("utf-8")
    cases.tell("a release is refused", not outcome(result, 1) and not list(folder.iterdir()), said)
    cases.tell("what is refused is told", "R201" in said, said)


def check_markdown(cases, plgs):
    result, text = composed(plgs, "--draft")
    body, _, issues = text.partition("<?section open-issues?>")
    cases.tell("a draft fails all the same", not outcome(result, 1), outcome(result, 1))
    cases.tell("it says what it is", "<?draft?>" in text, text[:300])
    for code, line in BOXED.items():
        block = body.partition(line)[2].split("\n\nOn ")[0].split("\n\n## ")[0]
        cases.tell(f"the box of {code} stands below what it is about",
                   f"```note {code}: " in block, block[:400])
    cases.tell("what prints nowhere has no box", "```note R201" not in body, body)
    cases.tell("what is sound prints as ever", "All that was reported stands above." in body, body)
    for code in FAULTS:
        cases.tell(f"{code} is among the open issues", f"- **{code}** " in issues, issues)
    heads = re.findall(r"^## (.*)", issues, re.MULTILINE)
    cases.tell("the issues are told by country, those of none last",
               heads == ["Azerbaijan", "Cambodia", "Without a country"], str(heads))
    cases.tell("an issue says its place and its mend",
               "Write achieved. *" in issues and "az.yaml:8:13-21*" in issues, issues)
    cases.tell("what is kept from the readers is not told", "CANARY" not in text, text)
    cases.tell("its fault is", "- **V301** A value that is not in the list. *" in issues, issues)
    _, again = composed(plgs, "--draft")
    cases.tell("the same faults make the same draft", text == again)


def check_pdf(cases, plgs, folder):
    result = built(plgs, folder, "--draft")
    pdf = folder / "draft-draft.pdf"
    cases.tell("the draft is written, and the run fails", not outcome(result, 1) and pdf.exists(),
               outcome(result, 1))
    if not pdf.exists():
        return
    info = tool("pdfinfo", pdf).decode("utf-8")
    tags = pdf_tags(pdf).decode("utf-8")
    pages = int(re.search(r"Pages: +(\d+)", info)[1])
    marked = sum(tool("pdftotext", "-f", i, "-l", i, pdf, "-").decode("utf-8").startswith("Draft\n")
                 for i in range(1, pages + 1))
    cases.tell("the title of the file says that it is a draft",
               re.search(r"Title: +Draft: The Year in Cities", info), info)
    cases.tell("every page says so", marked == pages > 5, f"{marked} of {pages}")
    cases.tell("and no tag does", not re.search(r'"Draft *"', tags), tags[:2000])
    for code in FAULTS:
        cases.tell(f"{code} can be read in the PDF", code in tags)
    cases.tell("the PDF holds nothing of what is kept from the readers",
               "CANARY" not in tags and b"CANARY" not in pdf_content(pdf))


def check_languages(cases, plgs, folder):
    """One thread sets both: what it kept silent about in one must not be told in the next."""
    shutil.copytree(FOLDER, folder / "report")
    text = (FOLDER / "report.yaml").read_text(encoding="utf-8")
    style = (ROOT / "reports/annual-2023/style.yaml").as_posix()
    text = text.replace("language: en", "language: en\nlanguages: [en, fr]")
    (folder / "report/report.yaml").write_text(
        text.replace("../../reports/annual-2023/style.yaml", style), encoding="utf-8")
    result = plgs.run("build", "--draft", "--threads", "1", "--schemas", ROOT / "schemas",
                      "-o", "out/", "report", folder=folder)
    made = sorted((folder / "out").glob("*.pdf"))
    cases.tell("a draft is made in each language", not outcome(result, 1) and len(made) == 2,
               outcome(result, 1))
    for pdf in made:
        cases.tell(f"{pdf.name} holds nothing of what is kept from the readers",
                   b"CANARY" not in pdf_tags(pdf) and b"CANARY" not in pdf_content(pdf))


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        check_release(cases, plgs, folder)
        check_markdown(cases, plgs)
        check_pdf(cases, plgs, folder)
        check_languages(cases, plgs, folder)
    wrong = plgs.run("check", "--draft", FOLDER)
    cases.tell("check has no drafts", not outcome(wrong, 2) and b"--draft is for build" in
               wrong.stderr, outcome(wrong, 2))
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
