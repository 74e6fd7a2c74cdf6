"""The documents, and in ``site`` the program that makes a web site of them. Nothing of this is installed."""
