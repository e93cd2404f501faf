"""run.py - the exported schema in an editor: what yaml-language-server, driven as a library,
completes, shows and marks with it.

    run.py PLGS FOLDER

The server is fetched by npm into FOLDER once.  Where npm cannot be had, or cannot fetch
it, every case is skipped.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from npm import package_missing
from stages import ROOT, program_named
from tap import Cases

SERVER = "yaml-language-server"
VERSION = "1.15.0"
HERE = Path(__file__).resolve().parent

HEAD = """schema: plgs-submission/1
report: annual-2023
programme: korea-nupp-2
country: KH
language: en
milestones:
"""
# Line 6 on: an id in capitals, a kind and a key misspelt, a date as others write it.
BROKEN = HEAD + """  - id: KH-2023
    kind: event-hold
    status: achieved
    titel: {en: Forum}
    summary: {en: A forum was held.}
    date: 5/6/2023
"""
# An editor takes these for numbers and booleans; plgs reads text.
TYPED = HEAD + """  - id: 2023
    kind: other
    status: planned
    title: {en: 2024}
    summary: {en: true}
    date: 2023
    reason: "no"
    sdg_targets: [11.7, 11.a]
"""


class Editor:
    """Questions are gathered and asked at once: the server takes a second to start."""

    def __init__(self, folder, schema):
        self.folder = folder
        self.schema = schema
        self.questions = []

    def ask(self, what, text, line=0, character=0):
        self.questions.append({"ask": what, "text": text, "line": line, "character": character})
        return len(self.questions) - 1

    def answers(self):
        shutil.copy(HERE / "drive.js", self.folder / "drive.js")
        result = subprocess.run(["node", "drive.js", str(self.schema)], cwd=self.folder,
                                input=json.dumps(self.questions), capture_output=True,
                                text=True, timeout=120)
        if result.returncode:
            sys.exit(result.stderr)
        return json.loads(result.stdout)


def whole_files():
    """The records that people have written for this year's report."""
    return sorted((ROOT / "fixtures" / "annual-2023").rglob("*.yaml")) + \
        sorted((ROOT / "reports" / "annual-2023").glob("*.yaml"))


def questions_ask(editor):
    """What is asked, by name."""
    record = HEAD + "  - id: kh-2023\n"
    return {
        "forms": editor.ask("complete", "schema: \n", 0, 8),
        "countries": editor.ask("complete", HEAD.replace("KH", ""), 3, 9),
        "kinds": editor.ask("complete", record + "    kind: \n", 7, 10),
        "keys": editor.ask("complete", record + "    \n", 7, 4),
        "records": editor.ask("complete", HEAD + "  - \n", 6, 4),
        "hint": editor.ask("hover", record + "    date: 2023\n", 7, 6),
        "meaning": editor.ask("hover", record + "    kind: event-held\n", 7, 12),
        "broken": editor.ask("validate", BROKEN),
        "typed": editor.ask("validate", TYPED),
        "unknown form": editor.ask("validate", "schema: plgs-submision/1\n"),
    }


def completion_tell(cases, said):
    cases.tell("the first line is completed", "plgs-submission/1" in said["forms"],
               str(said["forms"]))
    cases.tell("codes of countries are completed", "KH" in said["countries"],
               str(said["countries"]))
    cases.tell("kinds of milestones are completed", "event-held" in said["kinds"],
               str(said["kinds"]))
    cases.tell("keys are completed", {"kind", "summary", "evidence"} <= set(said["keys"]),
               str(said["keys"]))
    cases.tell("keys that stand there are not offered again", "id" not in said["keys"],
               str(said["keys"]))
    inserted = {key: said["keys"].get(key, "") for key in ("kind", "title", "evidence")}
    cases.tell("a key is inserted with its colon",
               all(text.startswith(f"{key}:") for key, text in inserted.items()), str(inserted))
    record = said["records"].get("new milestone", "")
    cases.tell("a whole record is offered", "\n  kind: " in record, record)


def hover_tell(cases, said):
    cases.tell("a key shows its hint", "When it happened" in said["hint"], said["hint"])
    cases.tell("and an example", "Example" in said["hint"], said["hint"])
    cases.tell("a value shows what it means", "took place" in said["meaning"], said["meaning"])


def validation_tell(cases, said):
    marked = {one["line"]: one["message"] for one in said["broken"]}
    cases.tell("the four mistakes are marked where they are", {6, 7, 9, 11} <= set(marked),
               str(said["broken"]))
    cases.tell("nothing else is marked", set(marked) <= {6, 7, 9, 11}, str(said["broken"]))
    cases.tell("a mistake is explained in words", marked.get(11, "").startswith("Write a date"),
               str(marked))
    cases.tell("text that looks like a number or a boolean is text", said["typed"] == [],
               str(said["typed"]))
    cases.tell("an unknown form is marked", said["unknown form"], "nothing was marked")


def main():
    cases = Cases()
    plgs, folder = program_named(), Path(sys.argv[2]).resolve()
    why = package_missing(folder, SERVER, VERSION)
    if why:
        cases.skip("an editor knows the schema", why)
        return cases.close()
    schema = folder / "plgs.schema.json"
    schema.write_bytes(plgs.run("schema").stdout)
    editor = Editor(folder, schema)
    asked = questions_ask(editor)
    files = {path: editor.ask("validate", path.read_text("utf-8")) for path in whole_files()}
    answers = editor.answers()
    said = {name: answers[number] for name, number in asked.items()}
    completion_tell(cases, said)
    hover_tell(cases, said)
    validation_tell(cases, said)
    for path, number in files.items():
        cases.tell(f"nothing is marked in {path.relative_to(ROOT)}", answers[number] == [],
                   str(answers[number])[:2000])
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
