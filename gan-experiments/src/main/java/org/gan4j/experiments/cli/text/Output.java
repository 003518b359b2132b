package org.gan4j.experiments.cli.text;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Supplier;
import org.gan4j.core.config.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Where a command's result goes: text, or with {@code --json} exactly one JSON document, to standard output; everything
 * else to standard error.
 */
public final class Output {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec spec;

    @Option(names = "--json", description = "print one JSON document on standard output, all else on standard error")
    boolean json;

    /** Prints a result: the record or list as JSON, or its text. */
    public void print(Object value, Supplier<String> text) {
        PrintWriter out = out();
        if (json) {
            out.print(Json.pretty(value));
        } else {
            String lines = text.get();
            out.print(lines);
            if (!lines.endsWith("\n")) {
                out.println();
            }
        }
        out.flush();
    }

    /** Prints a line that is not a result. */
    public void note(String line) {
        err().println(line);
        err().flush();
    }

    public PrintWriter err() {
        return Objects.requireNonNull(spec, "picocli sets this").commandLine().getErr();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets this").commandLine().getOut();
    }
}
