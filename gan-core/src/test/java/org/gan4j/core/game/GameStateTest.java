package org.gan4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GameStateTest {
    @Test
    void commitWritesBuffersGameVariablesAndTheMemoryOfTheScheme() {
        GameState state = state();
        GameState shared = state.afterStep();
        state.commit(new TreeMap<>(
                Map.of("d/norm.mean", number(5), "extra/balance", number(6), "scheme/d.weight", number(7))));
        assertThat(shared.player("d").parameters().get("weight").item()).isEqualTo(1);
        assertThat(shared.player("d").buffers().get("norm.mean").item()).isEqualTo(5);
        assertThat(shared.extra().get("balance").item()).isEqualTo(6);
        assertThat(shared.scheme().get("d.weight").item()).isEqualTo(7);
    }

    @Test
    void commitRefusesWhatIsNotThere() {
        for (String name : new String[] {"d/norm.variance", "extra/k", "scheme/d.bias"}) {
            assertThatThrownBy(() -> state().commit(new TreeMap<>(Map.of(name, number(5)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name.substring(name.indexOf('/') + 1));
        }
        assertThatThrownBy(() -> state().commit(new TreeMap<>(Map.of("e/norm.mean", number(5)))))
                .hasMessage("no player 'e'; players are [d]");
    }

    private static GameState state() {
        PlayerState player = PlayerState.of(
                Parameters.empty().with("weight", number(1)), Buffers.empty().with("norm.mean", number(2)));
        return GameState.start(new TreeMap<>(Map.of("d", player)))
                .withExtra(Buffers.empty().with("balance", number(3)).persistent())
                .withScheme(Buffers.empty().with("d.weight", number(4)).persistent());
    }

    private static Tensor number(double value) {
        return Tensor.of(Shape.of(), value);
    }
}
