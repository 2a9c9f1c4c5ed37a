"""A query becomes rows: read only, in time, and without a word about the address.

What a driver says may hold the address, and with it a password. Of a connection that fails its
words are never passed on; of a query that fails only without any part of the address. No
exception of a driver is kept as the cause of ours.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from threading import Timer
from typing import TYPE_CHECKING

from reportgen.errors import DataError
from reportgen.sources.cijfers.bedragen import Cel
from reportgen.sources.cijfers.fouten import Tekst, stop
from reportgen.sources.cijfers.opgave import Opgave
from reportgen.sources.cijfers.tabel import Ruw
from reportgen.sources.cijfers.vraag import keur

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

MAX_SECONDEN = 120.0
"""A query that takes longer is stopped."""
_PER_KEER = 1000
_LANG = 200
_PRECIES = 1e13
"""Below this, fifteen digits of a float hold its cents, and none of its noise."""
_SQLITE: dict[str, Tekst] = {
    "no such table: ": ("de database heeft geen tabel ‘{}’", "controleer de query"),
    "no such column: ": ("de database heeft geen kolom ‘{}’", "controleer de query"),
    "file is not a database": ("dit is geen SQLite-database", "geef een ander bestand"),
    "database is locked": ("de database is in gebruik", "probeer het later opnieuw"),
    "near ": ("de query klopt niet bij {}", "controleer komma's, haken en namen"),
}
_VOORBEELD = "bijvoorbeeld sqlite:///C:/cijfers/grootboek.sqlite"


def lees_query(opgave: Opgave) -> Iterator[Ruw]:
    """Ask a database for rows; the headings come first, as row 0.

    Raises:
        DataError: the database or its driver is not there, or the query is refused or fails.
    """
    waar, query = opgave.waar("query"), opgave.cijfers.query or ""
    keur(query, waar)
    if find_spec("sqlalchemy") is None:
        wat = "voor cijfers uit een database is het pakket sqlalchemy nodig"
        raise stop("D1", waar, wat, "installeer het met: pip install 'reportgen[db]'")
    url = _adres(opgave)
    verbinding = _verbind(url, opgave)
    bezwaar: Tekst | None = None
    verlopen: list[bool] = []
    try:
        with verbinding, _op_tijd(verbinding, verlopen):
            yield from _rijen(verbinding, query, verlopen)
    except Exception as fout:  # noqa: BLE001  a driver raises anything, with the address in it
        bezwaar = _te_lang() if verlopen else _woorden(fout, url)
    if bezwaar:
        raise stop("D1", waar, *bezwaar)


def _adres(opgave: Opgave) -> URL:
    """Give the address: of a SQLite file beside the source, or what a variable holds."""
    from sqlalchemy import URL
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    if opgave.cijfers.bestand:
        return URL.create("sqlite", database=str(opgave.bestand().resolve()))
    naam = (opgave.cijfers.url or "")[2:-1]
    if not os.environ.get(naam):
        cure = f"zet er het adres van de database in, {_VOORBEELD}, of vraag het uw beheerder"
        wat = f"de omgevingsvariabele {naam} is niet gezet"
        raise stop("D1", opgave.waar("url"), wat, cure)
    try:
        return make_url(os.environ[naam])
    except (ArgumentError, ValueError):
        pass  # told outside, since this exception holds the address
    wat = f"in de omgevingsvariabele {naam} staat geen adres van een database"
    cure = f"schrijf soort://gebruiker:wachtwoord@server/naam, {_VOORBEELD}"
    raise stop("D1", opgave.waar("url"), wat, cure)


def _verbind(url: URL, opgave: Opgave) -> Connection:
    try:
        return _engine(url, opgave).connect()
    except DataError:
        raise
    except Exception as fout:  # noqa: BLE001  idem
        tekst = _geen_verbinding(fout, url)
    raise stop("D1", opgave.waar("url" if opgave.cijfers.url else "bestand"), *tekst)


def _engine(url: URL, opgave: Opgave) -> Engine:
    from sqlalchemy import NullPool, create_engine

    opties = {"postgresql_readonly": True, "stream_results": True, "yield_per": _PER_KEER}
    maak = partial(
        create_engine, poolclass=NullPool, hide_parameters=True, execution_options=opties
    )
    if url.get_backend_name() != "sqlite":
        return maak(url)
    pad = opgave.map_ / (url.database or "")
    if not pad.is_file():
        wat = f"het SQLite-bestand van {opgave.naam} bestaat niet"
        cure = "controleer het adres; een pad zonder schijf begint in de map van deze bron"
        raise stop("D1", opgave.waar("url"), wat, cure)
    adres = f"{pad.resolve().as_uri()}?mode=ro"
    verbind = partial(sqlite3.connect, adres, uri=True, check_same_thread=False)
    return maak("sqlite://", creator=verbind)


@contextmanager
def _op_tijd(verbinding: Connection, verlopen: list[bool]) -> Iterator[None]:
    """Stop a query that takes too long; `verlopen` is filled when that happens."""
    eigen = verbinding.connection.dbapi_connection
    onderbreek = getattr(eigen, "interrupt", None) or getattr(eigen, "cancel", None)

    def stop_nu() -> None:
        verlopen.append(True)
        if onderbreek:
            onderbreek()

    wekker = Timer(MAX_SECONDEN, stop_nu)
    wekker.daemon = True
    wekker.start()
    try:
        yield
    finally:
        wekker.cancel()


def _rijen(verbinding: Connection, query: str, verlopen: list[bool]) -> Iterator[Ruw]:
    from sqlalchemy import text

    gevonden = verbinding.execute(text(query.replace(":", r"\:")))
    yield 0, list(gevonden.keys())
    for nummer, rij in enumerate(gevonden, start=1):
        if verlopen:  # a driver that cannot be interrupted
            raise TimeoutError
        yield nummer, [_cel(waarde) for waarde in rij]


def _te_lang() -> Tekst:
    wat = f"de query duurt langer dan {MAX_SECONDEN:g} seconden"
    return wat, "vraag minder rijen, of laat de database ze optellen (GROUP BY)"


def _cel(waarde: object) -> Cel:
    """Give what a database holds as text or as an exact number."""
    if waarde is None or isinstance(waarde, str | Decimal):
        return waarde
    if isinstance(waarde, float):
        return Decimal(f"{waarde:.15g}" if abs(waarde) < _PRECIES else repr(waarde))
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return Decimal(waarde)
    return str(waarde)


def _geen_verbinding(fout: Exception, url: URL) -> Tekst:
    from sqlalchemy.exc import NoSuchModuleError

    soort = url.drivername[:40]
    if isinstance(fout, ModuleNotFoundError):
        wat = f"voor een database van de soort {soort} is het pakket {fout.name} nodig"
        return wat, f"installeer het met: pip install {fout.name}"
    if isinstance(fout, NoSuchModuleError):
        wat = f"een database van de soort ‘{soort}’ is onbekend"
        return wat, "kies uit: sqlite, postgresql, mysql, mssql of oracle"
    wat = "de database is niet bereikbaar, of weigert de aanmelding"
    return wat, "controleer het adres, het netwerk en de rechten"


def _woorden(fout: Exception, url: URL) -> Tekst:
    """Say why a query failed; of the words of a database only what cannot be a secret."""
    eigen = getattr(fout, "orig", None)
    gezegd = next(iter(str(eigen or "").splitlines()), "")
    if isinstance(eigen, sqlite3.Error):
        for begin, (wat, cure) in _SQLITE.items():
            if gezegd.startswith(begin):
                return wat.format(gezegd.removeprefix(begin).partition(":")[0][:_LANG]), cure
    for deel in sorted(_geheimen(url), key=len, reverse=True):
        gezegd = gezegd.replace(deel, "…")
    zegt = f"; de database zegt: ‘{gezegd[:_LANG]}’" if gezegd else ""
    return f"de query lukt niet{zegt}", "controleer de query in een programma voor deze database"


def _geheimen(url: URL) -> set[str]:
    delen = (url.render_as_string(hide_password=False), url.password, url.username, url.host)
    return {str(deel) for deel in delen if deel}
