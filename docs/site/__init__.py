"""The documents as a web site: written pages and pages made from the code, static, nothing loaded from elsewhere (``make docs``)."""
