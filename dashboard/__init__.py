"""The dashboard: reads publications, draws and explains them in Dutch; computes nothing."""
