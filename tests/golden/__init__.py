"""A small scenario through every layer, with answers worked out by hand."""
