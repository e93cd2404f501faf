"""words.py - words that have no place in the tree: empty names, notes to oneself, paths of
somebody's machine, floats where pages are made, calls that depend on clock or locale.

    words.py

Each rule is also shown a broken sample, and must find it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

ROOT = Path(__file__).resolve().parent.parent.parent

EMPTY_NAMES = {"util", "utils", "utility", "utilities", "common", "misc", "helper", "helpers",
               "core", "shared", "stuff"}
# Spelt apart, so that this file may be looked at too.
NOTES = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE = re.compile(r"(?<![\w.])/(home|wo" r"rk|Users)/\w")
FLOATS = re.compile(r"\b(float|double)\b")
FICKLE = re.compile(r"\b(strtod|strtof|strtold|atof|setlocale|newlocale|time|localtime|gmtime"
                    r"|localtime_r|clock|clock_gettime|gettimeofday|rand|random|srand)\s*\(")
PRINTED_FLOATS = re.compile(r"%[-+#0-9.*]*[aefgAEFG]")

COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'',
                               re.DOTALL)


def code_of(text):
    """The text less comments and strings; line numbers stay."""
    return COMMENT_OR_STRING.sub(lambda match: "\n" * match[0].count("\n"), text)


def strings_of(text):
    return " ".join(match[0] for match in COMMENT_OR_STRING.finditer(text) if match[0][0] == '"')


def is_c(path):
    return path.startswith("pipeline/") and path.endswith((".c", ".h"))


def lines_with(pattern, path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if pattern.search(line):
            yield f"{path}:{number}: {line.strip()}"


def check_names(tree):
    """Names that say nothing."""
    for path in tree:
        for part in path.split("/"):
            if EMPTY_NAMES & set(re.split(r"[_.-]", part.lower())):
                yield f"{path}: {part} says nothing"


def check_notes(tree):
    """Notes to oneself."""
    for path, text in tree.items():
        yield from lines_with(NOTES, path, text)


def check_machine(tree):
    """Paths of one machine."""
    for path, text in tree.items():
        yield from lines_with(MACHINE, path, text)


def check_floats(tree):
    """Floating point where lengths are: pages must be the same on every machine."""
    for path, text in tree.items():
        if path.startswith(("pipeline/layout/", "pipeline/model/", "pipeline/base/")):
            yield from lines_with(FLOATS, path, code_of(text))
        if is_c(path) and PRINTED_FLOATS.search(strings_of(text).replace("%%", "")):
            yield f"{path}: prints a floating point number"


def check_fickle(tree):
    """Calls whose result depends on the clock, the locale or chance."""
    for path, text in tree.items():
        if is_c(path) and path != "pipeline/main.c":
            yield from lines_with(FICKLE, path, code_of(text))


def check_printing(tree):
    """Only main prints, and only main exits."""
    calls = re.compile(r"(?<!\w)(printf|puts|putchar|perror|exit|_exit|abort)\s*\(")
    for path, text in tree.items():
        if not is_c(path) or path == "pipeline/main.c":
            continue
        for line in lines_with(calls, path, code_of(text)):
            # An arena ends a run that its budget did not.
            if not (path == "pipeline/base/arena.c" and "abort();" in line):
                yield line


RULES = [
    ("every name says something", check_names),
    ("there are no notes to oneself", check_notes),
    ("there are no paths of one machine", check_machine),
    ("lengths are no floats", check_floats),
    ("nothing depends on clock, locale or chance", check_fickle),
    ("only main prints and exits", check_printing),
]

# Small broken trees, one for each way to break a rule.
SAMPLES = [
    (check_names, {"pipeline/base/string_utils.c": ""}),
    (check_names, {"pipeline/common/a.c": ""}),
    (check_notes, {"README.md": "a\nTO" "DO: b\n"}),
    (check_notes, {"a.c": "/* XX" "X */"}),
    (check_machine, {"a.sh": "cd /ho" "me/somebody\n"}),
    (check_machine, {"a.md": "see `/wo" "rk/main`\n"}),
    (check_floats, {"pipeline/layout/a.c": "static double x;\n"}),
    (check_floats, {"pipeline/write/a.c": 'buffer_format(b, "%.3f", x);\n'}),
    (check_fickle, {"pipeline/read/a.c": "x = strtod(s, NULL);\n"}),
    (check_fickle, {"pipeline/write/a.c": "now = time(NULL);\n"}),
    (check_printing, {"pipeline/parse/a.c": '\tprintf("x");\n'}),
    (check_printing, {"pipeline/parse/a.c": "\texit(1);\n"}),
]
SOUND = {
    "pipeline/layout/a.c": '/* no float here */\nstatic const char *x = "a double";\n',
    "pipeline/write/a.c": 'buffer_format(b, "100%% f %d", line_time(x));\nsnprintf(a, 1, "%d", 2);',
    "a.md": "https://example.org/wo" "rk/x /wo" "rkers/ ./wo" "rk/x\n",
}


def tree_of_project():
    """Every text file that could be committed."""
    tree = {}
    for folder, folders, names in os.walk(ROOT):
        top = Path(folder) == ROOT
        folders[:] = sorted(name for name in folders if name not in (".git", "__pycache__") and
                            not (top and (name.startswith("build") or name == "out")))
        for name in sorted(names):
            path = Path(folder, name)
            try:
                tree[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                tree[path.relative_to(ROOT).as_posix()] = ""
    return tree


def check_format():
    """Sources that clang-format would change."""
    sources = [*ROOT.glob("pipeline/**/*.[ch]"), *ROOT.glob("tests/**/*.[ch]")]
    result = subprocess.run(["clang-format", "--dry-run", "--Werror", *map(str, sorted(sources))],
                            capture_output=True, text=True)
    places = [line.split(":")[0] for line in result.stderr.splitlines() if ": error:" in line]
    return [f"{os.path.relpath(path, ROOT)}: {places.count(path)} places"
            for path in sorted(set(places))]


def main():
    cases = Cases()
    tree = tree_of_project()
    for name, check in RULES:
        found = list(check(tree))
        cases.tell(name, not found, "\n".join(found))
    name = "clang-format leaves every source as it is"
    if shutil.which("clang-format"):
        found = check_format()
        cases.tell(name, not found, "\n".join(found))
    else:
        cases.skip(name, "clang-format is not installed")
    missed = [sample for check, sample in SAMPLES if not list(check(sample))]
    cases.tell("every broken sample is found", not missed, "\n".join(map(str, missed)))
    wrong = [found for _, check in RULES for found in check(SOUND)]
    cases.tell("a sound sample passes", not wrong, "\n".join(wrong))
    return cases.close()


sys.exit(main())
