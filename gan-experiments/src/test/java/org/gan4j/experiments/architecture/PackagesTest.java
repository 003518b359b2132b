package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Packages that can be surveyed: at most 25 types each, and a page that says what they hold and where to begin. */
class PackagesTest {
    private static final int MOST_TYPES = 25;
    private static final int LEAST_PACKAGES = 57;
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern READ_FIRST = Pattern.compile("Read first: (.*?)(<p>|$)");
    private static final Pattern NAMED = Pattern.compile("\\{@(?:link|code) ([\\w.]*\\b[A-Z]\\w*)}");
    private static final Pattern NO_NOUN =
            Pattern.compile("(A|An|How|Of|That|The|These|This|What|When|Where|Whether|Which|Who|Why)\\b.*");

    @Test
    void noPackageHasMoreThanTwentyFiveTypes() {
        SortedMap<String, Integer> types = typesByPackage();
        assertThat(types).hasSizeGreaterThanOrEqualTo(LEAST_PACKAGES);
        int largest = Collections.max(types.values());
        assertThat(largest)
                .as("types in " + names(types, largest) + ", the largest package")
                .isBetween(20, MOST_TYPES);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItHolds() {
        TreeSet<String> packages = new TreeSet<>();
        List<String> unmarked = new ArrayList<>();
        for (JavaClass type : MainClasses.all()) {
            JavaPackage home = type.getPackage();
            if (packages.add(home.getName()) && !home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(packages).hasSizeGreaterThanOrEqualTo(LEAST_PACKAGES);
        assertThat(unmarked)
                .as("packages without a package-info.java with @NullMarked")
                .isEmpty();
    }

    @Test
    void everyPackageNamesTwoToFourTypesToReadFirst() throws IOException {
        SortedMap<String, Integer> types = typesByPackage();
        List<String> problems = new ArrayList<>();
        int pages = 0;
        for (Path root : ProjectRoot.mainSources()) {
            for (Path page : ProjectRoot.javaFiles(root)) {
                if (page.endsWith("package-info.java")) {
                    pages++;
                    problem(root, page, types).forEach(problem -> problems.add(page + " " + problem));
                }
            }
        }
        assertThat(pages).isGreaterThanOrEqualTo(LEAST_PACKAGES);
        assertThat(problems).isEmpty();
    }

    private static List<String> problem(Path root, Path page, Map<String, Integer> types) throws IOException {
        Path home = page.resolveSibling("");
        Matcher comment = COMMENT.matcher(Files.readString(page));
        if (!comment.find()) {
            return List.of("has no comment");
        }
        String text = comment.group(1)
                .replaceAll("\\s*\\n \\*", " ")
                .replaceAll("\\s+", " ")
                .strip();
        List<String> problems = new ArrayList<>();
        if (NO_NOUN.matcher(text).matches()) {
            problems.add("does not begin with a noun: " + text);
        }
        Matcher first = READ_FIRST.matcher(text);
        List<String> named = first.find()
                ? NAMED.matcher(first.group(1))
                        .results()
                        .map(PackagesTest::name)
                        .toList()
                : List.of();
        String name =
                root.relativize(home).toString().replaceAll("[/\\\\]", ".").replaceAll("\\.$", "");
        int least = types.getOrDefault(name, 0) == 1 ? 1 : 2;
        if (named.size() < least || named.size() > 4) {
            problems.add("names " + named.size() + " types to read first: " + named);
        }
        for (String type : named) {
            String file = type.replace('.', '/') + ".java";
            if (!Files.exists(type.contains(".") ? root.resolve(file) : home.resolve(file))) {
                problems.add("names " + type + ", which is no file");
            }
        }
        return problems;
    }

    private static String name(MatchResult named) {
        return named.group(1);
    }

    private static SortedMap<String, Integer> typesByPackage() {
        SortedMap<String, Integer> types = new TreeMap<>();
        for (JavaClass type : MainClasses.all()) {
            if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                types.merge(type.getPackageName(), 1, Integer::sum);
            }
        }
        return types;
    }

    private static List<String> names(Map<String, Integer> types, int size) {
        return types.entrySet().stream()
                .filter(entry -> entry.getValue() == size)
                .map(Map.Entry::getKey)
                .toList();
    }
}
