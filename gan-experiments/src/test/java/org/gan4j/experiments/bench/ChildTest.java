package org.gan4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the children are shell commands")
class ChildTest {
    /** The build sets OMP_NUM_THREADS for all tests; a child does not see it. */
    @Test
    void aChildSeesOnlyTheThreadsThatItIsGiven() throws IOException {
        String script = "echo \"[$OMP_NUM_THREADS] [$OMP_WAIT_POLICY]\"";
        Child child = Child.of(List.of("sh", "-c", script));
        assertThat(child.start().await().output()).isEqualTo("[] []\n");
        assertThat(child.with("OMP_WAIT_POLICY", "ACTIVE").start().await().output())
                .isEqualTo("[] [ACTIVE]\n");
    }

    @Test
    void whatWentWrongIsSaidInOneLine() throws IOException {
        Child.Outcome failed = Child.of(List.of("sh", "-c", "echo one >&2; echo ' two ' >&2; echo >&2; exit 4"))
                .start()
                .await();
        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.code()).isEqualTo(4);
        assertThat(failed.complaint()).isEqualTo("two");
        Child.Outcome late =
                new Child(List.of("sleep", "60"), new TreeMap<>(), 0.05).start().await();
        assertThat(late.complaint()).isEqualTo("took longer than the limit of time");
        assertThatThrownBy(() -> Child.of(List.of("no/such/program")).start()).isInstanceOf(IOException.class);
    }
}
