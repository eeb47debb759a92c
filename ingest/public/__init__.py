"""Files of other producers, each in the layout that its producer gives it."""
