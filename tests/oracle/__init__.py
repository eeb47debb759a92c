"""A second computation of every figure, by other code than the models."""
