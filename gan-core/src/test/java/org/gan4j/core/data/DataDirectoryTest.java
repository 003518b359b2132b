package org.gan4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataDirectoryTest {
    private static final Path HOME = Path.of("/home/ada");

    private static Path chosen(Optional<Path> option, Map<String, String> environment) {
        return DataDirectory.choose(option, environment, HOME).root();
    }

    @Test
    void theOptionComesFirstThenTheVariableThenTheCache() {
        Map<String, String> both = Map.of("GAN4J_DATA", "/data", "XDG_CACHE_HOME", "/cache");
        assertThat(chosen(Optional.of(Path.of("/option")), both)).isEqualTo(Path.of("/option"));
        assertThat(chosen(Optional.empty(), both)).isEqualTo(Path.of("/data"));
        assertThat(chosen(Optional.empty(), Map.of("XDG_CACHE_HOME", "/cache"))).isEqualTo(Path.of("/cache/gan4j"));
        assertThat(chosen(Optional.empty(), Map.of())).isEqualTo(Path.of("/home/ada/.cache/gan4j"));
    }

    @Test
    void emptyVariablesAndRelativeCachesDoNotCount() {
        assertThat(chosen(Optional.empty(), Map.of("GAN4J_DATA", "", "XDG_CACHE_HOME", "relative")))
                .isEqualTo(Path.of("/home/ada/.cache/gan4j"));
    }

    @Test
    void eachDataSetHasAFolder() {
        assertThat(new DataDirectory(Path.of("/data")).folder("mnist")).isEqualTo(Path.of("/data/mnist"));
    }
}
