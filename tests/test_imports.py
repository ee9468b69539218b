"""Who may import whom. The table is the plan of the house; every import of every file is held against it."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
STANDARD = frozenset(sys.stdlib_module_names)

# package -> the libraries and packages that it may import, beside the standard library and itself
ALLOWED: dict[str, frozenset[str]] = {
    "helpfinder": frozenset({"rapidfuzz", "yaml", "babel", "holidays", "phonenumbers"}),
    "components": frozenset(
        {"rasa", "rasa_sdk", "spacy", "sqlalchemy", "redis", "babel", "helpfinder"}
        | {"aiohttp", "jsonschema", "numpy", "scipy", "sklearn"}  # what Rasa itself works with
    ),
    "actions": frozenset({"rasa_sdk", "helpfinder"}),
    "channels": frozenset({"rasa.core.channels", "sanic", "aiohttp", "helpfinder"}),
}
CHANNELS_MAY_KNOW = frozenset({"languages", "settings", "store", "knowledge", "wording", "directory"})

# Inside the core: part -> parts it may import. A new part needs a line.
CORE: dict[str, frozenset[str]] = {
    "text": frozenset(),
    "settings": frozenset(),
    "languages": frozenset({"text"}),
    "ordinals": frozenset({"text"}),
    "ages": frozenset({"text"}),
    "people": frozenset({"ages", "text"}),
    "safety": frozenset({"text", "languages"}),
    "directory": frozenset({"text", "languages"}),
    "geography": frozenset({"directory", "text", "languages"}),
    "matching": frozenset({"directory", "geography"}),
    "finder": frozenset({"directory", "geography", "matching"}),
    "interview": frozenset({"directory", "geography", "matching"}),
    "wording": frozenset({"directory", "finder", "geography", "interview", "languages", "matching", "text"}),
}
EVERYTHING_BELOW = frozenset(CORE)
CORE |= {
    "knowledge": EVERYTHING_BELOW,
    "validation": EVERYTHING_BELOW,
    "conversation": EVERYTHING_BELOW | {"knowledge"},
    "__main__": EVERYTHING_BELOW | {"knowledge", "validation", "conversation"},
}


def files(package: str) -> list[Path]:
    return sorted((HOME / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: imports are written in full"
            assert node.module is not None
            yield from _names(node.module, node)


def _names(module: str, node: ast.ImportFrom) -> Iterator[str]:
    """``from helpfinder import text`` imports a part, ``from helpfinder.text import fold`` a name."""
    if module == "helpfinder":
        yield from (f"helpfinder.{alias.name}" for alias in node.names)
    else:
        yield module


def within(module: str, allowed: frozenset[str]) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:length]) in allowed for length in range(1, len(parts) + 1))


def part_of(module: str) -> str:
    return module.split(".")[1]


def packages() -> list[str]:
    return sorted(path.parent.name for path in HOME.glob("*/__init__.py") if path.parent.name != "tests")


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_what_it_may(package: str) -> None:
    allowed = ALLOWED[package] | STANDARD | {package}
    foreign = [
        f"{path.relative_to(HOME)}: {module}"
        for path in files(package)
        for module in imports(path)
        if not within(module, allowed)
    ]
    assert not foreign


def test_every_package_has_its_line() -> None:
    free = {"server", "benchmarks", "scripts"}  # at the top: they may import everything
    assert set(packages()) <= set(ALLOWED) | free


@pytest.mark.parametrize("package", sorted(ALLOWED))
@pytest.mark.parametrize("top", ["server", "benchmarks", "scripts", "tests"])
def test_nothing_imports_what_stands_at_the_top(package: str, top: str) -> None:
    assert not [path for path in files(package) for module in imports(path) if module.split(".")[0] == top]


def test_channels_know_little_of_the_core() -> None:
    known = {part_of(m) for path in files("channels") for m in imports(path) if m.startswith("helpfinder.")}
    assert known <= CHANNELS_MAY_KNOW


def core_arrows() -> dict[str, set[str]]:
    arrows: dict[str, set[str]] = {}
    for path in files("helpfinder"):
        inside = path.relative_to(HOME / "helpfinder")
        part = inside.parts[0].removesuffix(".py")
        found = arrows.setdefault(part, set())
        found |= {part_of(module) for module in imports(path) if module.startswith("helpfinder.")} - {part}
    arrows.pop("__init__", None)
    return arrows


@pytest.mark.parametrize("part", sorted(core_arrows()))
def test_a_part_of_the_core_imports_only_what_it_may(part: str) -> None:
    assert part in CORE, f"{part} is new: give it a line in CORE"
    assert core_arrows()[part] <= CORE[part]


def test_the_core_has_no_cycles() -> None:
    try:
        TopologicalSorter(core_arrows()).prepare()
    except CycleError as error:
        pytest.fail(f"a cycle: {' -> '.join(error.args[1])}")


def test_the_plan_has_no_cycles_either() -> None:
    TopologicalSorter(CORE).prepare()


@pytest.mark.parametrize("part", ["safety", "ages", "people", "geography", "matching", "directory", "text"])
def test_nothing_below_knows_how_it_is_worded_or_talked_about(part: str) -> None:
    assert not core_arrows()[part] & {"wording", "conversation", "knowledge", "interview"}


def _at_import(path: Path) -> Iterator[ast.Call]:
    """Calls of a module's own level that read files or the environment."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr)):
            yield from (call for call in ast.walk(node) if isinstance(call, ast.Call))


READING = {
    "open",
    "read_text",
    "read_bytes",
    "safe_load",
    "getenv",
    "now",
    "today",
    "load_knowledge",
    "knowledge",
}


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_nothing_is_read_at_import(package: str) -> None:
    def name(call: ast.Call) -> str:
        return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")

    found = [
        f"{path.name}:{call.lineno}"
        for path in files(package)
        for call in _at_import(path)
        if name(call) in READING
    ]
    assert not found


def test_the_core_runs_without_rasa() -> None:
    """The reader of this test sees all imports, also those inside functions."""
    forbidden = {"rasa", "rasa_sdk", "sanic", "aiohttp", "sqlalchemy", "spacy"}
    assert not [
        f"{path.name}: {module}"
        for path in files("helpfinder")
        for module in imports(path)
        if module.split(".")[0] in forbidden
    ]
