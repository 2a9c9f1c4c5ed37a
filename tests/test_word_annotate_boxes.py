"""Comments about tags in text boxes: Word has none there, so they stand at what holds the box."""

from io import BytesIO
from pathlib import Path

from docx import Document
from judges import needs_sdk, sdk_objections, word_text
from woordbouw import W, elements, p, run, template

from reportgen.word import annotated

BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{p('kader {{ fout }} kader')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
CONTRACT = {"type": "object", "properties": {"a": {"type": "string"}}}


def _annotated(folder: Path) -> tuple[bytes, bytes]:
    path = folder / "vak.docx"
    path.write_bytes(template("voor", p(run("{{ a }}"), BOX)))
    return path.read_bytes(), annotated(path, CONTRACT)


def test_a_comment_about_a_text_box_stands_at_the_paragraph_that_holds_it(tmp_path: Path) -> None:
    before, after = _annotated(tmp_path)

    (comment,) = Document(BytesIO(after)).comments
    (start,) = elements(after, "commentRangeStart")
    assert comment.text.startswith("hoofdtekst, alinea 2, tekstvak, alinea 1: ")
    assert not list(start.iterancestors(f"{W}txbxContent"))
    assert word_text(after) == word_text(before)


@needs_sdk
def test_the_sdk_has_nothing_new_against_it(tmp_path: Path) -> None:
    before, after = _annotated(tmp_path)
    paths = [tmp_path / "voor.docx", tmp_path / "na.docx"]
    for path, word in zip(paths, (before, after), strict=True):
        path.write_bytes(word)

    objections = sdk_objections(*paths)

    assert len(objections[paths[1]]) <= len(objections[paths[0]])
