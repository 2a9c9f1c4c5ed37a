"""A Word document that reportgen did not make becomes data: by headings, labels and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.model import Boekwerk, Prestatie, volgorde
from reportgen.notation import herstel
from reportgen.reading.bewerking import Gelezen
from reportgen.reading.vreemd.boom import lees_boom
from reportgen.reading.vreemd.deel import Deel, Verslag
from reportgen.reading.vreemd.geldtabel import Blad
from reportgen.reading.vreemd.lijsttabel import lees_datum
from reportgen.reading.vreemd.prestatie import lees_prestatie
from reportgen.reading.vreemd.secties import secties, zonder_lege
from reportgen.reading.vreemd.woorden import Woorden
from reportgen.word.flow import Flow, Passage, Raster, flow

if TYPE_CHECKING:
    from reportgen.tekst import Stuk

_CIJFERS = re.compile(r"[0-9 van|/–-]*")
_RAND, _OPMERKING = ("koptekst", "voettekst"), "opmerking"
_DATUM = re.compile(r"[0-9]{1,2}\s+[a-z]+\s+[0-9]{4}")


def lees_vreemd(word: bytes, kop: Boekwerk, bestand: str = "") -> Gelezen:
    """Read a Word document in the layout of a chapter, or of many under each other.

    Args:
        word: the document.
        kop: the head that its data gets, with the profile whose words it is read by; its kerntaken
            are kept, and filled up with those of the document.
        bestand: the name of the file, for messages.

    Returns:
        The head with what was read; what found no place; and what a person should look at.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part of it is damaged.
    """
    verslag = Verslag(bestand)
    stroom = flow(word)
    kop = _rand(stroom, kop, verslag)
    delen = [*_delen(stroom, verslag)]
    delen, kop = _zonder_concept(delen, kop)
    gevonden = zonder_lege(secties(delen, kop.profiel, verslag), verslag)
    blad = Blad(kop, Woorden(kop.profiel), verslag)
    laagste = len(kop.profiel.niveaus) - 1
    prestaties = [
        prestatie
        for sectie in gevonden
        if sectie.niveau == laagste and (prestatie := lees_prestatie(sectie, blad))
    ]
    if not prestaties:
        patroon = kop.profiel.niveaus[-1].patroon
        wat = f"er staat geen {kop.profiel.niveau} in: geen regel met een nummer als {patroon}"
        verslag.meld("L1", "", wat, "zet boven het hoofdstuk nummer en titel op één regel", "error")
    meld_dubbel(prestaties, verslag)
    kerntaken = lees_boom(kop, [s for s in gevonden if s.niveau < laagste], verslag)
    op_volgorde = sorted(prestaties, key=lambda p: volgorde(p.nummer))
    heel = kop.model_copy(update={"kerntaken": kerntaken, "prestaties": tuple(op_volgorde)})
    return Gelezen(heel, los=tuple(verslag.los), problems=tuple(verslag.problems))


def _delen(stroom: Flow, verslag: Verslag) -> Iterator[Deel]:
    """Give the pieces of a document with their places, letters repaired, blank lines left out."""
    alineas = tabellen = 0
    for inhoud in stroom.inhoud:
        if isinstance(inhoud, Raster):
            tabellen += 1
            plek = f"tabel {tabellen}"
            rijen = tuple(
                tuple(tuple(_hersteld(p, plek, verslag) for p in cel) for cel in rij)
                for rij in inhoud.rijen
            )
            yield Deel(Raster(rijen), plek)
            continue
        alineas += 1
        if inhoud.tekst.strip() or inhoud.beelden or inhoud.nummer:
            plek = f"alinea {alineas}"
            yield Deel(_hersteld(inhoud, plek, verslag), plek)


def _hersteld(passage: Passage, plek: str, verslag: Verslag) -> Passage:
    """Repair the letters that an old conversion damaged, and tell of each word (N12)."""
    tekst = passage.tekst
    if tekst.isascii():
        return passage
    for woord in dict.fromkeys(tekst.split()):
        goed = herstel(woord).strip("()[],.;:‘’“”")
        fout = woord.strip("()[],.;:‘’“”")
        if herstel(woord) != woord:
            wat = f"‘{fout}’ had een beschadigde letter en is gelezen als ‘{goed}’"
            verslag.meld("N12", plek, wat, "kijk na of dat klopt")
        elif "\ufffd" in woord:
            verslag.meld("N12", plek, f"‘{fout}’ bevat een verloren letter (�)", "typ het opnieuw")
    return replace(passage, stukken=tuple(map(_stuk, passage.stukken)))


def _stuk(stuk: Stuk) -> Stuk:
    return replace(stuk, tekst=herstel(stuk.tekst))


def _zonder_concept(delen: list[Deel], kop: Boekwerk) -> tuple[list[Deel], Boekwerk]:
    """Take the word CONCEPT above the first heading as the status that it is."""
    if delen and delen[0].tekst == kop.profiel.labels.concept:
        return delen[1:], kop.model_copy(update={"status": "concept"})
    return delen, kop


def _rand(stroom: Flow, kop: Boekwerk, verslag: Verslag) -> Boekwerk:
    """Read what stands outside the text: a peildatum; all but what every page has is told."""
    labels = kop.profiel.labels
    for soort, tekst in stroom.buiten:
        if soort == _OPMERKING:
            wat = f"iemand merkte op: ‘{tekst}’"
            verslag.meld("L6", soort, wat, "verwerk de opmerking, of laat haar vervallen")
            continue
        if soort not in _RAND:
            verslag.laat_tekst_los(tekst, soort)
            continue
        rest = tekst
        if kop.peildatum is None and labels.peildatum in rest and (d := _DATUM.search(rest)):
            kop = _met_peildatum(kop, lees_datum(d[0]))
        for bekend in (labels.concept, labels.peildatum, labels.pagina, kop.titel, kop.organisatie):
            rest = rest.replace(bekend, "", 1)
        rest = _DATUM.sub("", rest) if kop.peildatum else rest
        if not _CIJFERS.fullmatch(rest.strip()):
            verslag.laat_tekst_los(tekst, soort)
    if stroom.openstaand:
        wat = "het document heeft wijzigingen die niemand aanvaardde of weigerde"
        verslag.meld("L6", "", wat, "ze zijn gelezen alsof ze zijn aanvaard; kijk ze na")
    return kop


def _met_peildatum(kop: Boekwerk, dag: str) -> Boekwerk:
    if not dag:
        return kop
    return Boekwerk.model_validate({**dict(kop), "peildatum": dag})


def meld_dubbel(prestaties: Sequence[Prestatie], verslag: Verslag) -> None:
    """Tell of every number that more than one prestatie has."""
    nummers = [prestatie.nummer for prestatie in prestaties]
    for nummer in dict.fromkeys(n for n in nummers if nummers.count(n) > 1):
        wat = f"{nummer} komt {nummers.count(nummer)} keer voor"
        verslag.meld("S1", "", wat, "houd er één over, of geef de andere een eigen nummer", "error")
