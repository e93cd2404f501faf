"""crowd.py - 200 records with a fault each: 200 messages, each at its place; of sound
records of every kind nothing is said; and a large file, which is judged in portions, is told
each fault at its place too, whatever the number of threads.

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


def checked(plgs, folder, *words):
    return plgs.run("check", "--format", "json", "--schemas", ROOT / "schemas", *words,
                    folder.name, folder=folder.parent).stdout


def places(text, folder):
    """What a verdict says, as expected.txt has it."""
    return Counter(
        "{file}:{line}:{column}-{line}:{end} {code}".format_map(defaultdict(str, fault))
        .removeprefix(folder.name + "/") for fault in json.loads(text)["diagnostics"])


def told(plgs, folder):
    return places(checked(plgs, folder), folder)


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


def large(plgs, cases, scratch):
    """Some thirty portions, and a fault in each record of each."""
    folder = Path(scratch, "large")
    size = len(written(folder, 3000, "--per-file", 0, "--faulty"))
    one, four = (checked(plgs, folder, "--threads", count) for count in ("1", "4"))
    wanted = Counter((folder / "expected.txt").read_text("utf-8").splitlines())
    cases.tell("a file of more than a megabyte is judged in portions", size > 1 << 20)
    why = difference(wanted, places(one, folder))
    cases.tell("each fault in it is told at its place, and nothing else", not why, why)
    cases.tell("four threads say the same as one, byte for byte", one == four)


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
        large(plgs, cases, scratch)
        sound(plgs, cases, scratch)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
