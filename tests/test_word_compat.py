"""Where docxtpl makes a right document, ours has the same content and looks.

Where it makes a wrong one, or none, ours is right or refuses; every such difference is shown to be
real, so that the list cannot rot.
"""

from pathlib import Path

import compat_blocks
import compat_cells
import compat_copies
import compat_filters
import compat_joined
import compat_parts
import compat_pictures
import compat_refused
import compat_rich
import compat_subdocs
import compat_tables
import compat_values
import pytest
from compat import Case, Refused, by_docxtpl, by_ours
from compat_form import form
from judges import needs_sdk, sdk_objections, word_text

from reportgen import ReportgenError

TABLES = (
    compat_blocks,
    compat_cells,
    compat_copies,
    compat_filters,
    compat_joined,
    compat_parts,
    compat_pictures,
    compat_refused,
    compat_rich,
    compat_subdocs,
    compat_tables,
    compat_values,
)
CASES = [case for table in TABLES for case in table.CASES]
ALIKE = [case for case in CASES if not case.differs]
DIFFERENT = [case for case in CASES if case.differs]
RIGHT = [case for case in DIFFERENT if isinstance(case.ours, bytes)]
REFUSED = [case for case in DIFFERENT if isinstance(case.ours, Refused)]


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_docxtpl_does_what_the_case_says(case: Case) -> None:
    if not isinstance(case.text, str):
        with pytest.raises(case.text):
            word_text(by_docxtpl(case))
        return

    assert word_text(by_docxtpl(case)) == case.text


@pytest.mark.parametrize("case", ALIKE, ids=str)
def test_our_document_is_like_docxtpls(case: Case) -> None:
    theirs, ours = by_docxtpl(case), by_ours(case)

    assert form(ours, widths=case.widths) == form(theirs, widths=case.widths)
    assert word_text(ours) == word_text(theirs)


@pytest.mark.parametrize("case", RIGHT, ids=str)
def test_a_listed_difference_is_real(case: Case) -> None:
    assert isinstance(case.ours, bytes)
    if not isinstance(case.text, str):
        return  # docxtpl makes no document, as another test has shown

    assert form(by_docxtpl(case), widths=case.widths) != form(case.ours, widths=case.widths)


@pytest.mark.parametrize("case", RIGHT, ids=str)
def test_where_docxtpls_document_is_wrong_ours_is_right(case: Case) -> None:
    assert isinstance(case.ours, bytes)

    word = by_ours(case)

    assert form(word, widths=case.widths) == form(case.ours, widths=case.widths)
    assert word_text(word) == word_text(case.ours)


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_ours_refuses_is_told_with_the_rule_and_the_cure(case: Case) -> None:
    assert isinstance(case.ours, Refused)

    with pytest.raises(ReportgenError) as caught:
        by_ours(case)

    told = [(problem.rule, f"{problem} {problem.hint}") for problem in caught.value.problems]
    assert [words for rule, words in told if rule == case.ours.rule], told
    assert any(case.ours.words in words for _, words in told), told


@needs_sdk
def test_the_sdk_objects_to_nothing_that_ours_makes(tmp_path: Path) -> None:
    made = {case: word for case in [*ALIKE, *RIGHT] if (word := _made(case))}
    cases = {
        _write(tmp_path / f"{n}.docx", word): case for n, (case, word) in enumerate(made.items())
    }

    found = {cases[path]: faults for path, faults in sdk_objections(*cases).items() if faults}

    sources = [_write(tmp_path / f"source-{n}.docx", case.source) for n, case in enumerate(found)]
    had = dict(zip(found, sdk_objections(*sources).values(), strict=True))
    new = {case.name: sorted(set(faults) - set(had[case])) for case, faults in found.items()}
    assert {name: faults for name, faults in new.items() if faults} == {}


def _made(case: Case) -> bytes:
    """Our document; nothing where ours fails, which is for another test to tell."""
    try:
        return by_ours(case)
    except ReportgenError:
        return b""


def _write(path: Path, word: bytes) -> Path:
    path.write_bytes(word)
    return path
