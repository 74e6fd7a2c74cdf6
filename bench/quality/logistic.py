"""Logistic regression with a ridge, by Newton's method (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1).

What the weights in ``resources/*_weights.yml`` that say so are fitted with: some hundred rows and columns, so numpy is enough.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Numbers = Any


def fit(x: Numbers, y: Numbers, weight: Numbers, ridge: Numbers, steps: int = 25) -> Numbers:
    """Weights of the columns of ``x`` for the chance of ``y`` (0 or 1 a row); ``weight`` a row, ``ridge`` a column."""
    found = np.zeros(x.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (weight * (chance - y)) + ridge * found
        curve = (x * (weight * chance * (1 - chance))[:, None]).T @ x + np.diag(ridge)
        found -= np.linalg.solve(curve, slope)
    return found
