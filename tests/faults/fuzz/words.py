"""The words that a format knows, out of the types that it is decoded into."""

from collections.abc import Iterator
from typing import Any

from msgspec import inspect


def words_of(root: Any) -> tuple[bytes, ...]:
    """The names of all fields, and the values of all choices."""
    return tuple(sorted({word.encode() for word in _words(inspect.type_info(root), set())}))


def _words(info: inspect.Type, seen: set[object]) -> Iterator[str]:
    if isinstance(info, inspect.StructType):
        if info.cls in seen:
            return
        seen.add(info.cls)
        for field in info.fields:
            yield field.encode_name
            yield from _words(field.type, seen)
    elif isinstance(info, inspect.EnumType):
        yield from (str(member.value) for member in info.cls)
    elif isinstance(info, inspect.LiteralType):
        yield from map(str, info.values)
    elif isinstance(info, inspect.UnionType):
        for kind in info.types:
            yield from _words(kind, seen)
    elif isinstance(info, inspect.VarTupleType | inspect.ListType):
        yield from _words(info.item_type, seen)
    elif isinstance(info, inspect.TupleType):
        for kind in info.item_types:
            yield from _words(kind, seen)
