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
    """What is wrong; when it is about a tag, it begins with its words: `“{{ a }}” vraagt …`."""
    hint: str
    tag: Vindplaats | None = None
    plek: str = ""
    """Where, when it is about no tag: `voettekst`, `tabel 2`."""
    severity: Severity = "error"

    @property
    def waar(self) -> str:
        """Where it is, as a person would say it."""
        return self.tag.plek if self.tag else self.plek

    def problem(self, sjabloon: str) -> Problem:
        """Give the letter to a person, for a template of this name."""
        plaats = Plaats(sjabloon, plek=self.waar)
        return Problem(self.rule, self.severity, plaats, self.melding, self.hint)
