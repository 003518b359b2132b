package org.gan4j.core.game.adversarial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.core.tensor.Tensor;

/** What the losses of a minibatch were computed from, put into words when one of them turns out not to be finite. */
final class LossDiagnostics {
    private final List<Supplier<Optional<String>>> parts = new ArrayList<>();

    void named(Supplier<String> loss) {
        parts.add(() -> Optional.of(loss.get()));
    }

    void mention(String what, Supplier<Optional<Tensor>> values) {
        parts.add(() -> values.get().map(tensor -> what + " " + range(tensor.toDoubles())));
    }

    String text() {
        List<String> words = new ArrayList<>();
        parts.forEach(part -> part.get().ifPresent(words::add));
        return String.join(", ", words);
    }

    private static String range(double[] values) {
        if (values.length == 1) {
            return number(values[0]);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int undefined = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                undefined++;
            } else {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (undefined == values.length) {
            return "all NaN";
        }
        String range = "from " + number(low) + " to " + number(high);
        return undefined == 0 ? range : range + " and " + undefined + " of " + values.length + " NaN";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : Double.toString(value);
    }
}
