"""What sayso knows of words, roles, outlets: rows of tables, generated from resources/."""
