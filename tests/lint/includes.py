"""includes.py - who may include whom, and which file may look at which library.

    includes.py COMPILER [FLAG...]

The rules are those of pipeline/README.md: includes point down, a stage's headers are
private to its folder, foreign headers stay behind their fence, every header compiles
alone.  Each rule is also shown a broken sample, and must find it.
"""

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Cases

ROOT = Path(__file__).resolve().parent.parent.parent
PIPELINE = ROOT / "pipeline"

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)

# Each noun of base may use those to its left.
BASE = ["arena", "text", "json", "length", "contrast", "lines", "letters", "suggest", "diag", "edits", "files"]
# The nouns of model leave each other alone, but for these.
MODEL = {
    "xml": [],
    "attribute": ["document", "xml"],
    "document": ["attribute", "xml"],
    "drawing": ["pages", "xml"],
    "jpeg": ["picture"],
    "pages": ["drawing", "xml"],
    "picture": ["jpeg"],
    "relay": ["pages"],
    "treenode": [],
    "allowance": ["treenode"],
    "records": ["allowance", "treenode", "xml"],
    "sourcemap": [],
    "codelist": ["xml"],
    "xsd": ["xml"],
    "annotation": ["xml"],
    "fields": ["xml", "annotation"],
    "sample": ["fields"],
    "value": ["records"],
    "gaps": ["records", "value"],
    "registry": ["fields", "records"],
    "query": ["asking", "names", "reach", "records", "registry", "value"],
    "querycall": ["asking", "query", "records"],
    "asking": ["names", "query"],
    "reach": ["fields", "names", "pathview", "terrain"],
    "pathview": ["names", "reach", "terrain"],
    "terrain": ["fields"],
    "names": ["fields"],
    "weighing": ["records"],
    "wordlist": ["xml"],
    "withhold": ["fields", "records", "treenode"],
    "rulebook": ["xml"],
    "style": ["records"],
    "plain": ["style"],
}
ROOMS = ["read", "validate", "compose", "parse", "layout", "write", "report", "desk", "compare"]
# What stands above the rooms, and the one header of a room that it sees.
TOP = ["build", "check", "command", "deskwork", "diff", "difference", "editions", "form", "main", "manual",
       "mend", "press", "rounds", "run", "span", "verdict"]
PUBLIC = ["report/report.h", "desk/desk.h", "compare/compare.h", "compare/revision.h", "compose/escape.h", "read/portion.h", "validate/court.h"]

# A foreign header, and the files that may look at it.
FENCES = [
    (r"yaml\.h", r"read/.*"),
    (r"libxml/.*", r"(model|validate|compose)/.*\.c"),
    (r"cmark\.h", r"parse/.*"),
    (r"hb.*\.h", r"layout/(inline/)?(face|inert|shape)\.c|write/font\.c"),
    (r"unicode/.*", r"(layout|compose)/.*"),
    (r"hpdf.*\.h", r"write/haru\.c"),
    (r"libdeflate\.h", r"write/.*"),
    (r"png\.h", r"write/png\.c"),
]
# C11 and POSIX, as far as they are in use; sockets want an argument.  Threads stand in the
# places that threads share, and where they are started.
SYSTEM = {
    "assert.h", "ctype.h", "dirent.h", "errno.h", "fcntl.h", "inttypes.h", "limits.h", "malloc.h", "setjmp.h",
    "stdarg.h", "stdatomic.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h",
    "sys/mman.h", "sys/resource.h", "sys/stat.h", "sys/types.h", "threads.h", "time.h", "unistd.h",
}


def sources():
    """Every source below pipeline/, by its path from there."""
    return {path.relative_to(PIPELINE).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(PIPELINE.rglob("*.[ch]"))}


def includes_of(text):
    for match in INCLUDE.finditer(text):
        yield match[1] == "<", match[2]


def resolve(path, name, tree):
    """Where a quoted include leads: beside the file, else from pipeline/."""
    beside = f"{path.rpartition('/')[0]}/{name}".lstrip("/")
    return beside if beside in tree else name


def noun(path):
    """model/pages_parse.c is about pages."""
    return path.split("/")[-1].split(".")[0].split("_")[0]


def base_may(path, target):
    if not target.startswith("base/"):
        return False
    own = noun(path)
    return own in BASE and noun(target) in BASE[: BASE.index(own) + 1]


def model_may(path, target):
    if target.startswith("base/"):
        return True
    own = noun(path)
    return target.startswith("model/") and own in MODEL and (
        noun(target) == own or noun(target) in MODEL[own] or target == "model/role.list")


def room_may(path, target):
    own = path.split("/")[0]
    return (target == "stage.h" and own not in ("report", "desk", "compare")) or \
        target.startswith(("base/", "model/", own + "/"))


def may_include(path, target):
    """Whether includes point down and stay out of other rooms."""
    room = path.split("/")[0]
    if room == "base":
        return base_may(path, target)
    if room == "model":
        return model_may(path, target)
    if room in ROOMS:
        return room_may(path, target)
    if path == "stage.h":
        return target.startswith(("base/", "model/"))
    return "/" not in path and noun(path) in TOP and (
        "/" not in target and noun(target) in TOP or target in PUBLIC or target == "stage.h"
        or target.startswith(("base/", "model/")))


