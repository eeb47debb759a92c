"""The rules a submission is held against, each with a code, a severity and an explanation in Dutch."""
