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
from tests.scoring import LAYERS, Annotation, Score, score

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "data" / "gold"
DEV = Path(os.environ.get("BRIEFING_GOLD", ROOT.parent / "shared" / "gold"))

# At most 0.03 below what the program reaches, so that a change for the worse is seen and chance is not.
OWN_FLOOR: dict[str, dict[str, float]] = {
    "ru": {"quotes": 0.94, "speakers": 0.91, "figures": 0.95, "key": 0.8, "actions": 0.75},
    "en": {"quotes": 0.83, "speakers": 0.82, "figures": 0.85, "key": 0.97, "actions": 0.69},
}
DEV_FLOOR: dict[str, dict[str, float]] = {
    "ru": {
        "quote.attributed.f1": 0.93,
        "speaker.f1": 0.92,
        "speaker.full_name": 0.95,
        "speaker.role": 0.97,
        "figure.f1": 0.96,
        "key.recall@2n": 0.83,
        "action.f1": 0.86,
        "action.deadline": 0.91,
    },
    "en": {
        "quote.attributed.f1": 0.95,
        "speaker.f1": 0.94,
        "speaker.role": 0.89,
        "figure.f1": 0.96,
        "key.recall@2n": 0.92,
        "action.f1": 0.78,
    },
}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_own_gold(language: str) -> None:
    total = Score()
    for path in sorted(OWN.glob(f"{language}-*.gold.json")):
        article = read(str(path.with_name(path.name.removesuffix(".gold.json") + ".txt")))
        score(extract(article), Annotation.read(path, article.text), total)
    found = {layer: total.f1(layer) for layer in LAYERS}
    below = {layer: value for layer, value in found.items() if value < OWN_FLOOR[language][layer]}
    assert not below, f"fell below the floor: {below}"


@pytest.mark.parametrize("path", sorted(OWN.glob("*.gold.json")), ids=lambda path: path.name)
def test_own_gold_metadata(path: Path) -> None:
    article = read(str(path.with_name(path.name.removesuffix(".gold.json") + ".txt")))
    gold = Annotation.read(path, article.text)
    wanted = {field: gold.fields[field] for field in ("title", "date", "place", "agency")}
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
