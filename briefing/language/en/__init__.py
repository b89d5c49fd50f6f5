"""English: rules over tokens and lexicons; word order tells what a parser would."""

from briefing.language.en.grammar import Grammar

__all__ = ["Grammar"]
