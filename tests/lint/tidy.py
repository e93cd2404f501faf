"""tidy.py - what clang-tidy says of the sources, one case for each file; .ci/run asks it.

    tidy.py BUILD

BUILD is a build folder, for its compile_commands.json; .clang-tidy says what is looked for.
"""

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

ROOT = Path(__file__).resolve().parent.parent.parent
FINDING = re.compile(r"^[^\n]*: (?:warning|error): [^\n]*$", re.MULTILINE)

# A pointer that may be NULL, and a name that is none of ours.
BROKEN = """\
int Broken_name(const int *number);
int
Broken_name(const int *number)
{
	if (number)
		return 0;
	return *number;
}
"""
WANTED = {"clang-analyzer-core.NullDereference", "readability-identifier-naming"}


def findings(*words):
    """What clang-tidy finds; all it says where it cannot even begin."""
    said = subprocess.run(["clang-tidy", f"--config-file={ROOT / '.clang-tidy'}", "--quiet",
                           *map(str, words)], capture_output=True, text=True, check=False)
    found = FINDING.findall(said.stdout)
    return found or ([said.stdout + said.stderr] if said.returncode else [])


def broken_found():
    """The sorts of findings in a broken sample."""
    with tempfile.TemporaryDirectory() as scratch:
        sample = Path(scratch, "broken.c")
        sample.write_text(BROKEN, "utf-8")
        said = "\n".join(findings(sample, "--", "-std=c11"))
    return {name for name in WANTED if name in said}, said


def main():
    build = Path(sys.argv[1]).resolve()
    files = sorted((ROOT / "pipeline").rglob("*.c"))
    cases = Cases()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, found in zip(files, pool.map(lambda path: findings("-p", build, path), files)):
            cases.tell(f"{path.relative_to(ROOT)} is clean", not found, "\n".join(found))
    found, said = broken_found()
    cases.tell("a broken sample is found", found == WANTED, said)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
