package org.gan4j.experiments.bench.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.bench.BenchCase;

/** PyTorch and DJL, as {@code benchmarks/peers} has them. */
final class KnownPeers {
    private static final String ROWS = "--rows";

    private KnownPeers() {}

    /**
     * Returns the peers.
     *
     * @param directory {@code benchmarks/peers}
     * @param python the interpreter that has torch
     * @param data the file with the images of case e
     */
    static List<Peer> of(Path directory, String python, Path data) {
        int processors = Runtime.getRuntime().availableProcessors();
        List<String> torch =
                List.of(python, directory.resolve("pytorch/pytorch_peer.py").toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = directory.resolve("djl/target/djl-peer.jar").toString();
        return List.of(
                new PrintingPeer("PyTorch", torch, data.toString(), one -> pytorch(one, processors)),
                new PrintingPeer("DJL", List.of(java, "-jar", jar), data.toString(), one -> djl(one, processors)));
    }

    private static List<Variant> pytorch(BenchCase one, int processors) {
        if (one != BenchCase.D) {
            return djl(one, processors);
        }
        List<Variant> variants = new ArrayList<>();
        for (Variant threads : Variant.threads(processors)) {
            variants.add(threads.with("contiguous", "--layout", "contiguous"));
            variants.add(threads.with("channels last", "--layout", "channels-last"));
        }
        return variants;
    }

    private static List<Variant> djl(BenchCase one, int processors) {
        List<Variant> threads = Variant.threads(processors);
        if (one != BenchCase.E) {
            return threads;
        }
        List<Variant> variants = new ArrayList<>();
        threads.forEach(way -> variants.add(way.with("200 points at a time", ROWS, "200")));
        variants.add(threads.get(threads.size() - 1).with("1000 points at a time", ROWS, "1000"));
        return variants;
    }
}
