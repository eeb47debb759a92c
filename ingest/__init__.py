"""Files in, raw tables out; knows nothing of indicators."""
