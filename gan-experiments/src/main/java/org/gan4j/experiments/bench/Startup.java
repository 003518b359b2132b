package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long short commands take, from their start to their end.
 *
 * @param launcher whether they were started by {@code ./gan}; else by Java directly, without the launcher's archive of classes
 * @param commands in the order in which they were measured
 */
public record Startup(boolean launcher, List<Command> commands) {
    private static final List<List<String>> COMMANDS =
            List.of(List.of("--help"), List.of("list"), List.of("list", "losses"));

    public Startup {
        commands = Collections.unmodifiableList(new ArrayList<>(commands));
    }

    /** A command and the seconds that it took. */
    public record Command(String name, Spread seconds) {}

    /**
     * Measures.
     *
     * @param repetitions how often each, after one that is not counted; at least 1
     */
    public static Startup measure(OwnProgram program, int repetitions) {
        List<String> launcher = OwnProgram.launcher();
        List<List<Double>> times = new ArrayList<>();
        COMMANDS.forEach(command -> times.add(new ArrayList<>()));
        for (int i = 0; i <= repetitions; i++) {
            for (int c = 0; c < COMMANDS.size(); c++) {
                double seconds = time(program, launcher, COMMANDS.get(c));
                if (i > 0) {
                    times.get(c).add(seconds);
                }
            }
        }
        List<Command> commands = new ArrayList<>();
        for (int c = 0; c < COMMANDS.size(); c++) {
            commands.add(new Command("gan " + String.join(" ", COMMANDS.get(c)), Spread.of(times.get(c))));
        }
        return new Startup(!launcher.isEmpty(), commands);
    }

    private static double time(OwnProgram program, List<String> launcher, List<String> words) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(words);
        Child child = launcher.isEmpty() ? program.command(words) : Child.of(command);
        Child.Outcome outcome = OwnProgram.start(child).await();
        if (!outcome.succeeded()) {
            throw new IllegalStateException("gan " + String.join(" ", words) + " " + outcome.complaint());
        }
        return outcome.seconds();
    }
}
