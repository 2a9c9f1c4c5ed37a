"""More machines: a real scheduler and two workers on this one; one of them is killed halfway."""

from __future__ import annotations

import importlib.util
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from partijen import AS_HERE, PROGRAM, document, files, manifest, many, run, source

from reportgen import OutputError
from reportgen.batch import Made, build
from reportgen.batch.werkers import cluster

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra [cluster] is not installed"
)
QUIET = AS_HERE | {"PYTHONWARNINGS": "default"}
"""What dask warns of in processes of its own is its own business."""
NO_MORE: dict[str, str] = {}


def _dask(*arguments: str, folder: Path, extra: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a process of dask, what it says in a file."""
    command, env = [sys.executable, "-m", "dask", *arguments], QUIET | extra
    with (folder / "dask.log").open("ab") as log:
        return subprocess.Popen(command, env=env, cwd=folder, stdout=log, stderr=log)


@contextmanager
def _ended(*started: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        for process in started:
            process.kill()
            process.wait()


@contextmanager
def _scheduler(folder: Path, *options: str, extra: dict[str, str] = NO_MORE) -> Iterator[str]:
    """Run a scheduler; its address."""
    here = [
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        "adres.json",
    ]
    with _ended(_dask("scheduler", *here, *options, folder=folder, extra=extra)):
        yield _address(folder)


def _address(folder: Path) -> str:
    """The address of a scheduler, when it has written it down."""
    for _ in range(300):
        if (folder / "adres.json").is_file() and (text := (folder / "adres.json").read_text()):
            return str(json.loads(text)["address"])
        time.sleep(0.1)
    pytest.fail((folder / "dask.log").read_text())


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler without workers."""
    with _scheduler(tmp_path_factory.mktemp("scheduler")) as address:
        yield address


def _worker(
    scheduler: str, folder: Path, extra: dict[str, str] = NO_MORE
) -> subprocess.Popen[bytes]:
    """Start a worker."""
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0"]
    return _dask("worker", scheduler, *options, "--host", "127.0.0.1", folder=folder, extra=extra)


def test_a_scheduler_without_workers_is_told(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.batch.werkers._SECONDEN", 1)

    with pytest.raises(OutputError) as caught, cluster(scheduler):
        pass

    assert "de scheduler heeft geen werkers → start een werker" in str(caught.value)


def test_a_worker_that_is_killed_halfway_loses_nothing(tmp_path: Path, scheduler: str) -> None:
    boek = many(300)
    [*build(boek, tmp_path / "hier")]
    workers = [_worker(scheduler, tmp_path) for _ in range(2)]

    with _ended(*workers), cluster(scheduler) as werkers:
        executor = werkers.executor
        executor._client.wait_for_workers(2, timeout=30)  # type: ignore[attr-defined]  # noqa: SLF001  both
        outcomes = []
        for outcome in build(boek, tmp_path / "daar", executor=executor, window=werkers.window):
            outcomes.append(outcome)
            if len(outcomes) == 50:
                workers[0].send_signal(signal.SIGKILL)

    assert [type(outcome) for outcome in outcomes] == [Made] * 300
    assert files(tmp_path / "daar") == files(tmp_path / "hier")
    assert manifest(tmp_path / "daar") == manifest(tmp_path / "hier")


def test_the_command_makes_chapters_on_a_cluster(tmp_path: Path, scheduler: str) -> None:
    place = source(tmp_path / "bron", document(("5.1.1", "een"), ("5.1.2", "twee")))
    run("render", place, "--out", tmp_path / "hier")

    with _ended(_worker(scheduler, tmp_path)):
        _, text = run("render", place, "--out", tmp_path / "daar", "--scheduler", scheduler)

    assert f"2 gemaakt in {tmp_path / 'daar'}" in text
    assert files(tmp_path / "daar") == files(tmp_path / "hier")


def _certificate(folder: Path, name: str) -> dict[str, str]:
    """A certificate of its own authority, and how dask is told of it."""
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *names], check=True, capture_output=True)
    roles = ("scheduler", "worker", "client")
    parts = {"key": str(key), "cert": str(certificate)}
    found = {f"{role}.{part}": place for role in roles for part, place in parts.items()}
    return found | {"ca-file": str(certificate)}


def _as_environment(tls: dict[str, str]) -> dict[str, str]:
    """The same settings as environment variables."""
    names = {name: name.upper().replace(".", "__").replace("-", "_") for name in tls}
    return {f"DASK_DISTRIBUTED__COMM__TLS__{names[name]}": value for name, value in tls.items()}


def _why_not(address: str, tls: dict[str, str]) -> str:
    """Why a scheduler cannot be used, with these settings of dask's."""
    import dask

    settings = {f"distributed.comm.tls.{name}": value for name, value in tls.items()}
    with dask.config.set(settings), pytest.raises(OutputError) as caught, cluster(address):
        pass
    return str(caught.value)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
def test_tls_needs_certificates_that_both_trust(tmp_path: Path) -> None:
    right, wrong = _certificate(tmp_path, "goed"), _certificate(tmp_path, "fout")
    place = source(tmp_path / "bron", document(("5.1.1", "een")))

    with _scheduler(tmp_path, "--protocol", "tls", extra=_as_environment(right)) as address:
        without, mistrusted = _why_not(address, {}), _why_not(address, wrong)
        absent = _why_not(address, wrong | {"ca-file": "nergens.pem"})
        with _ended(_worker(address, tmp_path, _as_environment(right))):
            known = AS_HERE | _as_environment(right)
            out = tmp_path / "uit"
            _, made = run("render", place, "--out", out, "--scheduler", address, env=known)

    assert "voor tls:// zijn geen certificaten ingesteld" in without
    assert "het certificaat van een van beide wordt niet vertrouwd" in mistrusted
    assert "een bestand met een certificaat of sleutel bestaat niet" in absent
    assert "1 gemaakt in" in made


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("tcp://127.0.0.1:9", "geen antwoord binnen 1 seconden"),
        ("nergens", "dit is geen adres zoals tls://naam:8786"),
    ],
)
def test_a_scheduler_that_cannot_be_reached_is_told_soon(
    monkeypatch: pytest.MonkeyPatch, address: str, reason: str
) -> None:
    monkeypatch.setattr("reportgen.batch.werkers._SECONDEN", 1)
    begin = time.monotonic()

    text = _why_not(address, {})

    assert f"fout B5 · de scheduler {address} is niet bereikbaar: {reason}" in text
    assert time.monotonic() - begin < 5


WITHOUT = f"""
import sys
sys.modules["distributed"] = None  # as where the extra is not installed
{PROGRAM}
"""


def test_without_the_extra_the_command_says_how_to_install_it(tmp_path: Path) -> None:
    place = source(tmp_path / "bron", document(("5.1.1", "een")))

    code, text = run("render", place, "--scheduler", "tcp://a:1", program=WITHOUT, cwd=tmp_path)

    assert code == 1
    assert 'geef: pip install "reportgen[cluster]"' in text


def test_jobs_and_scheduler_do_not_go_together(tmp_path: Path) -> None:
    place = source(tmp_path / "bron", document(("5.1.1", "een")))

    code, text = run("render", place, "--jobs", "2", "--scheduler", "tcp://a:1", cwd=tmp_path)

    assert code == 2
    assert "kies --jobs of --scheduler, niet allebei" in text
