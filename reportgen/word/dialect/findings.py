"""What is wrong with a template, bound to the tag that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.errors import Plaats, Problem, Severity
from reportgen.word.dialect.scan import Vindplaats


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing found in a template (bevinding): a rule, in words, with the cure and the tag."""

    rule: str
    melding: str
    """What is wrong; the tag is named by its place, `“{{ a }}” vraagt …` starts most."""
    hint: str
    tag: Vindplaats | None = None
    plek: str = ""
    """Where, when it is about no tag: `voettekst`, `tabel 2`."""
    severity: Severity = "error"

    def problem(self, sjabloon: str) -> Problem:
        """Give the letter to a person, for a template of this name."""
        plek = self.tag.plek if self.tag else self.plek
        return Problem(
            self.rule, self.severity, Plaats(sjabloon, plek=plek), self.melding, self.hint
        )
