"""Whole commands: the chapters of 300 and 3,000 prestaties, against a plain docxtpl script.

    python tests/benchmarks/batch.py [--json] [300] [3000] [memory]

Every command is a process of its own, timed from outside: start-up, reading, checks, chapters that
were looked at, files that are on the disk. Each round runs every command once, so that a machine
that slows down slows them all; the median counts, also of the ratios by round (`x plain`).

- yaml, json, excel: `reportgen render` of the same data, in an empty folder
- jobs: the same from YAML in two processes
- one change, no change: once more over what is there, after a text of one prestatie has changed
- plain: the script in `plain.py`, with the shipped template and `yaml.SafeLoader`
- plain C: the same with libyaml's `CSafeLoader`
- lean C: the same with a template that has no tag more than it needs

After that the share of time of each stage, in one process that does the same steps; how much of our
words the plain script prints; and the memory that making 1,000 and 10,000 chapters takes beyond the
boekwerk that was loaded. A way that this version does not have is left out.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
SIZES = {300: 5, 3000: 2}
"""How many rounds each size gets."""
MEMORY = (1_000, 10_000)
MOST = 5_000
"""As many prestaties as can be generated; more are made by having them again, renumbered."""
YARDSTICKS = ("plain", "lean C", "yaml")
PEERS = {"plain": ("full", "safe"), "plain C": ("full", "csafe"), "lean C": ("lean", "csafe")}
CLI = (sys.executable, "-c", "from reportgen.cli import main; main()")
STEP = (sys.executable, str(HERE / "stages.py"))
ENVIRONMENT = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Nobody's second run compiles all over again."""


@dataclass(frozen=True)
class Run:
    """What a process took: seconds on the clock and of the processor, megabytes at its peak."""

    wall: float
    cpu: float
    mb: float


@dataclass(frozen=True)
class Way:
    """A way to make the chapters: the command, and what is done before its clock starts."""

    command: tuple[str, ...]
    before: Callable[[], object] = lambda: None


def run(*command: str) -> Run:
    """Run a command. This process is small, so that the peak is the command's own."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: the data has something to look at
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def answer(*command: str) -> str:
    """Give what a command prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    return done.stdout


def has(*command: str, option: str = "") -> bool:
    """Say whether this version has a command, with an option."""
    words = (*CLI, *command, "--help")
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    return done.returncode == 0 and option in done.stdout


def source_of(folder: Path, chapters: int) -> Path:
    """A source with this many prestaties."""
    source = folder / f"bron-{chapters}"
    generator = str(ROOT / "examples" / "genereer.py")
    run(sys.executable, generator, "--aantal", str(chapters), "--out", str(source))
    return source


def ways(source: Path) -> Iterator[tuple[str, Way]]:
    """Every way to make the chapters of a source that this version has, by its name."""
    out, folder = source.with_name("uit"), source.parent
    render = (*CLI, "render", str(source), "--out", str(out))
    answer(sys.executable, str(HERE / "plain_template.py"), str(folder))
    for name, (template, loader) in PEERS.items():
        yield name, Way(plain(source, out, template, loader), lambda: _empty(out))
    yield "yaml", Way(render, lambda: _empty(out))
    for name, path in _other_forms(source):
        yield name, Way((*CLI, "render", str(path), "--out", str(out)), lambda: _empty(out))
    if has("render", option="--jobs"):
        yield "jobs", Way((*render, "--jobs", "2"), lambda: _empty(out))
    if has("verify"):
        yield "one change", Way(render, lambda: _change(source, render))
        yield "no change", Way(render)


def plain(source: Path, out: Path, template: str, loader: str) -> tuple[str, ...]:
    """The command of the plain script."""
    paths = source, source.with_name(f"{template}.docx"), out
    return sys.executable, str(HERE / "plain.py"), *map(str, paths), loader


def _other_forms(source: Path) -> Iterator[tuple[str, Path]]:
    """The same data as one JSON file, and as a workbook."""
    as_json, as_excel = source.with_suffix(".json"), source.with_suffix(".xlsx")
    answer(*STEP, "json", str(source), str(as_json))
    yield "json", as_json
    if has("workbook"):
        run(*CLI, "workbook", str(source), "--out", str(as_excel))
        yield "excel", as_excel


def _empty(out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)


