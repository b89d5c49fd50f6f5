"""The briefings of annotated articles stay as right as they are.

``tests/data/gold`` holds a few articles written and annotated for the project. A larger development set may lie
beside the checkout (``../shared/gold``, or where BRIEFING_GOLD says); where there is none, its tests are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.sources import read
from tests.scoring import LAYERS, Score, annotation, score

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "data" / "gold"
DEV = Path(os.environ.get("BRIEFING_GOLD", ROOT.parent / "shared" / "gold"))

OWN_FLOOR: dict[str, dict[str, float]] = {
    "ru": {"quotes": 0.0, "speakers": 0.0, "figures": 0.0, "key": 0.0, "actions": 0.0},
    "en": {"quotes": 0.0, "speakers": 0.0, "figures": 0.0, "key": 0.0, "actions": 0.0},
}
DEV_FLOOR: dict[str, dict[str, float]] = {
    "ru": {"quote.attributed.f1": 0.0},
    "en": {"quote.attributed.f1": 0.0},
}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_own_gold(language: str) -> None:
    total = Score()
    for path in sorted(OWN.glob(f"{language}-*.gold.json")):
        article = read(str(path.with_name(path.name.removesuffix(".gold.json") + ".txt")))
        score(extract(article), annotation(path), total)
    found = {layer: total.f1(layer) for layer in LAYERS}
    below = {layer: value for layer, value in found.items() if value < OWN_FLOOR[language][layer]}
    assert not below, f"fell below the floor: {below}"


@pytest.mark.parametrize("path", sorted(OWN.glob("*.gold.json")), ids=lambda path: path.name)
def test_own_gold_metadata(path: Path) -> None:
    article = read(str(path.with_name(path.name.removesuffix(".gold.json") + ".txt")))
    wanted = {field: annotation(path)[field] for field in ("title", "date", "place", "agency")}
    assert {field: getattr(article, field) for field in wanted} == wanted


@pytest.mark.skipif(not (DEV / "score.py").is_file(), reason="the development set is not beside this checkout")
@pytest.mark.parametrize("language", ["ru", "en"])
def test_development_set(language: str, tmp_path: Path) -> None:
    for path in (DEV / "dev").glob(f"{language}-*"):
        (tmp_path / path.name).symlink_to(path)
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as out:
        for path in sorted(tmp_path.glob("*.txt")):
            print(extract(read(str(path))).model_dump_json(), file=out)
    command = [sys.executable, DEV / "score.py", tmp_path, "--predictions", predictions, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found = json.loads(done.stdout)
    assert found["ungrounded"] == 0
    below = {name: found[name] for name, floor in DEV_FLOOR[language].items() if found[name] < floor}
    assert not below, f"fell below the floor: {below}"
