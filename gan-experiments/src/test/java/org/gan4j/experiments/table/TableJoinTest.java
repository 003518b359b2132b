package org.gan4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableJoinTest {
    private static final Column MODES = new Column("modes", "", Column.Better.HIGHER);
    private static final Column NATS = new Column("KL", "nats", Column.Better.LOWER);

    private static final ResultTable FIRST = ResultTable.of("Ring", "loss", MODES)
            .with(Row.of("hinge").with("modes", Cell.of(8)))
            .with(Row.of("kl").with("modes", Cell.of(3)))
            .withNote("2 500 samples.")
            .withNote("Seeds 1 to 3.");
    private static final ResultTable SECOND = ResultTable.of("Grid", "loss", NATS, MODES)
            .with(Row.of("hinge").with("modes", Cell.of(20)).with("KL", Cell.of(0.5)))
            .withNote("2 500 samples.");

    @Test
    void rowsStandBelowColumnsOfAll() {
        assertThat(new TableJoin().with("a", FIRST).with("b", SECOND).table().toMarkdown())
                .isEqualTo("""
                        **Ring; Grid**

                        | loss     |  modes |        KL [nats] |
                        | -------- | -----: | ---------------: |
                        | hinge, a |      8 | not in its table |
                        | kl       |      3 | not in its table |
                        | hinge, b | **20** |              0.5 |

                        2 500 samples. \s
                        a: Seeds 1 to 3. \s
                        """);
    }

    @Test
    void oneTableStaysAsItIs() {
        assertThat(new TableJoin().with("a", FIRST).table()).isEqualTo(FIRST);
    }

    @Test
    void oneQuantityHasOneUnit() {
        ResultTable bits = ResultTable.of("Grid", "loss", new Column("KL", "bits", Column.Better.LOWER));
        TableJoin join = new TableJoin().with("a", SECOND).with("b", bits);
        assertThatThrownBy(join::table)
                .hasMessage(
                        "the column \"KL\" is in bits, lower is better in b, and in nats, lower is better in a table"
                                + " before it");
        assertThatThrownBy(() -> join.with("a", bits)).hasMessage("two tables are called a");
        assertThatThrownBy(() -> new TableJoin().table()).hasMessage("there is no table to join");
    }
}
