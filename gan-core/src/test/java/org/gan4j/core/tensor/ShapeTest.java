package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void countsAxesFromBothEnds() {
        Shape shape = Shape.of(2, 3, 5);
        assertThat(shape.dim(0)).isEqualTo(2);
        assertThat(shape.dim(-1)).isEqualTo(5);
        assertThat(shape.dim(-3)).isEqualTo(2);
        assertThat(shape.rank()).isEqualTo(3);
        assertThat(shape.size()).isEqualTo(30);
        assertThat(shape).hasToString("[2, 3, 5]").isEqualTo(Shape.of(2, 3, 5)).isNotEqualTo(Shape.of(3, 2, 5));
        assertThat(shape.hashCode()).isEqualTo(Shape.of(2, 3, 5).hashCode());
        assertThat(Shape.of()).isEqualTo(Shape.SCALAR).hasToString("[]");
        assertThat(Shape.SCALAR.size()).isEqualTo(1);
    }

    @Test
    void isNotChangedThroughItsArrays() {
        int[] dims = {2, 3};
        Shape shape = Shape.of(dims);
        dims[0] = 9;
        shape.dims()[1] = 9;
        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void refusesWhatIsNoShape() {
        assertThatThrownBy(() -> Shape.of(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A dimension must be at least 1, but shape [2, 0] has a dimension 0");
        assertThatThrownBy(() -> Shape.of(65_536, 65_536)).hasMessageContaining("more than 2147483647 elements");
        assertThatThrownBy(() -> Shape.of(2, 3).dim(2))
                .hasMessage("Shape [2, 3] has no axis 2; its axes are 0 to 1, or negative from the end");
        assertThatThrownBy(() -> Shape.of(2, 3).marked(1, -1))
                .hasMessage("Axis -1 is named twice in [1, -1] for shape [2, 3]");
    }
}
