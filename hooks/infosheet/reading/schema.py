"""Hold a YAML document against a model, and say each mistake at its line in plain words."""

from __future__ import annotations

import types
import typing
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from infosheet.problems import Problem, did_you_mean
from infosheet.reading.yaml_reader import Document, KeyPath


class Strict(BaseModel):
    """A part of a file: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=False,
    )


T = TypeVar("T")
M = TypeVar("M", bound=Strict)


def _blank_to_none(value: object) -> object:
    return None if isinstance(value, str) and value.strip() in ("", "null", "~") else value


def _filled(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise ValueError("some words are expected, but nothing stands here")
    return value


Filled = Annotated[str, BeforeValidator(_filled)]
OrBlank = Annotated[T | None, BeforeValidator(_blank_to_none)]


_LONGEST = 300
_KINDS = {"string_type": "a single value", "list_type": "a list", "tuple_type": "a list"}


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the document as a `model`, or None and one problem per mistake."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [_problem(document, model, dict(detail)) for detail in error.errors()]


def _problem(document: Document, model: type[Strict], detail: dict[str, Any]) -> Problem:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    key = ".".join(str(part) for part in path)
    message, mend = f"“{key}”: {detail['msg']}.", ""
    match detail["type"]:
        case "extra_forbidden":
            message = f"“{path[-1]}” is not a key that is known under “{_parent(path)}”."
            mend = did_you_mean(str(path[-1]), _keys_at(model, path[:-1]))
            if detail["input"] == "":
                # A comma between braces ends a value, and what follows is taken for a key.
                mend += " If it belongs to the words before it, put all of them between straight "
                mend += 'quotation marks: "…, …".'
        case "missing":
            message = f"“{path[-1]}” is missing under “{_parent(path)}”."
            mend = "Add the key with its value."
        case "value_error":
            message = f"“{key}”: {detail['ctx']['error']}."
        case "string_type" | "list_type" | "tuple_type" | "dict_type" | "model_type":
            message = f"“{key}”: expected {_KINDS.get(detail['type'], 'keys with values')}."
        case "int_parsing" | "int_parsing_size" | "int_type" | "greater_than_equal":
            message = f"“{key}”: expected a whole number, 0 or more."
        case "too_long":
            message = f"“{key}” has more than {detail['ctx']['max_length']} entries."
        case "literal_error":
            message = (
                f"“{key}” is “{detail['input']}”, but {detail['ctx']['expected']} is expected."
            )
    return Problem(document.file, document.line(path), _short(message), mend)


def _short(message: str) -> str:
    """Return a message that can be read at a glance, whatever was written in the file."""
    return message if len(message) <= _LONGEST else f"{message[: _LONGEST // 2]} … {message[-100:]}"


def _parent(path: KeyPath) -> str:
    return ".".join(str(part) for part in path[:-1]) or "the top of the file"


def _keys_at(model: type[Strict], path: KeyPath) -> list[str]:
    """Return the keys that `model` knows at `path`."""
    kind: Any = model
    for part in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = {field.alias or name: field for name, field in kind.model_fields.items()}
            kind = _plain(fields[str(part)].annotation) if part in fields else None
        else:
            inside = [part for part in typing.get_args(kind) if part is not ...]
            kind = _plain(inside[-1]) if inside else None
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [field.alias or name for name, field in kind.model_fields.items()]
    return []


def _plain(annotation: Any) -> Any:
    """Return the kind itself from `Annotated[kind, …]` and from `kind | None`."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            annotation = next(
                kind for kind in typing.get_args(annotation) if kind is not types.NoneType
            )
        else:
            return annotation
