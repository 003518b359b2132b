#!/usr/bin/python3
"""The five cases of `gan bench` in PyTorch, as somebody who knows PyTorch would write them.

Install on Debian: apt-get install python3-torch libopenblas0-openmp. (Without the second, torch runs on a
BLAS without threads or kernels for the processor.)

Measures one case in one process and prints one JSON line:

    pytorch_peer.py --case a --seconds 2 --warm-up 1 [--threads 2] [--layout channels-last] [--data digits.npz]

OMP_WAIT_POLICY is read by the OpenMP library when the process starts, so it is for the caller to set. Where torch's own
number of threads is not what --threads says, that is an error: Debian's torch starts with one unless it is told.
"""

import argparse
import json
import math
import os
import resource
import sys
import time

try:
    import torch
except ImportError as missing:
    sys.exit(f"absent: {missing}. On Debian: apt-get install python3-torch libopenblas0-openmp")

LATENT, PIXELS, UNITS, PIECES = 100, 784, 240, 5


def count(parameters):
    return sum(p.numel() for p in parameters)


def digits(rows):
    """Images that stand in for MNIST: the time of a training step does not depend on what they show."""
    generator = torch.Generator().manual_seed(0)
    images = torch.rand(rows, PIXELS, generator=generator)
    return images * (torch.rand(rows, PIXELS, generator=generator) < 0.2)


class Batches:
    """Rows in a shuffled order, gathered in every step."""

    def __init__(self, images, size):
        self.images, self.size, self.order, self.next = images, size, torch.randperm(len(images)), 0

    def __call__(self):
        if self.next + self.size > len(self.order):
            self.order, self.next = torch.randperm(len(self.images)), 0
        rows = self.order[self.next : self.next + self.size]
        self.next += self.size
        return self.images.index_select(0, rows)


class Maxout(torch.nn.Module):
    """The pieces of a unit lie apart, which is the faster order for torch."""

    def __init__(self, inputs):
        super().__init__()
        self.linear = torch.nn.Linear(inputs, UNITS * PIECES)

    def forward(self, x):
        return self.linear(x).view(-1, PIECES, UNITS).amax(1)


class Goodfellow2014:
    """Case a: both players from one pass, gradients of each loss with respect to its own player only."""

    def __init__(self, _):
        nn = torch.nn
        self.g = nn.Sequential(
            nn.Linear(LATENT, 1200), nn.ReLU(), nn.Linear(1200, 1200), nn.ReLU(), nn.Linear(1200, PIXELS), nn.Sigmoid()
        )
        # dropout scales what it keeps, 1 / 0.8 and 1 / 0.5, as the paper's code does
        self.d = nn.Sequential(
            nn.Dropout(0.2), Maxout(PIXELS), nn.Dropout(0.5), Maxout(UNITS), nn.Dropout(0.5), nn.Linear(UNITS, 1)
        )
        with torch.no_grad():
            for p in self.g.parameters():
                p.uniform_(-0.05, 0.05) if p.dim() > 1 else p.zero_()
            for p in self.d.parameters():
                p.uniform_(-0.005, 0.005) if p.dim() > 1 else p.zero_()
        self.gs, self.ds = list(self.g.parameters()), list(self.d.parameters())
        self.update = torch.optim.SGD(self.gs + self.ds, lr=0.1, momentum=0.5, foreach=True)
        self.batches = Batches(digits(50_000), 100)

    def parameters(self):
        return {"d": count(self.ds), "g": count(self.gs)}

    def step(self):
        softplus = torch.nn.functional.softplus
        real = self.batches()
        fake = self.g(torch.empty(100, LATENT).uniform_(-math.sqrt(3), math.sqrt(3)))
        real_score, fake_score = self.d(real), self.d(fake)
        loss_d = 0.5 * (softplus(-real_score).mean() + softplus(fake_score).mean())
        loss_g = softplus(-fake_score).mean()
        # autograd.grad computes no gradient that is not asked for: not the generator's of the first loss, and not
        # those of the discriminator's weights of the second
        for p, gradient in zip(self.ds, torch.autograd.grad(loss_d, self.ds, retain_graph=True)):
            p.grad = gradient
        for p, gradient in zip(self.gs, torch.autograd.grad(loss_g, self.gs)):
            p.grad = gradient
        self.update.step()


def toy(outputs, activation):
    nn = torch.nn
    return nn.Sequential(
        nn.Linear(2, 128), activation(), nn.Linear(128, 128), activation(), nn.Linear(128, outputs)
    )


def slopes(network, parameters, loss):
    """Sets the gradients of one player; those of the other's weights are not computed."""
    for p, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
        p.grad = gradient


