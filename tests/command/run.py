"""run.py - the command line: what it answers, and the status that it ends with.

    run.py PLGS

0 fine, 1 the input is wrong, 2 the command is wrong, 3 the machine failed.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, STAGES, outcome, program_named
from tap import Cases

REPORT = "reports/annual-2023"
CODES = re.findall(r"^DIAG\((\w+),", (ROOT / "pipeline/base/diag.list").read_text("utf-8"),
                   re.MULTILINE)

# Commands that are wrong in themselves.
WRONG = [
    ["nonsense"],
    ["parse..read"],
    ["read..nowhere"],
    ["build", "--nonsense"],
    ["build", "-o"],
    ["build", REPORT, REPORT],
    ["build", "--memory", "much", REPORT],
    ["build", "--strict=yes", REPORT],
    ["build", "--format", "letter", REPORT],
    ["build", "--fix", REPORT],
    ["check", "--format", "yaml", REPORT],
    ["check", "--format", REPORT],
    ["check", "--color", "red", REPORT],
    ["check", "--dry-run", REPORT],
    ["check", "--fix", "--dry-run", "--format", "json", REPORT],
    ["explain", "X999"],
]


class Commands:
    def __init__(self, plgs, cases):
        self.plgs = plgs
        self.cases = cases

    def ends(self, name, words, status, **how):
        """A case that passes when the command ends with this status, and says why it
        failed where it did; what it wrote comes back."""
        result = self.plgs.run(*words, **how)
        why = outcome(result, status)
        if not why and status and not result.stderr:
            why = "it does not say why"
        self.cases.tell(name, not why, why)
        return result

    def answers(self):
        """What it tells about itself."""
        for words in (["help"], ["--help"], ["build", "--help"], []):
            said = self.ends(f"plgs {' '.join(words)} shows the help", words, 0).stdout.decode()
            missing = [stage for stage in STAGES if stage not in said]
            self.cases.tell(f"the help of plgs {' '.join(words)} names every stage",
                            not missing, " ".join(missing))
        said = self.ends("plgs version answers", ["version"], 0).stdout
        self.cases.tell("the version is a number", re.fullmatch(rb"plgs \d+\.\d+\.\d+\n", said),
                        said.decode())

    def manual(self):
        """The manual page is one that man can show."""
        page = self.ends("plgs help man writes the manual page", ["help", "man"], 0).stdout
        if not shutil.which("mandoc"):
            self.cases.skip("mandoc finds nothing wrong with it", "mandoc is not installed")
            return
        for name, source, sound in (("mandoc finds nothing wrong with it", page, True),
                                    ("it finds what is wrong", page + b".SH\n.XY\n", False)):
            said = subprocess.run(["mandoc", "-T", "lint", "-W", "warning"], input=source,
                                  capture_output=True, check=False)
            self.cases.tell(name, (said.returncode == 0) == sound, said.stdout.decode())

    def explains(self):
        """Every code has its page."""
        said = self.ends("plgs explain lists the codes", ["explain"], 0).stdout.decode()
        listed = re.findall(r"^\w\d{3}", said, re.MULTILINE)
        # The rules of the schemas follow.
        self.cases.tell("no code is missing", listed[:len(CODES)] == CODES, said)
        pages = self.ends("plgs explain explains every code", ["explain", *CODES], 0).stdout
        self.cases.tell("every page says what to do", pages.count(b"What to do: ") == len(CODES),
                        f"{pages.count(b'What to do: ')} of {len(CODES)}")
        self.ends("a code may be written small", ["explain", CODES[0].lower()], 0)

    def refuses(self):
        """Commands that are wrong, in which nothing is made."""
        for words in WRONG:
            result = self.ends(f"plgs {' '.join(words)} is a wrong command", words, 2)
            self.cases.tell(f"plgs {' '.join(words)} makes nothing", not result.stdout)

    def writes(self):
        """Where the result goes."""
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            self.ends("a device may be written to",
                      ["parse..write", "-o", "/dev/null"], 0, stdin=b"text")
            self.cases.tell("and stays a device", Path("/dev/null").is_char_device())
            self.ends("a full disk is a failure of the machine",
                      ["parse..write", "-o", "/dev/full"], 3, stdin=b"text")
            self.ends("so is a folder that is not there",
                      ["parse", "-o", str(here / "no" / "out.xml")], 3, stdin=b"text")
            self.ends("a name that begins with a dash follows two dashes",
                      ["parse", "--", "-"], 0, stdin=b"text")
            self.cases.tell("nothing is left behind", not list(here.iterdir()),
                            " ".join(path.name for path in here.iterdir()))

    def checks(self):
        """A single file is judged with the report around it, and only it is spoken of."""
        taken = ("schema: plgs-submission/1\nreport: annual-2023\nprogramme: korea-nupp-2\n"
                 "country: AZ\nlanguage: en\nmilestones:\n  - id: az-2023-nuf-2\n")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "again.yaml")
            file.write_text(taken)
            said = self.ends("a name that the report has already is refused",
                             ["check", file], 1).stderr.decode()
            self.cases.tell("both places of the name are shown",
                            "error[V401]" in said and "again.yaml:7:9" in said, said)

    def stops(self):
        """A file of nothing but unknown keys is told so once, after a thousand of them."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "other.yaml")
            file.write_text("schema: plgs-style/1\n"
                            + "".join(f"q{line}: 1\n" for line in range(1200)))
            said = self.plgs.run("check", "--format", "json", "--root", folder, file)
            unknown = [fault for fault in json.loads(said.stdout)["diagnostics"]
                       if fault["code"] == "V201"]
            last = unknown[-1]
            self.cases.tell("after a thousand unknown keys one message says how many more",
                            len(unknown) == 1001 and last["line"] == 1002
                            and last["message"].startswith("200 more keys"), str(last))

    def exhausts(self):
        """With memory that rises step by step, each run fails whole or succeeds whole."""
        wrong, memory, steps = [], 1 << 16, 0
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder, "out.pdf")
            while not wrong:
                result = self.plgs.run("build", REPORT, "-o", pdf, "--memory", str(memory))
                left = [path.name for path in Path(folder).iterdir()]
                if result.returncode == 0 and left == ["out.pdf"]:
                    break
                if result.returncode != 3 or left or not result.stderr or memory > 1 << 32:
                    wrong.append(f"with {memory} bytes: status {result.returncode}, left {left}")
                memory += memory // 3
                steps += 1
        self.cases.tell("a run without memory ends with status 3 and leaves nothing",
                        not wrong and steps > 3, "\n".join(wrong) or f"only {steps} steps")


def main():
    cases = Cases()
    commands = Commands(program_named(), cases)
    for part in (commands.answers, commands.manual, commands.explains, commands.refuses, commands.writes,
                 commands.checks, commands.stops, commands.exhausts):
        part()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
