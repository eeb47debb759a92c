"""Demo data: the files that authorities would hand in, invented from a seed. See docs/demo.md."""
