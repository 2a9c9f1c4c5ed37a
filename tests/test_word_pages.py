"""Page numbers in a finished document: filled in where a field prints them, all else untouched."""

import zipfile
from io import BytesIO

import pytest
from boekbouw import LANDSCAPE, book, bookmark, code, end, field, heading, mark, page, section, text
from judges import needs_sdk, sdk_objections, word_text
from pytest import TempPathFactory  # noqa: PT013  a type
from woordbouw import elements, p, part, run, tbl, tc, tr

from reportgen import RenderError
from reportgen.word import marked, with_page_numbers

T = "<w:t>12</w:t>"
SIMPLE = '<w:fldSimple w:instr=" PAGEREF kop \\h "'
SEPARATE = '<w:fldChar w:fldCharType="separate"/>'
FORMS = {
    "an empty run": (page("kop"), page("kop", f"<w:r><w:rPr><w:b/></w:rPr>{T}</w:r>")),
    "a run closed as it opens": (page("kop", "<w:r/>"), page("kop", f"<w:r>{T}</w:r>")),
    "a number": (page("kop", run("7")), page("kop", f"<w:r>{T}</w:r>")),
    "a number in two runs": (
        page("kop", run("7") + run("8", "<w:i/>")),
        page("kop", f"<w:r>{T}</w:r><w:r><w:rPr><w:i/></w:rPr></w:r>"),
    ),
    "no run": (page("kop", ""), page("kop", "").replace(SEPARATE, SEPARATE + T)),
    "no result": (
        mark("begin") + code("PAGEREF kop") + mark("end"),
        mark("begin") + code("PAGEREF kop") + mark("end").replace("<w:r>", f"<w:r>{SEPARATE}{T}"),
    ),
    "quotes and small letters": (
        field("pageref &quot;kop&quot; \\h", run("7")),
        field("pageref &quot;kop&quot; \\h", f"<w:r>{T}</w:r>"),
    ),
    "a code in two runs": (
        mark("begin")
        + code("PAGE").replace(" </", "</")
        + code("REF kop").replace("> ", ">")
        + mark("separate")
        + run("7")
        + mark("end"),
        mark("begin")
        + code("PAGE").replace(" </", "</")
        + code("REF kop").replace("> ", ">")
        + mark("separate")
        + f"<w:r>{T}</w:r>"
        + mark("end"),
    ),
    "an element": (f"{SIMPLE}>{run('7')}</w:fldSimple>", f"{SIMPLE}><w:r>{T}</w:r></w:fldSimple>"),
    "an empty element": (f"{SIMPLE}></w:fldSimple>", f"{SIMPLE}><w:r>{T}</w:r></w:fldSimple>"),
    "an element closed as it opens": (f"{SIMPLE}/>", f"{SIMPLE}><w:r>{T}</w:r></w:fldSimple>"),
    "a field in a field": (
        field('TOC \\o "1-3"', run("Kop") + page("kop", run("7"))),
        field('TOC \\o "1-3"', run("Kop") + page("kop", f"<w:r>{T}</w:r>")),
    ),
}
OTHERS = {
    "another field": field("PAGE", run("7")) + field("REF kop \\h", run("7")),
    "a word that begins alike": field("PAGEREFS kop", run("7")),
    "text that reads like a field": run("PAGEREF kop <7>"),
    "the same number": page("kop", '<w:r><w:t xml:space="preserve">12</w:t></w:r>'),
}


def _filled(body: str, **pages: str) -> str:
    """The paragraph once its numbers are filled in."""
    word = book(p(body), section())
    xml = part(with_page_numbers(word, pages))
    before, after = part(word).split(body)
    assert xml.startswith(before)
    assert xml.endswith(after)
    return xml.removeprefix(before).removesuffix(after)


@pytest.mark.parametrize("form", FORMS)
def test_a_number_comes_in_every_form_of_a_field_and_nothing_else_changes(form: str) -> None:
    before, after = FORMS[form]

    assert _filled(before, kop="12") == after


@pytest.mark.parametrize("form", OTHERS)
def test_what_prints_no_page_or_the_right_one_stays_as_it_is(form: str) -> None:
    word = book(p(OTHERS[form]), section())

    assert with_page_numbers(word, {"kop": "12"}) is word


def test_filling_in_twice_is_filling_in_once() -> None:
    word = book("".join(p(before) for before, _ in FORMS.values()))

    once = with_page_numbers(word, {"kop": "12"})

    assert with_page_numbers(once, {"kop": "12"}) is once
    assert with_page_numbers(word, {"kop": "12"}) == once


def test_parts_keep_their_order_and_all_but_the_text_their_bytes() -> None:
    word = book(p(page("kop")))

    filled = with_page_numbers(word, {"kop": "iv"})

    with zipfile.ZipFile(BytesIO(word)) as old, zipfile.ZipFile(BytesIO(filled)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"]


def test_a_bookmark_without_a_page_is_told_once_with_all_the_others() -> None:
    word = book(p(page("er")) + p(page("weg")) + p(page("weg")) + p(page("ook_weg")))

    with pytest.raises(RenderError) as caught:
        with_page_numbers(word, {"er": "1"})

    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) == 2
    assert "‘weg’" in messages[0]
    assert "‘ook_weg’" in messages[1]
    assert all(problem.hint for problem in caught.value.problems)


