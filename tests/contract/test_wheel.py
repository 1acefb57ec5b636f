"""What a user installs: all of the package, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = out.glob("*.whl")
    with zipfile.ZipFile(built) as opened:
        yield opened


def test_the_wheel_holds_every_file_of_the_package(wheel, root):
    package = root / "src" / "foedus"
    expected = {
        f"foedus/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    held = {name for name in wheel.namelist() if name.startswith("foedus/")}
    assert expected == held


def test_the_wheel_holds_the_kinds_of_files_that_the_verbs_read(wheel):
    names = wheel.namelist()
    assert "foedus/py.typed" in names
    for folder, ending in [
        ("foedus/agreement/library/", ".yaml"),
        ("foedus/briefing/templates/", ""),
        ("foedus/dossiers/ukraine/", ".yaml"),
        ("foedus/dossiers/ukraine/sources/", ".md"),
    ]:
        assert any(name.startswith(folder) and name.endswith(ending) for name in names), folder


def test_the_wheel_holds_the_package_and_its_licence_only(wheel):
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {"foedus"} == {top for top in tops if not top.endswith(".dist-info")}
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
    parts = {part for name in wheel.namelist() for part in name.split("/")}
    assert {"tests", "seeds", "shared", "conftest.py"} & parts == set()
