"""run.py - every diagnostic provoked once: CODE.ENDING makes plgs say CODE.diag, word for
word, and end with status 1.

    run.py PLGS            compares
    run.py PLGS --bless    rewrites what is said

The ending says which command the input is for.  A CODE.sh provokes its code itself, with
plgs as $PLGS in the folder of this file, for what one input cannot do: its standard error
is compared, and it ends with the status that it expects plgs to end with.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import FONTS, TIME_LIMIT, outcome, program_named, surroundings
from tap import Cases, difference

FOLDER = Path(__file__).resolve().parent

# The first ending that fits counts.  A template of compose lies beside its records.
COMMANDS = [
    (".records.xml", "validate"),
    (".compose.xml", "compose"),
    (".document.xml", "layout"),
    (".pages.xml", "write"),
    (".md", "parse"),
    (".read.yaml", "read"),
    (".yaml", "check"),
]


def provoke(plgs, path):
    """Runs what the ending asks for; the result and the status it should have."""
    if path.suffix == ".sh":
        return provoke_by_script(plgs, path)
    stage = next(stage for ending, stage in COMMANDS if path.name.endswith(ending))
    if stage == "check":
        return plgs.run("check", path.name, folder=FOLDER), 1
    return plgs.stage(stage, path), 1


def provoke_by_script(plgs, path):
    with tempfile.TemporaryDirectory() as scratch:
        environment = surroundings(
            {"PLGS": plgs.path, "SCRATCH": scratch, "FONTS": os.path.relpath(FONTS, FOLDER)})
        result = subprocess.run(["/bin/sh", path.name], cwd=FOLDER, env=environment,
                                stdin=subprocess.DEVNULL, capture_output=True,
                                timeout=TIME_LIMIT)
        result.stderr = result.stderr.replace(scratch.encode(), b"$SCRATCH")
    return result, result.returncode if result.returncode in (2, 3) else 1


def provokers():
    """The inputs by code; templates and other company have longer names."""
    endings = [ending for ending, _ in COMMANDS] + [".sh"]
    for path in sorted(FOLDER.iterdir()):
        code = path.name.split(".", 1)[0]
        if len(code) == 4 and path.name[4:] in endings:
            yield code, path


def judge(plgs, code, path):
    result, status = provoke(plgs, path)
    diag = FOLDER / f"{code}.diag"
    said = diag.read_bytes() if diag.exists() else b""
    why = [outcome(result, status), difference(said, result.stderr)]
    # A warning is said and the run goes on.
    if f"warning[{code}]".encode() in said and result.returncode == 0:
        why[0] = ""
    if f"[{code}]".encode() not in result.stderr:
        why.append(f"{code} was not said")
    return "\n".join(part for part in why if part)


def main():
    plgs = program_named()
    if "--bless" in sys.argv[2:]:
        for code, path in provokers():
            result, _ = provoke(plgs, path)
            (FOLDER / f"{code}.diag").write_bytes(result.stderr)
        return 0
    cases = Cases()
    for code, path in provokers():
        why = judge(plgs, code, path)
        cases.tell(f"{code} is said of {path.name}", not why, why)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
