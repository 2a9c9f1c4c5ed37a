"""What `batch.py` asks of a process of its own: the stages of a batch, its memory, its words.

python tests/benchmarks/stages.py stages|memory|json|words SOURCE OUT [TIMES]
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from reportgen.model import Boekwerk


def stages(source: Path, out: Path) -> dict[str, float]:
    """Seconds of each step of `reportgen render`, the making of the chapters taken apart."""
    gc.disable()  # as the command does
    took: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def clock(name: str) -> Iterator[None]:
        begin = time.perf_counter()
        yield
        took[name] += time.perf_counter() - begin

    with clock("imports"):
        from reportgen.batch import file_name, write_whole
        from reportgen.checks import check
        from reportgen.documents import inspect_chapter, render, standard_template
        from reportgen.sources import load
    with clock("loading"):
        boekwerk = load(source)
    with clock("checking"):
        check(boekwerk)
    with clock("template"):
        standard_template()
    for prestatie in boekwerk.prestaties:
        with clock("rendering"):
            word = render(prestatie, boekwerk)
        with clock("inspecting"):
            inspect_chapter(word, prestatie, boekwerk)
        with clock("writing"):
            write_whole(out / file_name(prestatie.nummer, prestatie.titel), word)
    return dict(took)


def memory(source: Path, out: Path, times: int) -> dict[str, float]:
    """Megabytes of a loaded boekwerk, and at the peak of making its chapters beyond that."""
    from engine import resident

    from reportgen.batch import build
    from reportgen.documents import standard_template
    from reportgen.sources import load

    standard_template()
    before = resident()
    boekwerk = repeated(load(source), times)
    gc.collect()
    loaded = resident()
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak begins anew
    for _ in build(boekwerk, out):
        pass
    return {"boekwerk": (loaded - before) / 1024, "beyond": (resident("VmHWM") - loaded) / 1024}


def repeated(boekwerk: Boekwerk, times: int) -> Boekwerk:
    """Have the prestaties of a boekwerk more than once, each time under numbers of their own."""
    for _ in range(times - 1):
        again = {
            name: tuple(
                one.model_copy(update={"nummer": f"1{one.nummer}"})
                for one in getattr(boekwerk, name)
            )
            for name in ("kerntaken", "prestaties")
        }
        both = {name: getattr(boekwerk, name) + extra for name, extra in again.items()}
        boekwerk = boekwerk.model_copy(update=both)
    return boekwerk


def to_json(source: Path, out: Path) -> None:
    """Write the files of a source as one JSON file, every scalar as the text that stands there."""

    def read(path: Path) -> Any:  # noqa: ANN401  plain data
        return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506  makes texts only

    sections = [read(path) for path in sorted((source / "prestaties").iterdir())]
    whole = {**read(source / "boekwerk.yaml"), "prestaties": sections}
    out.write_text(json.dumps(whole, ensure_ascii=False, indent=1), "utf-8")


def words(ours: Path, theirs: Path) -> float:
    """How much of the words in our chapters those of the plain script have."""
    found = missing = 0
    for path in ours.glob("*.docx"):
        own, other = _words(path), _words(theirs / path.name)
        found += own.total()
        missing += (own - other).total()
    return 1 - missing / found


def _words(path: Path) -> Counter[str]:
    from reportgen.word import outline

    return Counter(re.findall(r"\w+", outline(path.read_bytes()).tekst))


def main() -> None:
    """Do what was asked, and print what came of it as JSON."""
    asked, source, out, *times = sys.argv[1:]
    steps: dict[str, Callable[..., object]]
    steps = {"stages": stages, "memory": memory, "json": to_json, "words": words}
    print(json.dumps(steps[asked](Path(source), Path(out), *map(int, times))))


if __name__ == "__main__":
    main()
