"""The look of the page: on a screen and on paper; every colour at least 4.5 : 1 on its ground."""

from __future__ import annotations

CSS = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 2rem 4rem; background: #ffffff;
  color: #1c2733; font: 1rem/1.5 Calibri, Carlito, "Segoe UI", Helvetica, Arial, sans-serif; }
h1, h2, h3 { color: #154273; line-height: 1.25; margin: 0 0 .5rem; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.4rem; margin-top: 2.5rem; padding-bottom: .25rem;
  border-bottom: 2px solid #154273; }
h3 { font-size: 1.15rem; margin-top: 2rem; }
p { margin: 0 0 .75rem; max-width: 48rem; }
a { color: #0b5a94; }
a:focus-visible { outline: 3px solid #154273; outline-offset: 2px; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { display: inline-block; margin-right: 1.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.5rem; margin: 1rem 0; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
.totaal { font-size: 1.25rem; font-weight: bold; }
.telling { color: #46525e; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { padding: .4rem .7rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #c8d0d8; overflow-wrap: anywhere; }
thead th { background: #e8eef5; color: #154273; border-bottom: 2px solid #154273; }
tfoot th, tfoot td { border-top: 2px solid #154273; border-bottom: 0; font-weight: bold; }
.smal tbody th { font-weight: normal; }
.breed { table-layout: fixed; width: 100%; }
.getal { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.ernst { font-weight: bold; white-space: nowrap; overflow-wrap: normal; }
.fout .ernst { color: #a31515; border-left: 5px solid #a31515; }
.let-op .ernst { color: #7a4a00; border-left: 5px solid #b36b00; }
.code { font-weight: bold; }
.pad { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: .85em; color: #46525e; }
.k-ernst { width: 5.5rem; } .k-controle { width: 22%; } .k-plaats { width: 20%; }
.k-id { width: 5rem; } .k-bron { width: 18%; } .k-weegt { width: 6rem; } .k-aantal { width: 8rem; }
@page { size: A4 landscape; margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav, .terug { display: none; }
  a { color: inherit; text-decoration: none; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
  tr { break-inside: avoid; } h2, h3, .telling { break-after: avoid; }
}
"""
