"""The base of every record: frozen, unknown keys are mistakes, an empty value is no value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Onderdeel(BaseModel):
    """A part (onderdeel) of a boekwerk; `kort` names the field that a plain text fills."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=False,
        use_attribute_docstrings=False,
        protected_namespaces=(),
    )
    kort: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _lees(cls, data: Any) -> Any:  # noqa: ANN401  what pydantic hands over can be anything
        """Let a text stand for its record, and drop what was left empty."""
        if cls.kort and isinstance(data, str):
            return {cls.kort: data}
        if isinstance(data, dict) and _heeft_lege(data):
            return {
                sleutel: waarde
                for sleutel, waarde in data.items()
                if sleutel not in cls.model_fields or waarde not in (None, "")
            }
        return data

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, as pydantic does, without what was worked out from the old values."""
        kopie = super().model_copy(update=update, deep=deep)
        for naam in kopie.__dict__.keys() - type(self).model_fields.keys():
            del kopie.__dict__[naam]
        return kopie

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        if not cls.kort:
            return schema
        record = handler.resolve_ref_schema(schema)
        titel = record.get("title", cls.__name__)
        return {"title": titel, "anyOf": [{"type": "string"}, {**record}]}


def _heeft_lege(data: dict[Any, Any]) -> bool:
    return None in data.values() or "" in data.values()
