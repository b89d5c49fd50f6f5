"""Briefings as the data that they are: one object by the published schema, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefing.export import Options
from briefing.model import Briefing


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return one briefing as an object and several as a list, indented."""
    data = [briefing.model_dump(mode="json") for briefing in briefings]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2) + "\n"
