"""Which language the window speaks: the system's where it is translated to, else English, or a chosen one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from augstudio.assets import asset

_MARK = "language"
_TRADITIONAL = {"hant", "tw", "hk", "mo"}
_SIMPLIFIED = {"hans", "cn", "sg", "my"}


class Language(StrEnum):
    """What the user can choose; all but the first are names of translations."""

    SYSTEM = "system"
    ENGLISH = "en"
    TRADITIONAL_CHINESE = "zh_TW"
    SIMPLIFIED_CHINESE = "zh_CN"
    JAPANESE = "ja"


OWN_NAMES = {
    Language.ENGLISH: "English",
    Language.TRADITIONAL_CHINESE: "繁體中文",
    Language.SIMPLIFIED_CHINESE: "简体中文",
    Language.JAPANESE: "日本語",
}
"""What each language calls itself, so that its readers find it whatever the window speaks."""

# Characters that these ways of writing share have different shapes; a fallback font of its own for each.
_FAMILIES = {
    Language.TRADITIONAL_CHINESE: [
        "Noto Sans CJK TC",
        "Noto Sans TC",
        "PingFang TC",
        "Microsoft JhengHei UI",
    ],
    Language.SIMPLIFIED_CHINESE: ["Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI"],
    Language.JAPANESE: ["Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Meiryo UI"],
}

_System = QFontDatabase.WritingSystem
_WRITING = {
    Language.TRADITIONAL_CHINESE: _System.TraditionalChinese,
    Language.SIMPLIFIED_CHINESE: _System.SimplifiedChinese,
    Language.JAPANESE: _System.Japanese,
}


def spoken(chosen: Language, system: Iterable[str] | None = None) -> Language:
    """The language that a choice means here.

    Args:
        chosen: The user's choice.
        system: Languages that the user reads, the best first, as ``zh-Hant-TW``; the system's if None.

    Returns:
        Never :attr:`Language.SYSTEM`.
    """
    if chosen is not Language.SYSTEM:
        return chosen
    wanted = QLocale.system().uiLanguages() if system is None else system
    return next((known for name in wanted if (known := _known(name))), Language.ENGLISH)


def written(language: Language) -> Language:
    """The language where a font here can write it, else English."""
    system = _WRITING.get(language)
    return language if system is None or QFontDatabase.families(system) else Language.ENGLISH


def speak(application: QApplication, chosen: Language) -> Language:
    """Let every window that is built from now on speak a language, Qt's own dialogs too.

    Numbers are written as that language writes them, so that they look the same in every part of a window.

    Returns:
        The language; English where no font can write it.
    """
    language = written(spoken(chosen))
    for translator in application.findChildren(QTranslator, _MARK):
        application.removeTranslator(translator)
        translator.deleteLater()
    if language is not Language.ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(application, f"qtbase_{language.value}", qt)
        _install(application, f"augstudio_{language.value}", str(asset("translations")))
    QLocale.setDefault(QLocale(language.value))
    font = application.font()
    font.setFamilies([*font.families()[:1], *_FAMILIES.get(language, [])])
    application.setFont(font)
    return language


def page_language() -> str:
    """The language that windows speak, as pages of HTML name it: "zh-TW"; what :func:`speak` set."""
    return QLocale().name().replace("_", "-")


def _install(application: QApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    translator.setObjectName(_MARK)
    if translator.load(name, folder):
        application.installTranslator(translator)


def _known(name: str) -> Language | None:
    """The translation for one of the system's languages; a script counts more than a country."""
    language, *rest = name.replace("_", "-").lower().split("-")
    if language in (Language.ENGLISH, Language.JAPANESE):
        return Language(language)
    if language != "zh":
        return None
    for part in rest:
        if part in _TRADITIONAL:
            return Language.TRADITIONAL_CHINESE
        if part in _SIMPLIFIED:
            return Language.SIMPLIFIED_CHINESE
    return Language.SIMPLIFIED_CHINESE
