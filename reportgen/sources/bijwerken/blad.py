"""A YAML or JSON text on which steps are taken: each changes the lines that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportgen.errors import Pad
from reportgen.model.koppelen import NAMEN
from reportgen.sources.bijwerken.knopen import Knoop, Veld
from reportgen.sources.bijwerken.regels import Regels
from reportgen.sources.bijwerken.schrijfwijze import in_blok, in_haken, sleutel
from reportgen.sources.bijwerken.stappen import Orden, Stap, Voeg, Weg, Zet
from reportgen.sources.schrijven import punt, regels_van

_TUSSEN = re.compile(r"\s*,\s*")
_KOP = re.compile(r"[|>][-+0-9]*")
_INSPRONG = 2


class GaatNietError(Exception):
    """A step cannot be taken on this text; nothing was changed."""


class Blad(Regels):
    """One file; `tekst` is what it holds after the steps that were taken."""

    def __init__(self, tekst: str, *, als_json: bool = False) -> None:
        super().__init__(tekst)
        self._json = als_json

    def neem(self, stap: Stap) -> None:
        """Take one step.

        Raises:
            GaatNietError: what it is about does not stand in this file, or stands for two things.
        """
        ouder = self._ouder(stap.pad)
        match stap:
            case Zet():
                self._zet(ouder, stap)
            case Weg():
                self._haal_weg(ouder, stap.pad[-1])
            case Voeg():
                self._voeg(ouder, stap)
            case Orden():
                self._orden(ouder.op(stap.pad[-1]), stap.volgorde)
        self._geldig = min(self._geldig, ouder.begin)  # it may have grown behind its end

    def _ouder(self, pad: Pad) -> Knoop:
        """Find what a step changes something in."""
        ouder = self._zoek(pad[:-1])
        if ouder is None:
            raise GaatNietError
        return ouder

    def _zet(self, ouder: Knoop, stap: Zet) -> None:
        """Give a key its value."""
        naam = str(stap.pad[-1])
        if ouder.soort == "tekst":
            self._zet_kort(ouder, stap)
        elif naam not in ouder.velden:
            self._zet_nieuw(ouder, stap)
        elif ouder.tussen_haken:
            self._zet_in_haken(ouder.velden[naam], stap.waarde)
        else:
            veld = ouder.velden[naam]
            self._zet_in_blok(veld.waarde, veld.na, ouder.kolom, stap.waarde)

    def _zet_in_haken(self, veld: Veld, waarde: Any) -> None:  # noqa: ANN401  plain data
        oud = veld.waarde
        nieuw = in_haken(waarde, oud.vorm, als_json=self._json)
        if oud.begin == oud.eind:
            self._vervang(veld.na, max(veld.na, oud.eind), f" {nieuw}")
        else:
            self._vervang(oud.begin, oud.eind, nieuw)

    def _zet_in_blok(self, oud: Knoop, na: int, kolom: int, waarde: Any) -> None:  # noqa: ANN401  idem
        """Put a value behind a key or a dash, with lines of its own below that where it has them.

        Args:
            oud: what stands there.
            na: where the key or dash ends.
            kolom: in which column the key or dash stands.
            waarde: the value.
        """
        erachter, eronder = in_blok(waarde, oud)
        insprong = kolom + _INSPRONG
        if oud.als_blok and erachter == "|":
            self._herschrijf(oud, eronder, insprong)
            return
        wit = self.tekst[na : oud.begin]
        wit = wit if oud.begin > na and not wit.strip() and "\n" not in wit else " "
        eind = max(na, oud.eind)
        regel = self._regeleinde(eind)
        staart = self.tekst[eind:regel]
        onder = "".join(f"{self._einde}{r}" for r in _ver(eronder, insprong))
        self._vervang(na, regel, f"{wit if erachter else ''}{erachter}{staart}{onder}")

    def _herschrijf(self, oud: Knoop, regels: Sequence[str], insprong: int) -> None:
        """Write other lines below a block mark, as far to the right as they were."""
        kop = self._regeleinde(oud.begin)
        eerste = next((r for r in self.tekst[kop : oud.eind].splitlines() if r.strip()), "")
        ver = len(eerste) - len(eerste.lstrip(" ")) or insprong
        mark = _KOP.sub("|", self.tekst[oud.begin : kop], count=1)
        onder = "".join(f"{self._einde}{r}" for r in _ver(regels, ver))
        self._vervang(oud.begin, max(kop, oud.eind), f"{mark}{onder}")

    def _zet_kort(self, oud: Knoop, stap: Zet) -> None:
        """Change an item that is a plain text: the text itself, or it becomes a record first."""
        *_, lijst, _plek, naam = stap.pad
        kort = NAMEN.get(str(lijst), ("",))[-1]
        haaks = self._is_haaks(oud)
        if naam == kort and haaks:
            nieuw = in_haken(stap.waarde, oud.vorm, als_json=self._json)
            self._vervang(oud.begin, oud.eind, nieuw)
        elif naam == kort:
            streep = self.tekst.rindex("-", 0, oud.begin)
            kolom = streep - self._regelbegin(streep)
            self._zet_in_blok(oud, streep + 1, kolom, stap.waarde)
        else:
            self._maak_record(oud, kort, haaks=haaks)
            self.neem(stap)

    def _maak_record(self, oud: Knoop, kort: str, *, haaks: bool) -> None:
        tekst = self.tekst[oud.begin : oud.eind]
        if haaks:
            naam = sleutel(kort, als_json=self._json)
            self._vervang(oud.begin, oud.eind, f"{{{naam}: {tekst}}}")
        elif "\n" not in tekst:
            self._vervang(oud.begin, oud.eind, f"{kort}: {tekst}")
        else:
            eerste, *rest = regels_van(kort, oud.inhoud)
            ver = oud.begin - self._regelbegin(oud.begin)
            onder = [eerste, *_ver(rest, ver)]
            self._vervang(oud.begin, oud.eind, self._einde.join(onder))

    def _is_haaks(self, oud: Knoop) -> bool:
        """Say whether an item stands between brackets: no dash stands before it."""
        return not self.tekst[: oud.begin].rstrip().endswith("-")

    def _zet_nieuw(self, ouder: Knoop, stap: Zet) -> None:
        """Add a key behind those that go before it."""
        naam = str(stap.pad[-1])
        namen = list(ouder.velden)
        plek = max((namen.index(n) + 1 for n in stap.na if n in ouder.velden), default=0)
        if ouder.tussen_haken:
            waarde = in_haken(stap.waarde, als_json=self._json)
            nieuw = f"{sleutel(naam, als_json=self._json)}: {waarde}"
            self._voeg_in_haken(ouder, [_span(veld) for veld in ouder.velden.values()], plek, nieuw)
            return
        velden = list(ouder.velden.values())
        vorige = velden[max(plek - 1, 0)]
        na = self._na(max(vorige.na, vorige.waarde.eind), ouder.kolom)
        self._voeg_regels(na, list(_ver(list(regels_van(naam, stap.waarde)), ouder.kolom)))

    def _voeg(self, lijst: Knoop, stap: Voeg) -> None:
        """Add an item."""
        plek = int(stap.pad[-1])
        kort = NAMEN.get(str(stap.pad[-2]), ("",))[-1]
        waarde = stap.waarde
        if list(waarde) == [kort] and any(deel.soort == "tekst" for deel in lijst.delen):
            waarde = waarde[kort]
        if lijst.tussen_haken:
            nieuw = in_haken(waarde, als_json=self._json)
            self._voeg_in_haken(lijst, [(d.begin, d.eind) for d in lijst.delen], plek, nieuw)
            return
        regels = list(_ver(list(punt(waarde)), lijst.kolom))
        if plek == 0:
            begin = self._regelbegin(self._streep(lijst.delen[0]))
            self._vervang(begin, begin, "".join(f"{r}{self._einde}" for r in regels))
        else:
            self._voeg_regels(self._na(lijst.delen[plek - 1].eind, lijst.kolom), regels)

    def _voeg_in_haken(
        self, knoop: Knoop, delen: Sequence[tuple[int, int]], plek: int, nieuw: str
    ) -> None:
        """Add something between brackets, with what stands between the others."""
        tussen = ", "
        if len(delen) > 1:
            gevonden = self.tekst[delen[0][1] : delen[1][0]]
            tussen = gevonden if _TUSSEN.fullmatch(gevonden) else tussen
        elif delen:
            ervoor = self.tekst[knoop.begin + 1 : delen[0][0]]
            tussen = f",{ervoor}" if "\n" in ervoor and not ervoor.strip() else tussen
        if not delen:
            self._vervang(knoop.begin + 1, knoop.eind - 1, nieuw)
        elif plek == 0:
            self._vervang(delen[0][0], delen[0][0], f"{nieuw}{tussen}")
        else:
            self._vervang(delen[plek - 1][1], delen[plek - 1][1], f"{tussen}{nieuw}")

    def _haal_weg(self, ouder: Knoop, deel: str | int) -> None:
        """Take a key or an item away, with the comment right above it."""
        if ouder.soort == "lijst":
            plek, delen = int(deel), [(d.begin, d.eind) for d in ouder.delen]
        elif deel in ouder.velden:
            plek = list(ouder.velden).index(str(deel))
            delen = [_span(veld) for veld in ouder.velden.values()]
        else:
            raise GaatNietError
        if ouder.tussen_haken:
            begin = delen[plek - 1][1] if plek else delen[0][0]
            eind = delen[1][0] if plek == 0 and len(delen) > 1 else delen[plek][1]
            self._vervang(begin, eind, "")
        elif ouder.soort == "lijst":
            self._vervang(*self._stuk(ouder, plek), "")
        else:
            self._haal_sleutel_weg(ouder, delen, plek)

    def _haal_sleutel_weg(self, ouder: Knoop, delen: Sequence[tuple[int, int]], plek: int) -> None:
        begin = delen[plek][0]
        regel = self._regelbegin(begin)
        if not self.tekst[regel:begin].strip():
            self._vervang(self._met_kop(regel), self._volgende(delen[plek][1], ouder.kolom), "")
        elif plek + 1 < len(delen):  # behind the dash of an item: the next key comes there
            self._vervang(begin, delen[plek + 1][0], "")
        else:
            raise GaatNietError

    def _orden(self, lijst: Knoop | None, volgorde: Sequence[int]) -> None:
        """Let the items of a list change places; what stands between them stays."""
        if lijst is None:
            raise GaatNietError
        plekken = range(len(lijst.delen))
        stukken = [
            (lijst.delen[i].begin, lijst.delen[i].eind)
            if lijst.tussen_haken
            else self._stuk(lijst, i)
            for i in plekken
        ]
        teksten = [self.tekst[van:tot] for van, tot in stukken]
        if not lijst.tussen_haken:
            teksten = [t if t.endswith("\n") else f"{t}{self._einde}" for t in teksten]
        for (van, tot), bron in reversed(list(zip(stukken, volgorde, strict=True))):
            self._vervang(van, tot, teksten[bron])

    def _stuk(self, lijst: Knoop, plek: int) -> tuple[int, int]:
        """Give from where to where the lines of an item go, with the comment right above it."""
        begin = self._regelbegin(self._streep(lijst.delen[plek]))
        if plek:
            begin = self._met_kop(begin)
        return begin, self._volgende(lijst.delen[plek].eind, lijst.kolom)

    def _streep(self, deel: Knoop) -> int:
        return self.tekst.rindex("-", 0, deel.begin)


def _ver(regels: Sequence[str], insprong: int) -> list[str]:
    """Give lines so many places to the right; blank lines stay blank."""
    return [f"{' ' * insprong}{regel}" if regel else regel for regel in regels]


def _span(veld: Veld) -> tuple[int, int]:
    return veld.sleutel.begin, max(veld.na, veld.waarde.eind)
