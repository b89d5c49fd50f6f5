"""The screens of the reader."""

TIGHT = [(0, "-tight"), (70, "-roomy")]
"""Classes of a dialog by the width of the screen: a tight one has no frame and no preview."""
