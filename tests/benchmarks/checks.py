"""How long checking takes beside loading the same data from YAML, in one process.

    python tests/benchmarks/checks.py [--json]

The data is a folder with the prestaties of the shipped monitor of IJsselmark, again and again under
other numbers. The bound to watch: checking takes less time than loading. Then which rules that time
goes to, and what the chapters cost to make and to inspect. The median of three rounds counts.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportgen import Boekwerk, check, load, render
from reportgen.checks.registry import DATA_RULES, Rule, plaats_in
from reportgen.documents import inspect_chapter

SOURCE = Path(__file__).resolve().parents[2] / "examples" / "ijsselmark-2017" / "monitor-2"
SIZES = (300, 3000)
ROUNDS, TOP = 3, 10
TREE = re.compile(r"(?<=^kerntaken:\n)(?: .*\n)+", re.MULTILINE)
CODE = re.compile(r"(?<=nummer: )[0-9.]+")


def copies(folder: Path, sections: int) -> Path:
    """A folder with this many prestaties: copies of those of the example, under their own goals."""
    files = {path.stem: path.read_text("utf-8") for path in (SOURCE / "prestaties").iterdir()}
    head = (SOURCE / "boekwerk.yaml").read_text("utf-8")
    known = re.compile("|".join(rf"\b{re.escape(number)}\b" for number in files))
    steps = range(0, 10 * sections // len(files), 10)
    (folder / "prestaties").mkdir(parents=True)
    (folder / "boekwerk.yaml").write_text(TREE.sub(partial(_trees, steps), head), "utf-8")
    for step in steps:
        for number, text in files.items():
            name = known.sub(partial(_moved, step), number)
            moved = known.sub(partial(_moved, step), text)
            (folder / "prestaties" / f"{name}.yaml").write_text(moved, "utf-8")
    return folder


def _trees(steps: range, tree: re.Match[str]) -> str:
    return "".join(CODE.sub(partial(_moved, step), tree[0]) for step in steps)


def _moved(step: int, code: re.Match[str]) -> str:
    """The code of a copy: `5.1.2` becomes `15.1.2`, `25.1.2` and so on."""
    first, *rest = code[0].split(".")
    return ".".join([str(int(first) + step), *rest])


def seconds(work: Callable[[], object]) -> float:
    """How long something takes: the median of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def steps_of(source: Path, boekwerk: Boekwerk) -> dict[str, float]:
    """Seconds of every step from a folder to chapters that were looked at."""
    words = _rendered(boekwerk)
    return {
        "load": seconds(partial(load, source)),
        "check": seconds(partial(check, boekwerk)),
        "check, previous": seconds(partial(check, boekwerk, boekwerk)),
        "render": seconds(partial(_rendered, boekwerk)),
        "inspect": seconds(partial(_inspected, words, boekwerk)),
    }


def _rendered(boekwerk: Boekwerk) -> list[bytes]:
    return [render(prestatie, boekwerk) for prestatie in boekwerk.prestaties]


def _inspected(words: list[bytes], boekwerk: Boekwerk) -> None:
    for word, prestatie in zip(words, boekwerk.prestaties, strict=True):
        inspect_chapter(word, prestatie, boekwerk)


def rules_of(boekwerk: Boekwerk) -> dict[str, float]:
    """Seconds of every rule about data, by its id and the name of its function."""
    return {
        f"{rule.id} {rule.zoek.__name__}": seconds(partial(_sought, rule, boekwerk))
        for rule in DATA_RULES
    }


def _sought(rule: Rule[Boekwerk], boekwerk: Boekwerk) -> None:
    list(rule.problems(boekwerk, partial(plaats_in, boekwerk)))


def report() -> dict[int, dict[str, dict[str, float]]]:
    """Everything measured, by the number of prestaties."""
    found = {}
    for sections in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            source = copies(Path(folder) / "monitor", sections)
            boekwerk = load(source)
            found[sections] = {
                "steps": steps_of(source, boekwerk),
                "rules": rules_of(boekwerk),
                "findings": {"": float(len(check(boekwerk)))},
            }
    return found


def main() -> None:
    """Measure and print."""
    found = report()
    if "--json" in sys.argv:
        print(json.dumps(found, indent=2))
        return
    for sections, measured in found.items():
        steps, rules = measured["steps"], measured["rules"]
        print(f"{f'{sections} prestaties':<28}{'s':>9}{'of load':>9}{'ms each':>9}")
        for name, time_ in steps.items():
            ratio, each = time_ / steps["load"], 1000 * time_ / sections
            print(f"{name:<28}{time_:>9.3f}{ratio:>9.3f}{each:>9.3f}")
        print(f"{'rules that take most':<28}{'s':>9}{'of check':>9}")
        for name, time_ in sorted(rules.items(), key=lambda row: -row[1])[:TOP]:
            print(f"{name:<28}{time_:>9.3f}{time_ / sum(rules.values()):>9.3f}")
        print()


if __name__ == "__main__":
    main()
