"""The ways into a vault and out of it, and what watches over an open one."""
