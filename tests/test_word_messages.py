"""What a finance colleague reads when a tag goes wrong: Dutch, the right place, the right cure."""

import pickle
import struct
import zlib
from collections import defaultdict
from dataclasses import replace

import pytest
from judges import word_text
from woordbouw import SPACES, XML, Word, fill, p, part, template

from reportgen import RenderError, ReportgenError, Template
from reportgen.errors import Problem
from reportgen.tekst import parse
from reportgen.word import InlineImage, RichText, RichTextParagraph
from reportgen.word.engine.compiling import examine
from reportgen.word.engine.filling import fill as fill_compiled
from reportgen.word.jinja.limits import LimitError
from reportgen.word.values.images import measure

DATA = {"a": "x", "n": 3, "l": [3, "a"], "d": {"x": 1}, "rij": [(1, 2, 3)]}


def _fault(source: bytes, **values: object) -> Problem:
    with pytest.raises(ReportgenError) as caught:
        Template(source, "mijn.docx").fill(values)
    (problem,) = caught.value.problems
    return problem


def _reason(problem: Problem) -> str:
    """What is said beside the tag itself."""
    return problem.message.rpartition(" (")[2].removesuffix(")")


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{{ a < 1 }}", "niet te vergelijken"),
        ("{{ l|sort }}", "niet te vergelijken"),
        ("{{ l|max }}", "niet te vergelijken"),
        ("{{ a|upper(1) }}", "te veel of te weinig waarden"),
        ("{{ n|round(1, 'common', 3, 4) }}", "te veel of te weinig waarden"),
        ("{{ l|first(3) }}", "te veel of te weinig waarden"),
        ("{{ a|replace }}", "te veel of te weinig waarden"),
        ("{{ l|batch }}", "te veel of te weinig waarden"),
        ("{{ l|map }}", "te veel of te weinig waarden"),
        ("{{ a|upper(x=1) }}", "te veel of te weinig waarden"),
        ("{% for x in l %}{{ loop.cycle() }}{% endfor %}", "te veel of te weinig waarden"),
        ("{{ n in n }}", "hoort een lijst"),
        ("{% for x, y in l %}{% endfor %}", "zo veel delen"),
        ("{% for x, y in rij %}{% endfor %}", "zo veel delen"),
        ("{% set x, y = n %}", "zo veel delen"),
        ("{{ a[0:'x'] }}", "past hier niet"),
        ("{{ a|dictsort }}", "past hier niet"),
        ("{{ n|length }}", "een lijst of een tekst"),
        ("{{ n|round(1, 'half') }}", "common, ceil of floor"),
        ("{{ 'lang'|truncate(1) }}", "korter dan"),
    ],
)
def test_w17_a_value_that_does_not_fit_is_told_in_dutch(tag: str, words: str) -> None:
    problem = _fault(template(tag), **DATA)

    assert words in _reason(problem)
    assert problem.rule == "W17"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (r'{{ "\x" }}', "niet te lezen"),
        (r'{{ "\u12" }}', "niet te lezen"),
        ("{% for loop in l %}{% endfor %}", "geen waarde worden gegeven"),
        ("{% set 1 = 2 %}", "geen waarde worden gegeven"),
        ("{% if %}{% endif %}", "een naam of een waarde"),
        ("{{ a b }}", "te veel"),
    ],
)
def test_w17_a_tag_that_cannot_be_read_is_told_in_dutch(tag: str, words: str) -> None:
    problem = _fault(template(tag))

    assert words in _reason(problem)
    assert problem.rule == "W17"


def test_w17_what_a_program_raises_itself_does_not_reach_a_colleague() -> None:
    class Odd:
        def __str__(self) -> str:
            raise ValueError("secret of the program")

    problem = _fault(template("{{ a }}"), a=Odd())

    assert _reason(problem) == "de waarde past hier niet"


@pytest.mark.parametrize("tag", ["{{ b }}", "{{ d.b }}", "{{ l[99] }}"])
def test_w3_the_cure_for_a_missing_name_knows_of_no_model(tag: str) -> None:
    problem = _fault(template(tag), **DATA)

    assert (problem.rule, problem.hint) == ("W3", "controleer de naam in de tag")


@pytest.mark.parametrize("tag", ["{{ a|center(9999) }}", "{{ l|slice(0) }}", "{{ l|batch(501) }}"])
def test_w34_a_number_out_of_bounds_asks_for_one_within(tag: str) -> None:
    problem = _fault(template(tag), **DATA)

    assert (problem.rule, problem.hint) == ("W34", "kies een getal tussen die twee")


def test_w34_a_sum_without_end_still_asks_for_a_smaller_one() -> None:
    problem = _fault(template("{{ range(200000)|list|length }}"))

    assert "kleiner" in problem.hint


