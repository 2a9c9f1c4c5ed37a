"""Executors and workers that break (kapot), for tests: importable, so that processes find them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

from reportgen.batch import werker
from reportgen.documents import render_at
from reportgen.model import Prestatie

DEADLY = "Dit hoofdstuk breekt zijn werker"


def install() -> None:
    """Let this process die on a chapter whose title says so, as a worker without memory does."""
    whole = render_at

    def deadly(prestatie: Prestatie, *rest: Any) -> bytes:  # noqa: ANN401  those of render_at
        if prestatie.titel == DEADLY:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(prestatie, *rest)

    setattr(werker, "render_at", deadly)  # noqa: B010  a name that it only imports


def die() -> None:
    """End this process as a crash does."""
    os._exit(3)


class Elsewhere(Executor):
    """Threads whose answers go through a function first, as if they came from far away."""

    def __init__(self, change: Callable[..., Any]) -> None:
        self._pool = ThreadPoolExecutor(2)
        self._change = change
        self.sizes: list[int] = []
        """How many bytes came along with each task."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401  those of Executor
        """Call a function in a thread, its answer changed."""
        self.sizes.append(len(args[3] or b""))
        return self._pool.submit(self._change, fn, *args, **kwargs)

    def shutdown(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  idem
        """Let the threads end."""
        self._pool.shutdown(*args, **kwargs)
