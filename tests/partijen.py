"""Batches (partijen) in tests: sources on the disk, real processes, and what stands in a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bouwstenen import boekwerk, prestatie
from click.testing import CliRunner

from reportgen import Boekwerk
from reportgen.cli import cli
from reportgen.sources.schrijven import dump

AS_HERE = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONWARNINGS": "error"}
PROGRAM = "from reportgen.cli import main; main()"
MANIFEST = "reportgen.json"
BUSY = "reportgen.json.bezig"


def document(*sections: tuple[str, str], **fields: object) -> Boekwerk:
    """A boekwerk of these numbers and titles."""
    return boekwerk(*(prestatie(nummer=n, titel=t) for n, t in sections), **fields)


def many(count: int, context: str = "Waarom") -> Boekwerk:
    """A boekwerk of so many small prestaties."""
    numbers = (f"{n // 400 + 1}.{n // 20 % 20 + 1}.{n % 20 + 1}" for n in range(count))
    return boekwerk(*(prestatie(nummer=n, titel="Titel", context=context) for n in numbers))


def source(folder: Path, boek: Boekwerk) -> Path:
    """The files of a source."""
    for name, text in dump(boek).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def reportgen(
    *arguments: str | Path,
    program: str = PROGRAM,
    **options: Any,  # noqa: ANN401  those of Popen
) -> subprocess.Popen[str]:
    """Start reportgen, what it prints in pipes."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **{"env": AS_HERE, **options},
    )


def run(*arguments: str | Path, **options: Any) -> tuple[int, str]:  # noqa: ANN401  those of Popen
    """Run reportgen: its exit code and all that it printed; a traceback is never part of it."""
    with reportgen(*arguments, **options) as process:
        return ended(process)


def here(*arguments: str | Path) -> tuple[int, str]:
    """Run reportgen in this process, where starting one would take most of the time."""
    done = CliRunner().invoke(cli, [*map(str, arguments)], "reportgen", catch_exceptions=False)
    return done.exit_code, done.output


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for reportgen: its exit code and all that it printed."""
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in out + err, err
    assert "Onverwachte fout" not in out + err, err
    return process.returncode, out + err


def files(folder: Path) -> dict[str, bytes]:
    """The chapters in a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}


def manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """What the manifest of a folder says, by the number of the prestatie."""
    content = json.loads((folder / MANIFEST).read_bytes())
    return {line["nummer"]: line for line in content["documents"]}
