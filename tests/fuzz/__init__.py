"""Files mutated at random, held against what the reader makes of them."""
