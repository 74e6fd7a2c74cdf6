"""The room that keeps reports: one SQLite file, the book."""
