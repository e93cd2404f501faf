"""words.py - makes the tables of the words that layout itself puts on pages and says of charts
out of schemas/words: one of its groups, in all languages.

    words.py FOLDER GROUP PREFIX OUTPUT DEPFILE

Each language becomes an initializer, { "fr", { [WORD_PAGE] = "page", … } }, English first.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from literal import literal


def words_of(path, group):
    """The words of the group by their keys."""
    root = ElementTree.parse(path).getroot()
    words = {word.get("key"): (word.text or "").strip(" \t\n")
             for word in root.findall(f"codes[@type='{group}']/word")}
    # A word has no blanks at its ends, so that what stands between two others shows them.
    if "comma" in words:
        words["comma"] = words["comma"].removeprefix("{1}").removesuffix("{2}")
    return words


def main():
    folder, group, prefix, output, depfile = sys.argv[1:]
    paths = sorted(Path(folder).glob("*.xml"), key=lambda path: (path.stem != "en", path.stem))
    lines = []
    for path in paths:
        words = words_of(path, group)
        if words:
            inner = ", ".join(f"[{prefix}_{key.upper().replace('-', '_')}] = {literal(says)}"
                              for key, says in words.items())
            lines.append(f'{{ "{path.stem}", {{ {inner} }} }},\n')
    Path(output).write_text("".join(lines), encoding="utf-8")
    names = " ".join(str(path).replace(" ", "\\ ") for path in paths)
    Path(depfile).write_text(f"{output}: {names}\n", encoding="utf-8")


main()
