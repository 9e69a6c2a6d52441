"""Which of Qt's needs a Linux machine does not meet, and who brings them."""

import sys
from pathlib import Path

import PySide6
import pytest
from qt_libraries import missing, package_of

XCB = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_debians_name_for_a_library(library: str, package: str) -> None:
    assert package_of(library) == package


if sys.platform == "linux":

    def test_a_library_that_is_nowhere_is_found_missing(tmp_path: Path) -> None:
        needy = tmp_path / "libneedy.so"
        needy.write_bytes(XCB.read_bytes().replace(b"libxcb-icccm.so.4", b"libxcb-icccm.so.9"))
        assert "libxcb-icccm.so.9" in missing([needy])

    def test_this_machine_lacks_nothing() -> None:
        assert missing([XCB]) == []