@pytest.mark.parametrize(("tag", "word"), [("map", "het filter"), ("select", "de test")])
def test_w19_an_unknown_name_between_brackets_asks_for_that_name(tag: str, word: str) -> None:
    problem = _fault(template(f"{{{{ l|{tag}('foo')|list|length }}}}"), **DATA)

    assert (problem.rule, _reason(problem)) == ("W19", f"‘foo’ kan niet in ‘{tag}’")
    assert problem.hint == f"controleer de naam van {word} tussen de haakjes"


def test_w19_what_a_loop_does_not_have_is_told_in_dutch() -> None:
    problem = _fault(template("{% for x in l %}{{ loop.start }}{% endfor %}"), **DATA)

    assert (problem.rule, _reason(problem)) == ("W19", "hij vraagt iets wat geen veld is")


def test_a_refusal_survives_pickling() -> None:
    fault = LimitError("te groot", "kleiner")

    copy = pickle.loads(pickle.dumps(fault))  # noqa: S301  our own bytes

    assert (type(copy), copy.message, copy.hint) == (LimitError, "te groot", "kleiner")


def test_w34_a_document_that_becomes_too_long_names_the_tag_that_wrote_it() -> None:
    loops = "{%p for i in range(3000) %}", "{%p for j in range(300) %}"
    source = template("{{ a }}", *loops, f"{'x' * 400}{{{{ j }}}}", "{%p endfor %}{%p endfor %}")

    problem = _fault(source, a="x")

    assert problem.rule == "W34"
    assert problem.where.plek in {"hoofdtekst, alinea 3", "hoofdtekst, alinea 4"}
    assert "{{ j }}" in problem.message or "for j in" in problem.message


def test_w34_a_document_whose_last_words_are_too_many_names_the_part_as_people_do() -> None:
    source = template("{%p for i in range(15960) %}", "x" * 950, "{%p endfor %}")

    problem = _fault(source)

    assert (problem.rule, problem.where.plek) == ("W34", "hoofdtekst")


def test_a_dictionary_that_makes_what_it_lacks_makes_nothing_for_a_tag() -> None:
    counts: defaultdict[str, int] = defaultdict(int, a=5)
    missing = "{{ d['weg']|default('niets') }} {{ d.weg|default('niets') }}"

    word = fill(template(f"{{{{ d['a'] }}}} {{{{ d.a }}}} {missing}"), d=counts)

    assert word_text(word) == "5 5 niets niets"
    assert _fault(template("{{ d['weg'] }}"), d=counts).rule == "W3"
    assert _fault(template("{{ d.weg.b }}"), d=counts).rule == "W3"
    assert dict(counts) == {"a": 5}


def _png(dots_per_metre: int) -> bytes:
    """A PNG of 2 by 1 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0))
    dots = chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + dots + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", ["width", "height"])
def test_a_picture_with_absurdly_many_dots_has_a_size_all_the_same(side: str) -> None:
    picture = _png(4_000_000_000)

    word = fill(template("{{ a }}"), a=InlineImage(picture, **{side: 360_000}))  # type: ignore[arg-type]

    assert measure(picture).emu() == (1, 1)
    assert 'cx="0"' not in part(word)
    assert 'cy="0"' not in part(word)


@pytest.mark.parametrize(
    "look",
    [{"color": ["1"]}, {"color": 1}, {"style": {}}, {"size": [2]}, {"bold": [1]}, {"url": 3}],
)
def test_a_look_of_the_wrong_kind_is_refused_where_the_program_gives_it(
    look: dict[str, object],
) -> None:
    with pytest.raises(TypeError, match=f"RichText kan niets met {next(iter(look))}="):
        RichText("a", **look)  # type: ignore[arg-type]


def test_a_paragraph_style_of_the_wrong_kind_is_refused_where_the_program_gives_it() -> None:
    with pytest.raises(TypeError, match="parastyle=7"):
        RichTextParagraph("a", parastyle=7)  # type: ignore[arg-type]


def test_w12_a_list_that_the_package_cannot_make_is_a_letter_and_no_traceback() -> None:
    whole = examine(template("{{p a }}"), "mijn.docx").compiled
    bare = Word(p("{{ b }}"), parts={"word/numbering.xml": f"{XML}<w:numbering {SPACES}/>"})
    other = examine(bare.bytes(), "mijn.docx").compiled
    assert whole
    assert other

    with pytest.raises(RenderError) as caught:
        fill_compiled(
            replace(whole, packaging=other.packaging), {"a": parse("1. een")}, "mijn.docx"
        )

    (problem,) = caught.value.problems
    assert (problem.rule, str(problem.where)) == ("W12", "mijn.docx")
