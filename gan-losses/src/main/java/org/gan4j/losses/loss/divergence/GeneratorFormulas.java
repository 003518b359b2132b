package org.gan4j.losses.loss.divergence;

/**
 * Formulas of what a generator minimises while the discriminator is at T = f'(p/q), in the densities p of the data and
 * q of the generator: the value V(q), and F(q), the functional whose gradient it follows while T does not move.
 *
 * @param saturating V(q) of a generator that minimises -E_q f*(T)
 * @param saturatingFollowed F(q) of that generator: always D_f(p||q) - f(1)
 * @param alternative V(q) of a generator that minimises -E_q T
 * @param alternativeFollowed F(q) of that generator
 */
public record GeneratorFormulas(
        String saturating, String saturatingFollowed, String alternative, String alternativeFollowed) {
    /** What holds for every f. */
    public static final GeneratorFormulas GENERAL = new GeneratorFormulas(
            "sum q f(p/q) - sum p f'(p/q)",
            "sum q f(p/q) - f(1)",
            "-sum q f'(p/q)",
            "sum p h(q/p) with h'(t) = -f'(1/t), h(1) = 0");
}
