package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Shape;

final class Inventory {
    private final List<String> rows = new ArrayList<>();
    private long total;

    /** Adds a tensor: its name, how many numbers it should have, and its shape. */
    Inventory row(String name, long count, int... shape) {
        rows.add(name + " " + Shape.of(shape) + " " + count);
        total += count;
        return this;
    }

    void of(Parameters parameters, long expectedTotal) {
        List<String> found = new ArrayList<>();
        parameters.asMap().forEach((name, tensor) -> found.add(name + " " + tensor.shape() + " " + tensor.size()));
        assertThat(rows).hasSizeGreaterThan(2);
        assertThat(found).containsExactlyElementsOf(rows);
        assertThat(total).isEqualTo(expectedTotal);
        assertThat(parameters.count()).isEqualTo(expectedTotal);
    }
}
