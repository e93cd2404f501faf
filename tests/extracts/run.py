"""run.py - one report made for each of many records and in many languages: the country briefs
and the donor extracts of reports/, and small reports of their own for what goes wrong.

    run.py PLGS
"""

import re
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, outcome, program_named, tool
from tap import Cases

BRIEFS = "reports/country-brief"
DONORS = "reports/donor-extract"
COUNTRIES = "AZ CM EG GN IQ IR KH LR MM MW MZ NG PY TZ".split()
FUNDERS = ["bmz", "giz", "kr-government", "ng-ni-government", "un-development-account"]
LANGUAGES = ["en", "fr", "es", "pt", "ar", "km"]
SMALL = ROOT / "tests/diagnostics/extracts"


def plain(text):
    """Less what cannot be seen and how letters are joined, for comparing scripts."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


def names_of_countries():
    """(code, language) to the name: of the codelist, else of the registers."""
    names = {}
    for path in ROOT.glob("fixtures/*/registers/countries.yaml"):
        for entry in re.split(r"\n  - iso2: ", path.read_text("utf-8"))[1:]:
            block = re.search(r"name_short:\n((?:      .*\n)+)", entry)
            for language, name in re.findall(r"      (\w\w): (.*)", block[1]):
                names[entry[:2], language] = name.strip("\"'")
    for entry in ElementTree.parse(ROOT / "schemas/codelists/country.xml").getroot():
        for language in LANGUAGES:
            if entry.get(language):
                names[entry.get("code"), language] = entry.get(language)
    return names


def titles_of_milestones(country, language):
    """What the country's file says of its milestones in a language."""
    path = next(path for path in (ROOT / "fixtures/annual-2023").glob("*.yaml")
                if f"\ncountry: {country}\n" in path.read_text("utf-8"))
    titles = re.findall(r"    title:\n((?:      .*\n)+)", path.read_text("utf-8"))
    found = []
    for block in titles:
        words = re.search(rf"^      {language}: (.*)$", block, re.MULTILINE)
        found += [words[1].strip("\"'")] if words else []
    return found


def text_of(pdf):
    return tool("pdftotext", "-layout", pdf, "-").decode("utf-8")


def tagged_text(pdf):
    """In reading order, whatever the script."""
    said = tool("pdfinfo", "-struct-text", pdf).decode("utf-8", "replace")
    return " ".join(re.findall(r'^\s*"(.*)"$', said, re.MULTILINE))


