"""run.py - the goldens of one stage: what a stage makes of a small input, kept beside it.

    run.py PLGS STAGE            compares
    run.py PLGS STAGE --bless    rewrites what is there

NAME.IN is given to the stage.  What it makes is compared with NAME.OUT, and what it says
with NAME.diag; where there is no NAME.diag it must say nothing, and where there is no
NAME.OUT it must fail.  Of PDFs the structure (NAME.tags.txt) and the content streams
(NAME.content.txt) are kept, whichever are there.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stages import STAGES, ToolError, outcome, pdf_content, pdf_tags, program_named
from tap import Cases, difference

FOLDER = Path(__file__).resolve().parent

# What is kept of a PDF.
LOOKS = {".tags.txt": pdf_tags, ".content.txt": pdf_content}


class Golden:
    """One input and what is expected beside it."""

    def __init__(self, stage, path):
        takes, self.gives = STAGES[stage]
        self.stage = stage
        self.path = path
        self.name = path.name[: -len(takes)]

    def beside(self, ending):
        return self.path.with_name(self.name + ending)

    def expected(self):
        """The endings of the files that are expected, and those that could be."""
        possible = list(LOOKS) if self.stage == "write" else [self.gives]
        return [ending for ending in possible if self.beside(ending).exists()], possible

    def found(self, result, endings):
        """What the run made, by the ending of the file it belongs in."""
        if self.stage != "write":
            return {self.gives: result.stdout}
        with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
            pdf.write(result.stdout)
            pdf.flush()
            return {ending: LOOKS[ending](pdf.name) for ending in endings}

    def judge(self, plgs):
        """Every difference, as one text."""
        endings, _ = self.expected()
        result = plgs.stage(self.stage, self.path)
        diag = self.beside(".diag")
        said = diag.read_bytes() if diag.exists() else b""
        if not endings and not diag.exists():
            return f"nothing is expected of {self.path.name}: `ninja -C build bless`"
        why = [outcome(result, 0 if endings else 1), difference(said, result.stderr)]
        if endings and result.returncode == 0:
            for ending, bytes_found in self.found(result, endings).items():
                why.append(difference(self.beside(ending).read_bytes(), bytes_found))
        return "\n".join(part for part in why if part)

    def bless(self, plgs):
        """Writes down what the stage makes and says now."""
        endings, possible = self.expected()
        result = plgs.stage(self.stage, self.path)
        if result.returncode not in (0, 1):
            raise ToolError(f"{self.path}: {outcome(result)}")
        found = {}
        if result.returncode == 0:
            found = self.found(result, endings or possible)
        for ending in possible:
            write(self.beside(ending), found.get(ending))
        write(self.beside(".diag"), result.stderr or None)


def write(path, content):
    if content is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
        print("blessed", path.relative_to(FOLDER))


def goldens_of(stage):
    """All inputs of a stage; a compose input's templates lie beside it under names of
    their own, and what other stages made is no input."""
    takes, _ = STAGES[stage]
    return [Golden(stage, path) for path in sorted((FOLDER / stage).glob("*" + takes))]


def strays(stage, goldens):
    """Expected files whose input is not there."""
    _, gives = STAGES[stage]
    endings = [".diag", *(LOOKS if stage == "write" else [gives])]
    names = {golden.name for golden in goldens}
    for path in sorted((FOLDER / stage).glob("*")):
        for ending in endings:
            if path.name.endswith(ending) and path.name[: -len(ending)] not in names:
                yield path.name


def main():
    plgs, stage = program_named(), sys.argv[2]
    goldens = goldens_of(stage)
    if "--bless" in sys.argv[3:]:
        for golden in goldens:
            golden.bless(plgs)
        return 0
    cases = Cases()
    if not goldens:
        cases.tell(f"{stage}: there are goldens", False, f"tests/golden/{stage} holds none")
    for golden in goldens:
        try:
            why = golden.judge(plgs)
        except ToolError as error:
            why = str(error)
        cases.tell(f"{stage}: {golden.name}", not why, why)
    stray = list(strays(stage, goldens))
    cases.tell(f"{stage}: every expected file has its input", not stray, "\n".join(stray))
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
