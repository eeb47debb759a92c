"""One cell, or one column of cells, to typed values; what cannot be read without guessing is refused."""
