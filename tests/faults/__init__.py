"""Processes killed, disks full and clocks set back: what was handed in and published stays."""
