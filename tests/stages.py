"""stages.py - how the runners here start plgs: which stage takes which kind of file, and
which look at its result is kept as a golden."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "tests" / "fonts"

# For each stage the ending of its input and the ending of what it makes of it.
STAGES = {
    "read": (".yaml", ".records.xml"),
    "validate": (".records.xml", ".valid.xml"),
    "compose": (".records.xml", ".md"),
    "parse": (".md", ".document.xml"),
    "layout": (".document.xml", ".pages.xml"),
    "write": (".pages.xml", ".pdf"),
}

TIME_LIMIT = 120


class Plgs:
    """The program under test."""

    def __init__(self, path):
        self.path = str(Path(path).resolve())

    def run(self, *words, folder=ROOT, stdin=b"", fonts=None, **environment):
        """Runs one command; the result has returncode, stdout and stderr as bytes."""
        command = [self.path, *map(str, words)]
        if fonts is not None:
            command += ["--fonts", os.path.relpath(fonts, folder)]
        return subprocess.run(command, cwd=folder, input=stdin, capture_output=True,
                              timeout=TIME_LIMIT, env=surroundings(environment))

    def stage(self, stage, path):
        """Runs one filter on a file, in the file's folder and with the fonts that the tests
        bring along: read by name, the others from standard input."""
        if stage == "read":
            return self.run(stage, path.name, folder=path.parent)
        return self.run(stage, folder=path.parent, stdin=path.read_bytes(), fonts=FONTS)


def surroundings(changes):
    """The environment that every run starts from."""
    environment = dict(os.environ, NO_COLOR="1")
    environment.pop("SOURCE_DATE_EPOCH", None)
    environment.update(changes)
    return environment


def tool(*words, stdin=b""):
    """What a foreign program says; its own words when it fails."""
    result = subprocess.run([str(word) for word in words], input=stdin,
                            capture_output=True, timeout=TIME_LIMIT,
                            env=dict(os.environ, LC_ALL="C.UTF-8"))
    if result.returncode:
        raise ToolError(f"{words[0]} ended with status {result.returncode}: "
                        + result.stderr.decode("utf-8", "replace"))
    return result.stdout


class ToolError(Exception):
    """A foreign program did not do what it was asked to."""


def outcome(result, status=0):
    """Why a result is not what was wished for, or an empty string."""
    said = result.stderr.decode("utf-8", "replace")
    if result.returncode < 0:
        return f"killed by signal {-result.returncode}\n{said}"
    if result.returncode != status:
        return f"ended with status {result.returncode}, not {status}\n{said}"
    return ""


def pdf_tags(pdf):
    """The structure tree with its text, as poppler reads it."""
    return tool("pdfinfo", "-struct-text", pdf)


STREAM = re.compile(rb"%% Contents for page (\d+)\n.*?\nstream\n(.*?)endstream", re.DOTALL)


def pdf_content(pdf):
    """The content streams of all pages, inflated."""
    plain = tool("qpdf", "--qdf", "--object-streams=disable", pdf, "-")
    pages = STREAM.findall(plain)
    return b"".join(b"%% page " + page + b"\n" + content for page, content in pages)


def program_named():
    """The first word on the command line: where plgs lies."""
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit("the first word must be the plgs to test")
    return Plgs(sys.argv[1])
