"""The screens of the reader."""

ROOMY = 70
"""Columns from which a dialog has room beside it."""
TIGHT = [(0, "-tight"), (ROOMY, "-roomy")]
"""Classes of a dialog by the width of the screen: a tight one has no frame and no preview."""
