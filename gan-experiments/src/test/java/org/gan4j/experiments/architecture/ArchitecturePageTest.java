package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that tells a reader where to look names classes that are there. */
class ArchitecturePageTest {
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");

    @Test
    void everyTypeOnThePageExists() throws IOException {
        String page = Files.readString(ProjectRoot.path().resolve("docs/architecture.md"));
        TreeSet<String> known =
                MainClasses.all().stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> named = TYPE.matcher(page)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !name.endsWith("Test"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(30);
        named.removeAll(known);
        assertThat(named).as("named on docs/architecture.md, but no such class").isEmpty();
    }
}
