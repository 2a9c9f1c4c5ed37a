"""Chapters on any executor: the same bytes in the same order, and no failure takes others along."""

from __future__ import annotations

import multiprocessing
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import kapot
import pytest
from partijen import AS_HERE, document, files, manifest, many
from woordbouw import editions, template

from reportgen import OutputError, Template, __version__
from reportgen.batch import Failed, Made, build, werker
from reportgen.batch.werkers import Processen, processes
from reportgen.documents import render_at
from reportgen.model import Prestatie

EDITION = editions()["ijsselmark-2017/monitor-2"]
SPAWN = multiprocessing.get_context("spawn")


@contextmanager
def _processes() -> Iterator[Executor]:
    with processes(2) as werkers:
        yield werkers.executor


EXECUTORS: dict[str, Callable[[], AbstractContextManager[Executor]]] = {
    "threads": lambda: ThreadPoolExecutor(3),
    "processes": lambda: ProcessPoolExecutor(2, SPAWN),
    "our processes": _processes,
}


@pytest.fixture(scope="module")
def one_process(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The chapters of sixty prestaties, made here."""
    folder = tmp_path_factory.mktemp("hier")
    [*build(many(60), folder)]
    return files(folder)


@pytest.mark.parametrize("name", EXECUTORS)
def test_every_executor_makes_the_same_bytes_in_the_same_order(
    tmp_path: Path, name: str, one_process: dict[str, bytes]
) -> None:
    with EXECUTORS[name]() as executor:
        outcomes = [*build(many(60), tmp_path, executor=executor)]

    assert [outcome.nummer for outcome in outcomes] == [s.nummer for s in many(60).prestaties]
    assert {type(outcome) for outcome in outcomes} == {Made}
    assert files(tmp_path) == one_process


def test_findings_and_own_templates_go_along(tmp_path: Path) -> None:
    english = Template(template("{{ prestatie.kop }}"))

    here = [*build(EDITION, tmp_path / "hier", template=english)]
    with processes(2) as werkers:
        there = [*build(EDITION, tmp_path / "daar", template=english, executor=werkers.executor)]

    assert [outcome.problems for outcome in here] == [outcome.problems for outcome in there]
    assert any(outcome.problems for outcome in here)
    assert files(tmp_path / "hier") == files(tmp_path / "daar")


def test_the_moment_of_the_environment_goes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with processes(1) as werkers:  # they started before it was set
        werkers.executor.submit(int).result()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        [*build(EDITION, tmp_path / "daar", executor=werkers.executor)]
    [*build(EDITION, tmp_path / "hier")]

    assert files(tmp_path / "hier") == files(tmp_path / "daar")


def test_only_what_changed_goes_out(tmp_path: Path) -> None:
    [*build(many(60), tmp_path)]
    executor = kapot.Elsewhere(lambda fn, *args: fn(*args))

    outcomes = [*build(many(61), tmp_path, executor=executor)]

    assert [type(outcome) for outcome in outcomes].count(Made) == 1
    assert len(executor.sizes) == 1
    executor.shutdown()


def test_the_boekwerk_goes_out_a_few_times_however_many_chapters_there_are(tmp_path: Path) -> None:
    executor = kapot.Elsewhere(lambda fn, *args: fn(*args))

    [*build(many(400), tmp_path, executor=executor, window=3)]

    assert [size > 0 for size in executor.sizes] == [True] * 3 + [False] * 17
    executor.shutdown()


def test_a_worker_that_comes_later_asks_for_the_boekwerk(tmp_path: Path) -> None:
    def forgetful(fn: Any, *args: Any) -> Any:  # noqa: ANN401  any task
        answer = subprocess.check_output(  # a process of its own for each task
            [sys.executable, "-c", FRESH], input=pickle.dumps((fn, args)), env=AS_HERE
        )
        return pickle.loads(answer)  # noqa: S301  our own

    executor = kapot.Elsewhere(forgetful)

    outcomes = [*build(many(60), tmp_path, executor=executor, window=1)]

    assert [type(outcome) for outcome in outcomes] == [Made] * 60
    assert [size > 0 for size in executor.sizes] == [True, False, True, False, True]
    executor.shutdown()


FRESH = """
import pickle, sys
fn, args = pickle.load(sys.stdin.buffer)
sys.stdout.buffer.write(pickle.dumps(fn(*args)))
"""


def test_no_more_is_out_at_once_than_the_window(tmp_path: Path) -> None:
    busy, most, lock = 0, 0, threading.Lock()

    def counted(fn: Any, *args: Any) -> Any:  # noqa: ANN401  any task
        nonlocal busy, most
        answer = fn(*args)
        with lock:
            busy += 1
            most = max(most, busy)
        return answer

    executor = kapot.Elsewhere(counted)
    outcomes = build(many(200), tmp_path, executor=executor, window=2)
    next(outcomes)

    assert len(executor.sizes) == 2
    outcomes.close()
    executor.shutdown()


def test_an_executor_that_raises_is_told_per_chapter(tmp_path: Path) -> None:
    def raises(*_: object) -> None:
        message = "het net is weg"
        raise OSError(message)

    executor = kapot.Elsewhere(raises)

    outcomes = [*build(many(3), tmp_path, executor=executor)]

    assert [type(outcome) for outcome in outcomes] == [Failed] * 3
    assert "OSError: het net is weg" in str(outcomes[0].problems[0])
    assert {line["outcome"] for line in manifest(tmp_path).values()} == {"failed"}
    executor.shutdown()


def test_an_executor_that_was_shut_down_is_told_per_chapter(tmp_path: Path) -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()

    outcomes = [*build(many(3), tmp_path, executor=executor)]

    assert [type(outcome) for outcome in outcomes] == [Failed] * 3


def test_workers_with_another_reportgen_are_refused_in_words(tmp_path: Path) -> None:
    def older(fn: Any, key: str, version: str, *args: Any) -> Any:  # noqa: ANN401  any task
        answer = fn(key, f"{version}.later", *args)
        assert answer == werker.AndereVersie(version)
        return werker.AndereVersie("0.0.9")

    executor = kapot.Elsewhere(older)

    with pytest.raises(OutputError) as caught:
        [*build(many(3), tmp_path, executor=executor)]

    assert f"op een werker staat reportgen 0.0.9, hier {__version__}" in str(caught.value)
    executor.shutdown()


DEADLY = document(
    *((f"1.1.{n}", "Titel") for n in range(1, 6)),
    ("1.1.6", kapot.DEADLY),
    *((f"1.1.{n}", "Titel") for n in range(7, 50)),
)


def test_a_chapter_that_kills_its_process_is_the_only_one_that_fails(tmp_path: Path) -> None:
    with Processen(2, kapot.install) as executor:
        outcomes = [*build(DEADLY, tmp_path, executor=executor, window=2)]

    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    assert [outcome.nummer for outcome in failed] == ["1.1.6"]
    assert "de werker die dit hoofdstuk maakte, is gestopt" in str(failed[0].problems[0])
    assert len(files(tmp_path)) == 48


def test_a_pool_that_breaks_for_good_fails_what_is_left_with_the_reason(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, SPAWN, initializer=kapot.install) as executor:
        outcomes = [*build(DEADLY, tmp_path, executor=executor, window=1)]

    assert isinstance(outcomes[-1], Failed)
    assert len(outcomes) == 49
    assert {o.problems[0].rule for o in outcomes if isinstance(o, Failed)} == {"B5"}


def test_processes_that_cannot_start_do_not_go_on_for_ever(tmp_path: Path) -> None:
    with Processen(1, kapot.die) as executor:
        outcomes = [*build(many(30), tmp_path, executor=executor)]

    assert [type(outcome) for outcome in outcomes] == [Failed] * 30


def test_an_unforeseen_error_in_one_chapter_stays_with_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(prestatie: Prestatie, *rest: Any) -> bytes:  # noqa: ANN401  those of render_at
        if prestatie.nummer == "1.1.2":
            message = "een fout van ons"
            raise RecursionError(message)
        return render_at(prestatie, *rest)

    monkeypatch.setattr(werker, "render_at", wrong)  # no document is known that does this

    outcomes = [*build(many(3), tmp_path)]

    assert [type(outcome) for outcome in outcomes] == [Made, Failed, Made]
    assert "onverwachte fout in reportgen (RecursionError: een fout van ons)" in str(
        outcomes[1].problems[0]
    )
