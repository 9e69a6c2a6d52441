"""The two commands of a fresh clone, and what else a developer runs.

    python3 packaging/bootstrap.py run [ARGS…]     set up what is missing, then start the app
    python3 packaging/bootstrap.py test [ARGS…]    lint, types and tests; ARGS go to pytest,
                                                   or with --full-faults to the whole fault suite
    python3 packaging/bootstrap.py bench [--json]  the benchmarks beside their bare floors
    python3 packaging/bootstrap.py bundle          build the installable app

Needs nothing but Python 3.11 or newer. What it says itself goes to standard error, so that the
output of the app's own commands stays clean.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from venv_folder import VenvFolder

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: "list[str]") -> int:
    """Carry out one command line (without the program's name); the result is the exit status."""
    # This file must be readable for an older Python too, so that it can say what it needs: hence
    # the quotes round its types, and the imports within its functions.
    if sys.version_info < (3, 11):  # noqa: UP036
        print("Turnstone needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    from environment import SetupError

    wanted = _parser().parse_args(arguments)
    try:
        return _COMMANDS[wanted.command](wanted.arguments)
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description=(__doc__ or "").partition("\n\n")[2],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=list(_COMMANDS), metavar="run|test|bench|bundle")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on as they are")
    return parser


def _run(arguments: "list[str]") -> int:
    from display import choose

    venv, environment = _set_up("run")
    choice = choose(arguments, os.environ, sys.platform)
    if choice.notice:
        print(choice.notice, file=sys.stderr)
    return _hand_over(
        [str(venv.python), "-m", "desktop", *choice.arguments], environment | choice.settings
    )


def _test(arguments: "list[str]") -> int:
    from checks import run_all
    from display import offscreen_if_blind

    venv, environment = _set_up("test")
    if sys.platform == "linux":
        import tools_for_tests

        tools_for_tests.provide()
    settings = offscreen_if_blind(os.environ, sys.platform)
    return run_all(venv.python, ROOT, environment | settings, arguments)


def _bench(arguments: "list[str]") -> int:
    from display import offscreen_if_blind

    venv, environment = _set_up("run")
    settings = offscreen_if_blind(os.environ, sys.platform)
    command = [str(venv.python), str(ROOT / "tests" / "bench"), *arguments]
    return _hand_over(command, environment | settings)


def _bundle(_arguments: "list[str]") -> int:
    print("The installable app can't be built yet.", file=sys.stderr)
    return 1


def _set_up(lock: str) -> "tuple[VenvFolder, dict[str, str]]":
    """The folder with the packages of one lock, and the variables for its processes."""
    import qt_libraries
    from environment import child_environment
    from venv_folder import VenvFolder

    environment = child_environment(os.environ)
    venv = VenvFolder(ROOT)
    venv.provide(lock, environment)
    if sys.platform == "linux":
        qt_libraries.provide(venv, environment)
    return venv, environment


def _hand_over(command: "list[str]", environment: "dict[str, str]") -> int:
    """Become the command where the system can; otherwise wait for it. Gives its exit status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


_COMMANDS = {"run": _run, "test": _test, "bench": _bench, "bundle": _bundle}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
