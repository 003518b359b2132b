package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The most physical memory that a training holds, each in a process of its own.
 *
 * @param peaks in the order in which they were measured
 */
public record MemoryPeaks(List<Peak> peaks) {
    public MemoryPeaks {
        peaks = Collections.unmodifiableList(new ArrayList<>(peaks));
    }

    /** A case and the bytes of the process that trained it; empty where the system does not tell. */
    public record Peak(String name, String title, Optional<Long> residentBytes) {}

    /** Trains each of the cases for so many seconds. */
    public static MemoryPeaks measure(OwnProgram program, List<BenchCase> cases, double seconds) {
        List<Peak> peaks = new ArrayList<>();
        for (BenchCase one : cases) {
            // Two runs at once would hold twice as much; bare products would hold their matrices: neither is asked for.
            Child child = program.measuring(one, seconds, 0, 1);
            BenchReport report = OwnProgram.report(OwnProgram.start(child).await());
            peaks.add(new Peak(one.letter(), one.title(), report.peakResidentBytes()));
        }
        return new MemoryPeaks(peaks);
    }
}