class Ring:
    """256 points near eight on a circle, drawn afresh."""

    def __init__(self):
        angles = torch.arange(8) * (2 * math.pi / 8)
        self.centres = torch.stack([angles.cos(), angles.sin()], 1)

    def __call__(self):
        return self.centres[torch.randint(8, (256,))] + 0.01 * torch.randn(256, 2)


class Toy:
    """Case b: discriminator, then generator, each with noise of its own."""

    def __init__(self, _):
        self.g, self.d = toy(2, torch.nn.ReLU), toy(1, lambda: torch.nn.LeakyReLU(0.2))
        self.gs, self.ds = list(self.g.parameters()), list(self.d.parameters())
        self.update_g = torch.optim.Adam(self.gs, lr=1e-3, betas=(0.5, 0.999), foreach=True)
        self.update_d = torch.optim.Adam(self.ds, lr=1e-3, betas=(0.5, 0.999), foreach=True)
        self.batches = Ring()

    def parameters(self):
        return {"d": count(self.ds), "g": count(self.gs)}

    def step(self):
        softplus = torch.nn.functional.softplus
        with torch.no_grad():
            fake = self.g(torch.randn(256, 2))
        loss = softplus(-self.d(self.batches())).mean() + softplus(self.d(fake)).mean()
        slopes(self.d, self.ds, loss)
        self.update_d.step()
        loss = softplus(-self.d(self.g(torch.randn(256, 2)))).mean()
        slopes(self.g, self.gs, loss)
        self.update_g.step()


class Critic(Toy):
    """Case c: one step of the critic, with the penalty on the norm of its slope between real and fake samples."""

    def __init__(self, variant):
        super().__init__(variant)
        self.update_d = torch.optim.Adam(self.ds, lr=1e-4, betas=(0, 0.9), foreach=True)

    def step(self):
        with torch.no_grad():
            fake = self.g(torch.randn(256, 2))
            real = self.batches()
            between = torch.lerp(fake, real, torch.rand(256, 1))
        between.requires_grad_(True)
        loss = self.d(fake).mean() - self.d(real).mean()
        slope = torch.autograd.grad(self.d(between).sum(), between, create_graph=True)[0]
        loss = loss + 10 * (slope.norm(dim=1) - 1).square().mean()
        slopes(self.d, self.ds, loss)
        self.update_d.step()


class Reshape(torch.nn.Module):
    def __init__(self, channels_last):
        super().__init__()
        self.channels_last = channels_last

    def forward(self, x):
        if self.channels_last:
            return x.view(-1, 7, 7, 128).permute(0, 3, 1, 2)
        return x.view(-1, 128, 7, 7)


class Dcgan:
    """Case d: the networks for 28 x 28 pixels; no biases, batch normalisation without scale and shift."""

    def __init__(self, variant):
        nn = torch.nn
        last = variant.layout == "channels-last"
        self.format = torch.channels_last if last else torch.contiguous_format

        def norm1(n):
            return nn.BatchNorm1d(n, affine=False)

        def norm2(n):
            return nn.BatchNorm2d(n, affine=False)

        leaky = lambda: nn.LeakyReLU(0.2, inplace=True)  # noqa: E731
        self.g = nn.Sequential(
            nn.Linear(LATENT, 1024, bias=False), norm1(1024), nn.ReLU(True),
            nn.Linear(1024, 7 * 7 * 128, bias=False), Reshape(last), norm2(128), nn.ReLU(True),
            nn.ConvTranspose2d(128, 64, 5, 2, 2, 1, bias=False), norm2(64), nn.ReLU(True),
            nn.ConvTranspose2d(64, 1, 5, 2, 2, 1, bias=False), nn.Sigmoid(),
        )
        self.d = nn.Sequential(
            nn.Conv2d(1, 64, 5, 2, 2, bias=False), leaky(),
            nn.Conv2d(64, 128, 5, 2, 2, bias=False), norm2(128), leaky(),
            nn.Flatten(), nn.Linear(7 * 7 * 128, 1024, bias=False), norm1(1024), leaky(),
            nn.Linear(1024, 1, bias=False),
        )
        if last:
            self.g, self.d = self.g.to(memory_format=self.format), self.d.to(memory_format=self.format)
        with torch.no_grad():
            for p in list(self.g.parameters()) + list(self.d.parameters()):
                p.normal_(0, 0.02)
        self.gs, self.ds = list(self.g.parameters()), list(self.d.parameters())
        self.update_g = torch.optim.Adam(self.gs, lr=2e-4, betas=(0.5, 0.999), foreach=True)
        self.update_d = torch.optim.Adam(self.ds, lr=2e-4, betas=(0.5, 0.999), foreach=True)
        self.batches = Batches(digits(50_000), 64)

    def parameters(self):
        return {"d": count(self.ds), "g": count(self.gs)}

    def latent(self):
        return torch.empty(64, LATENT).uniform_(-1, 1)

    def step(self):
        softplus = torch.nn.functional.softplus
        real = self.batches().view(64, 1, 28, 28).contiguous(memory_format=self.format)
        with torch.no_grad():
            fake = self.g(self.latent())
        loss = softplus(-self.d(real)).mean() + softplus(self.d(fake)).mean()
        slopes(self.d, self.ds, loss)
        self.update_d.step()
        loss = softplus(-self.d(self.g(self.latent()))).mean()
        slopes(self.g, self.gs, loss)
        self.update_g.step()


