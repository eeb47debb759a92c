"""`python -m dashboard.report JSON`: what `opvangspiegel report` starts; ``Asked`` tells what the JSON holds."""

import logging
import sys

if __name__ == "__main__":
    logging.disable(logging.WARNING)  # outside a page the framework warns, in English, that it keeps nothing
    from dashboard.report.command import run

    sys.exit(run(sys.argv[1]))
