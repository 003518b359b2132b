package org.gan4j.eval;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.io.npy.ArrayCache;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.GivenSamples;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StopRequest;

/**
 * What evaluators may know of one state of a generator and of the data, shared by all of them: whatever one has asked for is
 * kept for the next until the context is closed.
 *
 * <p>Samples are made in whole blocks of {@value #BLOCK}, block b of set 0 from the stream {@code samples/b}; an evaluator gets
 * the first n. So no evaluator's numbers depend on the others, on their order, or on how many samples they ask for. Further
 * sets, by number, are independent of set 0. A context belongs to one thread.
 */
public final class SampleContext implements AutoCloseable {
    /** How many samples are made at a time. */
    public static final int BLOCK = 1000;

    private final Sampler source;
    private final Dataset dataset;
    private final RandomStream random;
    private final StopRequest stop;
    private final Optional<Path> cache;
    private final SortedMap<String, KeptBlocks> blocks = new TreeMap<>();
    private final SortedMap<String, Object> found = new TreeMap<>();
    private boolean closed;

    /** Makes a context that nobody stops and that caches nothing on disk. */
    public SampleContext(Sampler source, Dataset dataset, RandomStream random) {
        this(source, dataset, random, new StopRequest(), Optional.empty());
    }

    /**
     * Makes a context.
     *
     * @param source the samples to be judged
     * @param dataset the data they should resemble
     * @param random the stream of this state's evaluation
     * @param stop asks the evaluation to end
     * @param cache a directory, shared with other processes, for what depends on the data alone; made when needed
     */
    public SampleContext(Sampler source, Dataset dataset, RandomStream random, StopRequest stop, Optional<Path> cache) {
        this.source = source;
        this.dataset = dataset;
        this.random = random;
        this.stop = stop;
        this.cache = cache;
    }

    /** Returns the data. */
    public Dataset dataset() {
        requireOpen();
        return dataset;
    }

    /**
     * Returns a stream for what an evaluator draws besides samples.
     *
     * @param name the evaluator's own name: another's draws do not change these
     */
    public RandomStream stream(String name) {
        requireOpen();
        return random.split("evaluator").split(name);
    }

    /** Returns what is kept on disk of data; empty where there is no place for it. */
    public Optional<ArrayCache> cache() {
        requireOpen();
        return cache.map(ArrayCache::new);
    }

    /**
     * Ends the evaluation if a stop was asked for: called between blocks by the context itself, and by evaluators in what
     * takes long.
     *
     * @throws EvaluationStopped if a stop was asked for
     */
    public void requireGoingOn() {
        if (stop.requested()) {
            throw new EvaluationStopped();
        }
    }

    /**
     * Returns the first samples.
     *
     * @param count how many, at least 1
     * @return [count, ...] with as many coordinates as a row of the data, in the scope of the caller
     * @throws IllegalArgumentException if the samples are not of the data's size
     */
    public Tensor samples(int count) {
        return points(Points.samples(count)).values();
    }

    /**
     * Returns the first samples of labels asked for: sample i has the label i mod classes.
     *
     * @param count how many, at least 1
     * @return values [count, ...] and labels [count], in the scope of the caller
     * @throws IllegalArgumentException if samples cannot be asked for by label, or are not of the data's size
     */
    public Samples labelledSamples(int count) {
        return points(Points.labelledSamples(count));
    }

    /** Returns points: rows of data with their labels, where they have any. They belong to the scope of the caller. */
    public Samples points(Points points) {
        requireOpen();
        return switch (points.kind()) {
            case TRAIN, VALIDATION, TEST -> split(points).range(0, size(points));
            case SAMPLES -> Samples.of(generated(points));
            case LABELLED_SAMPLES -> Samples.of(generated(points), labels(0, points.count()));
        };
    }

    /** Returns how many points there are: of data, no more than there are rows. */
    public int size(Points points) {
        return points.kind().sampled()
                ? points.count()
                : Math.min(points.count(), split(points).size());
    }

    /**
     * Tells whether all samples are finite numbers.
     *
     * @param points samples of the generator
     * @return a sentence for a warning; empty where all are
     */
    public Optional<String> notFinite(Points points) {
        return once("finite: " + points, () -> {
            try (Scope scope = Scope.open()) {
                return points(points).values().allFinite()
                        ? Optional.empty()
                        : Optional.of("Some of the " + points.count() + " generated samples are not finite numbers.");
            }
        });
    }

