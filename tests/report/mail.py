"""mail.py - the letters that go back to countries: who gets one, what stands in it, and
that an old one does not mislead.

    mail.py PLGS            compares
    mail.py PLGS --bless    rewrites the letter of eight mistakes
"""

import html
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from page import Page
from stages import ROOT, outcome, program_named
from tap import Cases, difference

HEAD = ("schema: plgs-submission/1\nreport: r\nprogramme: p\n{sender}\nlanguage: en\n"
        "milestones:\n")
RECORD = ("  - id: {id}\n    kind: mission-held\n    status: {status}\n    title: {{en: Mission}}\n"
          "    date: 2023-05-04\n    places: [az-baku]\n    summary:\n      en: >-\n"
          "        A technical mission went to the capital and met the ministry, the city and\n"
          "        the people of three quarters, who told it what they need most.\n"
          "    evidence: [{{type: un-site, title: Report, url: \"https://example.org/a\"}}]\n")
FOLDER = Path(__file__).resolve().parent
BROKEN = ROOT / "fixtures" / "broken"
EIGHT = BROKEN / "eight-mistakes-stand-in-one-update.yaml"
EIGHT_LETTER = FOLDER / "eight-mistakes.letter.md"
CLEAN = b"Nothing has to be changed"
ENDINGS = {"letter": ".md", "letter-html": ".html"}


def file_of(sender, *statuses):
    """A file with a record for each status."""
    stem = re.sub(r"\W+", "-", sender.lower()).strip("-")
    return HEAD.format(sender=sender) + "".join(
        RECORD.format(id=f"{stem}-{number}", status=status)
        for number, status in enumerate(statuses))


