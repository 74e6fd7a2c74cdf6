from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from sayso import settings
from sayso.errors import UsageError
from sayso.settings import Settings, gather


@dataclasses.dataclass(frozen=True, slots=True)
class Fields:
    limit: int = 10
    columns: dict[str, str] = dataclasses.field(default_factory=dict)


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch):
    """One known room instead of the real ones, so that these tests say how settings are gathered and not which there are."""

    @dataclasses.dataclass(frozen=True, slots=True)
    class Small:
        read: Fields = dataclasses.field(default_factory=Fields)
        analyzer: str = "rules"

    monkeypatch.setattr(settings, "Settings", Small)
    monkeypatch.setattr(settings, "KNOWN", {"read": {"limit", "columns"}, "link": set(), "assess": set()})


def test_later_wins_key_by_key(options, tmp_path: Path):
    file = tmp_path / "sayso.toml"
    file.write_text('analyzer = "other"\n[read]\nlimit = 1\ncolumns = {text = "body"}\n')
    assert gather(file).read == Fields(1, {"text": "body"})
    assert gather(file).analyzer == "other"
    assert gather(file, {"SAYSO_READ_LIMIT": "2", "SAYSO_ANALYZER": "rules"}).read == Fields(2, {"text": "body"})
    assert gather(file, {"SAYSO_READ_LIMIT": "2", "SAYSO_ANALYZER": "rules"}).analyzer == "rules"
    assert gather(file, {"SAYSO_READ_LIMIT": "2"}, {"read": {"limit": 3}}).read.limit == 3


def test_the_environment_may_hold_a_table_as_json(options):
    assert gather(None, {"SAYSO_READ_COLUMNS": '{"text": "body"}'}).read.columns == {"text": "body"}


def test_what_is_no_setting_is_left_alone(options):
    assert gather(None, {"SAYSO_SHARED": "/x", "SAYSO_REQUIRE": "all", "PATH": "/bin", "READ_LIMIT": "5"}) == gather()


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"SAYSO_READ_LIMITS": "2"}, "the environment: [read] has no “limits”; known are columns, limit"),
        ({"SAYSO_FERRY_LIMIT": "2"}, "there is no setting “ferry”"),
        ({"SAYSO_READ_LIMIT": "many"}, "Expected `int`, got `str`"),
        ({"SAYSO_READ_COLUMNS": "{broken"}, "Expected `object`, got `str`"),
    ],
)
def test_a_wrong_setting_is_named(options, environment: dict[str, str], says: str):
    with pytest.raises(UsageError) as error:
        gather(None, environment)
    assert says in str(error.value) and error.value.exit_code == 2


def test_a_file_that_is_not_there_or_no_toml_is_named(options, tmp_path: Path):
    with pytest.raises(UsageError, match="cannot read the settings"):
        gather(tmp_path / "none.toml")
    (tmp_path / "sayso.toml").write_text("[read\n")
    with pytest.raises(UsageError, match=r"sayso\.toml: not valid TOML"):
        gather(tmp_path / "sayso.toml")


def test_the_digest_is_of_the_values_only():
    assert Settings().digest == gather().digest == Settings(analyzer="model").digest != Settings(analyzer="other").digest
    assert len(Settings().digest) == 20
