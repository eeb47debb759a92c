"""The reference workload for the marts, and two other ways to compute the same figures."""
