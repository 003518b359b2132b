package org.gan4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochBatchesTest {
    private static BatchSource batches(int rows, int batchSize, long seed) {
        return new TableDataset(rows).batches(batchSize, RandomStream.of(seed).split("batches"));
    }

    private static List<Integer> numbers(BatchSource source, long from, long to) {
        List<Integer> numbers = new ArrayList<>();
        for (long index = from; index < to; index++) {
            float[] values = source.batch(index).values().toFloats();
            for (int i = 0; i < values.length; i += 2) {
                assertThat(values[i + 1]).isEqualTo(-values[i]);
                numbers.add((int) values[i]);
            }
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"12, 4", "10, 4", "7, 7", "7, 3", "5, 1", "1, 1"})
    void everyRowOccursOnceInEveryEpochAlsoWhenBatchesDoNotDivideIt(int rows, int batchSize) {
        List<Integer> seen = numbers(batches(rows, batchSize, 3), 0, 5L * rows);
        for (int epoch = 0; epoch < 5; epoch++) {
            List<Integer> once = new ArrayList<>(seen.subList(epoch * rows, (epoch + 1) * rows));
            assertThat(once).doesNotHaveDuplicates().hasSize(rows).allMatch(row -> row >= 0 && row < rows);
        }
    }

    @Test
    void epochsAreShuffledAndDiffer() {
        List<Integer> seen = numbers(batches(50, 10, 3), 0, 10);
        assertThat(seen.subList(0, 50)).isNotEqualTo(seen.subList(50, 100)).isNotEqualTo(sorted(seen.subList(0, 50)));
    }

    private static List<Integer> sorted(List<Integer> numbers) {
        return numbers.stream().sorted().toList();
    }

    @Test
    void aBatchDependsOnSeedAndNumberOnly() {
        BatchSource forwards = batches(10, 4, 3);
        List<List<Integer>> expected = new ArrayList<>();
        for (int index = 0; index < 20; index++) {
            expected.add(numbers(forwards, index, index + 1));
        }
        BatchSource backwards = batches(10, 4, 3);
        for (int index = 19; index >= 0; index--) {
            assertThat(numbers(backwards, index, index + 1)).isEqualTo(expected.get(index));
            assertThat(numbers(batches(10, 4, 3), index, index + 1)).isEqualTo(expected.get(index));
        }
        assertThat(numbers(batches(10, 4, 4), 0, 20)).isNotEqualTo(numbers(batches(10, 4, 3), 0, 20));
    }

    @Test
    void farBatchesCanBeAskedFor() {
        assertThat(batches(10, 4, 3).batch(4_000_000_000L).size()).isEqualTo(4);
    }

    @Test
    void epochLengthNeedNotBeWhole() {
        assertThat(batches(10, 4, 3).batchesPerEpoch()).isEqualTo(2.5);
        assertThat(batches(10, 4, 3).batchSize()).isEqualTo(4);
    }

    @Test
    void aBatchLargerThanTheDataIsAUserError() {
        assertThatThrownBy(() -> batches(10, 11, 3))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessage(
                        "batchSize: a batch of 11 is larger than the training data: data set 'table' has 10 training"
                                + " rows. Choose a batch size of at least 1 and at most 10.");
        assertThatThrownBy(() -> batches(10, 0, 3))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "batchSize: a batch has at least 1 row, not 0. Choose a batch size of at least 1 and at most"
                                + " 10.");
    }

    @Test
    void batchesAreNumberedFromZero() {
        assertThatThrownBy(() -> batches(10, 4, 3).batch(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
