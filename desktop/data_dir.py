"""Where this user's data lies."""

from pathlib import Path


def usual() -> Path:
    """The platform's folder for this user's data."""
    import platformdirs

    return platformdirs.user_data_path("Turnstone", appauthor=False)


def vault_in(data_dir: Path) -> Path:
    """The vault's folder in a data folder."""
    return data_dir / "vault"
