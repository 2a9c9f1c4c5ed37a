"""The judges judged: each says yes to something good and no to something bad."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from judges import (
    JudgeError,
    needs_libreoffice,
    needs_poppler,
    needs_sdk,
    pdf_pages,
    pdf_text,
    sdk_objections,
    to_pdf,
    word_text,
)

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = "application/vnd.openxmlformats"
TYPES = f"""{XML}<Types xmlns="{SCHEMAS}/package/2006/content-types">
<Default Extension="rels" ContentType="{OFFICE}-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="{OFFICE}-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = f"""{XML}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">
<Relationship Id="rId1" Type="{SCHEMAS}/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""

PLAIN = "<w:p><w:r><w:t>Stikstof</w:t></w:r></w:p>"
BAD_ORDER = "<w:p><w:r><w:t>Stikstof</w:t></w:r><w:pPr/></w:p>"  # w:pPr has to come first
NEW_PAGE = '<w:p><w:r><w:br w:type="page"/><w:t>Water</w:t></w:r></w:p>'


def _word(body: str) -> bytes:
    """The smallest package that Word opens."""
    document = f'{XML}<w:document xmlns:w="{SCHEMAS}/wordprocessingml/2006/main">'
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", RELATIONS)
        parts.writestr("word/document.xml", f"{document}<w:body>{body}</w:body></w:document>")
    return package.getvalue()


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@needs_sdk
def test_the_sdk_has_nothing_against_a_good_file(tmp_path: Path) -> None:
    good = _file(tmp_path / "good.docx", _word(PLAIN))

    objections = sdk_objections(good)

    assert objections == {good: []}


@needs_sdk
def test_the_sdk_objects_to_the_bad_file_only(tmp_path: Path) -> None:
    good = _file(tmp_path / "good.docx", _word(PLAIN))
    bad = _file(tmp_path / "bad.docx", _word(BAD_ORDER))

    objections = sdk_objections(bad, good)

    assert objections[good] == []
    assert len(objections[bad]) == 1
    assert "unexpected child element" in objections[bad][0]
    assert "/word/document.xml" in objections[bad][0]


@needs_sdk
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.docx", b"no package at all", "corrupted"),
        ("cut.docx", _word(PLAIN)[:200], "corrupted"),
        ("good.odd", _word(PLAIN), "Unsupported extension"),
    ],
)
def test_a_file_that_the_sdk_cannot_open_is_an_objection(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    unreadable = _file(tmp_path / name, content)

    objections = sdk_objections(unreadable)

    assert words in objections[unreadable][0]


@needs_sdk
def test_a_file_that_is_not_there_is_an_objection(tmp_path: Path) -> None:
    absent = tmp_path / "absent.docx"

    objections = sdk_objections(absent)

    assert "Could not find file" in objections[absent][0]


@needs_libreoffice
@needs_poppler
def test_the_text_of_a_document_is_on_the_pages_of_its_pdf(tmp_path: Path) -> None:
    one = _file(tmp_path / "één met spatie.docx", _word(PLAIN))
    two = _file(tmp_path / "two.docx", _word(PLAIN + NEW_PAGE))

    pdfs = to_pdf([two, one], tmp_path / "pdf")

    assert [pdf.name for pdf in pdfs] == ["two.pdf", "één met spatie.pdf"]
    assert pdf_text(pdfs[0]).split() == ["Stikstof", "Water"]
    assert pdf_text(pdfs[1]).split() == ["Stikstof"]


@needs_libreoffice
@needs_poppler
def test_each_page_becomes_a_picture(tmp_path: Path) -> None:
    word = _file(tmp_path / "two.docx", _word(PLAIN + NEW_PAGE))

    pages = pdf_pages(to_pdf([word], tmp_path)[0], tmp_path / "pages")

    assert [page.name for page in pages] == ["page-1.png", "page-2.png"]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


@needs_libreoffice
def test_a_missing_pdf_is_told_in_the_words_of_libreoffice(tmp_path: Path) -> None:
    cut = _file(tmp_path / "cut.docx", _word(PLAIN)[:200])
    _file(tmp_path / "cut.pdf", b"a PDF of yesterday")

    with pytest.raises(JudgeError, match=r"no PDF of cut\.docx(?s:.*)could not be loaded"):
        to_pdf([cut], tmp_path)


@needs_libreoffice
def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    twins = [_file(tmp_path / place / "a.docx", _word(PLAIN)) for place in (".", "other")]

    with pytest.raises(JudgeError, match="share a PDF"):
        to_pdf(twins, tmp_path / "pdf")


@needs_poppler
@pytest.mark.parametrize("judge", [pdf_text, lambda pdf: pdf_pages(pdf, pdf.parent)])
def test_what_is_no_pdf_gets_no_verdict(tmp_path: Path, judge: Callable[[Path], object]) -> None:
    broken = _file(tmp_path / "broken.pdf", b"no PDF at all")

    with pytest.raises(JudgeError, match=r"broken\.pdf: .*Syntax"):
        judge(broken)


def test_the_text_of_a_document_is_read_in_order() -> None:
    control = f"<w:sdt><w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>"
    cell = f"<w:tbl><w:tr><w:tc>{control}</w:tc></w:tr></w:tbl>"
    stop = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    spaced = f"<w:p>{stop}<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{PLAIN}</w:txbxContent></w:pict></w:r></w:p>"

    text = word_text(_word(spaced + cell + "<w:p/>" + box))

    assert text == "a\tb c\nStikstof\n\nStikstof\n"


SKIPPED, FAILED = "1 skipped", "1 failed"


@pytest.mark.parametrize(("required", "outcome"), [("0", SKIPPED), ("1", FAILED)])
def test_a_missing_judge_skips_at_a_desk_and_fails_in_the_gate(
    tmp_path: Path, required: str, outcome: str
) -> None:
    lines = ["from judges import *", "@needs_poppler", "def test_it(): pdf_text(Path('a.pdf'))"]
    _file(tmp_path / "test_it.py", "\n".join(lines).encode())
    places = {"PATH": "", "PYTHONPATH": str(Path(__file__).parent)}

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider", tmp_path],
        env=os.environ | places | {"REPORTGEN_REQUIRE_JUDGES": required},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert outcome in run.stdout
    assert "judge missing: pdftotext (install poppler-utils)" in run.stdout
