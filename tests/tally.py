"""tally.py - sums up a run of `meson test`: what failed and why, then one line that counts
single cases.

    tally.py meson-logs/testlog.json

A program that crashes, stops before its plan is done, or says nothing counts as failed.
"""

import json
import re
import sys

PLAN = re.compile(r"^1\.\.(\d+)")
CASE = re.compile(r"^(ok|not ok)\b\s*\d*\s*-?\s*(.*)$")
SKIP = re.compile(r"#\s*SKIP\b", re.IGNORECASE)
MOST_LINES = 80


class Program:
    """What one test program said."""

    def __init__(self, result):
        self.name = result["name"].split(" / ")[-1]
        self.passed = self.skipped = 0
        self.failures = []
        self.planned = None
        self.read(result.get("stdout", ""))
        self.judge(result)

    def read(self, output):
        failure = None
        for line in output.splitlines():
            plan, case = PLAN.match(line), CASE.match(line)
            if plan:
                self.planned = int(plan[1])
            elif case:
                failure = self.count(case)
            elif failure is not None and line.startswith("#"):
                failure.append(line)

    def count(self, case):
        """Counts one case; a failed one comes back, for the lines that tell why."""
        if SKIP.search(case[2]):
            self.skipped += 1
        elif case[1] == "ok":
            self.passed += 1
        else:
            self.failures.append([f"FAILED {self.name}: {case[2]}"])
            return self.failures[-1]
        return None

    def judge(self, result):
        """Adds what the cases themselves cannot tell."""
        told = self.passed + self.skipped + len(self.failures)
        status = result.get("returncode", 0)
        if self.planned is None or told == 0:
            self.failed_whole("said nothing that can be counted", result)
        elif told < self.planned:
            self.failed_whole(f"stopped after {told} of {self.planned} cases", result)
        elif status != 0 and not self.failures:
            self.failed_whole(f"ended with status {status}", result)
        elif result["result"] == "TIMEOUT":
            self.failed_whole("took too long", result)

    def failed_whole(self, why, result):
        said = (result.get("stderr", "") or result.get("stdout", "")).splitlines()
        missing = max((self.planned or 0) - self.passed - self.skipped - len(self.failures), 1)
        self.failures.append([f"FAILED {self.name}: {why}"] + said[-MOST_LINES:])
        self.failures += [[] for _ in range(missing - 1)]


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            programs = [Program(json.loads(line)) for line in log]
    except OSError:
        programs = []
    for program in programs:
        for failure in program.failures:
            if failure:
                print("\n".join(failure[:MOST_LINES]), end="\n\n")
    passed = sum(program.passed for program in programs)
    skipped = sum(program.skipped for program in programs)
    failed = sum(len(program.failures) for program in programs)
    if not programs:
        print("FAILED: no test ran")
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


sys.exit(main())
