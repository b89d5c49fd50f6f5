"""Russian: pymorphy3 for words, slovnet for names, rules where they must run alone."""

from briefing.language.ru.grammar import Grammar

__all__ = ["Grammar"]
