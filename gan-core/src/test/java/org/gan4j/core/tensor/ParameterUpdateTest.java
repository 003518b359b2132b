package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.Test;

class ParameterUpdateTest {
    private static final String UPDATED = "this [2] tensor was updated in place after it was recorded;"
            + " compute it again from the updated parameters, or take a persistent() copy before the update";

    private final Tensor p = Tensor.of(Shape.of(2), 1.0, -2.0).persistent();
    private final Tensor g = Tensor.of(Shape.of(2), 0.5, 3.0);

    @Test
    void anUpdateIsSeenByTheTensorItselfAndRefusedByItsViews() {
        Tensor detached = p.detach();
        Tensor view = p.reshape(2, 1);
        Tensor leaf = p.tracked();
        Tensor copy = p.persistent();
        ParameterUpdate.descent(p, g, 0.1);
        assertThat(p.toDoubles()).containsExactly(new double[] {0.95, -2.3}, within(1e-15));
        assertThatThrownBy(detached::toDoubles)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(UPDATED);
        assertThatThrownBy(() -> detached.detach().plus(1)).hasMessage(UPDATED);
        assertThatThrownBy(() -> view.reshape(2).sum()).hasMessage(UPDATED);
        assertThatThrownBy(leaf::exp).hasMessage(UPDATED);
        assertThat(copy.toDoubles()).containsExactly(1, -2);
        assertThat(p.detach().toDoubles()).isEqualTo(p.toDoubles());
    }

    @Test
    void aRecordMadeBeforeAnUpdateRefusesToBeFollowed() {
        Tensor leaf = p.tracked();
        Tensor loss = leaf.square().sum();
        Tensor x = g.tracked();
        Tensor product = x.times(p).sum();
        Tensor linear = leaf.plus(1).sum();
        ParameterUpdate.descent(p, g, 0.1);
        assertThatThrownBy(() -> Gradients.of(loss, List.of(leaf))).hasMessage(UPDATED);
        assertThatThrownBy(() -> Gradients.of(product, List.of(x))).hasMessage(UPDATED);
        assertThat(Gradients.of(linear, List.of(leaf)).get(0).toDoubles()).containsOnly(1);
    }

    @Test
    void momentumAndAssignment() {
        Tensor velocity = Tensor.of(Shape.of(2), 0.2, 0.0).persistent();
        ParameterUpdate.momentum(p, g, velocity, new ParameterUpdate.Momentum(0.1, 0.5, false));
        assertThat(velocity.toDoubles()).containsExactly(new double[] {0.05, -0.3}, within(1e-15));
        assertThat(p.toDoubles()).containsExactly(new double[] {1.05, -2.3}, within(1e-15));
        ParameterUpdate.momentum(p, g, velocity, new ParameterUpdate.Momentum(0.1, 0.5, true));
        assertThat(velocity.toDoubles()).containsExactly(new double[] {-0.025, -0.45}, within(1e-15));
        assertThat(p.toDoubles()).containsExactly(new double[] {0.9875, -2.825}, within(1e-15));
        ParameterUpdate.assign(p, g.times(2));
        assertThat(p.toDoubles()).containsExactly(1, 6);
    }

    @Test
    void rmsprop() {
        Tensor square = Tensor.of(Shape.of(2), 0.0, 1.0).persistent();
        Tensor mean = Tensor.of(Shape.of(2), 0.0, 0.0).persistent();
        ParameterUpdate.rmsprop(p, g, List.of(square), new ParameterUpdate.Rmsprop(0.1, 0.5, 0.25, true));
        assertThat(square.toDoubles()).containsExactly(0.125, 5);
        assertThat(p.toDoubles())
                .containsExactly(new double[] {1 - 0.05 / Math.sqrt(0.375), -2 - 0.3 / Math.sqrt(5.25)}, within(1e-15));
        ParameterUpdate.assign(p, Tensor.zeros(DType.FLOAT64, Shape.of(2)));
        ParameterUpdate.rmsprop(p, g, List.of(square, mean), new ParameterUpdate.Rmsprop(0.1, 0.5, 0.25, false));
        assertThat(mean.toDoubles()).containsExactly(0.25, 1.5);
        assertThat(p.toDoubles())
                .containsExactly(
                        new double[] {-0.05 / (Math.sqrt(0.1875 - 0.0625) + 0.25), -0.3 / (Math.sqrt(7 - 2.25) + 0.25)},
                        within(1e-15));
    }

    @Test
    void adam() {
        Tensor m = Tensor.of(Shape.of(2), 0.0, 1.0).persistent();
        Tensor v = Tensor.of(Shape.of(2), 0.0, 1.0).persistent();
        Tensor w = Tensor.of(Shape.of(2), 100.0, 0.0).persistent();
        ParameterUpdate.Adam settings = new ParameterUpdate.Adam(0.5, 0.75, 0.1, 2, 0.5, 0.25);
        ParameterUpdate.adam(p, g, List.of(m, v), settings);
        assertThat(m.toDoubles()).containsExactly(0.25, 2);
        assertThat(v.toDoubles()).containsExactly(0.0625, 3);
        assertThat(p.toDoubles())
                .containsExactly(
                        new double[] {1 - 0.025 / (Math.sqrt(0.625) + 0.25), -2 - 0.2 / (Math.sqrt(6.5) + 0.25)},
                        within(1e-15));
        ParameterUpdate.assign(p, Tensor.zeros(DType.FLOAT64, Shape.of(2)));
        ParameterUpdate.adam(p, g, List.of(m, v, w), settings);
        assertThat(w.at(0)).isEqualTo(100);
        assertThat(w.at(1)).isEqualTo(4.5);
        assertThat(p.at(0)).isEqualTo(-0.0375 / (Math.sqrt(200.5) + 0.25), within(1e-15));
    }

    @Test
    void onlyPersistentTensorsOfTheSameShapeAndTypeAreWritten() {
        assertThatThrownBy(() -> ParameterUpdate.descent(g, g, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("descent writes persistent tensors only, and this [2] tensor is not one, or is a view of"
                        + " one; make it with persistent()");
        assertThatThrownBy(() -> ParameterUpdate.assign(p.tracked(), g)).hasMessageContaining("is a view of one");
        assertThatThrownBy(() -> ParameterUpdate.assign(p, Tensor.zeros(DType.FLOAT64, Shape.of(3))))
                .hasMessage("assign cannot update shape [2] from shape [3]");
        assertThatThrownBy(() -> ParameterUpdate.assign(p, g.to(DType.FLOAT32)))
                .hasMessageContaining("assign cannot mix FLOAT64 [2] and FLOAT32 [2]");
        assertThatThrownBy(() -> ParameterUpdate.adam(p, g, List.of(p), new ParameterUpdate.Adam(0, 0, 0, 0, 0, 0)))
                .hasMessage("adam takes 2 or 3 moments, not 1");
    }
}
