"""Fields are found on their lines in each way that TOML can write them."""

import pytest

from desktop.content.locate import lines_of, path_of

TEXT = """\
a = 1
b.c = 2
"d" = { e = 3, f = [1, { g = 4 }] }

[[list]]   # first
x = 1
[list.below.deep]
y = 1
# between
[[list.inner]]
z = 1
[[list.inner]]
z = [
  # not an item
  1,
  2,
]
[[list]]
x = 2
[list.below]
y = 2
[ 'quoted' . "key" ]
w = 1
"""


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("a", 1),
        ("b.c", 2),
        ("d.e", 3),
        ("d.f[1].g", 3),
        ("list", 5),
        ("list[0]", 5),
        ("list[0].x", 6),
        ("list[0].below", 7),
        ("list[0].below.deep.y", 8),
        ("list[0].inner[0].z", 11),
        ("list[0].inner[1]", 12),
        ("list[0].inner[1].z[1]", 16),
        ("list[1].x", 19),
        ("list[1].below.y", 21),
        ("quoted.key.w", 23),
        ("list[1].missing", 18),
        ("list[0].inner[1].missing.below", 12),
        ("list[7].x", 5),
        ("nothing", 1),
    ],
)
def test_each_field_has_its_line(field: str, line: int) -> None:
    assert lines_of(TEXT, [field]) == [line]


def test_several_fields_are_found_in_one_pass() -> None:
    assert lines_of(TEXT, ["list[1].x", "a", "list[1].x"]) == [19, 1, 19]


def test_a_field_is_split_into_names_and_places() -> None:
    assert path_of("parts[0].steps[12].not-quite") == ("parts", 0, "steps", 12, "not-quite")
    assert path_of("") == ()
