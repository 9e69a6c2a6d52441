"""What every step of set-up shares: how it speaks, fails, and starts other programs."""

import subprocess
import sys
from collections.abc import Mapping, Sequence

# Where packages come from and how to reach it is the user's to say. Anything else that pip or
# Python reads from variables could send the install, or the app, to another place.
_KEPT = {
    "PIP_CACHE_DIR",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_CONFIG_FILE",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_INDEX_URL",
    "PIP_KEYRING_PROVIDER",
    "PIP_NO_CACHE_DIR",
    "PIP_NO_INDEX",
    "PIP_PROXY",
    "PIP_RETRIES",
    "PIP_TIMEOUT",
    "PIP_TRUSTED_HOST",
    "PYTHONASYNCIODEBUG",
    "PYTHONDEVMODE",
    "PYTHONFAULTHANDLER",
    "PYTHONHASHSEED",
    "PYTHONIOENCODING",
    "PYTHONTRACEMALLOC",
    "PYTHONUNBUFFERED",
    "PYTHONUTF8",
}
_DROPPED_OTHERWISE = ("PIP_", "PYTHON", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")


class SetupError(Exception):
    """Set-up can't go on; the text is plain and says why and what helps."""


def child_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables for pip, the app and the tests: nothing that points at another Python."""
    return {
        name: value
        for name, value in environ.items()
        if name in _KEPT or not name.startswith(_DROPPED_OTHERWISE)
    }


def say(sentence: str) -> None:
    """Tell the user something, beside the output of the app."""
    print(sentence, file=sys.stderr, flush=True)


def succeeds(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Run a program whose output the user sees on standard error; whether it ended well."""
    try:
        ended = subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    except OSError as problem:
        say(f"{command[0]}: {problem.strerror}")
        return False
    return ended.returncode == 0


def answer(command: Sequence[str]) -> str | None:
    """What a program prints, without the last line break; None when it fails."""
    try:
        ended = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return ended.stdout.strip()
