"""Where chapters can be made besides here: in processes of this machine, or on a dask cluster."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from reportgen.errors import OutputError, Plaats, Problem

_HERSTARTS = 5
"""How often in a row processes are started anew: where all die at once, that never ends."""
_SECONDEN = 5
"""How long a scheduler has to answer."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Werkers:
    """An executor, and how many piles of chapters keep it busy."""

    executor: Executor
    window: int


class Processen(Executor):
    """Processes of this machine; when one dies, all are started anew for what comes after."""

    def __init__(self, aantal: int, begin: Callable[[], object] | None = None) -> None:
        """Start processes.

        Args:
            aantal: how many.
            begin: what each calls first.
        """
        self._aantal = aantal
        self._begin = begin
        self._herstarts = 0
        self._pool = self._gestart()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Let one of the processes call a function."""
        try:
            belofte = self._pool.submit(fn, *args, **kwargs)
        except BrokenProcessPool:
            if self._herstarts == _HERSTARTS:
                raise
            self._herstarts += 1
            self._pool = self._gestart()
            belofte = self._pool.submit(fn, *args, **kwargs)
        belofte.add_done_callback(self._gedaan)
        return belofte

    def _gedaan(self, belofte: Future[Any]) -> None:
        if not belofte.cancelled() and belofte.exception() is None:
            self._herstarts = 0

    def shutdown(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  those of Executor
        """Let the processes end."""
        self._pool.shutdown(*args, **kwargs)

    def _gestart(self) -> ProcessPoolExecutor:
        """Start processes that leave Ctrl-C to this one.

        Fresh ones everywhere, as Windows and macOS do: a copy of a process with threads can hang.
        """
        vers = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._aantal, vers, _begonnen, (self._begin,))
        with _zonder_ctrl_c():
            for _ in range(self._aantal):
                pool.submit(int)  # a process is started when there is something to do
        return pool


def _begonnen(begin: Callable[[], object] | None) -> None:
    """Leave Ctrl-C to the process that started this one, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_eindig_mee, daemon=True).start()
    if begin:
        begin()


def _eindig_mee() -> None:
    """Wait for the end of the process that started this one: a killed one says no goodbye."""
    if ouder := multiprocessing.parent_process():
        ouder.join()
    os._exit(1)


@contextmanager
def _zonder_ctrl_c() -> Iterator[None]:
    """Let what is started here be deaf for Ctrl-C from its first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    vorig = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, vorig)


@contextmanager
def processes(aantal: int) -> Iterator[Werkers]:
    """Start processes of this machine, for as long as it takes."""
    executor = Processen(aantal)
    try:
        yield Werkers(executor, 2 * aantal + 2)
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def cluster(adres: str) -> Iterator[Werkers]:
    """Use the workers of a dask scheduler; its certificates come from dask's own configuration.

    Raises:
        OutputError: the extra is not installed, the scheduler does not answer, or has no workers.
    """
    client = _verbonden(adres)
    try:
        yield Werkers(client.get_executor(pure=False), 2 * _plaatsen(client) + 2)
    finally:
        client.close()


def _verbonden(adres: str) -> Any:  # noqa: ANN401  a class of an extra
    """Connect to a scheduler that has workers."""
    try:
        from distributed import Client
    except ImportError:
        wat = "voor --scheduler is dask.distributed nodig, en dat is niet geïnstalleerd"
        raise _fout(wat, 'geef: pip install "reportgen[cluster]"') from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # told here, in words
    try:
        asyncio.run(_aangeklopt(adres))
        return Client(adres, timeout=_SECONDEN, set_as_default=False)  # type: ignore[no-untyped-call]
    except Exception as fout:  # noqa: BLE001  connecting can fail in any way
        raise _fout(f"de scheduler {adres} is niet bereikbaar: {_reden(fout)}", _CURE) from None


async def _aangeklopt(adres: str) -> None:
    """Knock at the door of a scheduler; a client that fails to connect takes its time to go."""
    from distributed.comm.core import connect
    from distributed.security import Security

    veilig = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
    comm = await connect(adres, timeout=_SECONDEN, **veilig)  # type: ignore[no-untyped-call]
    await comm.close()


def _plaatsen(client: Any) -> int:  # noqa: ANN401  idem
    """Count how many chapters the workers make at once."""
    try:
        client.wait_for_workers(1, timeout=_SECONDEN)
    except TimeoutError:
        cure = "start een werker: dask worker ADRES (met dezelfde certificaten)"
        raise _fout("de scheduler heeft geen werkers", cure) from None
    return sum(client.nthreads().values())


_CURE = (
    "controleer het adres, of de scheduler draait, en bij tls:// de certificaten"
    " (DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT en …__CLIENT__KEY)"
)


def _reden(fout: Exception) -> str:
    """Say in Dutch why a scheduler cannot be reached, as far as the exception tells."""
    match fout:
        case FileNotFoundError():
            return "een bestand met een certificaat of sleutel bestaat niet"
        case TypeError():
            return "voor tls:// zijn geen certificaten ingesteld"
        case ValueError():
            return f"dit is geen adres zoals tls://naam:8786 ({fout})"
        case _ if "ertificate" in str(fout):
            return "het certificaat van een van beide wordt niet vertrouwd"
        case _ if "imed out" in str(fout):
            return f"geen antwoord binnen {_SECONDEN} seconden"
        case _:
            return f"{type(fout).__name__}: {fout}"


def _fout(wat: str, cure: str) -> OutputError:
    return OutputError([Problem("B5", "error", Plaats(), wat, cure)])