def luminance(colour):
    channels = [int(pair, 16) / 255 for pair in re.findall("..", colour)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def words_of(page, form):
    """What is said, less the marks of the form."""
    if form == "letter":
        page = re.sub(r"^(#+ |```$)|\*\*|\\(?=[^\w\s])", "", page, flags=re.MULTILINE)
    else:
        page = html.unescape(re.sub(r"<[^>]*>", " ", page[page.index("<main>"):]))
    return page.split()


class Letters:
    """A folder of files and what plgs writes beside them."""

    def __init__(self, plgs, cases, scratch):
        self.plgs = plgs
        self.cases = cases
        self.here = Path(scratch)

    def put(self, **files):
        for name, text in files.items():
            (self.here / f"{name}.yaml").write_text(text, "utf-8")

    def send(self, *names, form="letter", to="letters/"):
        return self.plgs.run("check", "--format", form, "--schemas", ROOT / "schemas", "-o", to,
                             *(f"{name}.yaml" for name in names), folder=self.here)

    def has(self, name, said, letter):
        path = self.here / "letters" / letter
        found = path.read_bytes() if path.exists() else b"no such letter"
        self.cases.tell(name, said in found, found.decode())

    def is_filled(self, name, *wanted):
        found = sorted(path.name for path in (self.here / "letters").iterdir())
        self.cases.tell(name, found == sorted(wanted), " ".join(found))

    def senders(self):
        """Who gets a letter."""
        self.put(az=file_of("country: AZ", "acheived"), kh=file_of("country: KH", "achieved"),
                 niger=file_of("country: NG\nsubnational: NG-NI", "achieved"),
                 world=file_of("scope: global", "achieved"))
        result = self.send("az", "kh", "niger", "world")
        self.cases.tell("letters with faults end with status 1", not outcome(result, 1),
                        outcome(result, 1))
        self.cases.tell("how many were written is said", b"4 letters in letters/\n"
                        in result.stderr, result.stderr.decode())
        self.is_filled("each country has a letter, and what is of none",
                       "AZ.md", "KH.md", "NG-NI.md", "no-country.md")
        self.has("a country is told what to mend", b"acheived", "AZ.md")
        self.has("one in which all is well is told so", CLEAN, "KH.md")
        self.has("a state is named with its country", b"for Niger, Nigeria\n", "NG-NI.md")
        self.send("az", "kh", form="letter-html")
        self.has("letters in HTML stand beside them", b"<h1>Corrections for Azerbaijan</h1>",
                 "AZ.html")

    def addresses(self):
        """What counts as the name of a sender."""
        for name, sender, letter in (
                ("a misspelt key", "contry: AZ", "AZ.md"),
                ("a country in words", "country: Cambodia", "KH.md"),
                ("a country in quotes with a comment", "country: 'EG'  # ours", "EG.md"),
                ("a country that there is not", "country: ZZ", "no-country.md")):
            self.put(one=file_of(sender, "acheived"))
            self.send("one")
            self.has(f"{name} finds its letter", b"one.yaml", letter)
        self.put(lost="schema: plgs-submission/1\ncountry: PY\nmilestones: [\n")
        self.send("lost")
        self.has("a file that cannot be read is sent back too", b"lost.yaml", "PY.md")

    def times(self):
        """What becomes of the letters of an earlier run."""
        self.put(az=file_of("country: AZ", "acheived"), kh=file_of("country: KH", "acheived"))
        self.send("az", "kh")
        self.put(az=file_of("country: AZ", "achieved"))
        self.send("az")
        self.has("a mended country is told that all is well", CLEAN, "AZ.md")
        self.has("a country that was not asked about keeps its letter", b"acheived", "KH.md")
        self.put(more=file_of("country: AZ  # again", "acheived"))
        self.send("az", "more")
        self.has("of two files of a country the sound one is named too",
                 CLEAN + b" in az.yaml.\n\n## more.yaml\n", "AZ.md")

    def unread(self):
        """A file that is too large to be read as a whole, which its tab would take."""
        (self.here / "report").mkdir()
        (self.here / "report" / "report.yaml").write_text(
            "schema: plgs-report/1\nid: r\nrecords: [az.yaml]\n", "utf-8")
        (self.here / "report" / "az.yaml").write_text(
            file_of("country: AZ", "achieved") + "\tx: y\n" + ("#" * 99 + "\n") * 90_000, "utf-8")
        said = self.plgs.run("check", "--format", "letter", "--schemas", ROOT / "schemas",
                             "report", folder=self.here).stdout
        self.cases.tell("a file that could not be read is not called sound",
                        b"az.yaml" in said and CLEAN not in said, said.decode())

    def destinations(self):
        self.put(az=file_of("country: AZ", "acheived"))
        for form, ending in ENDINGS.items():
            self.send("az", form=form)
            alone = self.send("az", form=form, to="-").stdout
            self.has(f"{form}: a single country is the same on standard output", alone,
                     "AZ" + ending)
            self.send("az", form=form, to="alone")
            self.cases.same(f"{form}: -o may name a file", alone,
                            (self.here / "alone").read_bytes())
        left = [path.name for path in self.here.rglob("*.part")]
        self.cases.tell("nothing half-written is left", not left, " ".join(left))
        (self.here / "letters" / "AZ.md").unlink()
        (self.here / "letters" / "AZ.md").mkdir()
        lost = self.send("az")
        self.cases.tell("a letter that cannot be written is a failure",
                        lost.returncode == 3 and b"F102" in lost.stderr, outcome(lost, 3))
        (self.here / "letters" / "AZ.md").rmdir()
        self.cases.tell("so is a folder that cannot be made",
                        self.send("az", to="no/such/").returncode == 3)

    def repeats(self):
        """The same mistake in many records."""
        self.put(az=file_of("country: AZ", *["acheived"] * 4))
        said = self.send("az", to="-").stdout.decode()
        self.cases.tell("a mistake that comes again is shown once",
                        said.count("```") == 4 and said.count("What to do") == 1, said)
        self.cases.tell("its other lines are named in a sentence",
                        "The same goes for lines 20, 31 and 42.\n" in said, said)

    def voices(self):
        """Markdown and HTML say the same; the page can be read by everyone."""
        self.put(az=file_of("contry: AZ", "acheived", "planned *now*", "<b>achieved</b>"))
        pages = {form: self.send("az", form=form, to="-").stdout.decode() for form in ENDINGS}
        self.cases.same("Markdown and HTML say the same words",
                        *("\n".join(words_of(page, form)) for form, page in pages.items()))
        page = Page()
        page.feed(pages["letter-html"])
        self.cases.same("the page has a language and its headings go down in steps", "",
                        "\n".join(page.complaints()))
        ink, *papers = re.findall(r"(?:[^-]color|background): #(\w+)",
                                  re.sub(r"#(\w)(\w)(\w)\b", r"#\1\1\2\2\3\3",
                                         pages["letter-html"]))
        self.cases.tell("its letters stand out from the paper",
                        len(papers) > 1 and all(contrast(ink, paper) >= 7 for paper in papers),
                        f"{ink} on {papers}")


def eight_letter(plgs):
    """What goes back to a country whose update has eight mistakes."""
    return plgs.run("check", "--format", "letter", f"../{EIGHT.name}",
                    folder=BROKEN / "context").stdout


def eight(plgs, cases):
    """Whoever had this letter alone mended the file by it."""
    said = eight_letter(plgs)
    why = difference(EIGHT_LETTER.read_bytes(), said)
    cases.tell("the letter of eight mistakes is as it was tried", not why, why)
    cases.tell("it has eight of them", said.count(b"\n### ") == 8)
    mended = FOLDER / "eight-mistakes.mended.yaml"
    result = plgs.run("check", BROKEN / "context", mended)
    cases.tell("the file that was mended by it is right", not outcome(result), outcome(result))


def main():
    plgs, cases = program_named(), Cases()
    if "--bless" in sys.argv[2:]:
        EIGHT_LETTER.write_bytes(eight_letter(plgs))
        return 0
    eight(plgs, cases)
    for part in (Letters.senders, Letters.addresses, Letters.times, Letters.unread,
                 Letters.destinations, Letters.repeats, Letters.voices):
        with tempfile.TemporaryDirectory() as scratch:
            part(Letters(plgs, cases, scratch))
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
