package org.gan4j.core.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestRowsTest {
    /** Five copies of each of four rows: row i is equal to i + 4, i + 8, ... */
    private static Tensor copies(int dimension) {
        Tensor four = RandomStream.of(2).normal(Shape.of(4, dimension), 1_000, 1);
        return Tensor.concatenate(0, four, four, four, four, four);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void aRowIsLeftOutByItsNumberAmongItsCopies(int dimension) {
        Tensor rows = copies(dimension);

        NearestRows two = NearestRows.of(SquaredDistances.to(rows), rows, 3).others();
        NearestRows four = NearestRows.of(SquaredDistances.to(rows), rows, 5).others();

        assertThat(two.k()).isEqualTo(2);
        assertThat(four.k()).isEqualTo(4);
        for (int i = 0; i < 20; i++) {
            int[] expected = new int[4];
            int filled = 0;
            for (int copy = i % 4; copy < 20; copy += 4) {
                if (copy != i) {
                    expected[filled++] = copy;
                }
            }
            assertThat(Arrays.copyOfRange(four.rows(), 4 * i, 4 * i + 4)).isEqualTo(expected);
            // Of rows 8, 12, ... the search for three finds only earlier copies: the last of these is one too many.
            assertThat(Arrays.copyOfRange(two.rows(), 2 * i, 2 * i + 2)).isEqualTo(Arrays.copyOf(expected, 2));
        }
        assertThat(two.squaredDistances()).containsOnly(0);
        assertThat(four.squaredDistances()).containsOnly(0);
    }

    @Test
    void theFirstOfMoreAreTheSameAsFewer() {
        Tensor rows = RandomStream.of(3).normal(Shape.of(200, 17), 0, 1);
        Tensor points = RandomStream.of(4).normal(Shape.of(30, 17), 0, 1);
        NearestRows nine = NearestRows.of(SquaredDistances.to(rows), points, 9);
        for (int k = 1; k <= 9; k++) {
            NearestRows fewer = NearestRows.of(SquaredDistances.to(rows), points, k);
            assertThat(nine.first(k).rows()).isEqualTo(fewer.rows());
            assertThat(nine.first(k).squaredDistances()).isEqualTo(fewer.squaredDistances());
        }
        assertThat(nine.distances()[5]).isEqualTo(Math.sqrt(nine.squaredDistances()[5]));
        assertThatThrownBy(() -> nine.first(10)).hasMessage("1 to 9 rows of each are known, but 10 were asked");
        assertThatThrownBy(() -> nine.first(1).others()).hasMessageContaining("ask for 2 or more");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void whoeverAsksMayEndTheSearchBeforeABlock(int dimension) {
        Tensor rows = RandomStream.of(3).normal(Shape.of(5_000, dimension), 0, 1);
        Tensor points = RandomStream.of(4).normal(Shape.of(2_000, dimension), 0, 1);
        AtomicInteger blocks = new AtomicInteger();

        NearestRows.of(SquaredDistances.to(rows), points, 2, blocks::incrementAndGet);

        assertThat(blocks).hasValue(3); // of 838 points
        assertThatThrownBy(() -> NearestRows.of(SquaredDistances.to(rows), points, 2, () -> {
                    if (blocks.incrementAndGet() == 5) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");
        assertThat(blocks).hasValue(5);
    }
}
