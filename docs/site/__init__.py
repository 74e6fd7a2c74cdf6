"""The documents as a web site: written pages and pages made from the code (``make docs``)."""
