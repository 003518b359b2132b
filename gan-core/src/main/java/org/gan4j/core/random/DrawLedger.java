package org.gan4j.core.random;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;

/** Remembers, for the streams of one root, who drew from each, and refuses the second draw. */
final class DrawLedger {
    private static final Comparator<int[]> BY_WORDS = Arrays::compare;
    private static final StackWalker STACK = StackWalker.getInstance();

    private final TreeMap<int[], String> draws = new TreeMap<>(BY_WORDS);

    /**
     * Notes a draw.
     *
     * @throws IllegalStateException if the stream has been drawn from before
     */
    synchronized void note(int[] key, RandomStream stream) {
        String caller = caller();
        String earlier = draws.putIfAbsent(key, caller);
        if (earlier != null) {
            throw new IllegalStateException("The random stream \"" + stream.path()
                    + "\" is drawn from a second time, at "
                    + caller + "; the first draw was at " + earlier + ". Both draws return the same numbers. Give each"
                    + " draw a stream of its own with split(\"name\") or split(step), or call replay() where the same"
                    + " numbers are wanted");
        }
    }

    private static String caller() {
        return STACK.walk(frames -> frames.filter(frame -> !frame.getClassName().equals(RandomStream.class.getName())
                        && !frame.getClassName().equals(DrawLedger.class.getName()))
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place"));
    }
}
