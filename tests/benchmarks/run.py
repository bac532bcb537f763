"""Start the report; apart from it, as each process that matches pairs loads this module too."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from tests.benchmarks.report import main

    sys.exit(main())
