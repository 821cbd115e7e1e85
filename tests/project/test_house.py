"""The house is in order: what imports what, how long it is, what is used, what is said of it."""

from __future__ import annotations

import ast
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from infosheet.reading.yaml_reader import read_yaml
from support import newest
from support.site import ROOT

HOOKS = ROOT / "hooks"
MODULES = {
    ".".join(path.relative_to(HOOKS).with_suffix("").parts): path
    for path in sorted(HOOKS.rglob("*.py"))
}
LONGEST = 300

# --- imports --------------------------------------------------------------------------------


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: {node.module} is imported by its place"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return a way from each module that leads back to it."""
    found = []
    for start in graph:
        ways = [[start]]
        seen: set[str] = set()
        while ways:
            way = ways.pop()
            for after in graph[way[-1]]:
                if after == start:
                    found.append([*way, after])
                elif after not in seen:
                    seen.add(after)
                    ways.append([*way, after])
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {name: set(imports(path)) & MODULES.keys() for name, path in MODULES.items()}
    assert sum(map(len, graph.values())) > 100
    assert circles(graph) == []
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c", "b"], ["c", "b", "c"]]


def test_what_thinks_knows_nothing_of_what_builds() -> None:
    """The domain package would move unchanged to another site generator."""
    thinking = [path for name, path in MODULES.items() if name.startswith("infosheet")]
    speaking = {name for name in MODULES if not name.startswith("infosheet")}
    assert len(thinking) > 40
    for path in thinking:
        for name in imports(path):
            assert name.partition(".")[0] not in {"mkdocs", "jinja2", "material"} | speaking, path


# Each package of the domain stands on those before it, and on the modules beside them.
FLOORS = ["reading", "medicines", "content", "components", "checks", "publishing", "upkeep"]


def test_each_part_of_the_domain_stands_on_those_below_it_alone() -> None:
    floors = {
        name: FLOORS.index(name.split(".")[1])
        for name in MODULES
        if name.startswith("infosheet.") and name.count(".") == 2
    }
    assert set(floors.values()) == set(range(len(FLOORS)))
    upwards = [
        f"{name} imports {above}"
        for name, floor in floors.items()
        for above in imports(MODULES[name])
        if floors.get(above, 0) > floor
    ]
    assert upwards == []


# --- size and use ---------------------------------------------------------------------------


def python_files() -> list[Path]:
    return [path for folder in ("hooks", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    long = {
        path.relative_to(ROOT).as_posix()
        for path in python_files()
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
    }
    assert long == set()


def test_every_module_says_what_it_is_for() -> None:
    for path in (*MODULES.values(), *(ROOT / "tests/support").glob("*.py")):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield what a module defines: functions, classes, constants, and methods of its own.

    A method of a class that is made from a library's may be one that the library calls.
    """
    own = [
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and {ast.unparse(base) for base in node.bases} <= {"Strict", "NamedTuple"}
    ]
    for node in [*tree.body, *(method for each in own for method in each.body)]:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if not any("validator" in ast.unparse(each) for each in node.decorator_list):
                yield node.name
        elif isinstance(node, ast.Assign) and node in tree.body:
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


# Called by MkDocs, Python and pydantic.
CALLED_FROM_OUTSIDE = re.compile(r"__\w+__|on_\w+|model_config")
# Only tests use it: it reads one file apart from its project.
FOR_TESTS = ["hooks/infosheet/medicines/medicine.py: read_medicine"]


def test_nothing_is_defined_that_nothing_uses() -> None:
    paths = [path for folder in ("hooks", "overrides") for path in (ROOT / folder).rglob("*")]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    paths += [ROOT / name for name in re.findall(r"tests/support/\w+\.py", makefile)]
    written = (".py", ".html", ".xml")
    texts = [path.read_text(encoding="utf-8") for path in paths if path.suffix in written]
    uses = Counter(re.findall(r"\w+", "\n".join(texts)))
    unused = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in MODULES.values()
        for name in defined(ast.parse(path.read_text(encoding="utf-8")))
        if uses[name] == 1 and not CALLED_FROM_OUTSIDE.fullmatch(name)
    ]
    assert unused == FOR_TESTS


# --- before a commit, and with newer versions -----------------------------------------------


def test_what_runs_before_a_commit_is_a_part_of_make_test() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    recipe = makefile.split("\ntest:")[1].split("\n\n")[0]
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    assert [hook["id"] for hook in hooks] == ["content", "ruff", "ruff-format", "mypy"]
    for hook in hooks:
        assert hook["language"] == "system"
        assert hook["entry"] == "make check" or f"\t{hook['entry']}\n" in recipe
        program = hook["entry"].split()[0]
        assert program == "make" or os.access(ROOT / program, os.X_OK)


def test_the_newest_versions_are_tried_of_everything_that_is_pinned() -> None:
    pinned = (ROOT / "pyproject.toml").read_text(encoding="utf-8").count("==")
    asked = newest.asked()
    assert len(asked) == pinned
    held = [each for each in asked if "==" in each]
    assert tuple(each.partition("==")[0] for each in held) == newest.HELD
    assert list(newest.newer("a==1\nB_c==3\nd==4\n", "a==1 \\\nb-c==2 \\\n")) == [
        "b-c 2 → 3",
        "d not locked → 4",
    ]


# --- licences -------------------------------------------------------------------------------


def test_the_licence_of_the_content_says_what_the_settings_say() -> None:
    settings, _ = read_yaml(ROOT / "mkdocs.yml", ROOT, ("!ENV",))
    extra = settings.data["extra"]
    assert isinstance(extra, dict)
    organisation = extra["organisation"]
    assert isinstance(organisation, dict)
    chosen = str(organisation["content_licence"])
    text = (ROOT / "LICENSE-CONTENT.md").read_text(encoding="utf-8")
    assert ("all rights in the content are reserved" in text) == (not chosen)
    assert chosen in text


def test_code_and_content_each_name_the_licence_of_the_other() -> None:
    code, content = ((ROOT / name).read_text() for name in ("LICENSE", "LICENSE-CONTENT.md"))
    assert code.startswith("MIT License")
    for folder in ("`docs/`", "`medicines/`", "`guides/images/`"):
        assert folder in code
        assert folder in content
    assert "`LICENSE-CONTENT.md`" in code
    assert "`LICENSE`" in content