    /**
     * Returns features of points, which are computed once, in blocks.
     *
     * @return [size, dimension], in the scope of the caller
     */
    public Tensor features(Points points, FeatureExtractor extractor) {
        if (extractor instanceof Pixels) {
            return extractor.features(points(points).values());
        }
        requireOpen();
        String key = set(points) + ", " + extractor.text();
        return blocks.computeIfAbsent(
                        key,
                        k -> new KeptBlocks(number -> {
                            requireGoingOn();
                            return extractor.features(block(points, number));
                        }))
                .first(size(points));
    }

    /**
     * Returns what several evaluators need and one of them computes, such as nearest neighbours.
     *
     * @param key names everything that the result depends on, beside the samples and the data
     * @param compute makes it; no tensor of a scope may be in it
     */
    @SuppressWarnings("unchecked")
    public <T> T once(String key, Supplier<T> compute) {
        requireOpen();
        requireGoingOn();
        if (!found.containsKey(key)) {
            found.put(key, compute.get());
        }
        return (T) found.get(key);
    }

    /** Frees what was kept; from then on the context refuses. */
    @Override
    public void close() {
        closed = true;
        blocks.clear();
        found.clear();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "this context was closed, and what it kept is gone: evaluate before its try block ends");
        }
    }

    private Split split(Points points) {
        return switch (points.kind()) {
            case TRAIN -> dataset.train();
            case VALIDATION -> dataset.validation();
            default -> dataset.test();
        };
    }

    private static String set(Points points) {
        return points.kind() + " " + points.set();
    }

    /** Returns a block of at most {@value #BLOCK} points. */
    private Tensor block(Points points, int number) {
        int from = number * BLOCK;
        if (!points.kind().sampled()) {
            Split split = split(points);
            return split.range(from, Math.min(split.size(), from + BLOCK)).values();
        }
        if (source instanceof GivenSamples given) {
            return given.values().slice(0, from, Math.min(given.size(), from + BLOCK));
        }
        return kept(points).block(number);
    }

    private Tensor generated(Points points) {
        if (points.kind() == Points.Kind.SAMPLES && source instanceof GivenSamples given) {
            if (points.set() > 0) {
                throw new IllegalArgumentException("this measure asks for several independent sets of samples, but the"
                        + " samples were given: take a run, from which as many can be drawn");
            }
            return checked(given.sample(points.count(), random).values(), points.count());
        }
        return kept(points).first(points.count());
    }

    private KeptBlocks kept(Points points) {
        return blocks.computeIfAbsent(set(points), key -> new KeptBlocks(number -> made(points, number)));
    }

    private Tensor made(Points points, int number) {
        requireGoingOn();
        RandomStream set = points.set() == 0 ? random : random.split("set").split(points.set());
        if (points.kind() == Points.Kind.SAMPLES) {
            RandomStream own = set.split("samples").split(number);
            return checked(source.sample(BLOCK, own).values(), BLOCK);
        }
        if (!(source instanceof LabelledSampler labelled)) {
            throw new IllegalArgumentException(
                    "this measure asks for samples by their label, which only a conditional generator"
                            + " gives: take the run of a conditional game");
        }
        RandomStream own = set.split("labelled-samples").split(number);
        Tensor labels = labels(number * BLOCK, BLOCK);
        return checked(labelled.sample(labels, own).values(), BLOCK);
    }

    private Tensor labels(int from, int count) {
        int classes = dataset.spec().classes();
        if (classes == 0) {
            throw new IllegalArgumentException(
                    "this measure needs data with labels, but " + dataset.name() + " has none");
        }
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> (from + i) % classes);
        return Labels.of(labels);
    }

    private Tensor checked(Tensor samples, int count) {
        Shape shape = samples.shape();
        int coordinates = dataset.spec().shape().size();
        if (shape.rank() < 2 || shape.dim(0) != count || shape.size() != (long) count * coordinates) {
            throw new IllegalArgumentException("asked for " + count + " samples of "
                    + dataset.spec().shape() + " as in " + dataset.name() + ", got shape " + shape);
        }
        return samples;
    }
}
