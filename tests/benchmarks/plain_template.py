"""The two templates of `plain.py`.

- full: the shipped one, each `{{p text }}` in it a loop over paragraphs; the same look
- lean: what prints, and no tag more

docxtpl compiles its template anew for every document, so its time grows with the number of tags.
The shipped template has many, for looks that a reader hardly sees (a last row of a table that keeps
with its notes, captions that only a book has).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from engine import ROOT, with_body

sys.path.insert(0, str(ROOT / "templates"))

from bouwdelen import STAAND, als, cel, cijferrij, p, regeling, rij, tabel, voor_elke

P = "prestatie"
F, B, I = f"{P}.financien", f"{P}.basisinformatie", f"{P}.indicatoren"  # noqa: E741  as in the data
CELLS = ("cel in rij.cellen", "cel")
FIELD = re.compile(r"(<w:p>(?:(?!</w:p>).)*?)\{\{p ([\w.]+) \}\}(.*?</w:p>)")
"""A paragraph that holds the place of a text."""
TOTALS = ("Tabeltotaal", "Tabeltotaalcijfer")


def text(field: str, style: str = "Plattetekst") -> str:
    """The place of a text: a loop over its paragraphs."""
    return voor_elke(f"alinea in {field}", p(style, "{{ alinea }}"))


def money(field: str, *, totals: bool) -> str:
    """A table of money; its totals are bold, where it has any."""
    plain = cijferrij(STAAND, "{{ rij.omschrijving }}", CELLS, ("Tabeltekst", "Tabelcijfer"))
    bold = cijferrij(STAAND, "{{ rij.omschrijving }}", CELLS, TOTALS)
    steer = [regeling(f"{{%tr {tag} %}}", STAAND) for tag in ("else", "endif", "endfor")]
    choice = regeling('{%tr if rij.soort == "regel" %}', STAAND)
    rows = (choice, plain, steer[0], bold, steer[1]) if totals else (plain,)
    head = f"{{{{ {field}.eerste_kolom }}}}", (f"kolom in {field}.kolommen", "kolom")
    return tabel(
        "Bedragen",
        STAAND,
        cijferrij(STAAND, *head, ("Tabelkop", "Tabelkopcijfer"), kop=True),
        regeling(f"{{%tr for rij in {field}.rijen %}}", STAAND),
        *rows,
        steer[2],
    )


def records(loop: str, columns: dict[str, str]) -> str:
    """A table of records."""
    widths = tuple(9298 // len(columns) for _ in columns)
    cells = [[cel(widths[0], style, text) for text in texts] for style, texts in _rows(columns)]
    steer = [regeling(tag, widths) for tag in (f"{{%tr for {loop} %}}", "{%tr endfor %}")]
    return tabel("Lijst", widths, rij(*cells[0], kop=True), steer[0], rij(*cells[1]), steer[1])


def _rows(columns: dict[str, str]) -> tuple[tuple[str, list[str]], ...]:
    return ("Tabelkop", [*columns]), ("Tabeltekst", [*columns.values()])


def light(field: str) -> str:
    """A light and its text."""
    sign = p("Signaaloranje", f"{{{{ {field}.teken }}}} {{{{ {field}.kleurwoord }}}}")
    return als(f"{field}.kleur", sign) + text(f"{field}.tekst")


def labelled(label: str, field: str, content: str = "") -> str:
    """A label and its value, where there is one."""
    value = content or p("Waarde", f"{{{{ {B}.{field} }}}}")
    return als(f"{B}.{field}", p("Label", f"{{{{ {label} }}}}"), value)


def finances() -> str:
    """Everything about money."""
    change = p("Tabeltitel", "{{ tabel.titel }}"), money("tabel", totals=True)
    chosen = f"{F}.begrotingswijziging"
    return als(
        F,
        p("Kop2", "{{ labels.financien }}"),
        money(f"{F}.tabel", totals=True),
        text(f"{F}.tabel.noten", "Tabelnoot"),
        als(f"{F}.kredieten", p("Kop3", "{{ labels.kredieten }}")),
        voor_elke(f"tabel in {F}.kredieten", money("tabel", totals=False)),
        als(
            f"{F}.voortgang", p("Kop3", "{{ labels.financien_voortgang }}"), light(f"{F}.voortgang")
        ),
        als(
            chosen,
            p("Label", "{{ labels.begrotingswijziging }}"),
            p("Waarde", f"{{{{ {chosen} }}}}"),
        ),
        voor_elke(f"tabel in {F}.wijzigingen", *change),
    )


def facts() -> str:
    """The labels and values at the end."""
    columns = {
        "Mijlpaal": "{{ mijlpaal.naam }}",
        "Oorspronkelijk": "{{ mijlpaal.oorspronkelijk }}",
        "Actueel": "{{ mijlpaal.datum }}",
        "Status": "{{ mijlpaal.status }}",
    }
    return als(
        B,
        p("Kop2", "{{ labels.basisinformatie }}"),
        labelled("labels.portefeuillehouder", "portefeuillehouder"),
        labelled("labels.rol_provincie", "rol_provincie", text(f"{B}.rol_provincie", "Waarde")),
        labelled("labels.looptijd", "looptijd"),
        labelled(f"{B}.reserve_label", "reserve"),
        labelled("labels.websites", "websites", text(f"{B}.websites", "Waarde")),
        labelled(
            "labels.mijlpalen",
            "mijlpalentabel",
            records(f"mijlpaal in {B}.mijlpalentabel", columns),
        ),
    )


def body() -> str:
    """All that a chapter prints."""
    action = text("actie.tekst", "Lijstnummering"), text("actie.regel")
    columns = {
        "Indicator": "{{ indicator.naam }}",
        "Eenheid": "{{ indicator.eenheid }}",
        f"{{{{ {I}.nulmeting }}}}": "{{ indicator.nulmeting }}",
        f"{{{{ {I}.streefwaarde }}}}": "{{ indicator.streefwaarde }}",
        "Bron": "{{ indicator.bron }}",
    }
    return "".join(
        (
            p("Kop1", f"{{{{ {P}.kop }}}}"),
            text(f"{P}.inleiding"),
            als(f"{P}.context", p("Kop2", "{{ labels.context }}"), text(f"{P}.context")),
            als(
                f"{P}.acties",
                p("Kop2", "{{ labels.acties }}"),
                voor_elke(f"actie in {P}.acties", *action),
            ),
            als(f"{P}.voortgang", p("Kop2", "{{ labels.voortgang }}"), light(f"{P}.voortgang")),
            finances(),
            als(
                I,
                p("Kop2", "{{ labels.indicatoren }}"),
                records(f"indicator in {I}.rijen", columns),
            ),
            facts(),
        )
    )


def full(shipped: str) -> str:
    """The body of the shipped template, its texts as docxtpl prints them."""
    return FIELD.sub(
        lambda place: voor_elke(f"alinea in {place[2]}", f"{place[1]}{{{{ alinea }}}}{place[3]}"),
        shipped,
    )


def main() -> None:
    """Write both in a folder."""
    folder = Path(sys.argv[1])
    (folder / "full.docx").write_bytes(with_body(full))
    (folder / "lean.docx").write_bytes(with_body(lambda _: body()))


if __name__ == "__main__":
    main()
