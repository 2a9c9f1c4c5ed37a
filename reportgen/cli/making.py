"""What `render` and `demo` share: chapters are made in a folder, and told of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, Unpack

import click

from reportgen.cli.options import Uitvoer, finish, problems_dict

if TYPE_CHECKING:
    from reportgen.batch import Outcome
    from reportgen.batch.hoofdstukken import Keuzes
    from reportgen.batch.werkers import Werkers
    from reportgen.errors import Problem
    from reportgen.model import Boekwerk

    _Opdracht = TypeVar("_Opdracht", bound=Callable[..., object])


def OUT(standaard: str) -> Callable[[_Opdracht], _Opdracht]:  # noqa: N802  an option, as the others
    """Give the option that says where the chapters go."""
    uitleg = f"Map voor de hoofdstukken (standaard: {standaard})."
    soort = click.Path(file_okay=False)
    return click.option("--out", metavar="DIR", default=standaard, type=soort, help=uitleg)


@dataclass(slots=True)
class Gemaakt:
    """What was made so far, and what was found on the way."""

    problems: list[Problem] = field(default_factory=list)
    uitkomsten: list[Outcome] = field(default_factory=list)
    bron: Boekwerk | None = None
    """What they are made of, where that is one boekwerk."""

    def bouw(
        self,
        boekwerk: Boekwerk,
        out: str,
        werkers: Werkers | None = None,
        **keuzes: Unpack[Keuzes],
    ) -> None:
        """Make chapters; what is done counts from the moment that it is."""
        from reportgen.batch import build
        from reportgen.cli.printing import with_progress

        keuzes["tell"] = self.problems.append
        if werkers:
            keuzes["window"] = werkers.window
        executor = werkers.executor if werkers else None
        aantal = len(keuzes.get("only") or boekwerk.prestaties)
        with closing(build(boekwerk, out, executor=executor, **keuzes)) as bouw:
            for uitkomst in with_progress(bouw, aantal):
                self.uitkomsten.append(uitkomst)

    def sluit_af(self, *, alles: bool = False, uitvoer: Uitvoer | None = None) -> None:
        """Show what was made and what was found, and end with the exit code that says it."""
        uitvoer = uitvoer or {"as_json": False, "strict": False}
        gevonden = self.problems + [p for u in self.uitkomsten for p in u.problems]
        if uitvoer["as_json"]:
            self.toon_json()
        else:
            self._toon(gevonden, uitvoer, alles=alles)
        finish(gevonden, strict=uitvoer["strict"])

    def toon_json(self) -> None:
        """Print it all for machines."""
        from reportgen.cli.ledgers import ledgers_dict
        from reportgen.cli.printing import outcome_dict, show_json

        documents = {"documents": [outcome_dict(uitkomst) for uitkomst in self.uitkomsten]}
        show_json(problems_dict(self.problems) | documents | ledgers_dict(self.bron))

    def _toon(self, gevonden: list[Problem], uitvoer: Uitvoer, *, alles: bool) -> None:
        from reportgen.cli.ledgers import show_ledgers
        from reportgen.cli.printing import show_count, show_outcomes, show_problems

        show_ledgers(self.bron)
        show_problems(gevonden)
        if self.uitkomsten:
            show_outcomes(self.uitkomsten, alles=alles)
        if gevonden:
            show_count(gevonden, strict=uitvoer["strict"])
