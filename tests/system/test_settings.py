"""Settings survive a restart; what makes no sense is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.system.settings import Settings, load_settings, save_settings


def test_saved_settings_are_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    settings = Settings(
        language="en", theme="dark", text_size=14, author="规划处", splitters=(("compare", "AAA="),)
    ).with_recent(Path("甲.docx"))
    save_settings(path, settings)
    assert load_settings(path).settings == settings
    assert load_settings(path).dropped == ()


def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json").settings == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_unreadable_file_gives_the_defaults_and_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert loaded.dropped == ("settings.json",)


def test_bad_keys_are_dropped_and_good_ones_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"theme": "pink", "text_size": true, "min_similarity": NaN, "old": 1,'
        ' "splitters": [["a"]], "recent_files": [1], "language": "en", "min_length": 20}',
        encoding="utf-8",
    )
    loaded = load_settings(path)
    assert loaded.settings == Settings(language="en", min_length=20)
    assert loaded.dropped == (
        "theme", "text_size", "min_similarity", "old", "splitters", "recent_files",
    )  # fmt: skip


def test_recent_files_are_few_and_each_once() -> None:
    settings = Settings()
    for number in [*range(20), 15]:
        settings = settings.with_recent(Path(f"{number}.txt"))
    assert len(settings.recent_files) == 10
    assert settings.recent_files[:3] == ("15.txt", "19.txt", "18.txt")
