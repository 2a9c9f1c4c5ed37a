"""A book on paper, as LibreOffice prints it: all of its text, and where its links land."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from boeklezer import Book, squash, text
from grootbouw import EXAMPLES, edition, made
from judges import needs_libreoffice, needs_poppler, pdf_text, to_pdf
from pypdf import PageObject, PdfReader

from reportgen.batch.paginas import paginated
from reportgen.tags import Alinea, Tabel
from reportgen.word import outline

pytestmark = [needs_libreoffice, needs_poppler]
NAMES = [*EXAMPLES, "20"]
every_print = pytest.mark.parametrize("name", NAMES)
BELOW = 40  # points: how far below the place of a link its heading may stand, for the space above


@dataclass(frozen=True)
class Landing:
    """A link inside a PDF: its words, the page where it lands, the words that stand there."""

    words: str
    page: int
    there: str


@dataclass(frozen=True)
class Printed:
    """A book and its PDF."""

    book: Book
    pdf: Path

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, without its header and footer; the first has none."""
        first, *rest = pdf_text(self.pdf).split("\f")[:-1]
        return [first, *map(self._without_edges, rest)]

    def _without_edges(self, page: str) -> str:
        """A page without the halves of its header and footer, each a line of its own.

        Beside a table that ends the page, the reader takes one half of them before the other.
        """
        heads = [text(x).split("\t") for name, x in self.book.xml.items() if "/header" in name]
        owner = text(self.book.xml["word/footer1.xml"]).partition("\t")[0]
        for half in ({left for left, _ in heads}, {right for _, right in heads}):
            page, times = re.subn(rf"(?m)^(?:{'|'.join(map(_loose, half))})$", "", page, count=1)
            assert times == 1, page
        page, bottom = re.subn(r"\s*^Pagina \d+ van \d+\s*\Z", "", page, flags=re.MULTILINE)
        before, found, after = page.rpartition(f"\n{owner}\n")
        assert bottom == 1
        if found:
            return f"{before}\n{after}"
        assert page.endswith(f"\n{owner}")
        return page.removesuffix(owner)

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text on paper of each section: from its heading to that of the next part."""
        flow = "\n".join(self.pages)
        high = [words for level, words in self.book.headings if level <= 3]
        place, starts = _end_of_lists(self.book, flow), []
        for words in high:
            found = re.compile(rf"(?<=\n){_loose(words)}\n").search(flow, place)
            assert found, words
            starts.append(found.start())
            place = found.end()
        ends = [*starts[1:], len(flow)]
        return {w: flow[a:b] for w, a, b in zip(high, starts, ends, strict=True)}

    @cached_property
    def landings(self) -> list[Landing]:
        """Where each link inside the PDF lands; a link of two lines is there twice."""
        pages = PdfReader(self.pdf).pages
        pieces = [_pieces(page) for page in pages]
        numbers = {_id(page): number for number, page in enumerate(pages)}
        found = []
        for note in (n.get_object() for page in pages for n in page.get("/Annots", [])):
            if "/Dest" in note:
                goal, _, _, top, _ = note["/Dest"]
                page = numbers[goal.idnum]
                there = "".join(w for high, w in pieces[page] if top - BELOW < high <= top)
                found.append(Landing(note["/Contents"].partition("\t")[0], page, squash(there)))
        return found


def _end_of_lists(book: Book, flow: str) -> int:
    """Where the contents and the list of tables end in the text of all pages."""
    last = book.of_style("table of figures")[-1]
    found = re.compile(rf"{_loose(text(last))}\s").search(flow)
    assert found
    return found.end()


def _loose(words: str) -> str:
    """A pattern for a text that may be broken into lines anywhere."""
    return r"\s+".join(map(re.escape, words.split()))


def _id(page: PageObject) -> int:
    assert page.indirect_reference
    return page.indirect_reference.idnum


def _pieces(page: PageObject) -> list[tuple[float, str]]:
    """What is printed on a page, piece by piece: how high, and the words."""
    found: list[tuple[float, str]] = []

    def see(words: str, _: object, matrix: list[float], *__: object) -> None:
        found.append((matrix[5], words))

    page.extract_text(visitor_text=see)
    return found


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Every book on paper, printed in one go."""
    folder = tmp_path_factory.mktemp("boek")
    paths = [folder / f"{name.replace('/', '-')}.docx" for name in NAMES]
    for name, path in zip(NAMES, paths, strict=True):
        path.write_bytes(made(name).word)
    pdfs = zip(NAMES, to_pdf(paths, folder), strict=True)
    return {name: Printed(made(name), pdf) for name, pdf in pdfs}