def check_ranks(tree):
    """Includes that do not point down."""
    for path, text in tree.items():
        for foreign, name in includes_of(text):
            if foreign or name.startswith("base/diag.list"):
                continue
            target = resolve(path, name, tree)
            if not may_include(path, target):
                yield f"{path} may not include {target}"


def check_fences(tree):
    """Foreign headers outside their fence."""
    for path, text in tree.items():
        for foreign, name in includes_of(text):
            if not foreign or name in SYSTEM:
                continue
            fence = [allowed for pattern, allowed in FENCES if re.fullmatch(pattern, name)]
            if not fence:
                yield f"{path} includes <{name}>, which has no fence"
            elif not re.fullmatch(fence[0], path):
                yield f"{path} looks over the fence at <{name}>"


def check_stages(tree):
    """Names with external linkage that a stage shows in stage.h, and nothing else."""
    for path, text in tree.items():
        for stage in re.findall(r"^extern const struct stage (\w+);", text, re.MULTILINE):
            if path != "stage.h":
                yield f"{path} declares {stage}; stages are declared in stage.h"


def check_guards(tree):
    """Headers without an include guard of their own: the room and the noun."""
    for path, text in tree.items():
        words = path.upper().removesuffix(".H").split("/")
        guard = "_".join([*words[:1], *words[1:][-1:], "H"])
        if path.endswith(".h") and f"#ifndef {guard}\n#define {guard}\n" not in text:
            yield f"{path} has no guard {guard}"


RULES = [
    ("includes point down and stages keep their headers", check_ranks),
    ("foreign headers stay behind their fence", check_fences),
    ("stages are declared in stage.h alone", check_stages),
    ("every header has a guard named for its room and noun", check_guards),
]

# Small broken trees, one for each way to break a rule.
SAMPLES = [
    (check_ranks, {"base/text.c": '#include "base/diag.h"\n'}),
    (check_ranks, {"base/files.c": '#include "model/xml.h"\n'}),
    (check_ranks, {"base/helper.c": '#include "base/arena.h"\n'}),
    (check_ranks, {"model/pages.c": '#include "model/document.h"\n'}),
    (check_ranks, {"model/records.c": '#include "stage.h"\n'}),
    (check_ranks, {"parse/parse.c": '#include "read/yaml.h"\n'}),
    (check_ranks, {"parse/parse.c": '#include "yaml.h"\n', "read/yaml.h": ""}),
    (check_ranks, {"write/write.c": '#include "../layout/face.h"\n'}),
    (check_ranks, {"layout/layout.c": '#include "span.h"\n'}),
    (check_ranks, {"report/report.c": '#include "stage.h"\n'}),
    (check_ranks, {"stage.h": '#include "read/yaml.h"\n'}),
    (check_ranks, {"main.c": '#include "layout/face.h"\n'}),
    (check_fences, {"layout/face.c": "#include <yaml.h>\n"}),
    (check_fences, {"model/records.h": "#include <libxml/tree.h>\n"}),
    (check_fences, {"parse/parse.c": "#include <libxml/tree.h>\n"}),
    (check_fences, {"layout/block.c": "#include <hb.h>\n"}),
    (check_fences, {"write/content.c": "#include <hpdf.h>\n"}),
    (check_fences, {"write/haru.h": "#include <hpdf_doc.h>\n"}),
    (check_fences, {"read/read.c": "#  include <sys/socket.h>\n"}),
    (check_stages, {"read/read.h": "extern const struct stage read_stage;\n"}),
    (check_guards, {"read/yaml.h": "#ifndef YAML_H\n#define YAML_H\n"}),
]


def library_flags():
    """Where the libraries' headers lie; a header that needs them must be inside a fence."""
    words = ["pkg-config", "--cflags", "yaml-0.1", "libxml-2.0", "libcmark", "harfbuzz",
             "icu-uc"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()


def check_alone(compiler, tree):
    """Headers that need another before them."""
    flags = [*compiler, "-std=c11", "-D_XOPEN_SOURCE=700", "-I", str(PIPELINE),
             *library_flags(), "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-x", "c", "-"]
    for path in tree:
        if path.endswith(".h"):
            result = subprocess.run(flags, input=f'#include "{path}"\n', text=True,
                                    capture_output=True)
            if result.returncode:
                yield f"{path}: " + result.stderr


def main():
    cases = Cases()
    tree = sources()
    for name, check in RULES:
        found = list(check(tree))
        cases.tell(name, not found, "\n".join(found))
    found = list(check_alone(sys.argv[1:] or ["cc"], tree))
    cases.tell("every header compiles alone", not found, "\n".join(found))
    missed = [sample for check, sample in SAMPLES if not list(check(sample))]
    cases.tell("every broken sample is found", not missed, "\n".join(map(str, missed)))
    return cases.close()


sys.exit(main())
