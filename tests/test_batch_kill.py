"""A run that is killed, stopped or doubled: whole documents, and work that goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from genereer import boekwerk, schrijf
from partijen import (
    AS_HERE,
    BUSY,
    MANIFEST,
    PROGRAM,
    ended,
    files,
    manifest,
    many,
    reportgen,
    run,
    source,
)

from reportgen import OutputError, Problem
from reportgen.batch import Failed, Made, Unchanged, build
from reportgen.batch.nazien import verify

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and no SIGINT to send")
GO_ON = "Hetzelfde commando maakt de rest."
ENDLESS = """
import sys
from pathlib import Path
from partijen import many
from reportgen.batch import build
editions = [many(40, context) for context in ("een", "twee")]
print("begonnen", flush=True)
while True:
    for edition in editions:
        list(build(edition, sys.argv[1], tell=str))
"""


def _killed(folder: Path, seconds: float) -> None:
    """Start a process that builds two editions in turn, and kill it after so many seconds."""
    command = [sys.executable, "-c", ENDLESS, str(folder)]
    with subprocess.Popen(command, env=AS_HERE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


@POSIX
def test_after_a_kill_the_next_run_finishes_and_takes_no_file_for_edited(tmp_path: Path) -> None:
    whole = {}
    for context in ("een", "twee", "drie"):
        [*build(many(40, context), tmp_path / context)]
        whole[context] = files(tmp_path / context)
    folder = tmp_path / "uit"

    for moment in range(4):
        _killed(folder, seconds=0.05 * moment + 0.04 * moment**2)
        stood = files(folder)
        if (folder / MANIFEST).exists():
            json.loads((folder / MANIFEST).read_bytes())
        outcomes = [*build(many(40, "drie"), folder, tell=str)]

        assert all(data in (whole[c][name] for c in whole) for name, data in stood.items())
        assert {type(outcome) for outcome in outcomes} <= {Made, Unchanged}
        assert files(folder) == whole["drie"]
        assert {line["outcome"] for line in manifest(folder).values()} == {"made"}
        assert not (folder / BUSY).exists()


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source of a province with three hundred prestaties, its chapters beside it in `heel`."""
    place = tmp_path_factory.mktemp("provincie")
    schrijf(boekwerk(300), place / "bron")
    [*build(place / "bron", place / "heel", tell=str)]
    return place


@POSIX
@pytest.mark.parametrize(("count", "jobs"), [(0, "1"), (1, "1"), (140, "1"), (60, "2")])
def test_a_killed_command_leaves_whole_chapters_and_the_next_completes_them(
    tmp_path: Path, province: Path, count: int, jobs: str
) -> None:
    whole, folder = files(province / "heel"), tmp_path / "uit"
    with reportgen("render", province / "bron", "--out", folder, "--jobs", jobs) as process:
        _wait_for(folder, count)
        process.kill()
        process.communicate()
    stood = files(folder)

    states = {staat.state for staat in verify(folder)} if stood else set()
    kinds = [type(outcome) for outcome in build(province / "bron", folder)]

    assert stood.items() <= whole.items()
    assert states <= {"ok", "missing"}
    assert set(kinds) <= {Made, Unchanged}
    assert kinds.count(Unchanged) == len(stood)
    assert files(folder) == whole
    assert (folder / MANIFEST).read_bytes() == (province / "heel" / MANIFEST).read_bytes()
    left = {path.name for path in folder.iterdir() if path.suffix != ".tmp"}
    assert left == {*whole, MANIFEST}  # one that was being written before the diary began may stay


def _children(process: int) -> set[int]:
    """The processes that a process started, as Linux tells it."""
    children = Path(f"/proc/{process}/task/{process}/children")
    return {int(child) for child in children.read_text().split()}


def _alive(processes: set[int]) -> set[int]:
    """Those that have not ended; one that only waits to be buried has."""
    stats = {process: Path(f"/proc/{process}/stat") for process in processes}
    return {p for p, stat in stats.items() if stat.exists() and ") Z" not in stat.read_text()}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks Linux which processes run")
def test_processes_end_with_the_command_that_started_them(tmp_path: Path, province: Path) -> None:
    folder = tmp_path / "uit"
    with reportgen("render", province / "bron", "--out", folder, "--jobs", "2") as process:
        _wait_for(folder, 1)
        started = _children(process.pid)
        process.kill()

    assert len(started) >= 2
    for _ in range(100):
        if not _alive(started):
            return
        time.sleep(0.05)
    pytest.fail("what a killed command started goes on")


@POSIX
def test_what_a_killed_run_made_is_not_made_again(tmp_path: Path) -> None:
    _start_slow(tmp_path, signal.SIGKILL)
    made = len(files(tmp_path))
    assert 0 < made < 3000
    assert (tmp_path / BUSY).exists()

    states = {staat.state for staat in verify(tmp_path)}
    kinds = [type(outcome) for outcome in build(many(made + 20), tmp_path, tell=str)]

    assert "edited" not in states
    assert kinds.count(Unchanged) == made
    assert kinds.count(Made) == 20


SLOW = """
import sys
from partijen import many
from reportgen.batch import build
for outcome in build(many(3000), sys.argv[1]):
    print(outcome.nummer, flush=True)
"""


