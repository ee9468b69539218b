"""``make bench``: every figure that README and benchmarks/README.md quote, in one run."""

import sys

from benchmarks import languages, places, serving


def main() -> int:
    failed = 0
    for title, run in (
        ("Places", places.main),
        ("Languages", languages.main),
        ("Beside Rasa's starter bot", serving.main),
    ):
        print(f"\n## {title}\n", flush=True)
        failed += run() != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
