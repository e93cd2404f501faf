"""examples.py - makes the table of examples for `plgs explain` out of tests/diagnostics:
what plgs says of an input that has the mistake, word for word as it is tested.

    examples.py FOLDER OUTPUT DEPFILE
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from literal import literal

# C compilers need not take longer literals.
MOST_BYTES = 4000


def message_of(code, said):
    """The message with this code among those in a .diag file."""
    for message in said.split("\n\n"):
        if re.match(rf"\w+\[{code}\]", message):
            return message + "\n"
    return ""


def main():
    folder, output, depfile = map(Path, sys.argv[1:])
    sources = sorted(folder.glob("[A-Z][0-9][0-9][0-9].diag"))
    lines = []
    for path in sources:
        message = message_of(path.stem, path.read_text(encoding="utf-8"))
        if message and len(message.encode("utf-8")) <= MOST_BYTES:
            lines.append(f'EXAMPLE("{path.stem}", {literal(message)})\n')
    output.write_text("".join(lines), encoding="utf-8")
    names = " ".join(str(path).replace(" ", "\\ ") for path in sources)
    depfile.write_text(f"{output}: {names}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
