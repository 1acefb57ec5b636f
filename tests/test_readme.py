"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex

import pytest

ARTICLE = """Talks in Berlin

The United States will not send troops, a White House spokesman said on Monday.
"Our guarantee is legally binding," the president of Ukraine said.
Before help is sent the council would have to agree, two officials said.
"""


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


def blocks(readme, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL)


def test_the_two_commands_come_first(readme):
    first = blocks(readme, "sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["./run brief ukraine", "./run test"]


def test_the_agreement_of_the_readme_has_no_finding(readme, tmp_path, foedus_command):
    (example,) = blocks(readme, "yaml")
    assert len(example.splitlines()) <= 45
    (tmp_path / "example-guarantee.yaml").write_text(example, encoding="utf-8")
    done = foedus_command("check", "example-guarantee.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_shown_answers_are_the_answers(readme, tmp_path, foedus_command):
    shown = blocks(readme, "console")
    assert len(shown) >= 2
    for block in shown:
        command, _, expected = block.partition("\n")
        words = shlex.split(command.removeprefix("$ ./run "))
        done = foedus_command(*words, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        said = f"{done.stdout.strip()}\n{done.stderr.strip()}".strip()
        assert expected.strip() == said, command


@pytest.mark.slow
def test_the_commands_for_articles_of_your_own_run_in_order(readme, tmp_path, foedus_command):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "berlin.txt").write_text(ARTICLE, encoding="utf-8")
    (block,) = [block for block in blocks(readme, "sh") if "my-topic" in block]
    for line in block.splitlines():
        done = foedus_command(*shlex.split(line.removeprefix("./run ")), cwd=tmp_path)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_the_files_that_the_readme_links_are_there(readme, root):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert [link for link in links if not (root / link).exists()] == []


def test_the_verbs_of_the_readme_are_verbs(readme):
    from foedus.cli.main import VERBS

    named = set(re.findall(r"(?:\./run|`foedus|bin/foedus) ([a-z]+)", readme))
    assert named - set(VERBS) - {"test", "lint", "docs", "bench"} == set()
