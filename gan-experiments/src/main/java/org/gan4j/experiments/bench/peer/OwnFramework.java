package org.gan4j.experiments.bench.peer;

import java.util.List;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.BenchReport;
import org.gan4j.experiments.bench.Child;
import org.gan4j.experiments.bench.OwnProgram;

/**
 * This framework, as it comes. Java compiles it while it runs, for seven to fourteen seconds; a training lasts longer than that, so it
 * is measured after them.
 */
record OwnFramework(OwnProgram program) implements Peer {
    private static final double COMPILER = 15;

    @Override
    public String name() {
        return "GAN4J";
    }

    @Override
    public List<Variant> variants(BenchCase one) {
        return List.of(Variant.DEFAULT);
    }

    @Override
    public Child measuring(BenchCase one, Variant variant, Effort effort) {
        return program.measuring(one, effort.seconds(), COMPILER * effort.warmUp());
    }

    @Override
    public Measurement read(Child.Outcome outcome) {
        BenchReport report = OwnProgram.report(outcome);
        BenchReport.CaseResult result = report.cases().get(0);
        return new Measurement(
                result.name(),
                1,
                result.seconds().median(),
                result.parameters(),
                result.value(),
                report.peakResidentBytes(),
                report.environment(),
                result.bareProducts().map(bare -> bare.seconds().median()));
    }
}
