package org.gan4j.core.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.core.io.EntryLock;
import org.gan4j.core.io.FileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArrayCacheTest {
    @TempDir
    private Path directory;

    private static SortedMap<String, NpyArray> arrays(float... values) {
        SortedMap<String, NpyArray> arrays = new TreeMap<>();
        arrays.put("a", NpyArray.of(new int[] {values.length}, values));
        return arrays;
    }

    private static void patient() {}

    private static float[] values(ArrayCache.Kept kept) {
        return Objects.requireNonNull(kept.arrays().get("a")).toFloats();
    }

    @Test
    void computesOnce() {
        ArrayCache cache = new ArrayCache(directory.resolve("new/er"));
        AtomicInteger computed = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            ArrayCache.Kept kept = cache.get(
                    "entry",
                    found -> found.containsKey("a"),
                    () -> {
                        computed.incrementAndGet();
                        return arrays(1, 2);
                    },
                    ArrayCacheTest::patient);
            assertThat(values(kept)).containsExactly(1, 2);
            assertThat(kept.warning()).isEmpty();
        }
        assertThat(computed).hasValue(1);
    }

    @Test
    void whatDoesNotFitIsReplaced() throws IOException {
        ArrayCache cache = new ArrayCache(directory);
        cache.get("entry", found -> true, () -> arrays(1), ArrayCacheTest::patient);
        assertThat(values(cache.get(
                        "entry",
                        found -> Objects.requireNonNull(found.get("a")).shape()[0] == 2,
                        () -> arrays(3, 4),
                        ArrayCacheTest::patient)))
                .containsExactly(3, 4);
        Files.write(directory.resolve("entry.npz"), new byte[] {1, 2, 3});
        assertThat(values(cache.get("entry", found -> true, () -> arrays(5), ArrayCacheTest::patient)))
                .containsExactly(5);
        assertThat(values(cache.get("entry", found -> true, () -> arrays(6), ArrayCacheTest::patient)))
                .containsExactly(5);
    }

    @Test
    void aPlaceThatCannotBeWrittenCostsAWarning() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        ArrayCache.Kept kept =
                new ArrayCache(file.resolve("below")).get("e", found -> true, () -> arrays(7), ArrayCacheTest::patient);
        assertThat(values(kept)).containsExactly(7);
        assertThat(kept.warning()).isPresent();
    }

    /** Of threads that want one entry, one computes it. */
    @Test
    void oneComputesAndTheOthersWait() throws InterruptedException {
        ArrayCache cache = new ArrayCache(directory);
        AtomicInteger computed = new AtomicInteger();
        AtomicInteger right = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                await(start);
                float[] found = values(cache.get(
                        "entry",
                        any -> true,
                        () -> {
                            pause(150);
                            return arrays(computed.incrementAndGet());
                        },
                        ArrayCacheTest::patient));
                right.addAndGet(found[0] == 1 ? 1 : 0);
            });
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(computed).hasValue(1);
        assertThat(right).hasValue(4);
    }

    @Test
    void waitingCanBeEnded() {
        ArrayCache cache = new ArrayCache(directory);
        try (EntryLock held = EntryLock.waitFor(directory.resolve("entry.npz"), ArrayCacheTest::patient)) {
            assertThatThrownBy(() -> cache.get("entry", found -> true, () -> arrays(1), () -> {
                        throw new IllegalStateException("stopped");
                    }))
                    .hasMessage("stopped");
        }
        assertThat(values(cache.get("entry", found -> true, () -> arrays(2), ArrayCacheTest::patient)))
                .containsExactly(2);
    }

    /** A process that is killed while it computes leaves nothing that another would take for the entry, and no lock. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL")
    void aKilledProcessLeavesNothing() throws IOException, InterruptedException {
        Path computing = directory.resolve("computing");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        while (process.isAlive() && !Files.exists(computing)) {
            pause(5);
        }
        AtomicInteger waited = new AtomicInteger();
        ArrayCache cache = new ArrayCache(directory);
        ArrayCache.Kept kept = cache.get("entry", found -> true, () -> arrays(8), () -> {
            if (waited.incrementAndGet() == 3) {
                process.destroyForcibly();
            }
        });
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(directory.resolve("log"))).isEmpty();
        assertThat(waited.get()).isGreaterThanOrEqualTo(3);
        assertThat(values(kept)).containsExactly(8);
        assertThat(kept.warning()).isEmpty();
    }

    /** A program that computes an entry for as long as it is let. */
    static final class Slow {
        private Slow() {}

        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[0]);
            new ArrayCache(directory)
                    .get(
                            "entry",
                            found -> true,
                            () -> {
                                new FileStore().writeText(directory.resolve("computing"), "");
                                pause(60_000);
                                return arrays(9);
                            },
                            ArrayCacheTest::patient);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
