"""Computes golden.csv: what both sides of every loss give on asymmetric scores, with 30 digits.

Needs mpmath; run as `python3 golden.py > golden.csv`. Every loss is written as its paper states it (probabilities and
logarithms, f and its textbook conjugate), not in the stable form of the code.
"""
from mpmath import mp, mpf, exp, log, sqrt, tanh, nstr

mp.dps = 60

# Unpaired sets have sides of different size.
SMALL = ([-1.7, 0.4, 2.5], [2.2, -0.8, -3.1, 0.6, 1.3])
LARGE = ([-5, 1.4, 6.5, 2.7], [5.2, -3.3])
SMALL_PAIRS = ([-1.7, 0.4, 2.5], [2.2, -0.8, 0.6])
LARGE_PAIRS = ([-5, 1.4, 6.5, 2.7], [5.2, -3.3, 0.9, -0.25])
# An autoencoder's scores do not exceed 0.
ERRORS = ([-0.25, -1.5, -0.125], [-0.5, -4])


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def sigmoid(s):
    return 1 / (1 + exp(-s))


class Terms:
    """The terms per score of a pointwise loss."""

    def __init__(self, real, fake, generator):
        self.real, self.fake, self.generator = real, fake, generator

    def values(self, reals, fakes):
        d = mean(self.real(s) for s in reals) + mean(self.fake(s) for s in fakes)
        return d, mean(self.generator(s) for s in fakes)


class Paired:
    def __init__(self, link):
        self.link = link

    def values(self, reals, fakes):
        pairs = list(zip(reals, fakes))
        d = mean(self.link.real(r - f) + self.link.fake(f - r) for r, f in pairs)
        g = mean(self.link.real(f - r) + self.link.fake(r - f) for r, f in pairs)
        return d, g


class Average:
    def __init__(self, link):
        self.link = link

    def values(self, reals, fakes):
        r_bar, f_bar = mean(reals), mean(fakes)
        d = mean(self.link.real(r - f_bar) for r in reals) + mean(self.link.fake(f - r_bar) for f in fakes)
        g = mean(self.link.real(f - r_bar) for f in fakes) + mean(self.link.fake(r - f_bar) for r in reals)
        return d, g


class Scaled:
    def __init__(self, loss, d, g):
        self.loss, self.d, self.g = loss, mpf(d), mpf(g)

    def values(self, reals, fakes):
        d, g = self.loss.values(reals, fakes)
        return self.d * d, self.g * g


def cross_entropy(generator, alpha=1):
    alpha = mpf(alpha)
    real = lambda s: -alpha * log(sigmoid(s)) - (1 - alpha) * log(1 - sigmoid(s))
    return Terms(real, lambda s: -log(1 - sigmoid(s)), generator)


def least_squares(a, b, c):
    return Terms(lambda s: (s - b) ** 2 / 2, lambda s: (s - a) ** 2 / 2, lambda s: (s - c) ** 2 / 2)


def margin(m, energy):
    m = mpf(m)
    return Terms(energy, lambda s: max(mpf(0), m - energy(s)), energy)


def f_divergence(activation, conjugate, alternative=False):
    """activation gives T of a score, conjugate f*(t) of T."""
    generator = (lambda s: -activation(s)) if alternative else (lambda s: -conjugate(activation(s)))
    return Terms(lambda s: -activation(s), lambda s: conjugate(activation(s)), generator)


minimax = cross_entropy(lambda s: log(1 - sigmoid(s)))
non_saturating = cross_entropy(lambda s: -log(sigmoid(s)))
softplus_energy = lambda s: log(1 + exp(-s))
hinge = Terms(lambda s: max(mpf(0), 1 - s), lambda s: max(mpf(0), 1 + s), lambda s: -s)
wasserstein = Terms(lambda s: -s, lambda s: s, lambda s: -s)

# Per divergence: f' at u = p/q (derived by hand from f), f* of t (table 6 of the f-GAN paper, or solved by hand).
DIVERGENCES = {
    # f = u log u
    "kl": (lambda u: log(u) + 1, lambda t: exp(t - 1)),
    # f = -log u
    "reverse-kl": (lambda u: -1 / u, lambda t: -1 - log(-t)),
    # f = (u - 1)^2
    "pearson-chi-square": (lambda u: 2 * (u - 1), lambda t: t**2 / 4 + t),
    # f = (1 - u)^2 / u
    "neyman-chi-square": (lambda u: 1 - 1 / u**2, lambda t: 2 - 2 * sqrt(1 - t)),
    # f = (sqrt u - 1)^2
    "squared-hellinger": (lambda u: (sqrt(u) - 1) / sqrt(u), lambda t: t / (1 - t)),
    # f = (u log u - (u + 1) log((u + 1)/2)) / 2; the table has twice this, so f*(t) = table(2 t) / 2
    "jensen-shannon": (lambda u: log(2 * u / (u + 1)) / 2, lambda t: -log(2 - exp(2 * t)) / 2),
    # f = u log u - (u + 1) log(u + 1)
    "gan-divergence": (lambda u: log(u / (u + 1)), lambda t: -log(1 - exp(t))),
}


def density_ratio(name, alternative=False):
    derivative, conjugate = DIVERGENCES[name]
    return f_divergence(lambda s: derivative(exp(s)), conjugate, alternative)


