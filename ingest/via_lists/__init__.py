"""Payment lists and lists of bookings: read, checked line by line, and whole or not at all."""
