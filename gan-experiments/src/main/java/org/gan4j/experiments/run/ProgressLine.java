package org.gan4j.experiments.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import org.gan4j.experiments.job.Progress;

/**
 * Shows how far a run is: rate, losses and time left. On a terminal one line is redrawn; elsewhere a plain line appears
 * every few seconds, so that a log file stays readable.
 */
public final class ProgressLine implements Progress {
    private static final long REDRAW_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private String title = "";
    private long firstStep;
    private long lastStep;
    private long startNanos;
    private long shownNanos;
    private int shownWidth;

    /**
     * Creates a progress line.
     *
     * @param out where to write; standard error, so that standard output holds results only
     * @param terminal whether a line can be redrawn
     * @param nanoClock a clock in nanoseconds, {@code System::nanoTime}
     */
    public ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void begin(String what, long fromStep, long toStep) {
        title = what;
        firstStep = fromStep;
        lastStep = toStep;
        startNanos = nanoClock.getAsLong();
        shownNanos = startNanos;
        String resumed = fromStep > 0 ? " (resuming at step " + fromStep + ")" : "";
        message(what + ": " + toStep + " steps" + resumed);
    }

    @Override
    public synchronized void step(long step, SortedMap<String, Double> numbers) {
        long now = nanoClock.getAsLong();
        if (now - shownNanos < (terminal ? REDRAW_NANOS : PLAIN_NANOS) && step < lastStep) {
            return;
        }
        shownNanos = now;
        String line = line(step, now, numbers);
        if (terminal) {
            redraw(line);
        } else {
            out.println(line);
            out.flush();
        }
    }

    @Override
    public synchronized void end(String outcome) {
        message(title + ": " + outcome);
    }

    @Override
    public synchronized void message(String line) {
        if (terminal && shownWidth > 0) {
            redraw("");
            out.print("\r");
            shownWidth = 0;
        }
        out.println(line);
        out.flush();
    }

    private void redraw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, shownWidth - line.length())));
        out.flush();
        shownWidth = line.length();
    }

    private String line(long step, long now, SortedMap<String, Double> numbers) {
        double seconds = (now - startNanos) / 1e9;
        double rate = seconds > 0 ? (step - firstStep) / seconds : 0;
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s: step %d/%d, %.1f steps/s", title, step, lastStep, rate));
        numbers.forEach((name, value) -> {
            if (name.startsWith("loss/")) {
                text.append(String.format(Locale.ROOT, ", %s %.4g", name, value));
            }
        });
        if (rate > 0 && step < lastStep) {
            text.append(", ")
                    .append(clock(Duration.ofSeconds(Math.round((lastStep - step) / rate))))
                    .append(" left");
        }
        return text.toString();
    }

    static String clock(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
