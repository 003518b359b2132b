package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {
    private final ConfigurationReader reader = Toy.reader();

    private Configuration<Toy.Run> parse(String text, String... overrides) {
        return reader.parse(text, "run.yaml", List.of(overrides), Toy.Run.class);
    }

    @Test
    void bindsOneOfEverything() {
        Toy.Run run = parse(Toy.VALID).value();
        assertThat(run.loss()).isEqualTo(new Toy.Hinge(2));
        assertThat(run.optimizers().get("discriminator"))
                .isEqualTo(new Toy.Adam(new Toy.Constant(0.001), 0.5, 0.999, Toy.Placement.EPSILON_HAT));
        assertThat(run.optimizers().get("generator")).isEqualTo(Toy.Adam.GAN_DEFAULTS);
        assertThat(run.seed()).isEqualTo(7);
        assertThat(run.steps()).isEqualTo(100);
        assertThat(run.scheme().turns())
                .containsExactly(new Toy.Turn(List.of("discriminator"), 3), new Toy.Turn(List.of("generator"), 1));
        assertThat(run.scheme().extra()).contains(new Toy.Hinge(1));
        assertThat(run.grid()).containsExactly(0.1, 0.001, 5.0);
        assertThat(run.note()).contains("1e-3");
        assertThat(run.penalties()).containsExactly(new Toy.Minimax(), new Toy.Scaled(new Toy.Hinge(1), 0.5, 1));
    }

    @Test
    void resolvedTextIsAFixedPoint() {
        Configuration<Toy.Run> first = parse(Toy.VALID);
        Configuration<Toy.Run> second = parse(first.yaml());
        assertThat(second).isEqualTo(first);
        assertThat(reader.parse(first.json(), "run.json", List.of(), Toy.Run.class))
                .isEqualTo(first);
        assertThat(first.yaml()).isEqualTo("""
                        loss:
                          type: hinge
                          margin: 2.0
                        optimizers:
                          discriminator:
                            type: adam
                            rate: 0.001
                            beta1: 0.5
                            beta2: 0.999
                            placement: epsilon-hat
                          generator:
                            type: adam
                            rate: 0.0002
                            beta1: 0.5
                            beta2: 0.999
                            placement: outside
                        seed: 7
                        steps: 100
                        scheme:
                          turns:
                            - players: [discriminator]
                              times: 3
                            - players: [generator]
                              times: 1
                          extra:
                            type: hinge
                            margin: 1.0
                        grid: [0.1, 0.001, 5.0]
                        note: "1e-3"
                        penalties:
                          - minimax
                          - type: scaled
                            loss:
                              type: hinge
                              margin: 1.0
                            discriminator: 0.5
                            generator: 1.0
                        """);
    }

    @Test
    void anEmptyOptionalIsWrittenAsNull() {
        Configuration<Toy.Run> run = parse("{loss: minimax, optimizers: {}, seed: 1}");
        assertThat(run.value().note()).isEqualTo(Optional.empty());
        assertThat(run.yaml()).contains("note: null\n", "optimizers: {}\n", "grid: []\n");
        assertThat(parse(run.yaml())).isEqualTo(run);
    }
}