class Parzen:
    """Case e: the width with the best mean log density of the validation images scores the test images."""

    def __init__(self, variant):
        if variant.data:
            import numpy

            with numpy.load(variant.data) as arrays:
                centres, self.validation, self.test = (
                    torch.from_numpy(arrays[name].reshape(len(arrays[name]), -1).copy())
                    for name in ("centres", "validation", "test")
                )
        else:
            images = digits(21_000)
            centres, self.validation, self.test = images[:10_000], images[10_000:11_000], images[11_000:]
        self.rows = variant.rows
        # subtracting the mean keeps the three terms of the distance from cancelling
        self.mean = centres.mean(0)
        self.centres = (centres - self.mean).contiguous()
        self.norms = self.centres.square().sum(1)
        self.widths = [10 ** (-1 + i / 9) for i in range(10)]
        self.value = None

    def parameters(self):
        return {}

    def log_density(self, points, widths):
        """[widths, points]; log mean exp(-|x - c|^2 / 2 s^2) - d log(s sqrt(2 pi))"""
        parts = []
        n, d = self.centres.shape
        for part in points.split(self.rows):
            part = part - self.mean
            squares = torch.addmm(self.norms, part, self.centres.t(), alpha=-2)
            squares += part.square().sum(1, keepdim=True)
            squares.clamp_(min=0)
            parts.append(torch.stack([
                torch.logsumexp(squares * (-0.5 / (s * s)), 1) - math.log(n) - d * math.log(s * math.sqrt(2 * math.pi))
                for s in widths
            ]))
        return torch.cat(parts, 1)

    @torch.no_grad()
    def step(self):
        means = self.log_density(self.validation, self.widths).mean(1)
        best = self.widths[int(means.argmax())]
        self.value = float(self.log_density(self.test, [best])[0].mean())


CASES = {"a": Goodfellow2014, "b": Toy, "c": Critic, "d": Dcgan, "e": Parzen}


def work(case, seconds):
    steps, start = 0, time.perf_counter()
    while True:
        case.step()
        steps += 1
        end = time.perf_counter()
        if end - start >= seconds:
            return steps, end - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", choices=sorted(CASES), required=True)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--warm-up", type=float, default=1)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--layout", choices=["contiguous", "channels-last"], default="contiguous")
    parser.add_argument("--rows", type=int, default=500, help="case e: points at a time")
    parser.add_argument("--data", help="case e: an npz file with centres, validation and test")
    variant = parser.parse_args()
    torch.set_num_threads(variant.threads)
    torch.manual_seed(1)
    if torch.get_num_threads() != variant.threads:
        sys.exit(f"torch has {torch.get_num_threads()} threads, not {variant.threads}: set OMP_NUM_THREADS")
    case = CASES[variant.case](variant)
    work(case, variant.warm_up)
    steps, seconds = work(case, variant.seconds)
    facts = {
        "version": torch.__version__,
        "threads": str(torch.get_num_threads()),
        "OMP_WAIT_POLICY": os.environ.get("OMP_WAIT_POLICY", "unset"),
        "vector instructions": torch.__config__.show().split("CPU capability usage: ")[1].split("\n")[0],
        "python": sys.version.split()[0],
    }
    blas = {os.path.realpath(line.split()[-1]) for line in open("/proc/self/maps") if "blas" in line and "/" in line}
    facts["BLAS"] = ", ".join(sorted(blas)) or "unknown"
    print(json.dumps({
        "name": variant.case,
        "steps": steps,
        "seconds": seconds,
        "parameters": case.parameters(),
        "value": getattr(case, "value", None),
        "peakResidentBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "facts": facts,
    }))


if __name__ == "__main__":
    main()
