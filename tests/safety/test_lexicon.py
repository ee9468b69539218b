"""Every language file is readable, explains itself and hears its own examples."""

from dataclasses import replace
from pathlib import Path

import pytest

from helpfinder.safety.assess import Safety
from helpfinder.safety.lexicon import Group, Lexicon, LexiconError, load_lexicon

FOLDER = Path(__file__).parents[2] / "data" / "safety"
LEXICONS = [load_lexicon(path) for path in sorted(FOLDER.glob("*.yml"))]
GROUPS = [(lexicon, group) for lexicon in LEXICONS for group in lexicon.groups]
EXAMPLES = [(lexicon, group, example) for lexicon, group in GROUPS for example in group.examples]

SMALL = """
skip: the
replace: {wanna: want to}
classes:
  dad: dad, step dad
  parent: "{dad}, mother"
  hits: hit, hits, slapped
contexts:
  play: ["{hits} .. ball"]
groups:
  hit:
    tier: explicit
    topic: violence
    reason: A parent hits.
    patterns: ["{parent} .. {hits} [me]"]
    unless: [play, "nobody {hits}"]
    examples: [dad hits me]
ordinary: hot
voices: []
"""


def _load(tmp_path: Path, text: str) -> Lexicon:
    path = tmp_path / "xx.yml"
    path.write_text(text, encoding="utf-8")
    return load_lexicon(path)


def _alone(lexicon: Lexicon, group: Group) -> Safety:
    return Safety([replace(lexicon, groups=(group,))])


@pytest.mark.parametrize(
    ("lexicon", "group", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", str(value)[:60])
)
def test_group_hears_its_examples(lexicon: Lexicon, group: Group, example: str) -> None:
    assert _alone(lexicon, group).assess(example) is not None


@pytest.mark.parametrize(
    ("lexicon", "group", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", str(value)[:60])
)
def test_example_gets_at_least_the_tier_of_its_group(lexicon: Lexicon, group: Group, example: str) -> None:
    signal = Safety([lexicon]).assess(example)
    assert signal is not None
    assert signal.tier in {group.tier, "explicit"}


@pytest.mark.parametrize(("lexicon", "group"), GROUPS, ids=lambda value: getattr(value, "name", "language"))
def test_group_has_a_reason_and_examples(lexicon: Lexicon, group: Group) -> None:
    assert group.reason.endswith(".")
    assert group.examples


def test_groups_come_in_order_of_severity(tmp_path: Path) -> None:
    milder = SMALL.replace("  hit:\n", "  hit_maybe:\n").replace("tier: explicit", "tier: unclear")
    both = SMALL + milder[milder.index("  hit_maybe:") : milder.index("ordinary")]
    text = both.replace("ordinary: hot\nvoices: []\n", "") + "ordinary: hot\nvoices: []\n"
    assert [group.name for group in _load(tmp_path, text).groups] == ["hit", "hit_maybe"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (SMALL.replace("{parent} ..", "{parnet} .."), r"xx\.yml: group hit: unknown class \{parnet\}"),
        (SMALL.replace("tier: explicit", "tier: urgent"), r"xx\.yml: group hit: .*urgent"),
        (SMALL.replace("    reason: A parent hits.\n", ""), r"xx\.yml: group hit: .*reason"),
        (SMALL.replace("[me]", "the"), r"xx\.yml: group hit: 'the' contains 'the', which 'skip'"),
        (SMALL.replace("[me]", "Me"), r"xx\.yml: group hit: 'Me' is not made of plain"),
        (SMALL.replace("[me]", ".."), r"xx\.yml: group hit: .*words are missing beside a gap"),
        (SMALL.replace('"{dad}, mother"', '"{parent}, mother"'), r"group hit: \{parent\} contains itself"),
        ("- a list", r"xx\.yml: expected the keys"),
        ("a: [", r"xx\.yml: not readable as YAML"),
    ],
)
def test_error_names_file_and_group(tmp_path: Path, wrong: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        _load(tmp_path, wrong)
