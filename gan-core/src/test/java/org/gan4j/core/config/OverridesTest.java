package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private final ConfigurationReader reader = Toy.reader();

    private Toy.Run with(String text, String... overrides) {
        return reader.parse(text, "run.yaml", List.of(overrides), Toy.Run.class).value();
    }

    @Test
    void replaceValuesAtAnyDepth() {
        Toy.Run run = with(
                Toy.VALID,
                "seed=11",
                "loss=minimax",
                "optimizers.discriminator.rate=1E-2",
                "scheme.turns.1.players=[generator, critic]",
                "note=",
                "grid.0=0.25");
        assertThat(run.seed()).isEqualTo(11);
        assertThat(run.loss()).isEqualTo(new Toy.Minimax());
        assertThat(run.optimizers())
                .containsEntry(
                        "discriminator", new Toy.Adam(new Toy.Constant(0.01), 0.5, 0.999, Toy.Placement.EPSILON_HAT));
        assertThat(run.scheme().turns().get(1)).isEqualTo(new Toy.Turn(List.of("generator", "critic"), 1));
        assertThat(run.note()).isEmpty();
        assertThat(run.grid()).containsExactly(0.25, 0.001, 5.0);
    }

    @Test
    void openABareName() {
        Toy.Run run = with(Toy.VALID, "optimizers.generator.beta1=0.25", "scheme.extra.margin=3");
        assertThat(run.optimizers())
                .containsEntry("generator", new Toy.Adam(new Toy.Constant(2e-4), 0.25, 0.999, Toy.Placement.OUTSIDE));
        assertThat(run.scheme().extra()).contains(new Toy.Hinge(3));
    }

    @Test
    void changeDefaultsThatTheTextLeavesOut() {
        Toy.Run run = with("{loss: minimax, optimizers: {}, seed: 1}", "scheme.turns.0.times=5", "steps=1e4");
        assertThat(run.scheme().turns())
                .containsExactly(new Toy.Turn(List.of("discriminator"), 5), new Toy.Turn(List.of("generator"), 1));
        assertThat(run.steps()).isEqualTo(10_000);
    }

    @Test
    void giveWhatTheTextMisses() {
        assertThat(with("loss: minimax", "optimizers.g={type: sgd, rate: 0.1}", "seed=3")
                        .optimizers())
                .containsEntry("g", new Toy.Sgd(new Toy.Constant(0.1), 0, false));
    }
}
