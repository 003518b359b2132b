package org.gan4j.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void blocksAreAlignedAndLargeEnoughAndNotMuchLarger() {
        for (DType dtype : DType.values()) {
            for (int elements : new int[] {1, 2, 15, 16, 17, 31, 33, 63, 65, 100, 127, 129, 1000, 120_000, 1_000_001}) {
                Block block = Memory.allocate(dtype, elements);
                assertThat(block.address() % 64).isZero();
                assertThat(block.capacity()).isBetween(elements, elements + Math.max(16, elements / 4 + 1));
                block.set(block.capacity() - 1, 3);
                assertThat(block.get(block.capacity() - 1)).isEqualTo(3);
                Memory.release(block);
            }
        }
    }

    @Test
    void reuseRaisesTheStamp() {
        Block block = Memory.allocate(DType.FLOAT32, 777_777);
        int stamp = block.stamp();
        Memory.release(block);
        assertThat(block.stamp()).isGreaterThan(stamp);
        Block again = Memory.allocate(DType.FLOAT32, 777_777);
        assertThat(again).isSameAs(block);
        assertThat(again.stamp()).isEqualTo(stamp + 1);
        Memory.release(again);
    }

    @Test
    void updatesRaiseTheVersion() {
        Block block = Memory.allocate(DType.FLOAT64, 3);
        int version = block.version();
        block.raiseVersion();
        assertThat(block.version()).isEqualTo(version + 1);
        Memory.release(block);
    }

    @Test
    void aSecondReleaseIsRefused() {
        Block block = Memory.allocate(DType.FLOAT32, 10);
        Memory.release(block);
        assertThatThrownBy(() -> Memory.release(block))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("released already");
    }

    @Test
    void sizesOutsideTheRangeOfABlockAreRefused() {
        assertThatThrownBy(() -> Memory.allocate(DType.FLOAT32, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A block holds at least 1 element, not 0");
        assertThatThrownBy(() -> Memory.allocate(DType.FLOAT64, Integer.MAX_VALUE))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessageStartingWith("A block holds at most ");
    }

    @Test
    void figuresFollowWhatIsHeldAndUsed() {
        long used = Memory.bytesInUse();
        Block block = Memory.allocate(DType.FLOAT64, 1 << 20);
        assertThat(Memory.bytesInUse() - used).isEqualTo(8L << 20);
        assertThat(Memory.bytesHeld()).isGreaterThanOrEqualTo(Memory.bytesInUse());
        Memory.release(block);
        assertThat(Memory.bytesInUse()).isEqualTo(used);
        Memory.trim();
        assertThat(Memory.bytesHeld()).isGreaterThanOrEqualTo(used);
    }

    @Test
    void aBlockGivenBackToTheSystemCannotBeRead() {
        Block block = Memory.allocate(DType.FLOAT32, 654_321);
        Memory.release(block);
        Memory.trim();
        assertThatThrownBy(() -> block.get(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after it was freed");
    }

    @Test
    void whatIsAttachedIsMadeOnceAndEndsWithTheMemory() {
        Block block = Memory.allocate(DType.FLOAT64, 432_109);
        Attachment made = block.attached(Attachment.class, Attachment::new);
        assertThat(made.block()).isSameAs(block);
        assertThat(block.attached(Attachment.class, Attachment::new)).isSameAs(made);
        assertThatThrownBy(() -> block.attached(String.class, Block::toString)).isInstanceOf(ClassCastException.class);
        Memory.release(block);
        Memory.trim();
        assertThatThrownBy(() -> block.attached(Attachment.class, Attachment::new))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after it was freed");
    }

    private record Attachment(Block block) {}

    @Test
    void bulkReadsAndWritesConvertBetweenTypes() {
        float[] floats = new float[5000];
        double[] doubles = new double[5000];
        Random random = new Random(9);
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = random.nextGaussian();
            floats[i] = (float) doubles[i];
        }
        Block single = Memory.allocate(DType.FLOAT32, 6000);
        single.write(1000, doubles, 0, 5000);
        float[] back = new float[5003];
        single.read(1000, back, 3, 5000);
        assertThat(back).startsWith(0f, 0f, 0f, floats[0]).endsWith(floats[4999]);
        Block twice = Memory.allocate(DType.FLOAT64, 6000);
        twice.write(7, floats, 0, 5000);
        double[] wide = new double[5000];
        twice.read(7, wide, 0, 5000);
        assertThat(wide[4321]).isEqualTo(floats[4321]);
        assertThatThrownBy(() -> twice.read(twice.capacity() - 1, wide, 0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        Memory.release(single);
        Memory.release(twice);
    }

    @Test
    void threadsNeverShareABlock() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> results = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int mark = thread;
            results.add(threads.submit(() -> clashes(mark)));
        }
        for (Future<Integer> result : results) {
            assertThat(result.get()).isZero();
        }
        threads.shutdown();
    }

    private static int clashes(int mark) {
        Random random = new Random(mark);
        List<Block> held = new ArrayList<>();
        int clashes = 0;
        for (int round = 0; round < 4000; round++) {
            Block block = Memory.allocate(DType.FLOAT32, 1 + random.nextInt(200));
            block.set(0, mark);
            held.add(block);
            if (held.size() > 8) {
                Block oldest = held.remove(random.nextInt(held.size()));
                clashes += oldest.get(0) == mark ? 0 : 1;
                Memory.release(oldest);
            }
        }
        held.forEach(Memory::release);
        return clashes;
    }
}