class Extracts:
    def __init__(self, plgs, cases, scratch):
        self.plgs = plgs
        self.cases = cases
        self.scratch = Path(scratch)

    def build(self, name, report, *words, status=0, folder=None):
        folder = folder or self.scratch / name
        result = self.plgs.run("build", report, "-o", f"{folder}/", *words)
        why = outcome(result, status)
        self.cases.tell(f"{name}: plgs build ends with {status}", not why, why)
        return folder, result.stderr.decode("utf-8")

    def briefs(self):
        folder, said = self.build("briefs", BRIEFS)
        expected = sorted(f"{country}-{language}.pdf"
                          for country in COUNTRIES for language in LANGUAGES)
        self.cases.same("a brief for each country in each language", "\n".join(expected),
                        "\n".join(sorted(path.name for path in folder.iterdir())))
        self.cases.tell("the run says how many", "84 of 84 files: " in said, said[:200])
        wanting = re.findall(r'edition in "(\w\w)", (\d+) texts', said)
        self.cases.tell("each language tells once what is not translated",
                        sorted(language for language, _ in wanting) == sorted(LANGUAGES[1:]),
                        str(wanting))
        self.texts(folder)
        return folder

    def texts(self, folder):
        names = names_of_countries()
        nameless, silent, long = [], [], []
        for country in COUNTRIES:
            for language in LANGUAGES:
                pdf = folder / f"{country}-{language}.pdf"
                text = plain(tagged_text(pdf))
                if plain(names[country, language]) not in text:
                    nameless.append(pdf.name)
                if b"Pages:           1" not in tool("pdfinfo", pdf) and \
                        b"Pages:           2" not in tool("pdfinfo", pdf):
                    long.append(pdf.name)
                for title in titles_of_milestones(country, language) \
                        if country in ("AZ", "EG", "KH", "MZ", "PY") else []:
                    if plain(title) not in text:
                        silent.append(f"{pdf.name}: {title}")
        self.cases.tell("each names its country in its language", not nameless,
                        "\n".join(nameless))
        self.cases.tell("each tells of the milestones in its language", not silent,
                        "\n".join(silent))
        self.cases.tell("each has one page or two", not long, "\n".join(long))

    def single(self, folder):
        """One brief alone, by stages and by threads is the one of the whole run."""
        one = self.scratch / "one.pdf"
        result = self.plgs.run("build", BRIEFS, "--for", "KH", "--language", "km", "-o", one)
        self.cases.tell("one brief can be made alone", not outcome(result), outcome(result))
        whole = (folder / "KH-km.pdf").read_bytes()
        self.cases.tell("it is the one of the whole run", one.read_bytes() == whole)
        piece = b""
        for stage in ("read", "validate", "compose", "parse", "layout", "write"):
            words = [BRIEFS] if stage == "read" else []
            if stage == "compose":
                words += ["--for", "KH", "--language", "km"]
            piece = self.plgs.run(stage, *words, stdin=piece).stdout
        self.cases.tell("pipes give the same bytes", piece == whole)
        for threads in (1, 5):
            again, _ = self.build(f"{threads} threads", BRIEFS, "--threads", threads,
                                  "--language", "ar")
            differ = [path.name for path in again.iterdir()
                      if path.read_bytes() != (folder / path.name).read_bytes()]
            self.cases.tell(f"{threads} threads give the same bytes", not differ, " ".join(differ))

    def scripts(self, folder):
        plain_pdf = tool("qpdf", "--qdf", "--object-streams=disable", folder / "EG-ar.pdf",
                         "-").decode("latin-1")
        self.cases.tell("the Arabic brief is read from the right",
                        "/Direction /R2L" in plain_pdf)
        self.cases.tell("it says that it is Arabic", "/Lang (ar)" in plain_pdf)
        self.cases.tell("names without translation say their language in it",
                        "/Lang (en)" in plain_pdf)
        title = tool("pdfinfo", folder / "KH-km.pdf").decode("utf-8")
        self.cases.tell("the title names the country", "កម្ពុជា" in title, title)

    def originals(self, folder):
        """A sentence without a translation is marked for the eye too."""
        spanish = text_of(folder / "NG-es.pdf")
        self.cases.tell("a sentence that is not translated says so",
                        re.search(r"the\s+desert\. \[en\]", spanish), spanish)
        self.cases.tell("one that is translated does not",
                        "[en]." not in text_of(folder / "KH-fr.pdf").split("Sources")[0] and
                        "anglais. [en]" not in text_of(folder / "KH-fr.pdf"))
        english = text_of(folder / "NG-en.pdf")
        self.cases.tell("in English nothing is marked", "[en]" not in english, english)
        prose = self.plgs.run("read..compose", BRIEFS, "--for", "NG", "--language",
                              "es").stdout.decode("utf-8")
        self.cases.tell("the Markdown says which language it is",
                        '<span lang="en">Niger State Urban Policy</span>' in prose, prose[:2000])

    def donors(self):
        folder, _ = self.build("donors", DONORS, "--language", "en")
        self.cases.same("an extract for each funder",
                        "\n".join(f"{funder}-en.pdf" for funder in FUNDERS),
                        "\n".join(sorted(path.name for path in folder.iterdir())))
        korea = text_of(folder / "kr-government-en.pdf")
        for words in ("US$ 900,000", "committed", "US$ 75,000", "received",
                      "Phase II of the Korea-funded National Urban Policy Programme",
                      "over 700,000"):
            self.cases.tell(f"the one for the Republic of Korea says {words}",
                            words in korea.replace("\u00a0", " "), korea)
        self.cases.tell("what was committed and what was received are not added up",
                        "975,000" not in korea, korea)

    def money(self):
        """One amount and one target more: the total, the table and the chart say so."""
        project = self.scratch / "project"
        for folder in ("fixtures/annual-2023", "fixtures/annual-2022", "fixtures/facts",
                       "reports", "schemas"):
            shutil.copytree(ROOT / folder, project / folder)
        changes = [
            ("annual-2023/registers/programmes.yaml",
             "    funders:\n      - {org: kr-government, role: funding}\n    managing_org: plgs\n"
             "    participants:\n      - {country: IR, role: full}",
             "    funders:\n      - {org: kr-government, role: funding, money: {amount: "
             "\"100000.10\", currency: USD, basis: committed}}\n    managing_org: plgs\n"
             "    participants:\n      - {country: IR, role: full}"),
            ("facts/registers/indicators.yaml", "        end: 2022\n        actual:\n",
             "        end: 2022\n        target: {value: 600000}\n        actual:\n"),
        ]
        for name, old, new in changes:
            path = project / "fixtures" / name
            text = path.read_text("utf-8")
            self.cases.tell(f"{name} can be changed", old in text)
            path.write_text(text.replace(old, new), "utf-8")
        folder, _ = self.build("money", project / DONORS, "--for", "kr-government",
                               "--language", "en")
        text = tagged_text(folder / "kr-government-en.pdf").replace("\u00a0", " ")
        for words in ("US$ 100,000.10", "US$ 1,000,000.10", "600,000"):
            self.cases.tell(f"the extract says {words}", words in text, text)
        prose = self.plgs.run("read..compose", project / DONORS, "--for", "kr-government",
                              "--language", "en").stdout.decode("utf-8")
        self.cases.tell("the chart has the target", ";700000;600000\n" in prose, prose[:4000])

    def small(self, name, *changes, status=1, words=(), extra=""):
        """A small report with something changed; what is said."""
        folder = self.scratch / name.replace(" ", "-")
        shutil.copytree(SMALL, folder)
        path = folder / "report.yaml"
        text = path.read_text("utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        if extra:
            with open(folder / "registers.yaml", "a", encoding="utf-8") as file:
                file.write(extra)
        return self.build(name, folder, "--schemas", ROOT / "schemas", *words,
                          status=status, folder=folder / "out")

    def mistakes(self):
        """What is wrong in report.yaml is told where it was typed, and nothing is made."""
        where = "iso2 = 'KH'"
        for name, change, code, place in (
                ("the kind is misspelt", ("record: country", "record: contry"), "V301", "8:11"),
                ("the condition does not end", (where, "iso2 = 'KH"), "G106", "9:20"),
                ("the condition names no field", (where, "iso = 'KH'"), "G106", "9:10"),
                ("the condition fits nothing", (where, "iso2 = 'XX'"), "G106", "9:10"),
                ("the names lack the record", ("{id}-", ""), "V30", "10:9"),
                ("the names have something else", ("{id}-", "{id}-{year}"), "V30", "10:9"),
                ("the names lead elsewhere", ("{id}-", "../{id}-"), "V30", "10:9"),
                ("two names are the same", ("-{language}", ""), "G108", "10:9")):
            folder, said = self.small(name, change)
            self.cases.tell(f"{name}: it is told at {place}",
                            f"[{code}" in said and f"report.yaml:{place}" in said, said)
            self.cases.tell(f"{name}: nothing is made", not folder.exists())
        for words, code in ((("--for", "XX"), "G107"), (("--language", "de"), "G107")):
            _, said = self.small(f"no {words[1]}", words=words)
            self.cases.tell(f"{' '.join(words)} is told", f"[{code}]" in said, said)
        result = self.plgs.run("build", BRIEFS, "-o", self.scratch / "all.pdf")
        self.cases.tell("many outputs do not go into one file",
                        result.returncode == 2 and b"84 outputs" in result.stderr,
                        outcome(result, 2))
        result = self.plgs.run("read..compose", BRIEFS)
        self.cases.tell("a stage wants to know for which record", b"[C116]" in result.stderr,
                        result.stderr.decode())
        result = self.plgs.run("read..compose", "reports/annual-2023", "--for", "KH")
        self.cases.tell("a plain report is for no record", b"[C116]" in result.stderr,
                        result.stderr.decode())

    def fault(self):
        """What is wrong with one output holds up no other."""
        extra = ("  - id: mz-policy\n    name: {en: Town policy}\n"
                 "    jurisdiction: {country: MZ}\n")
        folder = self.scratch / "fault"
        shutil.copytree(SMALL, folder)
        (folder / "report.yaml").write_text(
            (folder / "report.yaml").read_text("utf-8").replace("'KH'", "//jurisdiction/country"),
            "utf-8")
        register = (folder / "registers.yaml").read_text("utf-8")
        register = register.replace("organizations:\n", (
            "  - iso2: MZ\n    iso3: MOZ\n    name_short: {en: Mozambique, fr: Mozambique}\n"
            "    unh_region: africa\norganizations:\n")) + extra
        (folder / "registers.yaml").write_text(register, "utf-8")
        (folder / "brief.md").write_text(
            "# {{label(subject()/iso2)}}\n\n{{#each //policies/item[jurisdiction/country = "
            "subject()/iso2]}}{{name}}{{#if id = 'kh-policy'}} {{approving_body}}{{/if}}"
            "{{/each}}\n", "utf-8")
        out, said = self.build("fault", folder, "--schemas", ROOT / "schemas", status=1,
                               folder=folder / "out")
        self.cases.same("the others are made", "MZ-en.pdf MZ-fr.pdf",
                        " ".join(sorted(path.name for path in out.iterdir())))
        self.cases.tell("the fault is told once", said.count("error[C107]") == 1, said)
        self.cases.tell("the run says how many there are", "2 of 4 files" in said, said)

    def languages(self):
        """Several languages without for_each: one file for each."""
        text = (SMALL / "report.yaml").read_text("utf-8")
        each = text[text.index("for_each:"):text.index("front:")]
        folder = self.scratch / "editions"
        shutil.copytree(SMALL, folder)
        (folder / "report.yaml").write_text(text.replace(each, ""), "utf-8")
        (folder / "brief.md").write_text("# {{language()}}\n", "utf-8")
        out, _ = self.build("editions", folder, "--schemas", ROOT / "schemas",
                            folder=folder / "out")
        self.cases.same("one file for each language", "editions-en.pdf editions-fr.pdf",
                        " ".join(sorted(path.name for path in out.iterdir())))
        self.cases.tell("each in its language",
                        text_of(out / "editions-fr.pdf").strip().startswith("fr"))

    def canaries(self):
        """Records that the readers may not see choose nobody and stand in no extract."""
        folder = self.scratch / "canaries"
        shutil.copytree(ROOT / "tests/canary", folder)
        shutil.copy(ROOT / BRIEFS / "style.yaml", folder / "style.yaml")
        path = folder / "report.yaml"
        text = re.sub(r"style: .*", "style: style.yaml", path.read_text("utf-8"))
        path.write_text(text + 'for_each:\n  record: event\n  file: "{id}.pdf"\n', "utf-8")
        out, _ = self.build("canaries", folder, "--schemas", ROOT / "schemas",
                            folder=folder / "out")
        made = sorted(path.stem for path in out.iterdir())
        self.cases.tell("an event under embargo has no extract",
                        made and not [name for name in made if "canary" in name], str(made))
        heard = [pdf.name for pdf in out.iterdir() if re.search(
            r"CANARY (comment|original|forum|agreement)", text_of(pdf))]
        self.cases.tell("no canary sings in the others", not heard, " ".join(heard))
        path.write_text(path.read_text("utf-8").replace(
            "date: 2024-03\n", "date: 2024-03\naudience: internal\n"), "utf-8")
        office, _ = self.build("office", folder, "--schemas", ROOT / "schemas",
                               folder=folder / "office")
        self.cases.tell("the office has extracts for more events",
                        len(list(office.iterdir())) > len(made))


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        extracts = Extracts(plgs, cases, scratch)
        folder = extracts.briefs()
        extracts.single(folder)
        extracts.scripts(folder)
        extracts.originals(folder)
        extracts.donors()
        extracts.money()
        extracts.mistakes()
        extracts.fault()
        extracts.languages()
        extracts.canaries()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
