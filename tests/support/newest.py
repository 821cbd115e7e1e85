"""Build and check with the newest versions of all packages, and say what breaks (`make newest`).

They go into a virtual environment below .build/; no lock and no built site is changed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.asking import NoAnswerError, ask

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".build/newest"
CONTENT = ("docs", "medicines", "hooks", "overrides", "mkdocs.yml")

# Stays at its version, for the reason that stands in pyproject.toml: else it alone would break all.
HELD = ("textstat",)

# Seconds, many times what each takes, after which a step that does not end is given up.
PATIENCE = 900

# So many of the last lines of what broke are shown.
_SHOWN = 15


def asked() -> list[str]:
    """Return what the project asks for, in its version or any newer one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    return [each if each.startswith(HELD) else each.replace("==", ">=") for each in pinned]


def steps(python: Path) -> dict[str, tuple[Path, list[str]]]:
    """Return what is tried: by its name, the folder it runs in and the command."""
    copy, program = FOLDER / "project", str(python)
    return {
        "the checks of the content": (copy, [program, "hooks/driver.py", "check"]),
        "the build": (copy, [program, "hooks/driver.py", "build"]),
        "ruff": (ROOT, [program, "-m", "ruff", "check", "."]),
        "mypy": (ROOT, [program, "-m", "mypy", "hooks"]),
        "the tests of the parts": (ROOT, [program, "-m", "pytest", "-q", "tests/infosheet"]),
    }


def newer(told: str, locked: str) -> Iterable[str]:
    """Yield each package of `told` (as `pip freeze` says) whose version is not the locked one."""
    known = dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", locked, re.MULTILINE))
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", told, re.MULTILINE):
        plain = re.sub(r"[-_.]+", "-", name).lower()
        if known.get(plain) != version:
            yield f"{plain} {known.get(plain, 'not locked')} → {version}"


def install(python: Path, patience: float) -> str:
    """Install the newest versions, and return what `pip freeze` says of them.

    Raises NoAnswerError where the package index hangs, CalledProcessError where it has no answer.
    """
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    ask([*pip, "install", "--quiet", *asked()], patience).check_returncode()
    return ask([*pip, "freeze"], patience).stdout


def main(patience: float = PATIENCE) -> int:
    """Install, try each step, and tell which broke."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    venv.create(FOLDER / "venv", with_pip=True)
    python = FOLDER / "venv/bin/python"
    try:
        told = install(python, patience)
    except NoAnswerError as error:
        sys.stderr.write(
            f"pip, which asks the package index for the newest packages, {error}. "
            "So nothing was tried; try again later.\n"
        )
        return 1
    except subprocess.CalledProcessError:
        sys.stderr.write("pip could not install the newest packages, for the reason above.\n")
        return 1
    locked = (ROOT / "requirements-test.lock").read_text(encoding="utf-8")
    sys.stdout.write("\n".join(["Newer than locked:", *sorted(newer(told, locked)), "", ""]))
    for name in CONTENT:
        (FOLDER / "project").mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, FOLDER / "project" / name)
        else:
            shutil.copy(ROOT / name, FOLDER / "project")
    broken = 0
    for name, (folder, command) in steps(python).items():
        said, last = tried(command, folder, patience)
        broken += said != "works"
        sys.stdout.write("\n".join([f"{name}: {said}", *(f"    {line}" for line in last), ""]))
    return 1 if broken else 0


def tried(command: list[str], folder: Path, patience: float) -> tuple[str, list[str]]:
    """Run a step, and return whether it works, and its last lines where it does not."""
    try:
        done = ask(command, patience, cwd=folder, stderr=subprocess.STDOUT)
    except NoAnswerError as error:
        return str(error), error.said.splitlines()[-_SHOWN:]
    if done.returncode == 0:
        return "works", []
    return "breaks", done.stdout.splitlines()[-_SHOWN:]


if __name__ == "__main__":
    sys.exit(main())
