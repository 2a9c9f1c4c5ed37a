"""Words in, exit code out: 0 good, 1 the content has errors, 2 wrong use."""

from __future__ import annotations

import gc
import gettext
import os
import sys

_TALEN = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120  pathlib costs 3 ms


def set_language() -> None:
    """Let click speak Dutch, whatever the language of the process."""
    gettext.bindtextdomain("reportgen", _TALEN)
    gettext.textdomain("reportgen")
    os.environ["LANGUAGE"] = "nl"


set_language()  # click translates some words while commands are declared, so this comes first

import click  # noqa: E402  see above

from reportgen.cli import checking, commands  # noqa: E402  idem
from reportgen.cli.book import book  # noqa: E402  idem
from reportgen.cli.compare import compare  # noqa: E402  idem
from reportgen.cli.next import next_  # noqa: E402  idem
from reportgen.cli.read import read  # noqa: E402  idem
from reportgen.cli.render import render  # noqa: E402  idem
from reportgen.cli.verify import verify  # noqa: E402  idem
from reportgen.cli.workbook import workbook  # noqa: E402  idem
from reportgen.versie import VERSION  # noqa: E402  idem


@click.group(options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT [ARGUMENTEN]…")
@click.version_option(VERSION, prog_name="reportgen")
def cli() -> None:
    """Maak Word-hoofdstukken van begroting, monitor en jaarverslag uit data over prestaties."""


for _commando in (
    commands.demo,
    checking.check,
    render,
    verify,
    book,
    next_,
    workbook,
    compare,
    read,
    commands.schema,
):
    cli.add_command(_commando)


def main() -> None:
    """Run the command line; a person never sees a traceback."""
    gc.disable()  # nothing goes round in circles, and looking for it costs a fifth of a large batch
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="replace")
    try:
        cli(prog_name="reportgen")
    except Exception as fout:  # noqa: BLE001  the last door: told in words, with exit code 1
        _vertel(fout)
        raise SystemExit(1) from None


def _vertel(fout: Exception) -> None:
    """Tell what went wrong: our own letters a line each, the unforeseen with how to report it."""
    from reportgen.errors import ReportgenError

    if isinstance(fout, ReportgenError):
        from reportgen.cli.printing import show_count, show_problems

        show_problems(fout.problems)
        show_count(fout.problems)
        return
    import logging

    logging.getLogger("reportgen").debug("unforeseen", exc_info=fout)
    if os.environ.get("REPORTGEN_DEBUG"):
        raise fout
    click.echo(
        f"Onverwachte fout in reportgen ({type(fout).__name__}: {fout}).\n"
        "Dit ligt niet aan u. Meld het met het commando dat u gaf; met REPORTGEN_DEBUG=1 in de"
        " omgeving komt de technische herkomst erbij.",
        err=True,
    )
