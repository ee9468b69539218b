"""Number words from 0 to 99, put together from the parts a language's file names."""

from collections.abc import Iterator, Mapping, Sequence

_HIGHEST = 99


def number_words(
    units: Mapping[int, Sequence[str]],
    tens: Mapping[int, Sequence[str]],
    patterns: Sequence[str],
    reach: Mapping[int, int],
) -> Iterator[tuple[str, int]]:
    """Pairs of word and number; ``reach`` says how far a ten counts on (French: 60 up to 79)."""
    for number, words in (*units.items(), *tens.items()):
        yield from ((word, number) for word in words)
    for ten, ten_words in tens.items():
        for unit in range(1, reach.get(ten, 9) + 1):
            for unit_word in units.get(unit, ()):
                for ten_word in ten_words:
                    yield from (
                        (pattern.format(unit=unit_word, tens=ten_word), min(ten + unit, _HIGHEST))
                        for pattern in patterns
                    )
