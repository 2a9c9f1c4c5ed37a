"""The new document with tracked changes against the old one (renvooi)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.documents import book, render, tijdstip
from reportgen.reading import bytes_of
from reportgen.vergelijking.bronnen import Bron, is_word
from reportgen.view.kop import document
from reportgen.word.redline import redline

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.vergelijking.uitkomst import Vergelijking


def renvooi(
    bronnen: tuple[Bron, Bron],
    vergelijking: Vergelijking,
    *,
    auteur: str = "",
    datum: datetime | None = None,
) -> bytes:
    """Make the new chapter or book with tracked changes against the old one.

    Word documents are taken as they are; of sources a chapter is made where both documents are
    about one prestatie, and a book otherwise.

    Args:
        bronnen: what was compared.
        vergelijking: what came of it.
        auteur: who the changes are by; the organisation when left out.
        datum: when they were made; the moment of the new document when left out.

    Raises:
        RenderError: one of the documents cannot be made.
        DataError: a Word document cannot be read, or is no document.
    """
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    een = len(oud.prestaties) == len(nieuw.prestaties) == 1
    word = [
        _als_word(bron, boekwerk, hoofdstuk=een)
        for bron, boekwerk in zip(bronnen, (oud, nieuw), strict=True)
    ]
    moment = datum or datetime.fromisoformat(document(nieuw, tijdstip()).tijdstip)
    return redline(*word, auteur=auteur or nieuw.organisatie, datum=moment.astimezone(UTC))


def _als_word(bron: Bron, boekwerk: Boekwerk, *, hoofdstuk: bool) -> bytes:
    if is_word(bron):
        return bytes_of(Path(str(bron)))
    return render(boekwerk.prestaties[0], boekwerk) if hoofdstuk else book(boekwerk)
