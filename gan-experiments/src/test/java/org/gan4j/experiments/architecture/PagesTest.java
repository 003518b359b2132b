package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that tell a reader where to look and what words mean name classes that are there. */
class PagesTest {
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
    private static final List<String> JDK = List.of("List", "Math", "Optional", "String");

    @ParameterizedTest
    @CsvSource({"docs/architecture.md, 80", "docs/glossary.md, 15"})
    void everyTypeOnThePageExists(Path page, int least) throws IOException {
        Set<String> named = named(ProjectRoot.path().resolve(page));
        assertThat(named).hasSizeGreaterThanOrEqualTo(least);
        assertThat(unknown(named))
                .as("named on " + page + ", but no such class")
                .isEmpty();
    }

    @Test
    void everyTypeInADecisionExists() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.list(ProjectRoot.path().resolve("docs/decisions"))) {
            for (Path page : pages.sorted().toList()) {
                named.addAll(named(page));
            }
        }
        assertThat(named).hasSizeGreaterThanOrEqualTo(48);
        assertThat(unknown(named)).as("named in a decision, but no such class").isEmpty();
    }

    private static Set<String> named(Path page) throws IOException {
        return TYPE.matcher(Files.readString(page))
                .results()
                .map(result -> result.group(1))
                .filter(name -> !JDK.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> unknown(Set<String> named) throws IOException {
        Set<String> unknown = new TreeSet<>(named);
        for (JavaClass type : MainClasses.all()) {
            unknown.remove(type.getSimpleName());
        }
        for (Path source : ProjectRoot.javaFiles(ProjectRoot.path().resolve("gan-experiments/src/test/java"))) {
            unknown.remove(source.getFileName().toString().replace(".java", ""));
        }
        return unknown;
    }
}
