"""What comes along with the package, and the moment that a document carries."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from reportgen.errors import Plaats, Problem, RenderError

_PAKKET = Path(__file__).parents[1]


def shipped(naam: str) -> Path:
    """Find a shipped file or folder, `templates/…` or `examples/…`.

    It stands inside the package after an ordinary install, beside it in a checkout.
    """
    binnen = _PAKKET / naam
    return binnen if binnen.exists() else _PAKKET.parent / naam


def tijdstip() -> str:
    """Give the moment that the environment asks for, or nothing.

    Raises:
        RenderError: what `SOURCE_DATE_EPOCH` says is no moment.
    """
    seconden = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconden:
        return ""
    try:
        return datetime.fromtimestamp(int(seconden), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        wat = f"SOURCE_DATE_EPOCH is ‘{seconden[:40]}’, en dat is geen tijdstip"
        cure = "geef het aantal seconden sinds 1970, of haal de omgevingsvariabele weg"
        raise RenderError([Problem("W24", "error", Plaats(), wat, cure)]) from None
