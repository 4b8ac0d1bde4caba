"""What a template is given: the fields of a view, and of what is worked out beside it, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def values_of(*given: DataclassInstance) -> Mapping[str, object]:
    """The fields of all these dataclasses."""
    return {each.name: getattr(part, each.name) for part in given for each in fields(part)}
