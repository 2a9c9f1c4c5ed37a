"""Names that a package gives away before it has imported the room that they come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def later(package: str, rooms: Mapping[str, str]) -> Callable[[str], object]:
    """Make the `__getattr__` of a package (PEP 562): a name is imported when it is asked for.

    Args:
        package: its full name.
        rooms: by each name, the module in the package that it stands in.
    """

    def resolve(name: str) -> object:
        if name not in rooms:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(f"{package}.{rooms[name]}"), name)

    return resolve
