"""The Dutch of click: each message that it can show a user has its translation in the catalog.

The ids are read from the source of the installed click, so a release with new or changed messages
shows here which words are missing.
"""

import ast
import gettext
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "reportgen" / "cli" / "locale"
PO = LOCALE / "nl" / "LC_MESSAGES" / "reportgen.po"
MO = PO.with_suffix(".mo")

MODULES = ("core", "exceptions", "formatting", "parser", "types", "decorators", "termui")
FORMS = {"_": 1, "gettext": 1, "ngettext": 2}  # how many leading arguments are text to translate
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[a-z]")

# Words that a programmer meets while declaring a command, never a user of one: they stay English.
NOT_FOR_USERS = frozenset(
    {
        "Arguments take exactly one parameter declaration, got {length}: {decls}.",
        "Boolean option {decl!r} cannot use the same flag for true/false.",
        "Choice({choices})",  # the repr of a type
        "Could not determine name for option with declarations {decls!r}",
        "Invalid start character for option ({option})",
        "Name '{name}' defined twice",
        (
            "No options defined but a name was passed ({name})."
            " Did you mean to declare an argument instead? Did you mean to pass '--{name}'?"
        ),
        "Unknown color {colour!r}",
    }
)

# Calls whose text stands elsewhere, with the ids that they can look up.
LOOKED_UP_THROUGH = {
    "extra['required']": {"required"},
    "text": set[str](),  # the help of our own command, which is Dutch already
}


def _texts(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of a message and their translations: one of each, or two when it has a plural."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return ids, strings


def _content(catalog: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The translations of a catalog by their ids, without its header."""
    return dict(_texts(message) for message in catalog if message.id)


def _po() -> Catalog:
    return read_po(BytesIO(PO.read_bytes()), locale="nl", abort_invalid=True)


def _asked_for(module: str) -> Iterator[tuple[str, int]]:
    """What a module of click hands to gettext: each id, with its number of forms."""
    source = Path(click.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORMS:
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value, FORMS[node.func.id]
            else:
                yield from ((found, 1) for found in LOOKED_UP_THROUGH[ast.unparse(text)])


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def test_the_compiled_catalog_is_what_babel_makes_of_the_source() -> None:
    compiled = BytesIO()

    write_mo(compiled, _po())

    expected = read_mo(BytesIO(compiled.getvalue()))
    assert _content(read_mo(BytesIO(MO.read_bytes()))) == _content(expected)


def test_gettext_finds_the_compiled_catalog_under_the_locale_directory() -> None:
    domain = "reportgen"

    found = gettext.find(domain, str(LOCALE), ["nl"])

    assert found == str(MO)


@pytest.mark.parametrize("module", MODULES)
def test_each_message_of_click_for_a_user_has_a_translation(module: str) -> None:
    translated = {(ids[0], len(ids)) for ids, strings in _content(_po()).items() if all(strings)}

    asked_for = set(_asked_for(module))

    assert asked_for, f"click.{module} hands nothing to gettext: the extraction looks amiss"
    assert {text for text in asked_for - translated if text[0] not in NOT_FOR_USERS} == set()


def test_no_message_is_both_translated_and_an_exception() -> None:
    translated = {ids[0] for ids in _content(_po())}

    both = translated & NOT_FOR_USERS

    assert both == set()


def test_each_translation_keeps_the_placeholders_of_its_id() -> None:
    pairs = [pair for texts in _content(_po()).items() for pair in zip(*texts, strict=True)]

    changed = [pair for pair in pairs if _placeholders(pair[0]) != _placeholders(pair[1])]

    assert pairs
    assert changed == []
