"""The JSON Schema of records and offices, from the same table of fields that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.records.load import MEETING
from jiyao.records.office import OFFICE, Office

if TYPE_CHECKING:
    from jiyao.records.fields import Schema, Schemas, Shape
    from jiyao.records.meeting import Meeting

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> Schema:
    """What a record may hold; editors complete and check by it."""
    return _whole(MEETING, "A record of a meeting (会议数据)")


def office_schema() -> Schema:
    """What `office.yaml` may hold."""
    return _whole(OFFICE, "An office (单位信息)")


def _whole(shape: Shape[Meeting] | Shape[Office], title: str) -> Schema:
    types: Schemas = {}
    reference = shape.schema(types)["$ref"]
    return {"$schema": DIALECT, "title": title, "$ref": reference, "$defs": types}
