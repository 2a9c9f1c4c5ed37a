"""What a template cannot do with a value, or may not ask: told in Dutch by whoever refuses it."""

from __future__ import annotations

from jinja2.exceptions import SecurityError


class Ongeschikt(TypeError):  # noqa: N818  a Dutch word, as the others that are told
    """A value does not fit its place; the message goes to a person as it stands."""


class Geweigerd(SecurityError):  # noqa: N818  idem
    """A template asks for what it may not; the message and the cure (`hint`) go to a person."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.hint)