def _start_slow(folder: Path, how: signal.Signals) -> None:
    """Start a long run and end it when some chapters are done."""
    command = [sys.executable, "-c", SLOW, str(folder)]
    with subprocess.Popen(command, env=AS_HERE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(45):
            process.stdout.readline()
        process.send_signal(how)
        process.stdout.read()


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_is_done_and_says_so(tmp_path: Path, jobs: str) -> None:
    place, folder = source(tmp_path / "bron", many(2000)), tmp_path / "uit"
    with reportgen("render", place, "--out", folder, "--jobs", jobs, process_group=0) as process:
        _wait_for(folder, 30)

        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the command
        code, text = ended(process)

    done = files(folder)
    assert code == 130
    assert text == f"Afgebroken: wat klaar was, staat in {folder}. {GO_ON}\n"
    assert 0 < len(done) < 2000
    assert len(manifest(folder)) == len(done)
    assert sorted(path.name for path in folder.iterdir()) == sorted([*done, MANIFEST])
    assert {staat.state for staat in verify(folder)} == {"ok"}


WHILE_READING = f"""
import signal
from reportgen import sources
sources.load = lambda _: signal.raise_signal(signal.SIGINT)
{PROGRAM}
"""
"""Ctrl-C while the source is read: a moment that nobody can hit from outside."""


def test_ctrl_c_before_anything_was_made_leaves_no_folder(tmp_path: Path) -> None:
    place = source(tmp_path / "bron", many(1))

    code, text = run("render", place, "--json", program=WHILE_READING, cwd=tmp_path)

    printed, length = json.JSONDecoder().raw_decode(text)
    assert code == 130
    assert printed == {"errors": 0, "warnings": 0, "problems": [], "documents": []}
    assert text[length:].strip() == f"Afgebroken: wat klaar was, staat in hoofdstukken. {GO_ON}"
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]


def _wait_for(folder: Path, count: int) -> None:
    for _ in range(3000):
        if folder.is_dir() and len([*folder.glob("*.docx")]) >= count:
            return
        time.sleep(0.01)
    pytest.fail("nothing was made")


def test_of_two_runs_in_one_folder_the_second_is_told_to_wait(tmp_path: Path) -> None:
    first = build(many(100), tmp_path)
    next(first)
    place = source(tmp_path / "bron", many(1))

    code, text = run("render", place, "--out", tmp_path)
    rest = [*first]

    assert code == 1
    assert f"fout B4 · {tmp_path.name}: in deze map is een andere reportgen bezig → wacht" in text
    assert len(rest) == 99
    assert {line["outcome"] for line in manifest(tmp_path).values()} == {"made"}
    assert len(manifest(tmp_path)) == len(files(tmp_path)) == 100


def test_two_processes_at_once_leave_a_folder_that_is_whole(tmp_path: Path) -> None:
    places = [source(tmp_path / c, many(120, c)) for c in ("een", "twee")]

    runs = [reportgen("render", place, "--out", tmp_path / "uit") for place in places]
    texts = [ended(process)[1] for process in runs]

    waits = ["andere reportgen bezig" in text for text in texts]
    done = ["120 gemaakt in " in text for text in texts]
    assert [wait or whole for wait, whole in zip(waits, done, strict=True)] == [True, True]
    assert any(done)
    hashes = {staat.state for staat in verify(tmp_path / "uit")}
    assert hashes == {"ok"}
    assert len(manifest(tmp_path / "uit")) == 120


def test_two_threads_in_one_folder_are_told_apart_too(tmp_path: Path) -> None:
    first = build(many(30), tmp_path)
    next(first)
    told: list[str] = []

    def second() -> None:
        with pytest.raises(OutputError) as caught:
            next(build(many(30), tmp_path))
        told.append(str(caught.value))

    thread = threading.Thread(target=second)
    thread.start()
    thread.join()

    assert "andere reportgen bezig" in told[0]
    assert len([*first]) == 29


@POSIX
def test_a_copy_of_the_process_does_not_keep_the_folder(tmp_path: Path) -> None:
    outcomes = build(many(30), tmp_path)
    next(outcomes)
    child = os.fork()
    if not child:
        time.sleep(5)
        os._exit(0)

    outcomes.close()
    again = [*build(many(30), tmp_path)]

    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert len(again) == 30


def test_a_diary_that_was_cut_off_halfway_a_line_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    [*build(many(2), tmp_path)]
    lines = (tmp_path / MANIFEST).read_bytes().split(b"\n")[1:3]
    (tmp_path / MANIFEST).unlink()
    (tmp_path / BUSY).write_bytes(lines[0].rstrip(b",") + b"\n" + lines[1][:90])

    kinds = [type(outcome) for outcome in build(many(2), tmp_path, tell=str)]

    assert kinds == [Unchanged, Unchanged]
    assert len(manifest(tmp_path)) == 2


def test_a_diary_never_makes_an_edited_file_ours(tmp_path: Path) -> None:
    [*build(many(1), tmp_path)]
    (name,) = files(tmp_path)
    line = (tmp_path / MANIFEST).read_bytes().split(b"\n")[1]
    (tmp_path / BUSY).write_bytes(line + b"\n")
    (tmp_path / name).write_bytes(b"van de auteur")

    told: list[Problem] = []
    (outcome,) = build(many(1), tmp_path, tell=told.append)

    assert isinstance(outcome, Failed)
    assert (tmp_path / name).read_bytes() == b"van de auteur"
