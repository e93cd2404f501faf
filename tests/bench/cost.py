"""cost.py - what a command costs: whole processes, in turn, and medians of what they took."""

import os
import statistics
import subprocess
import tempfile
import time


class Cost:
    """Wall seconds, CPU seconds and peak MiB of one run of a whole process."""

    def __init__(self, command, folder):
        begin = time.monotonic()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(list(map(str, command)), cwd=folder, stderr=said,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            _, self.status, usage = os.wait4(process.pid, 0)
            said.seek(0)
            self.said = said.read(400).decode("utf-8", "replace")
        self.wall = time.monotonic() - begin
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def measure(rows, runs):
    """All in turn, so that a machine that drifts drifts for everyone; the first round warms up
    and does not count, unless it is the only one."""
    taken = {name: [] for name, _, _ in rows}
    for number in range(runs + (runs > 1)):
        for name, folder, command in rows:
            cost = Cost(command, folder)
            if number or runs == 1:
                taken[name].append(cost)
    return taken


def median(costs, figure):
    return statistics.median(getattr(cost, figure) for cost in costs)
