package org.gan4j.core.random;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A named source of random numbers, as an immutable value: a seed and a path of names and steps.
 *
 * <p><b>The same stream draws the same numbers</b>, whatever was drawn before, in whatever order, on any thread and on
 * any machine. A generator's state does not exist, so a resumed run needs none.
 *
 * <p><b>Every draw names itself</b>: {@code random.split("latent").split(step).normal(shape)}. A second draw from one
 * stream returns the first numbers again, which is nearly always a mistake. Streams made by {@link #audited}, and all
 * streams when the system property {@value #AUDIT_PROPERTY} is {@code true}, refuse it; set the property where tests
 * run. Other streams remember nothing.
 *
 * <p>Keys and numbers come from Threefry-4x32-20, a counter-based generator: number i of a stream is a function of the
 * stream's key and i.
 */
public final class RandomStream {
    /** The system property that makes {@link #of} return audited streams. */
    public static final String AUDIT_PROPERTY = "gan4j.random.audit";

    private static final boolean AUDIT = Boolean.getBoolean(AUDIT_PROPERTY);
    private static final int SEED = 0x53000000;
    private static final int NAME = 0x4E000000;
    private static final int INDEX = 0x49000000;
    private static final int MAX_NAME_BYTES = 0xFFFFFF;

    private final int[] key;
    private final @Nullable RandomStream parent;
    private final String name;
    private final @Nullable DrawLedger ledger;

    private RandomStream(int[] key, @Nullable RandomStream parent, String name, @Nullable DrawLedger ledger) {
        this.key = key;
        this.parent = parent;
        this.name = name;
        this.ledger = ledger;
    }

    /** Returns the root stream of a seed. */
    public static RandomStream of(long seed) {
        return root(seed, AUDIT ? new DrawLedger() : null);
    }

    /**
     * Returns the root stream of a seed, whose descendants refuse to be drawn from twice with an IllegalStateException.
     * Streams of another root, even of the same seed, are counted apart.
     */
    public static RandomStream audited(long seed) {
        return root(seed, new DrawLedger());
    }

    private static RandomStream root(long seed, @Nullable DrawLedger ledger) {
        int[] key = Threefry.words(new int[4], (int) seed, (int) (seed >>> 32), 0, SEED);
        return new RandomStream(key, null, "seed " + seed, ledger);
    }

    /** Returns the stream of a name below this one. */
    public RandomStream split(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_NAME_BYTES) {
            throw new IllegalArgumentException(
                    "A stream's name has " + bytes.length + " bytes; at most " + MAX_NAME_BYTES + " are possible");
        }
        int[] next = key;
        int position = 0;
        do {
            int c0 = word(bytes, position);
            int c1 = word(bytes, position + 4);
            int c2 = word(bytes, position + 8);
            next = Threefry.words(next, c0, c1, c2, NAME | bytes.length);
            position += 12;
        } while (position < bytes.length);
        return new RandomStream(next, this, name, ledger);
    }

    /** Returns the stream of a number below this one: a step, a turn, an index. */
    public RandomStream split(long index) {
        int[] next = Threefry.words(key, (int) index, (int) (index >>> 32), 0, INDEX);
        return new RandomStream(next, this, Long.toString(index), ledger);
    }

    /**
     * Returns the same stream for drawing the same numbers again on purpose, as when two methods are compared on one
     * set of latents: draws already made do not count.
     */
    public RandomStream replay() {
        return ledger == null ? this : new RandomStream(key, parent, name, new DrawLedger());
    }

    /** Returns the seed and the names on the way here, as in "seed 7 / train / 12 / latent". */
    public String path() {
        return parent == null ? name : parent.path() + " / " + name;
    }

    /** Returns FLOAT32 numbers uniform on [low, high). */
    public Tensor uniform(Shape shape, double low, double high) {
        return uniform(DType.FLOAT32, shape, low, high);
    }

    /**
     * Returns numbers uniform on [low, high), in steps of (high - low) / 2^24, or / 2^53 for FLOAT64.
     *
     * @throws IllegalArgumentException if low and high are not finite or low is not below high
     */
    public Tensor uniform(DType type, Shape shape, double low, double high) {
        if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A uniform draw needs finite low < high, but low = " + low + " and high = " + high);
        }
        int[] own = draw();
        return type == DType.FLOAT32
                ? Tensor.filled(shape, Draws.uniform(own, (float) low, (float) high))
                : Tensor.of(shape, Draws.uniform(own, shape.size(), low, high));
    }

    /** Returns FLOAT32 numbers from the standard normal distribution. */
    public Tensor normal(Shape shape) {
        return normal(DType.FLOAT32, shape, 0, 1);
    }

    /** Returns FLOAT32 numbers from the normal distribution with the given mean and standard deviation. */
    public Tensor normal(Shape shape, double mean, double sd) {
        return normal(DType.FLOAT32, shape, mean, sd);
    }

    /**
     * Returns normal numbers; the tails reach 6.3 standard deviations, or 9.1 for FLOAT64.
     *
     * @throws IllegalArgumentException if the mean is not finite or sd is not a finite number of at least 0
     */
    public Tensor normal(DType type, Shape shape, double mean, double sd) {
        if (!(sd >= 0 && Math.abs(mean) + sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A normal draw needs a finite mean and sd >= 0, but mean = " + mean + " and sd = " + sd);
        }
        int[] own = draw();
        return type == DType.FLOAT32
                ? Tensor.filled(shape, Draws.normal(own, (float) mean, (float) sd))
                : Tensor.of(shape, Draws.normal(own, shape.size(), mean, sd));
    }

    /** Returns FLOAT32 numbers that are 1 with probability p, else 0. */
    public Tensor bernoulli(Shape shape, double p) {
        return bernoulli(DType.FLOAT32, shape, p);
    }

    /**
     * Returns numbers that are 1 with probability p, to 31 binary digits, else 0.
     *
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    public Tensor bernoulli(DType type, Shape shape, double p) {
        return mask(type, shape, p, 1);
    }

    /**
     * Returns numbers that are {@code value} with probability p, to 31 binary digits, else 0.
     *
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    public Tensor mask(DType type, Shape shape, double p, double value) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A Bernoulli draw needs a probability p in [0, 1], but p = " + p);
        }
        int[] own = draw();
        return type == DType.FLOAT32
                ? Tensor.filled(shape, Draws.bernoulli(own, p, (float) value))
                : Tensor.filled(shape, Draws.bernoulli(own, p, 1)).to(type).times(value);
    }

    /**
     * Returns the numbers 0 to n - 1 in random order, every order with the same probability.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("A permutation of " + n + " numbers was asked for");
        }
        WordCursor words = new WordCursor(draw());
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = words.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * Returns integers in [0, bound), each with the same probability.
     *
     * @throws IllegalArgumentException if count is negative or bound is below 1
     */
    public int[] integers(int count, int bound) {
        if (count < 0 || bound < 1) {
            throw new IllegalArgumentException(
                    "An integer draw needs count >= 0 and bound >= 1, but count = " + count + " and bound = " + bound);
        }
        WordCursor words = new WordCursor(draw());
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = words.below(bound);
        }
        return values;
    }

    /** Returns one number uniform on [0, 1), in steps of 2^-53. */
    public double nextUniform() {
        return Draws.uniform(draw(), 1, 0.0, 1.0)[0];
    }

    private int[] draw() {
        if (ledger != null) {
            ledger.note(key, this);
        }
        return key;
    }

    private static int word(byte[] bytes, int from) {
        int word = 0;
        for (int i = 0; i < 4; i++) {
            int octet = from + i < bytes.length ? bytes[from + i] & 0xFF : 0;
            word |= octet << (8 * i);
        }
        return word;
    }

    /** Two streams are equal when they draw the same numbers. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof RandomStream stream && Arrays.equals(key, stream.key));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return path();
    }
}
