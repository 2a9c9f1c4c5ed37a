"""How much memory a batch takes above the boekwerk that it is made of, however large that is.

    python tests/benchmarks/memory.py [--json]

Boekwerken of 1,000 and 10,000 prestaties, those of a province that does not exist under ever other
numbers, each in a fresh process: what is resident when the boekwerk is loaded, and at the peak
while its chapters are made in an empty folder and every outcome is looked at once. Here, and in two
processes beside this one, whose own memory is not counted. Memory is told by Linux.
"""

from __future__ import annotations

import gc
import json
import pickle
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from engine import resident
from genereer import boekwerk

from reportgen import Boekwerk
from reportgen.batch import Made, build
from reportgen.batch.werkers import processes

SIZES = (1_000, 10_000)
JOBS = (1, 2)
PEAK_FROM_HERE = Path("/proc/self/clear_refs")


def large(count: int) -> Boekwerk:
    """A boekwerk of so many prestaties: a thousand, again and again under other numbers."""
    once = boekwerk(1_000)
    sections = tuple(
        section.model_copy(update={"nummer": f"{section.nummer}.{turn}"})
        for turn in range(count // 1_000)
        for section in once.prestaties
    )
    whole: Boekwerk = once.model_copy(update={"prestaties": sections})
    return Boekwerk.model_validate_json(whole.model_dump_json())


def measure(document: Boekwerk, jobs: int) -> dict[str, float]:
    """Make the chapters of a boekwerk; its memory, and how long it took."""
    gc.collect()
    gc.disable()  # as the command does
    with (
        tempfile.TemporaryDirectory() as folder,
        processes(jobs) if jobs > 1 else nullcontext() as werkers,
    ):
        executor = werkers.executor if werkers else None
        PEAK_FROM_HERE.write_text("5")
        loaded, begin = resident(), time.perf_counter()
        made = sum(isinstance(o, Made) for o in build(document, folder, executor=executor))
        seconds, peak = time.perf_counter() - begin, resident("VmHWM")
    assert made == len(document.prestaties)
    return {"loaded": loaded / 1024, "above": (peak - loaded) / 1024, "seconds": seconds}


def in_fresh_process(count: int, jobs: int) -> dict[str, float]:
    """The same in a process that had to do nothing else: what that frees would hide growth."""
    command = [sys.executable, __file__, "--one", str(jobs)]
    told: dict[str, float] = json.loads(
        subprocess.run(
            command, input=pickle.dumps(large(count)), capture_output=True, check=True
        ).stdout
    )
    return told


def main() -> None:
    """Measure each in a process of its own, and print a table."""
    if sys.argv[1:2] == ["--one"]:
        document = pickle.load(sys.stdin.buffer)  # noqa: S301  our own
        print(json.dumps(measure(document, int(sys.argv[2]))))
        return
    found = [
        {"prestaties": count, "jobs": jobs, **in_fresh_process(count, jobs)}
        for jobs in JOBS
        for count in SIZES
    ]
    if "--json" in sys.argv:
        print(json.dumps(found, indent=2))
        return
    print(f"{'prestaties':>10} {'jobs':>5} {'loaded MB':>10} {'above MB':>9} {'seconds':>8}")
    for line in found:
        print(
            f"{line['prestaties']:>10} {line['jobs']:>5} {line['loaded']:>10.1f}"
            f" {line['above']:>9.1f} {line['seconds']:>8.1f}"
        )


if __name__ == "__main__":
    main()