def test_a_number_is_text_and_no_markup() -> None:
    assert "<w:t>&lt;1&gt;</w:t>" in _filled(page("kop"), kop="<1>")


def test_a_letter_outside_ascii_before_a_field_moves_no_cut() -> None:
    assert _filled(run("€ één – ") + page("kop", run("7")), kop="12") == (
        run("€ één – ") + page("kop", f"<w:r>{T}</w:r>")
    )


NAMES = ("een", "twee", "drie", "vier")
ASKED = "".join(p(page(name)) for name in NAMES)


def _numbers(body: str, last: str, **pages: int) -> dict[str, str]:
    """What each bookmark prints where the marks beside it are on these pages of the file.

    A mark on the first page of a section has the page of the bookmark there.
    """
    found = marked(book(body, last))
    places = {place.naam: mark for mark, place in found.plekken.items()}
    on = {places[name]: page for name, page in pages.items()}
    for place in found.plekken.values():
        if place.telling.vanaf:
            on.setdefault(place.telling.vanaf, on[places[place.naam]])
    return found.numbers(on)


@pytest.mark.parametrize(
    ("count", "kind", "expected"),
    [
        ("", "nextPage", ["1", "3", "4", "5"]),
        ('w:start="1"', "nextPage", ["1", "1", "2", "3"]),
        ('w:start="0"', "oddPage", ["1", "0", "1", "2"]),
        ('w:start="9" w:fmt="upperRoman"', "evenPage", ["1", "IX", "X", "6"]),
        ('w:fmt="lowerLetter"', "nextPage", ["1", "c", "d", "5"]),
        ('w:start="1"', "continuous", ["1", "3", "4", "5"]),
        ('w:fmt="lowerRoman"', "nextColumn", ["1", "3", "4", "5"]),
        ('w:fmt="ordinalText"', "nextPage", ["1", "3", "4", "5"]),
    ],
)
def test_a_number_is_what_the_page_prints(count: str, kind: str, expected: list[str]) -> None:
    first = ASKED + heading("een", "Een", 1) + end(section())
    second = (
        heading("twee", "Twee", 2) + heading("drie", "Drie", 3) + end(section(count, kind=kind))
    )
    third = heading("vier", "Vier", 4)
    again = 'w:start="6"' if count.startswith('w:start="9"') else ""

    numbers = _numbers(first + second + third, section(again), een=1, twee=3, drie=4, vier=5)

    assert [numbers[name] for name in NAMES] == expected


def test_the_first_section_may_count_from_another_number() -> None:
    body = p(page("een")) + text(1) + heading("een", "Een", 1)

    assert _numbers(body, section('w:start="5" w:fmt="lowerRoman"'), een=3) == {"een": "vii"}


def test_a_bookmark_in_the_paragraph_that_ends_a_section_belongs_to_it() -> None:
    closing = p(bookmark("een", 1, run("x")), ppr=section('w:fmt="upperRoman"'))

    assert _numbers(p(page("een")) + closing + p("na"), section(), een=4) == {"een": "IV"}


@pytest.mark.parametrize(
    "place",
    [
        tbl(tr(tc(heading("een", "Een", 1)))),
        f"<w:sdt><w:sdtContent>{heading('een', 'Een', 1)}</w:sdtContent></w:sdt>",
        bookmark("een", 1, p("x")),
        p(run("voor"), bookmark("een", 1), run("na")),
    ],
)
def test_a_bookmark_is_found_wherever_it_stands(place: str) -> None:
    word = book(p(page("een")) + place)

    assert [place.naam for place in marked(word).plekken.values()] == ["een"]
    assert word_text(marked(word).word) == word_text(word)


def test_marks_have_names_and_ids_of_their_own() -> None:
    body = p(page("p7")) + heading("p7", "P", 7) + heading("pp1", "Q", 3)

    found = marked(book(body))

    starts = elements(found.word, "bookmarkStart")
    assert len({start.values()[0] for start in starts}) == len(starts) == 3
    assert [*found.plekken] == ["ppp8"]


def test_a_bookmark_that_nobody_asks_for_or_that_is_not_there_is_not_marked() -> None:
    word = book(p(page("weg")) + heading("stil", "Stil", 1))

    assert marked(word).plekken == {}
    assert marked(book(p("geen veld"))).merken == set()


@needs_sdk
def test_the_sdk_has_nothing_against_a_filled_document(tmp_path_factory: TempPathFactory) -> None:
    body = "".join(p(before) for before, _ in FORMS.values()) + heading("kop", "Kop", 1)
    word = book(body + end(section('w:start="1"')) + text(1), section(size=LANDSCAPE))
    path = tmp_path_factory.mktemp("sdk") / "boek.docx"
    path.write_bytes(with_page_numbers(word, {"kop": "12"}))

    assert sdk_objections(path) == {path: []}
