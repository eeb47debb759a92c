"""Pages: each picks, asks, draws and explains."""
