"""crowd.py - 200 records with a fault each: 200 messages, each at its place; and of sound
records of every kind nothing is said.

    crowd.py PLGS

The records are those of tests/bench/records.py, which also says what is to be said of them.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, program_named
from tap import Cases

RECORDS = ROOT / "tests" / "bench" / "records.py"
RECORD = re.compile(r"^  - id: (\S+)", re.MULTILINE)
KIND = re.compile(r"^    kind: (\S+)", re.MULTILINE)
KINDS = 24


def written(folder, *words):
    subprocess.run([sys.executable, "-B", RECORDS, folder, *map(str, words)], check=True)
    return "".join(path.read_text("utf-8") for path in folder.glob("records/submission-*.yaml"))


def told(plgs, folder):
    """What is said of a report, as expected.txt has it."""
    result = plgs.run("check", "--format", "json", "--schemas", ROOT / "schemas", folder.name,
                      folder=folder.parent)
    return Counter(
        "{file}:{line}:{column}-{line}:{end} {code}".format_map(defaultdict(str, fault))
        .removeprefix(folder.name + "/") for fault in json.loads(result.stdout)["diagnostics"])


def difference(wanted, found):
    return "\n".join([f"not said: {line}" for line in sorted((wanted - found).elements())]
                     + [f"not expected: {line}" for line in sorted((found - wanted).elements())])


def faulty(plgs, cases, scratch, name, *words):
    folder = Path(scratch, name.replace(" ", "-"))
    records = set(RECORD.findall(written(folder, 200, "--faulty", *words)))
    wanted = (folder / "expected.txt").read_text("utf-8").splitlines()
    sorts = {line.split()[-1] for line in wanted}
    cases.tell(f"{name}: 200 records, a fault each, of ten sorts or more",
               len(records) == len(wanted) == 200 and len(sorts) >= 10,
               f"{len(records)} records, {len(wanted)} faults of {len(sorts)} sorts")
    why = difference(Counter(wanted), told(plgs, folder))
    cases.tell(f"{name}: each is told at its place, and nothing else", not why, why)


def sound(plgs, cases, scratch):
    folder = Path(scratch, "sound")
    kinds = set(KIND.findall(written(folder, 1000, "--per-file", 200)))
    cases.tell("a thousand sound records are of all kinds", len(kinds) == KINDS, str(kinds))
    why = difference(Counter(), told(plgs, folder))
    cases.tell("nothing is said of them", not why, why)


def main():
    plgs, cases = program_named(), Cases()
    with tempfile.TemporaryDirectory() as scratch:
        faulty(plgs, cases, scratch, "one file", "--per-file", 0)
        faulty(plgs, cases, scratch, "ten files", "--per-file", 20)
        sound(plgs, cases, scratch)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
