"""Which variables reach pip, the app and the tests."""

from environment import child_environment


def test_nothing_points_at_another_python() -> None:
    foreign = {
        "PYTHONPATH": "elsewhere",
        "PYTHONHOME": "elsewhere",
        "PYTHONDONTWRITEBYTECODE": "1",
        "VIRTUAL_ENV": "elsewhere",
        "PIP_TARGET": "elsewhere",
        "PIP_REQUIRE_VIRTUALENV": "1",
    }
    assert child_environment(foreign) == {}


def test_where_packages_come_from_stays_the_users_matter() -> None:
    own = {"PIP_INDEX_URL": "an index", "PIP_CERT": "a file", "HTTPS_PROXY": "a proxy", "HOME": "h"}
    assert child_environment(own) == own
