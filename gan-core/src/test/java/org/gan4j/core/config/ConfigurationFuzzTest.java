package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.SplittableRandom;
import org.gan4j.core.config.tree.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts changed at random are refused in words or mean something that can be written and read again. */
class ConfigurationFuzzTest {
    private static final int CASES = 1000;
    private static final List<String> PIECES = List.of(
            "type",
            "hinge",
            ":",
            ": ",
            "- ",
            "\n",
            "  ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "|",
            ">",
            "&a",
            "*a",
            "!!",
            "#",
            "%",
            "@",
            "`",
            "?",
            "? ",
            "---\n",
            "...",
            "~",
            "null",
            "1e-3",
            ".nan",
            ".inf",
            "-1",
            "0x1",
            "1e999",
            "true",
            "<<",
            "\t",
            "\0",
            "\u2028",
            "\ud83d\ude00",
            "\ud83d",
            "\r\n",
            "\\u12",
            "99999999999999999999");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onlyConfigurationExceptionsComeOut(long seed) {
        ConfigurationReader reader = Toy.reader();
        SplittableRandom random = new SplittableRandom(seed);
        int valid = 0;
        for (int i = 0; i < CASES; i++) {
            String text = changed(Toy.VALID, random);
            String source = i % 4 == 0 ? "run.json" : "run.yaml";
            try {
                Configuration<Toy.Run> run = reader.parse(text, source, List.of(), Toy.Run.class);
                assertThat(reader.parse(run.yaml(), "resolved.yaml", List.of(), Toy.Run.class))
                        .isEqualTo(run);
                valid++;
            } catch (ConfigurationException e) {
                assertThat(e.problems())
                        .allMatch(problem -> problem.toString().matches("run\\.(yaml|json):\\d+:\\d+  .+"));
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", case " + i + ":\n" + text, e);
            }
        }
        assertThat(valid).isBetween(CASES / 100, CASES * 3 / 4);
    }

    private static String changed(String text, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(changed.length());
            int end = Math.min(changed.length(), at + 1 + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, end);
                case 1 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> changed.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                default -> changed.insert(random.nextInt(changed.length()), changed.substring(at, end));
            }
        }
        return changed.toString();
    }
}
