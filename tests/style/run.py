"""run.py - the styles that ship: each is sound, and to change a colour or a font in it
takes one line.

    run.py PLGS
"""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import FONTS, ROOT, outcome, program_named
from tap import Cases

FOLDER = Path(__file__).resolve().parent
STYLES = ["reports/annual-2023/style.yaml", "reports/brief/style.yaml"]


def pages_of(plgs, folder, style):
    """The sample set in a style, as XML, and why not."""
    (Path(folder) / "style.yaml").write_text(style, encoding="utf-8")
    result = plgs.run("parse..layout", "--schemas", ROOT / "schemas", folder=folder,
                      stdin=(FOLDER / "sample.md").read_bytes(), fonts=FONTS)
    return result.stdout.decode("utf-8"), outcome(result)


def one_line(before, after):
    """How many lines of two texts differ."""
    return sum(a != b for a, b in zip(before.splitlines(), after.splitlines()))


def judge_colour(cases, plgs, folder, name, style):
    """Another accent: nothing keeps the old one, and nothing but colours changes."""
    old = re.search(r'^  accent: "(#[0-9a-f]{6})"$', style, re.MULTILINE)[1]
    changed = style.replace(old, "#7a1f4b", 1)
    before, _ = pages_of(plgs, folder, style)
    after, why = pages_of(plgs, folder, changed)
    cases.tell(f"{name}: another accent is one line and changes all that has it",
               not why and one_line(style, changed) == 1 and before.count(old) > 3 and
               after == before.replace(old, "#7a1f4b"), why)


def judge_face(cases, plgs, folder, name, style):
    """Another font: nothing is set in the old one."""
    changed = style.replace("regular: NotoSans-Regular.ttf", "regular: NotoSerif-Regular.ttf", 1)
    before, _ = pages_of(plgs, folder, style)
    after, why = pages_of(plgs, folder, changed)
    cases.tell(f"{name}: another font is one line and changes all that has it",
               not why and one_line(style, changed) == 1 and "NotoSans-Regular" in before and
               "NotoSans-Regular" not in after, why)


def judge(cases, plgs, name):
    style = (ROOT / name).read_text(encoding="utf-8")
    checked = plgs.run("check", "--strict", name)
    cases.tell(f"{name}: nothing is said of it", not outcome(checked), outcome(checked))
    with tempfile.TemporaryDirectory() as folder:
        pages, why = pages_of(plgs, folder, style)
        cases.tell(f"{name}: the sample is set in it", not why and "<page " in pages, why)
        judge_colour(cases, plgs, folder, name, style)
        judge_face(cases, plgs, folder, name, style)


def main():
    plgs = program_named()
    cases = Cases()
    for name in STYLES:
        judge(cases, plgs, name)
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
