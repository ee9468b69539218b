import json
from pathlib import Path

import pytest

from helpfinder.__main__ import main

Run = pytest.CaptureFixture[str]


def said(capsys: Run, *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def refused(capsys: Run, *arguments: str) -> str:
    """The one line on standard error."""
    assert main(list(arguments)) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("helpfinder: ")
    assert error.count("\n") == 1
    return error


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "LOCALES", "OUTSIDE_FACTS", "PORT"):
        monkeypatch.delenv(f"HELPFINDER_{name}", raising=False)


class TestSearch:
    def test_it_says_what_the_bot_would_say(self, capsys: Run) -> None:
        text = said(capsys, "search", "--age", "8y", "--concern", "school", "--place", "Wiltz")
        assert text.startswith("This help fits (8 years · School and bullying · Wiltz):")
        assert "Nearest office: ORE Wiltz" in text
        assert "[Start an application]" in text

    def test_with_nothing_given_it_shows_the_general_services(self, capsys: Run) -> None:
        assert said(capsys, "search").startswith("This help may fit:")

    @pytest.mark.parametrize("age", ["18 months", "2 years", "30"])
    def test_ages_are_read_as_the_bot_reads_them(self, capsys: Run, age: str) -> None:
        assert "1. " in said(capsys, "search", "--concern", "feelings", "--age", age)

    def test_a_postcode_is_a_place(self, capsys: Run) -> None:
        assert "Nearest office: ORE Mersch" in said(capsys, "search", "--place", "7561")

    def test_the_person_decides_which_numbers_are_shown(self, capsys: Run) -> None:
        arguments = ("search", "--concern", "violence-at-home", "--person")
        assert "Elterentelefon" in said(capsys, *arguments, "parent")
        assert "Elterentelefon" not in said(capsys, *arguments, "child")

    @pytest.mark.parametrize(
        ("option", "value", "reason"),
        [
            ("--concern", "weather", "unknown concern 'weather'; known: abuse-trauma, "),
            ("--age", "blue", "--age 'blue' can't be used: not an age"),
            ("--age", "130", "--age '130' can't be used: too old"),
            ("--place", "Xyzzyville", "--place 'Xyzzyville' is not in the gazetteer"),
            ("--place", "Weiler", "--place 'Weiler' may be: Weiler ("),
        ],
    )
    def test_what_cannot_be_used_is_named(self, capsys: Run, option: str, value: str, reason: str) -> None:
        assert reason in refused(capsys, "search", option, value)

    @pytest.mark.parametrize("arguments", [["search", "--person", "dog"], [], ["sing"], ["place"]])
    def test_what_argparse_refuses_is_a_usage_error(self, capsys: Run, arguments: list[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert "usage: python -m helpfinder" in capsys.readouterr().err


class TestPlace:
    def test_a_place_has_its_id_and_its_nearest_office(self, capsys: Run) -> None:
        lines = said(capsys, "place", "Wiltz").splitlines()
        assert lines[:2] == ["exact", "- Wiltz [L00399]"]
        assert lines[2].strip().startswith("ORE Wiltz, 8, Avenue Nicolas Kreins, L-9536 Wiltz: 0.3 km")

    def test_an_ambiguous_name_lists_its_places(self, capsys: Run) -> None:
        lines = said(capsys, "place", "Weiler").splitlines()
        assert lines[0] == "ambiguous"
        assert sum(line.startswith("- Weiler (") for line in lines) == 2

    def test_a_country_has_no_office(self, capsys: Run) -> None:
        assert said(capsys, "place", "Portugal").splitlines() == ["abroad", "- Portugal [A-pt]"]

    def test_an_unknown_name_fails(self, capsys: Run) -> None:
        assert main(["place", "Xyzzyville"]) == 1
        assert capsys.readouterr().out == "unknown\n"


class TestExport:
    def test_the_directory_as_json(self, capsys: Run) -> None:
        assert json.loads(said(capsys, "export"))

    def test_the_same_into_a_file(self, capsys: Run, tmp_path: Path) -> None:
        target = tmp_path / "directory.json"
        assert said(capsys, "export", "--to", str(target)) == ""
        assert json.loads(target.read_text(encoding="utf-8")) == json.loads(said(capsys, "export"))

    def test_without_outside_facts_fewer_numbers_leave(
        self, capsys: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole = said(capsys, "export")
        monkeypatch.setenv("HELPFINDER_OUTSIDE_FACTS", "off")
        inside = said(capsys, "export")
        assert "8002 9393" in whole
        assert "8002 9393" not in inside


@pytest.mark.parametrize("command", [["search"], ["validate"], ["export"], ["place", "Wiltz"]])
def test_a_bad_setting_is_named(capsys: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setenv("HELPFINDER_OUTSIDE_FACTS", "perhaps")
    assert "HELPFINDER_OUTSIDE_FACTS='perhaps'" in refused(capsys, *command)


def test_a_directory_that_cannot_be_read_is_named(
    capsys: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HELPFINDER_DATA", str(tmp_path))
    assert main(["export"]) == 1
    assert "services.csv:1: file is missing" in capsys.readouterr().err


class TestValidate:
    def test_it_counts_problems(self, capsys: Run) -> None:
        status = main(["validate"])
        last = capsys.readouterr().out.splitlines()[-1]
        assert last.startswith("validate: ")
        assert (last == "validate: 0 problems") is (status == 0)

    def test_problems_fail(self, capsys: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("HELPFINDER_DATA", str(tmp_path))
        assert main(["validate"]) == 1
        assert "services.csv:1: file is missing" in capsys.readouterr().out
