"""The process that serves every reader, set up for answering soon."""

import gc
import sys
from functools import cache

# Seconds for which a running script goes on before the server sends what is ready: a browser draws a page once per
# piece in which it comes, and the 5 ms of Python make many pieces. Queries let others go first all the same.
TURN = 0.05


@cache
def settle() -> None:
    """Once, after the first page: take what stays for good out of garbage collection, which Streamlit runs after every
    page while its last messages wait; going through all libraries takes a tenth of a second each time.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN)
