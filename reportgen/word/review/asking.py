"""Which fields the tags of a template ask for, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.word.dialect.scan import Vindplaats
from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.review.fields import Lezer, Vraag

_KOP_OF_VOET = re.compile(r"/(?:header|footer)\w*\.xml$")
_MAX_TAG = 10_000
"""How long a tag can be that is read: it may be hostile."""


def asked(tags: Iterable[Vindplaats]) -> list[Vraag]:
    """Give what tags ask for, in their order; each part begins with a clean slate."""
    vragen: list[Vraag] = []
    deel, lezer, lussen = "", Lezer(), Lezer()
    vast = [tag for tag in tags if len(tag.tag.tekst) <= _MAX_TAG]
    for vondst in (tag for tag in vast if tag.deel == HOOFDDEEL):
        lussen.read(vondst.tag)
    for vondst in vast:
        if vondst.deel != deel:
            kop = _KOP_OF_VOET.search(vondst.deel)  # it may stand in the sections of a loop
            deel, lezer = vondst.deel, Lezer(lussen.gelust if kop else {})
        vragen += (Vraag(pad, gebruik, vondst) for pad, gebruik in lezer.read(vondst.tag))
    return vragen


def paths(vragen: Iterable[Vraag]) -> tuple[str, ...]:
    """Give each path once, in order of appearance; a list that is also tested is one field."""
    paden = list(dict.fromkeys(vraag.pad for vraag in vragen))
    alle = set(paden)
    return tuple(dict.fromkeys(f"{pad}[]" if f"{pad}[]" in alle else pad for pad in paden))
