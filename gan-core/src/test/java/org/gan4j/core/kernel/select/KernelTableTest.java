package org.gan4j.core.kernel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.kernel.onednn.OneDnn;
import org.gan4j.core.kernel.select.KernelTable.Row;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;

class KernelTableTest {
    private static final String TEXT = """
            # avx512: a machine
            # avx2: another
            avx512 unary.TANH 1024 1024: 7.00 1.00; 8192: 11.00 4.00
            avx512 matrix.narrow never 8192: 1.00 2.00
            avx2 unary.TANH 8192 8192: 11.00 5.00
            """;

    @Test
    void aTextIsReadAndWrittenAgain() {
        KernelTable table = KernelTable.parse(TEXT);
        assertThat(table.text()).isEqualTo(TEXT);
        assertThat(table.limits("avx512").toString()).isEqualTo("{unary.TANH=1024}");
        assertThat(table.limits("avx2").toString()).isEqualTo("{unary.TANH=8192}");
        assertThat(table.limits("sve").toString()).isEqualTo("{}");
        assertThat(table.knows("avx2")).isTrue();
        assertThat(table.knows("sve")).isFalse();
        assertThat(table.origin("avx2")).contains("avx2: another");
        assertThat(table.origin("sve")).isEmpty();
    }

    @Test
    void newLinesTakeThePlaceOfThoseOfTheSameProcessors() {
        Row row = new Row("avx512", "unary.ABS", Optional.of(7L), "7: 2.00 1.00");
        KernelTable table = KernelTable.parse(TEXT).with("avx512", "a third", List.of(row));
        assertThat(table.text()).isEqualTo("""
                # avx512: a third
                # avx2: another
                avx512 unary.ABS 7 7: 2.00 1.00
                avx2 unary.TANH 8192 8192: 11.00 5.00
                """);
    }

    @Test
    void theDigestChangesWithALimitOnly() {
        KernelTable table = KernelTable.parse(TEXT);
        assertThat(KernelTable.parse(TEXT.replace("7.00", "9.00")).digest("avx512"))
                .isEqualTo(table.digest("avx512"))
                .matches("[0-9a-f]{8}");
        assertThat(KernelTable.parse(TEXT.replace("TANH 1024", "TANH 1025")).digest("avx512"))
                .isNotEqualTo(table.digest("avx512"));
    }

    @Test
    void aLineThatIsNotOneIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelTable.parse("avx512 unary.TANH soon 1: 2 3"))
                .withMessageContaining("avx512 unary.TANH soon 1: 2 3");
    }

    @Test
    void theTableInTheSourceNamesOperationsThatAreMeasured() {
        TreeSet<String> measured = new TreeSet<>();
        KernelTrials.ofTable().forEach(trial -> measured.add(trial.operation()));
        assertThat(KernelTable.fixed().limits("avx512")).isNotEmpty();
        assertThat(measured).containsAll(KernelTable.fixed().limits("avx512").keySet());
        assertThat(measured).containsAll(KernelTable.fixed().limits("avx2").keySet());
    }

    @Test
    void eachSetComputesWhatTheTableLeavesToIt() {
        assumeThat(OneDnn.missing()).isEmpty();
        assumeThat(KernelTable.fixed().knows(OneDnn.instructionClass())).isTrue();
        long limit = KernelTable.fixed().limits(OneDnn.instructionClass()).getOrDefault("unary.SIGMOID", 1L << 14);
        int n = Math.toIntExact(limit);
        Block x = Memory.allocate(DType.FLOAT32, n);
        for (int i = 0; i < n; i++) {
            x.set(i, i % 4001 * 0.003 - 6);
        }
        KernelSet auto = KernelSets.named("auto");
        assertThat(sigmoids(auto, x, n)).isEqualTo(sigmoids(KernelSets.named("onednn"), x, n));
        assertThat(sigmoids(auto, x, n - 1)).isEqualTo(sigmoids(KernelSets.named("portable"), x, n - 1));
        assertThat(sigmoids(KernelSets.named("portable"), x, n))
                .isNotEqualTo(sigmoids(KernelSets.named("onednn"), x, n));
    }

    private static double[] sigmoids(KernelSet set, Block x, int n) {
        Block z = Memory.allocate(DType.FLOAT32, n);
        set.elementwise().unary(UnaryOperation.SIGMOID, 0, x, z, n);
        double[] values = Cases.read(z, n);
        Memory.release(z);
        return values;
    }

    @Test
    void aMeasurementIsATable() {
        assumeThat(OneDnn.missing()).isEmpty();
        KernelTable table = KernelTable.parse(KernelComparison.table(0.2, "this one"));
        assertThat(table.origin(OneDnn.instructionClass()))
                .hasValueSatisfying(text -> assertThat(text).endsWith(": this one"));
        assertThat(table.knows(OneDnn.instructionClass())).isTrue();
        List<KernelComparison> compared = KernelComparison.ofMachine(0.2);
        assertThat(compared).hasSizeGreaterThan(8).allSatisfy(comparison -> {
            assertThat(comparison.portable()).isPositive();
            assertThat(comparison.slowness()).isPositive();
        });
        assertThat(compared)
                .anySatisfy(comparison -> assertThat(comparison.oneDnn()).isPresent());
    }

    @Test
    void slownessComparesTheChoiceWithTheOther() {
        assertThat(new KernelComparison("unary.TANH", "[9]", 3, Optional.of(1.0), 0, false).slowness())
                .isEqualTo(3);
        assertThat(new KernelComparison("unary.TANH", "[9]", 3, Optional.of(1.5), 0, true).slowness())
                .isEqualTo(0.5);
        assertThat(new KernelComparison("column-sum", "[9]", 3, Optional.empty(), 0, false).slowness())
                .isEqualTo(1);
        assertThat(new KernelComparison("matrix.wide", "", 2, Optional.empty(), 4000, false).gigaflops(2))
                .isEqualTo(2);
    }
}
