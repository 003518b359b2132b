"""Expected losses of the games of ExpectedGames, computed with numpy alone: python3 expected_games.py"""
import itertools

import numpy as np

REAL = np.array([[0.5, -1.2, 0.3], [1.1, 0.4, -0.6], [-0.7, 0.9, 1.5], [0.2, -0.3, -1.8]])
Z = np.array([[0.25, -0.75], [-1.125, 0.5], [0.625, 1.375], [-0.1875, -0.625]])
W, B = np.array([[0.8, -0.4, 0.3], [0.5, 0.9, -0.7]]), np.array([0.1, -0.2, 0.05])
ENCODE, SHIFT = np.array([[0.6, -0.5], [0.2, 0.7], [-0.3, 0.4]]), np.array([0.05, -0.15])
DECODE, LIFT = np.array([[0.9, -0.2, 0.4], [-0.6, 0.8, 0.3]]), np.array([0.02, -0.04, 0.1])
CLASSES, OFFSET = np.array([[0.7, -0.3], [-0.2, 0.9]]), np.array([0.1, -0.4])
REAL_LABELS, ASKED_LABELS = np.array([1, 0, 0, 1]), np.array([0, 1, 1, 0])
FAKE = np.tanh(Z @ W + B)

ERRORS = {
    "mean-squared": lambda e: (e**2).sum(1) / 3,
    "mean-absolute": lambda e: np.abs(e).sum(1) / 3,
    "euclidean": lambda e: np.sqrt((e**2).sum(1)),
}


def code(x):
    return np.tanh(x @ ENCODE + SHIFT)


def energy(x, error):
    return ERRORS[error](x - (code(x) @ DECODE + LIFT))


def repelling(codes):
    n, total = len(codes), 0.0
    for i, j in itertools.permutations(range(n), 2):
        s, t = codes[i], codes[j]
        total += (s @ t / (np.sqrt(s @ s) * np.sqrt(t @ t))) ** 2
    return total / (n * (n - 1))


def energy_based(error, margin, weight):
    real, fake = energy(REAL, error), energy(FAKE, error)
    d = real.mean() + np.maximum(0, margin - fake).mean()
    return {"d": d, "g": fake.mean() + weight * repelling(code(FAKE)), "fake energies": fake}


def boundary_equilibrium(error, gamma, rate, k):
    real, fake = energy(REAL, error).mean(), energy(FAKE, error).mean()
    return {
        "d": real - k * fake,
        "g": fake,
        "next k": min(1, max(0, k + rate * (gamma * real - fake))),
        "measure": real + abs(gamma * real - fake),
    }


def moment_matching(sigmas, unbiased, root):
    def k(x, y):
        return sum(np.exp(-((x - y) ** 2).sum() / (2 * s * s)) for s in sigmas)

    def mean(x, y, skip):
        pairs = [(i, j) for i in range(len(x)) for j in range(len(y)) if not (skip and i == j)]
        return sum(k(x[i], y[j]) for i, j in pairs) / len(pairs)

    value = mean(REAL, REAL, unbiased) + mean(FAKE, FAKE, unbiased) - 2 * mean(REAL, FAKE, False)
    return {"g": np.sqrt(value) if root else value}


def adversarial():
    """Non-saturating, with the score minus the mean squared error."""
    real, fake = -energy(REAL, "mean-squared"), -energy(FAKE, "mean-squared")
    return {"d": np.log1p(np.exp(-real)).mean() + np.log1p(np.exp(fake)).mean(), "g": np.log1p(np.exp(-fake)).mean()}


def auxiliary_classifier(weight, generator_weight):
    def cross_entropy(x, labels):
        logits = code(x) @ CLASSES + OFFSET
        return (np.log(np.exp(logits).sum(1)) - logits[np.arange(4), labels]).mean()

    def accuracy(x, labels):
        return ((code(x) @ CLASSES + OFFSET).argmax(1) == labels).mean()

    scores, real, fake = adversarial(), cross_entropy(REAL, REAL_LABELS), cross_entropy(FAKE, ASKED_LABELS)
    return {
        "d": scores["d"] + weight * (real + fake),
        "g": scores["g"] + generator_weight * fake,
        "class losses": (real, fake),
        "accuracies": (accuracy(REAL, REAL_LABELS), accuracy(FAKE, ASKED_LABELS)),
    }


if __name__ == "__main__":
    for name, values in {
        "energy-based mean-squared 0.5 0.1": energy_based("mean-squared", 0.5, 0.1),
        "energy-based euclidean 0.75 0": energy_based("euclidean", 0.75, 0),
        "energy-based mean-absolute 2 3": energy_based("mean-absolute", 2, 3),
        "boundary-equilibrium mean-absolute 0.75 0.001 k=0": boundary_equilibrium("mean-absolute", 0.75, 0.001, 0),
        "boundary-equilibrium mean-squared 0.5 0.2 k=0.375": boundary_equilibrium("mean-squared", 0.5, 0.2, 0.375),
        "moment-matching biased root": moment_matching([0.5, 2], False, True),
        "moment-matching biased": moment_matching([1], False, False),
        "moment-matching unbiased": moment_matching([0.5, 2, 0.8], True, False),
        "adversarial": adversarial(),
        "auxiliary-classifier 0.5 2": auxiliary_classifier(0.5, 2),
    }.items():
        print(name, {key: repr(value) for key, value in values.items()})
