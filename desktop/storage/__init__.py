"""The encrypted vault on disk: keys, two SQLCipher files, and what is kept in them.

One thread uses a vault, the one that opened it. Nothing here logs.
"""
