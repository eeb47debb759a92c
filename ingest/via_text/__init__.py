"""Read the text of an agreement: its tables and its prose, without losing a number."""
