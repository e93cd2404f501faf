"""run.py - every mistake that fixtures/broken knows is told where it stands, and nothing else
is told.

    run.py PLGS [NAME...]

A file says in comments what `plgs check` must say of it, one line for each message:

    # expect: V201 13:5-13:10      code, line:column of its start and of what follows it
    # expect: R402 1:1             a place without an extent
    # expect: F101                 the file itself is the place
    # expect: nothing              the file is right, though it does not look so

What cannot hold such comments has them in NAME.expect beside it.  NAME.recipe describes a
file too large to keep: after its comments each line is `text "..."` or `repeat N "..."`, and
the file is made from them in a folder that goes away.
"""

import json
import re
import resource
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, program_named
from tap import Cases

FOLDER = ROOT / "fixtures" / "broken"
CONTEXT = FOLDER / "context"
EXPECTATION = re.compile(r"^# expect: (.*)$", re.MULTILINE)
MESSAGE = re.compile(r"[A-Z]\d{3}( \d+:\d+(-\d+:\d+)?)?$")
STEP = re.compile(r'(text|repeat (\d+)) (".*")$')
# Codes of folders and of reports (R405, R406, V430, V431, V564), of streams (V203) and of
# schemas that other hands made (V101 to V103, V901, V902), of files without their report
# (V404), of all rules together (V500), of a rule that is off where no report wants it (V570).
ELSEWHERE = {"R405", "R406", "V101", "V102", "V103", "V203", "V404", "V430", "V431", "V500",
             "V564", "V570", "V901", "V902"}
MEMORY_LIMIT = 768 * 1024  # KB, for a file of any size


def expected_of(path):
    """The messages that a file wants, from its comments or from those beside it."""
    beside = path.with_suffix(".expect")
    said = (beside if beside.exists() else path).read_text(encoding="utf-8")
    lines = EXPECTATION.findall(said)
    wanted = [line for line in lines if line != "nothing"]
    if not lines or not all(map(MESSAGE.match, wanted)):
        raise ValueError(f"{path.name} does not say what is expected of it")
    return Counter(wanted)


def cooked(recipe, folder):
    """The file that a recipe describes."""
    path = Path(folder) / (recipe.stem + ".yaml")
    with path.open("wb") as made:
        for line in recipe.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            step = STEP.match(line)
            if step is None:
                raise ValueError(f"{recipe.name} has a line that is no step: {line}")
            made.write(json.loads(step[3]).encode() * int(step[2] or 1))
    return path


def message(fault, path):
    """A message of plgs, written as an expectation is."""
    place = ""
    if "line" in fault:
        place = f" {fault['line']}:{fault['column']}"
    if "end" in fault:
        place += f"-{fault['line']}:{fault['end']}"
    elsewhere = "" if fault.get("file") == path else f" in {fault.get('file')}"
    return fault["code"] + place + elsewhere


def told(plgs, path):
    """The messages about one file, and the exit status."""
    words = ["check", "--format", "json", CONTEXT.relative_to(ROOT), path]
    if Path(path).is_absolute():
        words += ["--root", Path(path).parent]
    result = plgs.run(*words)
    if result.returncode not in (0, 1):
        raise ValueError(f"ended with status {result.returncode}: {result.stderr[:400]!r}")
    faults = json.loads(result.stdout)["diagnostics"]
    errors = any(fault["severity"] != "warning" for fault in faults)
    if result.returncode != errors:
        raise ValueError(f"ended with status {result.returncode}")
    return Counter(message(fault, str(path)) for fault in faults)


class Score:
    """How much of what should be said is said, and of what is said should be."""

    def __init__(self):
        self.hit = self.missed = self.surplus = 0

    def compare(self, expected, found):
        """Why the two are not the same, or an empty string."""
        missed, surplus = expected - found, found - expected
        self.hit += (expected & found).total()
        self.missed += missed.total()
        self.surplus += surplus.total()
        return "\n".join([f"not said: {line}" for line in sorted(missed.elements())]
                         + [f"not expected: {line}" for line in sorted(surplus.elements())])

    def tell(self):
        print(f"# {self.hit} messages as expected, {self.missed} missing,"
              f" {self.surplus} too many")


def judge(plgs, path, score):
    try:
        expected = expected_of(path)
        if path.suffix != ".recipe":
            return score.compare(expected, told(plgs, str(path.relative_to(ROOT))))
        with tempfile.TemporaryDirectory() as scratch:
            return score.compare(expected, told(plgs, str(cooked(path, scratch))))
    except (ValueError, OSError) as error:
        return str(error)


def cases_named(names):
    for path in sorted(FOLDER.glob("*")):
        if path.suffix in (".yaml", ".recipe") and (not names or path.stem in names):
            yield path


def context_is_right(plgs):
    """What surrounds the mistakes has none itself."""
    result = plgs.run("check", "--strict", CONTEXT.relative_to(ROOT))
    return result.returncode == 0, result.stderr.decode("utf-8", "replace")


def codes_without_file():
    """Codes that one file could provoke beside the context, and none here does."""
    listed = (ROOT / "pipeline/base/diag.list").read_text(encoding="utf-8")
    rules = (ROOT / "schemas/rules.xml").read_text(encoding="utf-8")
    codes = set(re.findall(r"^DIAG\(([RV]\d+)", listed, re.MULTILINE))
    codes |= set(re.findall(r'<rule code="(V\d+)"', rules))
    found = {message.split()[0] for path in cases_named(()) for message in expected_of(path)}
    return sorted(codes - found - ELSEWHERE)


def judge_memory(plgs, cases):
    """The most that any of the runs took; a sanitizer takes a multiple for itself."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if b"__asan_init" in Path(plgs.path).read_bytes():
        cases.skip("no file takes more than 768 MB", "the sanitizer takes memory too")
    else:
        cases.tell("no file takes more than 768 MB", peak <= MEMORY_LIMIT, f"{peak} KB")


def main():
    plgs, names = program_named(), sys.argv[2:]
    cases, score = Cases(), Score()
    cases.tell("the context is right", *context_is_right(plgs))
    for path in cases_named(names):
        why = judge(plgs, path, score)
        cases.tell(path.stem, not why, why)
    missing = codes_without_file()
    cases.tell("every code that a file can provoke has one here", not missing, " ".join(missing))
    judge_memory(plgs, cases)
    score.tell()
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
