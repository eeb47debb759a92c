"""Every question to the publication: one function, one question, bound parameters."""
