"""Backups: how one is made, read, checked and put back."""
