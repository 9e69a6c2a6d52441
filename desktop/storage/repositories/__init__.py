"""The vault's contents behind the ports of the domain. Rows stop here.

Each public method is one transaction in one file. The errors of ``DatabaseFile.transaction`` may
come out of any of them, besides those that the ports name.
"""
