package org.gan4j.core.optim;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Tensor;

/** Walk over parameters and gradients together, for updates in place. */
final class InPlace {
    /** What is done to one parameter. */
    @FunctionalInterface
    interface Update {
        void apply(String name, Tensor parameter, Tensor gradient);
    }

    private InPlace() {}

    static void each(Parameters parameters, Parameters gradients, Update update) {
        if (!parameters.names().equals(gradients.names())) {
            throw new IllegalArgumentException(
                    "The gradients " + gradients.names() + " are not those of the parameters " + parameters.names());
        }
        parameters.asMap().forEach((name, p) -> update.apply(name, p, gradients.get(name)));
    }

    /** Returns each quantity's tensor of one parameter. */
    static List<Tensor> tensors(List<Parameters> quantities, String name) {
        List<Tensor> result = new ArrayList<>(quantities.size());
        for (Parameters quantity : quantities) {
            result.add(quantity.get(name));
        }
        return result;
    }
}
