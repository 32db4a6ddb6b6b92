"""JSON Schema, draft-07, of every file we read or write; made from the models."""

import json
from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.config import Config
from ladder_check.model.ladder import Ladder
from ladder_check.model.room import Session
from ladder_check.model.translation import Translation
from ladder_check.render.results_data import ResultsData
from ladder_check.render.score_data import ScoreData

SCHEMAS: Final[Mapping[str, Any]] = {
    "ladder": Ladder,
    "bank": Bank,
    "translation": Translation,
    "assessment": Assessment,
    "config": Config,
    "score": ScoreData,
    "workshop": Session,
    "results": ResultsData,
}


class _Draft07(GenerateJsonSchema):
    """What pydantic writes, in the words of draft-07, which editors read best."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """A tuple of fixed length is `items` as a list here, and `prefixItems` only in later drafts."""
        made = super().tuple_schema(schema)
        if "prefixItems" in made:
            made["items"] = made.pop("prefixItems")
            made["additionalItems"] = False
        return made


def render_schema(kind: str) -> str:
    """The schema of *kind*, as JSON."""
    schema = TypeAdapter(SCHEMAS[kind]).json_schema(schema_generator=_Draft07)
    schema = {"$schema": _Draft07.schema_dialect, "title": f"ladder-check {kind}"} | schema
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
