package org.gan4j.core.kernel.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ParallelTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 15, 16, 17, 1000, 131_073})
    void aRangeIsCoveredOnce(int n) {
        AtomicIntegerArray times = new AtomicIntegerArray(n);
        Parallel.run(n, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                times.incrementAndGet(i);
            }
        });
        assertEachOnce(times);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64, 1001})
    void eachPieceIsDoneOnce(int count) {
        AtomicIntegerArray times = new AtomicIntegerArray(count);
        Parallel.pieces(count, times::incrementAndGet);
        assertEachOnce(times);
    }

    @Test
    void aSmallRangeStaysInOnePart() {
        List<String> parts = new ArrayList<>();
        Parallel.run(99, 100, (from, to) -> parts.add(from + " to " + to + " on " + Thread.currentThread()));
        assertThat(parts).containsExactly("0 to 99 on " + Thread.currentThread());
    }

    @Test
    void manyThreadsAtOnceGetTheirWorkDoneAndItsResultsSeen() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Long> task = () -> {
            long wrong = 0;
            for (int round = 0; round < 5_000; round++) {
                int[] plain = new int[2 + round % 9];
                int first = round;
                Parallel.pieces(plain.length, i -> plain[i] = first + i);
                for (int i = 0; i < plain.length; i++) {
                    wrong += plain[i] == first + i ? 0 : 1;
                }
            }
            return wrong;
        };
        List<Future<Long>> results = threads.invokeAll(List.of(task, task, task, task));
        threads.shutdown();
        for (Future<Long> result : results) {
            assertThat(result.get()).isZero();
        }
    }

    @Test
    void threadsThatHaveGoneToSleepAreWoken() throws Exception {
        for (int round = 0; round < 20; round++) {
            TimeUnit.MILLISECONDS.sleep(3);
            AtomicIntegerArray times = new AtomicIntegerArray(6);
            Parallel.pieces(6, times::incrementAndGet);
            assertEachOnce(times);
        }
    }

    @Test
    void piecesMayHavePiecesOfTheirOwn() {
        AtomicIntegerArray times = new AtomicIntegerArray(100);
        Parallel.pieces(10, i -> Parallel.pieces(10, j -> times.incrementAndGet(10 * i + j)));
        assertEachOnce(times);
    }

    @Test
    void whatAPieceThrowsIsThrownWhenAllHaveBeenDone() {
        AtomicIntegerArray times = new AtomicIntegerArray(16);
        assertThatThrownBy(() -> Parallel.pieces(16, i -> {
                    times.incrementAndGet(i);
                    if (i == 11) {
                        throw new IllegalArgumentException("piece 11");
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("piece 11");
        assertEachOnce(times);
        Parallel.pieces(16, times::incrementAndGet);
        assertThat(times.get(15)).isEqualTo(2);
    }

    private static void assertEachOnce(AtomicIntegerArray times) {
        for (int i = 0; i < times.length(); i++) {
            assertThat(times.get(i)).as("how often %d was done", i).isEqualTo(1);
        }
    }
}
