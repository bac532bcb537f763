"""The languages of the window: Chinese is what the sources say, English a translation of it."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from plandraft.system.messages import CHINESE, ENGLISH

_OWN_FILE = "plandraft_en.qm"
logger = logging.getLogger(__name__)


def choose_language(setting: str) -> str:
    """Return "zh_CN" or "en" for the setting "system", "zh_CN" or "en"."""
    if setting in {CHINESE, ENGLISH}:
        return setting
    # The program is about Chinese plans: only who plainly reads English gets English.
    locale = QLocale.system()
    named = locale.name() not in {"C", "en_US_POSIX"}
    return ENGLISH if locale.language() == QLocale.Language.English and named else CHINESE


class Translations:
    """Hold the translators that are installed now."""

    def __init__(self, parent: QObject, resources: Path) -> None:
        self._parent = parent
        self._folder = resources / "i18n"
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Speak `language` from now on; widgets made before keep their texts."""
        self.remove()
        QLocale.setDefault(QLocale(language))
        own_names = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if language == CHINESE:
            self._load(own_names / "qtbase_zh_CN.qm")
        else:
            self._load(self._folder / _OWN_FILE)

    def remove(self) -> None:
        """Speak the language of the sources."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _load(self, path: Path) -> None:
        translator = QTranslator(self._parent)
        if not translator.load(str(path)):
            logger.warning("no translation: %s", path)
            return
        QCoreApplication.installTranslator(translator)
        self._installed.append(translator)
