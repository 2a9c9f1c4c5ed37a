"""Cases: what Jinja can do, docxtpl lets through, and ours refuses with a cure (W3, W19, W34)."""

from compat import Case, Refused
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError
from woordbouw import template

PYTHON = "runs any Python that a template writes; ours runs none (W19)"
LIMIT = "has no limit to what a template may compute; ours has (W34)"
OTHER = "leaves it to Jinja; ours keeps to tags whose place it can tell, and names another way"
VALUES = {"a": "x", "namen": ["a", "b"], "boom": [{"naam": "a", "kinderen": []}]}


def _refused(name: str, tag: str, text: str | type[Exception], reason: str, words: str) -> Case:
    return Case(name, template(tag), VALUES, text, reason, Refused("W19", words))


CASES = [
    _refused("a way into Python", "{{ a.__class__.__name__ }}", "str", PYTHON, "__class__"),
    _refused("a filter to reach attributes", "{{ (a|attr('upper'))() }}", "X", PYTHON, "attr"),
    _refused(
        "globals of Jinja",
        "{{ cycler.__init__.__globals__.__name__ }}",
        "jinja2.utils",
        PYTHON,
        "cycler",
    ),
    _refused("a macro", "{% macro m() %}x{% endmacro %}{{ m() }}", "x", OTHER, "macro"),
    _refused(
        "a macro around text",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}",
        "x",
        OTHER,
        "call",
    ),
    _refused("a filter around text", "{% filter upper %}x{% endfilter %}", "X", OTHER, "filter"),
    _refused(
        "escape switched off",
        "{% autoescape false %}x{% endautoescape %}",
        "x",
        OTHER,
        "autoescape",
    ),
    _refused("raw text", "{% raw %}{{ a }}{% endraw %}", "{{ a }}", OTHER, "raw"),
    _refused(
        "a loop that calls itself",
        "{% for b in boom recursive %}{{ b.naam }}{{ loop(b.kinderen) }}{% endfor %}",
        "a",
        OTHER,
        "recursive",
    ),
    _refused("another template", "{% include 'x' %}", TypeError, OTHER, "include"),
    _refused("a macro of another template", "{% import 'x' as x %}", TypeError, OTHER, "import"),
    _refused("a template to extend", "{% extends 'x' %}", TypeError, OTHER, "extends"),
    _refused("a block to fill", "{% block a %}x{% endblock %}", "x", OTHER, "block"),
    _refused("a statement", "{% do namen.append(1) %}", TemplateSyntaxError, OTHER, "do"),
    _refused("a power", "{{ 2 ** 3 }}", "8", LIMIT, "**"),
    _refused(
        "a filter that is not there",
        "{{ a|bestaatniet }}",
        JinjaError,
        "raises without a place; ours says where, and the nearest name",
        "bestaatniet",
    ),
]
