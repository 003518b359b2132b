package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.bench.MatrixProduct.Operand;
import org.gan4j.experiments.store.Provenance;

/**
 * A measurement of this machine in this process.
 *
 * <p>Everything is warmed up first. A repetition then measures each case and its bare products once, one after the other, so
 * that whatever disturbs the machine for a while falls on all of them.
 *
 * @param cases what to measure, each at most once
 * @param repetitions how often, at least 1
 * @param seconds how long each case is measured in each repetition, at least 0: at least one step is taken
 * @param warmUp seconds of work before the first repetition, for each case; for products at most one
 * @param sideBySide how many independent copies of each case run at once, each on its own thread, at least 1
 * @param ceiling whether to measure what the machine does at best in matrix products
 * @param products whether to measure the matrix products of each case alone too
 */
public record Bench(
        List<BenchCase> cases,
        int repetitions,
        double seconds,
        double warmUp,
        int sideBySide,
        boolean ceiling,
        boolean products) {
    private static final int[] CUBES = {512, 1024, 2048};
    /** Seconds after which products, which are native, are as fast as they get. */
    private static final double PRODUCTS = 1;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is nothing to measure, or a number is out of range
     */
    public Bench {
        cases = Collections.unmodifiableList(new ArrayList<>(cases));
        if (cases.isEmpty() && !ceiling) {
            throw new IllegalArgumentException("there is nothing to measure: name a case, or measure the ceiling");
        }
        if (cases.stream().distinct().count() < cases.size()) {
            throw new IllegalArgumentException("a case is named twice");
        }
        if (repetitions < 1 || sideBySide < 1) {
            throw new IllegalArgumentException(
                    "repetitions and runs must be at least 1, but are " + repetitions + " and " + sideBySide);
        }
        if (!(seconds >= 0) || !(warmUp >= 0) || Double.isInfinite(seconds + warmUp)) {
            throw new IllegalArgumentException(
                    "seconds and warm-up must be finite and at least 0, but are " + seconds + " and " + warmUp);
        }
    }

    /**
     * Measures.
     *
     * @param data where MNIST may be
     * @param progress told what is being done
     */
    public BenchReport run(DataDirectory data, Consumer<String> progress) {
        SortedMap<BenchCase, Measured> works = new TreeMap<>();
        SortedMap<BenchCase, Measured> bare = new TreeMap<>();
        for (BenchCase one : cases) {
            works.put(one, new Measured(opened(one, data)));
            if (products && !one.products().isEmpty()) {
                bare.put(one, new Measured(new ProductsWorkload(one.products())));
            }
        }
        List<MatrixProduct> shapes = ceiling ? ceilingProducts() : List.of();
        List<Measured> speeds = shapes.stream()
                .map(shape -> new Measured(new ProductsWorkload(List.of(shape))))
                .toList();
        List<Measured> everything = new ArrayList<>(speeds);
        for (BenchCase one : works.keySet()) {
            everything.add(works.get(one));
            Optional.ofNullable(bare.get(one)).ifPresent(everything::add);
        }
        progress.accept("warming up");
        everything.forEach(work -> work.warmUp(works.containsValue(work) ? warmUp : Math.min(warmUp, PRODUCTS)));
        for (int i = 1; i <= repetitions; i++) {
            progress.accept("repetition " + i + " of " + repetitions);
            everything.forEach(work -> work.repeat(seconds));
        }
        List<BenchReport.CaseResult> results = new ArrayList<>();
        works.forEach((one, work) -> results.add(result(one, work, Optional.ofNullable(bare.get(one)))));
        return new BenchReport(environment(), this, speeds(shapes, speeds), results, PeakMemory.ofThisProcess());
    }

    private Workload opened(BenchCase one, DataDirectory data) {
        if (sideBySide == 1) {
            return one.open(data);
        }
        List<Workload> copies = new ArrayList<>();
        for (int i = 0; i < sideBySide; i++) {
            copies.add(one.open(data));
        }
        return new SideBySide(copies);
    }

    private static List<MatrixProduct> ceilingProducts() {
        List<MatrixProduct> products = new ArrayList<>();
        products.add(product(100, 1200, 1200));
        for (int side : CUBES) {
            products.add(product(side, side, side));
        }
        products.add(product(1000, 784, 10_000));
        return products;
    }

    private static MatrixProduct product(int rows, int inner, int columns) {
        return new MatrixProduct(
                "product", new Operand("left", rows, inner), new Operand("right", inner, columns), false, false);
    }

    private static List<BenchReport.Ceiling> speeds(List<MatrixProduct> shapes, List<Measured> measured) {
        List<BenchReport.Ceiling> speeds = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            double operations = shapes.get(i).operations();
            List<Double> gigaflops = measured.get(i).spread().repetitions().stream()
                    .map(seconds -> 1e-9 * operations / seconds)
                    .toList();
            speeds.add(new BenchReport.Ceiling(shapes.get(i).inWords(), Spread.of(gigaflops)));
        }
        return speeds;
    }

    private static BenchReport.CaseResult result(BenchCase one, Measured work, Optional<Measured> bare) {
        Spread seconds = work.spread();
        OptionalDouble value = work.workload().value();
        return new BenchReport.CaseResult(
                one.letter(),
                one.title(),
                one.unit(),
                seconds,
                1 / seconds.median(),
                bare.map(products -> bareTime(one, seconds, products.spread())),
                work.workload().parameters(),
                one.stepsPerEpoch().map(steps -> steps * seconds.median()),
                value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty());
    }

    private static BenchReport.BareTime bareTime(BenchCase one, Spread work, Spread products) {
        List<MatrixProduct> all = one.products();
        double operations = all.stream().mapToDouble(MatrixProduct::operations).sum();
        return new BenchReport.BareTime(
                products,
                work.median() / products.median(),
                1e-9 * operations / products.median(),
                all.stream().map(MatrixProduct::inWords).toList());
    }

    /** Returns what figures depend on. */
    private static SortedMap<String, String> environment() {
        SortedMap<String, String> facts = new TreeMap<>(Provenance.capture().facts());
        facts.put("kernels", KernelSets.describe());
        facts.put("heap limit", (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        return facts;
    }
}