def _blocks(name: str) -> dict[str, list[Alinea | Tabel]]:
    """What stands below each heading of level 1, 2 and 3, heading included."""
    found: dict[str, list[Alinea | Tabel]] = {}
    heading = ""
    for block in outline(made(name).word).inhoud:
        if isinstance(block, Alinea) and block.kop and block.kop <= 3:
            heading = block.tekst
        found.setdefault(heading, []).append(block)
    return found


@every_print
def test_every_section_is_on_the_pages_in_order_with_every_paragraph(
    name: str, prints: dict[str, Printed]
) -> None:
    printed = prints[name].sections
    blocks = _blocks(name)

    for section in edition(name).prestaties:
        title = f"{section.nummer} {section.titel}"
        flow, place = squash(printed[title]), 0
        for block in blocks[title]:
            if isinstance(block, Alinea):
                words = squash(block.tekst)
                place = flow.find(words, place)
                assert place >= 0, (title, block)
                place += len(words)


@every_print
def test_every_character_of_a_section_is_printed_once_and_no_other(
    name: str, prints: dict[str, Printed]
) -> None:
    """Counted, for the order of cells is the reader's own."""
    blocks = _blocks(name)

    for section in edition(name).prestaties:
        title = f"{section.nummer} {section.titel}"
        there = Counter(squash(prints[name].sections[title]))
        assert there == Counter(squash("".join(_words(blocks[title])))), title


def _words(blocks: list[Alinea | Tabel]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Tabel):
            yield from (cell for row in block.rijen for cell in row)
        else:
            yield block.nummer + block.tekst


@every_print
def test_w9_the_lists_of_every_section_count_from_one_on_paper(
    name: str, prints: dict[str, Printed]
) -> None:
    for section in edition(name).prestaties:
        printed = prints[name].sections[f"{section.nummer} {section.titel}"]
        actions = re.split(r"\nActies\n", printed)[1]
        marks = re.findall(r"(?<=\n)(\d+)\.\s", f"\n{actions}")
        assert marks == [str(n + 1) for n in range(len(section.acties or ()))]


@every_print
def test_every_link_lands_on_its_heading_or_caption(name: str, prints: dict[str, Printed]) -> None:
    read = made(name)
    goals = {words: squash(read.bookmarks[anchor]) for words, anchor in read.links}

    landings = prints[name].landings

    assert [at for at in landings if not at.there.startswith(goals[at.words])] == []
    assert {at.words for at in landings} == {words for words, _ in read.links}
    assert len(landings) >= len(read.links)


def test_page_numbers_filled_in_are_those_at_the_foot_of_the_page(tmp_path: Path) -> None:
    read = Book(paginated(made("20").word))
    path = tmp_path / "boek.docx"
    path.write_bytes(read.word)

    printed = Printed(read, to_pdf([path], tmp_path)[0])

    lists = [*(f"toc {level}" for level in (1, 2, 3)), "table of figures"]
    lines = [text(p).partition("\t") for name in lists for p in read.of_style(name)]
    feet = [re.findall(r"Pagina (\d+) van", page) for page in pdf_text(printed.pdf).split("\f")]
    pages = {landing.words: feet[landing.page] for landing in printed.landings}
    assert [words for words, _, number in lines if pages[words] != [number]] == []
    assert len(lines) > len(edition("20").prestaties)
