"""What msgspec says of a value, in plain words."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec import inspect

from desktop.content.locate import path_of
from desktop.domain.errors import Finding

_AT = re.compile(r"(?s)(.*) - at `\$\.?(.*)`")
_MISSING = re.compile(r"(?s)Object missing required field `(.*)`")
_UNKNOWN = re.compile(r"(?s)Object contains unknown field `(.*)`")
_CHOICE = re.compile(r"(?s)Invalid enum value '?(.*?)'?")
_TYPES = re.compile(r"Expected `(.*)`, got `(.*)`")
_LENGTH = re.compile(r"Expected `array` of length (\d+), got (\d+)")

_NAMES: Final = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in [ ]",
    "object": "a table",
    "datetime": "a date",
    "date": "a date",
    "time": "a time",
}


def explain(error: msgspec.ValidationError, root: type) -> Finding:
    """The finding that a validation error of a value of type ``root`` stands for."""
    said, field = str(error), ""
    if at := _AT.fullmatch(said):
        said, field = at[1], at[2]
    if missing := _MISSING.fullmatch(said):
        where = "to this table" if field else "at the top of the file"
        return Finding(_below(field, missing[1]), f"is missing; add it {where}")
    if unknown := _UNKNOWN.fullmatch(said):
        return Finding(_below(field, unknown[1]), _not_known(unknown[1], _names_at(root, field)))
    return Finding(field or "file", _advice(said, root, field))


def _advice(said: str, root: type, field: str) -> str:
    if choice := _CHOICE.fullmatch(said):
        options = ", ".join(f'"{option}"' for option in _choices_at(root, field))
        return f'"{choice[1][:60]}" is not known here; choose one of {options}'
    if length := _LENGTH.fullmatch(said):
        return f"must have {length[1]} values, and here it has {length[2]}"
    if types := _TYPES.fullmatch(said):
        wanted = " or ".join(_NAMES.get(t, t) for t in types[1].split(" | ") if t != "null")
        return f"must be {wanted}, and here is {_NAMES.get(types[2], types[2])}"
    return f"can't be used: {said}"


def _below(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _not_known(name: str, names: Iterable[str]) -> str:
    close = difflib.get_close_matches(name[:60], list(names), n=1)
    return f'is not known here; did you mean "{close[0]}"?' if close else "is not known here"


def _names_at(root: type, field: str) -> list[str]:
    info = _type_at(root, field)
    if isinstance(info, inspect.StructType):
        return [known.encode_name for known in info.fields]
    return []


def _choices_at(root: type, field: str) -> list[str]:
    info = _type_at(root, field)
    if isinstance(info, inspect.EnumType):
        return [str(member.value) for member in info.cls]
    if isinstance(info, inspect.LiteralType):
        return [str(value) for value in info.values]
    return []


def _type_at(root: type, field: str) -> inspect.Type:
    """The type of the field, without its ``None``."""
    info = _without_none(inspect.type_info(root))
    for step in path_of(field):
        if isinstance(info, inspect.StructType):
            info = next(known.type for known in info.fields if known.encode_name == step)
        elif isinstance(info, inspect.VarTupleType):
            info = info.item_type
        elif isinstance(info, inspect.TupleType) and isinstance(step, int):
            info = info.item_types[step]
        info = _without_none(info)
    return info


def _without_none(info: inspect.Type) -> inspect.Type:
    if isinstance(info, inspect.UnionType):
        return next(t for t in info.types if not isinstance(t, inspect.NoneType))
    return info
