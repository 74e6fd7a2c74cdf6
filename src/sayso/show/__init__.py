"""The room that shows a report to people and to programs: sayso/1 records, a summary to read aloud, one HTML page."""
