"""The laws of the house (CONTRIBUTING.md): sizes, signatures, layers and no cycles.

A measure is a function from the text of a module to its offences; a test holds the measure
against every file, and another shows that the measure sees an offender.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import zip_longest
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("reportgen/**", "templates", "examples/**")
ROOMS = sorted(path for folder in FOLDERS for path in ROOT.glob(f"{folder}/*.py"))
TREE = sorted([*ROOMS, *ROOT.glob("tests/**/*.py")])
GOLDENS = sorted(path for path in ROOT.glob("tests/test_*/**/*") if path.is_file())

MODULE_LINES = 300
BODY_LINES = 30
PARAMETERS = 5
COLUMNS = 100
PICTURE_BYTES = 150 * 1024
GOLDEN_BYTES = 20 * 1024  # people read it
EXCUSED = re.compile(r"# noqa: FBT00[12]\s+\S")  # with the reason behind it
PRAGMA = re.compile(r"\s+# (?:noqa|type: ignore).*")
UNFINISHED = re.compile(r"\b(?:T[O]DO|FIX[M]E)\b")  # the brackets hide it from itself

Function = ast.FunctionDef | ast.AsyncFunctionDef
Measure = Callable[[str], list[str]]


def _functions(source: str) -> Iterator[Function]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, Function))


def _parameters(function: Function) -> list[ast.arg]:
    """All parameters, `*args` and `**kwargs` each as one, without self and cls."""
    signature = function.args
    every = [*signature.posonlyargs, *signature.args, *signature.kwonlyargs]
    every += filter(None, [signature.vararg, signature.kwarg])
    return [parameter for parameter in every if parameter.arg not in {"self", "cls"}]


def long_modules(source: str) -> list[str]:
    """Lines of the file, all of them."""
    lines = len(source.splitlines())
    return [f"{lines} lines"] if lines > MODULE_LINES else []


def _body_lines(function: Function) -> int:
    """From the first statement after the docstring to the last, blanks and comments included."""
    has_docstring = ast.get_docstring(function) is not None
    body = function.body[1:] if has_docstring else function.body
    if not body:
        return 0
    decorators: list[ast.expr] = getattr(body[0], "decorator_list", [])
    first = min([body[0].lineno, *(decorator.lineno for decorator in decorators)])
    return (body[-1].end_lineno or first) - first + 1


def long_functions(source: str) -> list[str]:
    """Functions with too many lines, not counting decorators, signature and docstring."""
    measured = [(function.name, _body_lines(function)) for function in _functions(source)]
    return [f"{name}: {lines} lines" for name, lines in measured if lines > BODY_LINES]


def wide_functions(source: str) -> list[str]:
    """Functions with too many parameters."""
    measured = [(function.name, len(_parameters(function))) for function in _functions(source)]
    return [f"{name}: {count} parameters" for name, count in measured if count > PARAMETERS]


def _is_bool(annotation: ast.expr | None) -> bool:
    """Whether the annotation is bool or a union with it: not a Callable that takes one."""
    match annotation:
        case ast.Name(id="bool"):
            return True
        case ast.Constant(value=str(text)):
            return _is_bool(ast.parse(text, mode="eval").body)
        case ast.BinOp(left=left, right=right):
            return _is_bool(left) or _is_bool(right)
        case ast.Subscript(value=ast.Name(id="Optional" | "Union" | "Annotated"), slice=inner):
            members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            return any(_is_bool(member) for member in members)
        case _:
            return False


def _is_truth(default: ast.expr | None) -> bool:
    return isinstance(default, ast.Constant) and isinstance(default.value, bool)


def _positionals(function: Function) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    places = [*function.args.posonlyargs, *function.args.args]
    return reversed([*zip_longest(places[::-1], function.args.defaults[::-1])])


def boolean_positionals(source: str) -> list[str]:
    """Parameters that let a caller write a bare True: `render(boekwerk, True)`.

    Where a library calls the function, its signature stands: `# noqa: FBT001  whose signature`.
    """
    lines = source.splitlines()
    return [
        f"{function.name}: boolean {place.arg} belongs after *"
        for function in _functions(source)
        for place, default in _positionals(function)
        if _is_bool(place.annotation) or _is_truth(default)
        if not EXCUSED.search(lines[place.lineno - 1])
    ]


def unannotated_functions(source: str) -> list[str]:
    """Parameters and results without a type."""
    found = []
    for function in _functions(source):
        bare = [parameter.arg for parameter in _parameters(function) if not parameter.annotation]
        bare += [] if function.returns else ["the result"]
        found += [f"{function.name}: {name} has no type" for name in bare]
    return found


def wide_lines(source: str) -> list[str]:
    """Lines with too many characters; like ruff, without the pragma that has to end a line."""
    lines = [PRAGMA.sub("", line) for line in source.splitlines()]
    widths = [(number, len(line)) for number, line in enumerate(lines, 1)]
    return [f"line {number}: {width} wide" for number, width in widths if width > COLUMNS]


def unfinished_work(source: str) -> list[str]:
    """Promises to finish later."""
    lines = enumerate(source.splitlines(), 1)
    return [f"line {number}: {line.strip()}" for number, line in lines if UNFINISHED.search(line)]


def heavy_golden(name: str, size: int) -> list[str]:
    """A golden file that no one will read again."""
    limit = PICTURE_BYTES if name.endswith(".png") else GOLDEN_BYTES
    return [f"{name}: {size} bytes, at most {limit}"] if size > limit else []


def imports_between_modules(package: str) -> dict[str, set[str]]:
    """Module → modules of the package it imports, also lazily or for the type checker only."""
    graph = grimp.build_graph(package, cache_dir=None, exclude_type_checking_imports=False)
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def cycle(imports: Mapping[str, set[str]]) -> list[str]:
    """The modules of one cycle, its first module repeated at the end; empty when there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(map(str, error.args[1]))
    return []


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter in the folder, without leaning on the scripts being on the PATH."""
    program = "from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-c", program, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


LAWS = [
    (long_modules, ROOMS),
    (long_functions, ROOMS),
    (wide_functions, ROOMS),
    (boolean_positionals, ROOMS),
    (unannotated_functions, ROOMS),
    (wide_lines, TREE),
    (unfinished_work, TREE),
]
OFFENDERS = [
    (long_modules, "pass\n" * 301, "301 lines"),
    (long_functions, "def f() -> None:\n" + "    pass\n" * 31, "f: 31 lines"),
    (long_functions, "class C:\n async def f(self) -> None:\n" + "  1\n" * 31, "f: 31 lines"),
    (long_functions, "def f():\n @g\n def h():\n" + "  1\n" * 29, "f: 31 lines"),
    (wide_functions, "def f(a, b, /, c, *d, e, **g): ...", "f: 6 parameters"),
    (boolean_positionals, "def f(a: bool): ...", "f: boolean a belongs after *"),
    (boolean_positionals, "def f(a, b=False): ...", "f: boolean b belongs after *"),
    (boolean_positionals, "def f(a: 'bool | None'): ...", "f: boolean a belongs after *"),
    (boolean_positionals, "def f(a: Optional[bool]): ...", "f: boolean a belongs after *"),
    (boolean_positionals, "def f(a=True): ...  # noqa: FBT002", "f: boolean a belongs after *"),
    (unannotated_functions, "def f(*, a: int, **b) -> None: ...", "f: b has no type"),
    (unannotated_functions, "def f(a: int): ...", "f: the result has no type"),
    (wide_lines, "#\n" + "é" * 101, "line 2: 101 wide"),
    (unfinished_work, f"a = 1  # {'todo'.upper()}", f"line 1: a = 1  # {'todo'.upper()}"),
    (unfinished_work, f"# {'fixme'.upper()}", f"line 1: # {'fixme'.upper()}"),
]
LAWFUL = [
    (long_modules, "pass\n" * 300),
    (long_functions, '@g\ndef f(\n  a,\n):\n  """A.\n\n  B."""\n  # why\n' + "  1\n" * 30),
    (long_functions, 'def f(): """A docstring is all there is."""'),
    (wide_functions, "class C:\n def f(self, a, b, c, d, e): ..."),
    (boolean_positionals, "def f(a: bool): ...  # noqa: FBT001  click's signature"),
    (boolean_positionals, "def f(a: Callable[[bool], None], b=0, *, c: bool = True): ..."),
    (unannotated_functions, "class C:\n def f(self, *a: int) -> None: ..."),
    (wide_lines, "é" * 100 + "  # noqa: ANN401  any value"),
    (unfinished_work, "methodos = mastodon"),
]


def test_the_laws_look_at_the_house() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in TREE}

    assert names >= {"reportgen/__init__.py", "reportgen/errors.py", "tests/test_house.py"}


@pytest.mark.parametrize(("law", "files"), LAWS)
def test_the_house_keeps_the_law(law: Measure, files: list[Path]) -> None:
    sources = {path.relative_to(ROOT): path.read_text("utf-8") for path in files}

    offences = [f"{name}: {line}" for name, source in sources.items() for line in law(source)]

    assert not offences, "\n".join(offences)


@pytest.mark.parametrize(("law", "source", "offence"), OFFENDERS)
def test_a_law_sees_its_offender(law: Measure, source: str, offence: str) -> None:
    offences = law(source)

    assert offence in offences


@pytest.mark.parametrize(("law", "source"), LAWFUL)
def test_a_law_leaves_the_lawful_alone(law: Measure, source: str) -> None:
    offences = law(source)

    assert offences == []


def test_every_golden_is_small_enough_to_read() -> None:
    offences = [line for path in GOLDENS for line in heavy_golden(str(path), path.stat().st_size)]

    assert not offences, "\n".join(offences)


@pytest.mark.parametrize(("name", "limit"), [("a.xml", 20 * 1024), ("a.png", 150 * 1024)])
def test_a_golden_over_its_limit_is_seen(name: str, limit: int) -> None:
    assert heavy_golden(name, limit) == []

    assert heavy_golden(name, limit + 1) == [f"{name}: {limit + 1} bytes, at most {limit}"]


def test_no_import_goes_round() -> None:
    imports = imports_between_modules("reportgen")

    assert cycle(imports) == []


def _two_rooms(folder: Path, name: str, low: str) -> None:
    """A package with a room upstairs, that uses the room downstairs, that holds the text `low`."""
    (folder / name).mkdir()
    (folder / name / "__init__.py").touch()
    (folder / name / "high.py").write_text(f"import {name}.low\n")
    (folder / name / "low.py").write_text(low)


@pytest.mark.parametrize(
    ("name", "low"),
    [
        ("open_house", "from open_house import high"),
        ("lazy_house", "def f():\n    from lazy_house import high"),
        ("typed_house", "from typing import *\nif TYPE_CHECKING:\n    import typed_house.high"),
    ],
)
def test_a_cycle_is_seen_wherever_the_import_hides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, low: str
) -> None:
    _two_rooms(tmp_path, name, low)
    monkeypatch.syspath_prepend(tmp_path)

    found = cycle(imports_between_modules(name))

    assert set(found) == {f"{name}.high", f"{name}.low"}


def test_the_rooms_use_rooms_on_lower_floors_only() -> None:
    run = lint_imports(ROOT)

    assert run.returncode == 0, run.stdout + run.stderr


def test_a_room_that_uses_a_higher_floor_is_seen(tmp_path: Path) -> None:
    _two_rooms(tmp_path, "house", "import house.high")
    contract = ["[importlinter]", "root_package = house", "[importlinter:contract:1]"]
    contract += ["name = Down", "type = layers", "layers =", "    house.high", "    house.low"]
    (tmp_path / ".importlinter").write_text("\n".join(contract))

    run = lint_imports(tmp_path)

    assert run.returncode == 1
    assert "house.low is not allowed to import house.high" in run.stdout
