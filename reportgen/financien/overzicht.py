"""Tables laid beside each other (overzicht): of each post a row per part, and the total."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from reportgen.financien.basis import AFGELEIDE_POSTEN, BASISPOSTEN
from reportgen.financien.tabel import VOLGORDE, Rij, Tabel
from reportgen.model import Post

_Som = tuple[tuple[int, int], ...]


def overzicht(
    delen: Mapping[str, Tabel], heel: Tabel, uitgesplitst: Collection[Post] = VOLGORDE
) -> Tabel:
    """Lay out what a total is made of. Source of the order: BBV art. 17 and 27.

    Args:
        delen: the tables of the parts by name, which together are the whole; one part alone is
            no part. A part that has nothing of a post has no row there.
        heel: the table of the whole, every post in it.
        uitgesplitst: the posts that are told by part; of the others only the total.
    """
    rijen: list[Rij] = []
    plek: dict[Post, int] = {}
    for totaal in filter(None, map(heel.rij, VOLGORDE)):
        post = totaal.post
        begin = len(rijen)
        if post in uitgesplitst and len(delen) > 1:
            rijen += _per_deel(post, delen)
        per_deel: _Som = tuple((1, nummer) for nummer in range(begin, len(rijen)))
        afgeleid: _Som = tuple((t, plek[p]) for t, p in AFGELEIDE_POSTEN.get(post, ()) if p in plek)
        plek[post] = len(rijen)
        sommen = tuple(filter(None, (per_deel, afgeleid)))
        rijen.append(replace(totaal, rol="totaal" if sommen else "regel", sommen=sommen))
    return Tabel(heel.kolommen, tuple(rijen))


def kolom(tabel: Tabel, nummer: int) -> Tabel:
    """Give a table with one of its columns only."""
    rijen = (replace(rij, cellen=(rij.cellen[nummer],)) for rij in tabel.rijen)
    return Tabel((tabel.kolommen[nummer],), tuple(rijen))


def _per_deel(post: Post, delen: Mapping[str, Tabel]) -> Iterator[Rij]:
    """Give a row for each part that has something of a post."""
    if post == "resultaat" and not any(map(_met_reserves, delen.values())):
        return  # the saldo once more
    for naam, tabel in delen.items():
        rij = tabel.rij(post)
        if rij and not rij.leeg:
            yield replace(rij, omschrijving=naam, rol="deel", sommen=())


def _met_reserves(tabel: Tabel) -> bool:
    posten = set(BASISPOSTEN) - {"lasten", "baten"}
    return any((rij := tabel.rij(post)) and not rij.leeg for post in posten)
