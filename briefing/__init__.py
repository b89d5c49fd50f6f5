"""A terminal reader that turns a news article into a checked briefing."""

__version__ = "0.1.0"