def _change(source: Path, render: tuple[str, ...]) -> None:
    """Let all chapters be there, and then change the text of one prestatie."""
    run(*render)
    path = next(iter(sorted((source / "prestaties").iterdir())))
    text = path.read_text("utf-8")
    old, new = ("wij", "we") if " wij " in text else ("we", "wij")
    path.write_text(text.replace(f" {old} ", f" {new} "), "utf-8")


def measure(found: Mapping[str, Way], rounds: int) -> dict[str, list[Run]]:
    """Run every way once a round."""
    runs: dict[str, list[Run]] = {name: [] for name in found}
    for _ in range(rounds):
        for name, way in found.items():
            way.before()
            runs[name].append(run(*way.command))
    return runs


def table(runs: Mapping[str, list[Run]]) -> dict[str, dict[str, float]]:
    """Medians of each way, and how it compares."""
    than = {name: [one.wall for one in runs[name]] for name in YARDSTICKS}
    return {
        name: {
            "s": _median(one.wall for one in own),
            "cpu s": _median(one.cpu for one in own),
            **{f"x {other}": _ratio(theirs, own) for other, theirs in than.items()},
            "MB": max(one.mb for one in own),
        }
        for name, own in runs.items()
    }


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _ratio(than: Iterable[float], own: Iterable[Run]) -> float:
    """How many times faster than another way, round by round."""
    return _median(theirs / one.wall for theirs, one in zip(than, own, strict=True))


def stages(source: Path) -> dict[str, float]:
    """Seconds of each stage, in a process that does what `render` does; start-up from outside."""
    out = source.with_name("uit")
    _empty(out)
    begin = time.perf_counter()
    told: dict[str, float] = json.loads(answer(*STEP, "stages", str(source), str(out)))
    python = time.perf_counter() - begin - sum(told.values())
    return {"start-up": python + told.pop("imports"), **told}


def words(source: Path) -> float:
    """How much of the words of our chapters the plain script prints too."""
    ours, theirs = source.with_name("uit-ours"), source.with_name("uit-plain")
    run(*CLI, "render", str(source), "--out", str(ours))
    run(*plain(source, theirs, "lean", "csafe"))
    return float(answer(*STEP, "words", str(ours), str(theirs)))


def memory(folder: Path) -> dict[int, dict[str, float]]:
    """Megabytes of a loaded boekwerk, and what making its chapters takes beyond it."""
    found: dict[int, dict[str, float]] = {}
    for chapters in MEMORY:
        times = -(-chapters // MOST)
        source = source_of(folder, chapters // times)
        out = str(folder / "uit")
        found[chapters] = json.loads(answer(*STEP, "memory", str(source), out, str(times)))
        _empty(folder / "uit")
    return found


def report(asked: list[str]) -> dict[str, Any]:
    """Everything measured that was asked for."""
    sizes = [size for size in SIZES if not asked or str(size) in asked]
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            source = source_of(Path(name), size)
            runs = measure(dict(ways(source)), SIZES[size])
            found[str(size)] = {"commands": table(runs), "stages": stages(source)}
            if size == min(SIZES):
                found["words"] = words(source)
        if not asked or "memory" in asked:
            found["memory"] = memory(Path(name))
    return found


def show(found: Mapping[str, Any]) -> None:
    """Print it for a person."""
    for size in filter(str.isdecimal, found):
        heads = next(iter(found[size]["commands"].values()))
        print(f"{f'{size} chapters':<16}" + "".join(f"{head:>10}" for head in heads))
        for name, row in found[size]["commands"].items():
            print(f"{name:<16}" + "".join(f"{value:>10.2f}" for value in row.values()))
        parts = found[size]["stages"]
        shares = (
            f"{name} {100 * value / sum(parts.values()):.0f}%" for name, value in parts.items()
        )
        print(f"stages of {sum(parts.values()):.2f} s: {', '.join(shares)}\n")
    if "words" in found:
        print(f"the plain script prints {100 * found['words']:.1f}% of our words\n")
    for chapters, row in found.get("memory", {}).items():
        print(
            f"{chapters:<16}" + "  ".join(f"{name}: {value:.1f} MB" for name, value in row.items())
        )


def main() -> None:
    """Measure and print."""
    asked = [word for word in sys.argv[1:] if word != "--json"]
    found = report(asked)
    if "--json" in sys.argv:
        print(json.dumps(found, indent=2))
    else:
        show(found)


if __name__ == "__main__":
    main()
