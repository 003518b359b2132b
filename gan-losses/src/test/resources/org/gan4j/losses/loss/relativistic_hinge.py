"""The best scores of the relativistic hinge losses on one world, as linear programmes; needs scipy.

max(0, x) is the least xi with xi >= x and xi >= 0. One score is fixed, since only differences count. Each value is
printed beside that of the dual programme, which certifies it.
"""
import numpy as np
from scipy.optimize import linprog

p = np.array([0.5, 0.2, 0.3])
q = np.array([0.15, 0.45, 0.4])
n = len(p)


def solve(name, cost, rows):
    a, b = np.array([row for row, _ in rows]), np.array([bound for _, bound in rows])
    bounds = [(0, 0)] + [(None, None)] * (n - 1) + [(0, None)] * (len(cost) - n)
    result = linprog(cost, A_ub=a, b_ub=b, bounds=bounds, method="highs")
    print(name, result.x[:n], result.fun, "dual", b @ result.ineqlin.marginals)


def pairs():
    # 2 sum p_i q_j max(0, 1 - (s_i - s_j))
    cost = np.concatenate([np.zeros(n), 2 * np.outer(p, q).ravel()])
    rows = []
    for i in range(n):
        for j in range(n):
            row = np.zeros(len(cost))
            row[i] -= 1
            row[j] += 1
            row[n + i * n + j] = -1
            rows.append((row, -1))
    solve("relativistic", cost, rows)


def means():
    # sum p_i max(0, 1 - (s_i - q.s)) + sum q_i max(0, 1 + (s_i - p.s))
    cost = np.concatenate([np.zeros(n), p, q])
    rows = []
    for i in range(n):
        real, fake = np.zeros(len(cost)), np.zeros(len(cost))
        real[:n] += q
        real[i] -= 1
        real[n + i] = -1
        fake[:n] -= p
        fake[i] += 1
        fake[2 * n + i] = -1
        rows += [(real, -1), (fake, -1)]
    solve("relativistic-average", cost, rows)


pairs()
means()