def jeffrey(alternative=False):
    # f = (u - 1) log u; no closed conjugate in T, so u T - f(u) at the u = e^s that attains T
    derivative = lambda u: log(u) + 1 - 1 / u
    real = lambda s: -derivative(exp(s))
    fake = lambda s: exp(s) * derivative(exp(s)) - (exp(s) - 1) * log(exp(s))
    return Terms(real, fake, real if alternative else lambda s: -fake(s))


def alpha_conjugate(a):
    def conjugate(t):
        base = max(mpf(0), (a - 1) * t + 1)
        return (base ** (a / (a - 1)) - 1) / a

    return conjugate


def alpha_divergence(a, alternative=False):
    a = mpf(a)
    return f_divergence(lambda s: (exp(s) ** (a - 1) - 1) / (a - 1), alpha_conjugate(a), alternative)


def alpha_nowozin(a, alternative=False):
    a = mpf(a)
    activation = (lambda s: s) if a > 1 else (lambda s: 1 / (1 - a) - log(1 + exp(-s)))
    return f_divergence(activation, alpha_conjugate(a), alternative)


ACTIVATIONS = {
    "kl": lambda v: v,
    "reverse-kl": lambda v: -exp(-v),
    "pearson-chi-square": lambda v: v,
    "neyman-chi-square": lambda v: 1 - exp(-v),
    "squared-hellinger": lambda v: 1 - exp(-v),
    "jensen-shannon": lambda v: (log(2) - log(1 + exp(-v))) / 2,
    "gan-divergence": lambda v: -log(1 + exp(-v)),
}


def nowozin(name, alternative=False):
    return f_divergence(ACTIVATIONS[name], DIVERGENCES[name][1], alternative)


def total_variation(alternative=False):
    return f_divergence(lambda v: tanh(v) / 2, lambda t: t, alternative)


UNPAIRED = {
    "minimax": minimax,
    "non-saturating": non_saturating,
    "label-smoothing": cross_entropy(lambda s: -log(sigmoid(s)), "0.8"),
    "boundary-seeking": cross_entropy(lambda s: (log(sigmoid(s)) - log(1 - sigmoid(s))) ** 2 / 2),
    "least-squares": least_squares(mpf("-0.5"), mpf("1.25"), mpf("0.75")),
    "least-squares-0-1": least_squares(0, 1, 1),
    "least-squares-pearson": least_squares(-1, 1, 0),
    "hinge": hinge,
    "wasserstein": wasserstein,
    "energy-difference": wasserstein,
    "wgan-div": wasserstein,
    "gan-qp": wasserstein,
    "energy-margin": margin("1.5", softplus_energy),
    "scaled": Scaled(non_saturating, "0.5", 3),
    "f-divergence": nowozin("kl", alternative=True),
    "kl": density_ratio("kl"),
    "reverse-kl": density_ratio("reverse-kl"),
    "pearson-chi-square": density_ratio("pearson-chi-square"),
    "neyman-chi-square": density_ratio("neyman-chi-square"),
    "squared-hellinger": density_ratio("squared-hellinger"),
    "jensen-shannon": density_ratio("jensen-shannon"),
    "gan-divergence": density_ratio("gan-divergence"),
    "jeffrey": jeffrey(),
    "alpha-divergence": alpha_divergence("0.7"),
    "total-variation": total_variation(),
    "relativistic-average": Average(non_saturating),
    # Other settings of the same records.
    "relativistic-average hinge": Average(hinge),
    "relativistic-average least-squares": Average(least_squares(-1, 1, 0)),
    "alpha 0.7": alpha_divergence("0.7"),
    "alpha -1.5": alpha_divergence("-1.5"),
    "alpha 2.5": alpha_divergence("2.5"),
    "jeffrey alternative": jeffrey(alternative=True),
    "total-variation alternative": total_variation(alternative=True),
}
for name in DIVERGENCES:
    UNPAIRED[name + " alternative"] = density_ratio(name, alternative=True)
    UNPAIRED[name + " nowozin"] = nowozin(name)
    UNPAIRED[name + " nowozin alternative"] = nowozin(name, alternative=True)
for a in ["0.7", "-1.5", "2.5"]:
    UNPAIRED[f"alpha {a} alternative"] = alpha_divergence(a, alternative=True)
    UNPAIRED[f"alpha {a} nowozin"] = alpha_nowozin(a)
    UNPAIRED[f"alpha {a} nowozin alternative"] = alpha_nowozin(a, alternative=True)

PAIRED = {
    "relativistic": Paired(non_saturating),
    "relativistic hinge": Paired(hinge),
    "relativistic least-squares": Paired(least_squares(mpf("-0.5"), mpf("1.25"), mpf("0.75"))),
    "relativistic kl": Paired(density_ratio("kl")),
}


def rows(losses, sets):
    for name, loss in losses.items():
        for reals, fakes in sets:
            d, g = loss.values([mpf(str(s)) for s in reals], [mpf(str(s)) for s in fakes])
            numbers = [" ".join(map(str, reals)), " ".join(map(str, fakes)), nstr(d, 30), nstr(g, 30)]
            print(",".join([name] + numbers))


print("loss,real scores,fake scores,loss of the discriminator,loss of the generator")
rows(UNPAIRED, [SMALL, LARGE])
rows(PAIRED, [SMALL_PAIRS, LARGE_PAIRS])
rows({"energy-margin identity": margin(2, lambda s: -s)}, [ERRORS, ([-0.75], [-1.25, -0.0625, -3])])
