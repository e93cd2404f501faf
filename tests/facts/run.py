"""run.py - the records of true facts in fixtures/ pass the strictest check, each set alone and
all of them together, and a fact is missed where it is taken away.

    run.py PLGS
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import ROOT, program_named
from tap import Cases

# The report is what reads fixtures/annual-2023.
SETS = [
    ["fixtures/annual-2022"],
    ["fixtures/annual-2023"],
    ["fixtures/facts"],
    ["reports/annual-2023"],
    ["reports/annual-2023", "fixtures/annual-2022"],
    ["reports/annual-2023", "fixtures/annual-2022", "fixtures/facts"],
    ["fixtures/facts", "reports/annual-2023", "fixtures/annual-2022"],
]


def checked(plgs, folder, paths):
    """What the strictest check says, and its status."""
    result = plgs.run("check", "--strict", "--schemas", ROOT / "schemas", *paths, folder=folder)
    return result.returncode, result.stderr.decode()


def check_sets(plgs, cases):
    for paths in SETS:
        status, said = checked(plgs, ROOT, paths)
        cases.tell(f"nothing is said of {' and '.join(paths)}",
                   status == 0 and said.strip() in ("", "no faults"), said)


def check_that_it_can_fail(plgs, cases):
    """One line less in a copy, and the check is not silent."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "fixtures"
        for name in ("annual-2022", "annual-2023", "facts"):
            shutil.copytree(ROOT / "fixtures" / name, copy / name)
        shutil.copytree(ROOT / "reports", Path(scratch) / "reports")
        path = copy / "facts" / "registers" / "events.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(
            "    # plgs: allow V566 -- of the second and third no source is at hand\n", ""),
            encoding="utf-8")
        status, said = checked(plgs, scratch, SETS[-1])
        cases.tell("a gap that nothing allows is told", status == 1 and "V566" in said, said)


def main():
    plgs = program_named()
    cases = Cases()
    check_sets(plgs, cases)
    check_that_it_can_fail(plgs, cases)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
