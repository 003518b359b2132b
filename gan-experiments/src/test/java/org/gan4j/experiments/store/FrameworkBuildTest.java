package org.gan4j.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameworkBuildTest {
    @Test
    void saysWhatTheBuildWasTold() {
        assertThat(FrameworkBuild.of("# a comment\ncommit=0123abc\ndirty=false\n"))
                .isEqualTo(new FrameworkBuild("0123abc", "false"));
        assertThat(FrameworkBuild.of("commit=unknown\ndirty=${gan4j.dirty}\n"))
                .isEqualTo(new FrameworkBuild("unknown", "unknown"));
        assertThat(FrameworkBuild.of("")).isEqualTo(new FrameworkBuild("unknown", "unknown"));
    }

    @Test
    void theJarOrTheClassesSaySomething() {
        assertThat(Provenance.capture().facts()).containsKeys("framework.commit", "framework.dirty");
        assertThat(FrameworkBuild.ofThisProcess().facts()).hasSize(2);
    }
}
