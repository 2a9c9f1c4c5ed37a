"""How long a command takes to start, as a ratio against importing docxtpl in the same run.

Run: `python tests/benchmarks/start.py`. The bound to watch: importing what `reportgen --help` needs
takes under a third of importing docxtpl. Prints a table, or JSON with `--json`.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

_ONDERDELEN = {
    "docxtpl": "import docxtpl",
    "reportgen --help": "import reportgen.cli",
    "reportgen (load)": "import reportgen.sources",
    "reportgen (render)": "import reportgen.documents",
}
_KLOK = "import time; t = time.perf_counter(); {}; print(time.perf_counter() - t)"


def measure(ronden: int = 15) -> dict[str, float]:
    """Give the median seconds of each import, in processes that take turns."""
    tijden: dict[str, list[float]] = {naam: [] for naam in _ONDERDELEN}
    for _ in range(ronden):
        for naam, code in _ONDERDELEN.items():
            opdracht = [sys.executable, "-c", _KLOK.format(code)]
            uit = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
            tijden[naam].append(float(uit))
    return {naam: statistics.median(waarden) for naam, waarden in tijden.items()}


def main() -> None:
    """Measure and print."""
    tijden = measure()
    basis = tijden["docxtpl"]
    if "--json" in sys.argv:
        print(json.dumps({naam: {"s": t, "ratio": t / basis} for naam, t in tijden.items()}))
        return
    print(f"{'import':<20} {'ms':>8} {'ratio':>8}")
    for naam, tijd in tijden.items():
        print(f"{naam:<20} {tijd * 1000:>8.1f} {tijd / basis:>8.2f}")


if __name__ == "__main__":
    main()
