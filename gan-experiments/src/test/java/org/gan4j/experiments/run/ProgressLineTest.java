package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong(Duration.ofDays(9).toNanos());

    @Test
    void withoutATerminalAPlainLineAppearsEveryFiveSeconds() {
        ProgressLine progress = new ProgressLine(new PrintWriter(text), false, clock::get);
        progress.begin("hinge-ring-s3", 0, 1000);
        for (int step = 1; step <= 60; step++) {
            clock.addAndGet(Duration.ofMillis(200).toNanos());
            progress.step(step, numbers());
        }
        progress.end("done");

        assertThat(lines())
                .containsExactly(
                        "hinge-ring-s3: 1000 steps",
                        "hinge-ring-s3: step 25/1000, 5.0 steps/s, loss/d 1.250, loss/g 0.7500, 3:15 left",
                        "hinge-ring-s3: step 50/1000, 5.0 steps/s, loss/d 1.250, loss/g 0.7500, 3:10 left",
                        "hinge-ring-s3: done");
        assertThat(text.toString()).doesNotContain("\r", "\u001b");
    }

    @Test
    void theRateOfAResumedRunIsThatOfItsOwnSteps() {
        ProgressLine progress = new ProgressLine(new PrintWriter(text), false, clock::get);
        progress.begin("hinge-ring-s3", 900, 1000);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        progress.step(920, new TreeMap<>());

        assertThat(lines())
                .containsExactly(
                        "hinge-ring-s3: 1000 steps (resuming at step 900)",
                        "hinge-ring-s3: step 920/1000, 2.0 steps/s, 0:40 left");
    }

    @Test
    void theLastStepIsShownWhateverTheTime() {
        ProgressLine progress = new ProgressLine(new PrintWriter(text), false, clock::get);
        progress.begin("hinge-ring-s3", 0, 2);
        clock.addAndGet(Duration.ofMillis(500).toNanos());
        progress.step(1, new TreeMap<>());
        clock.addAndGet(Duration.ofMillis(500).toNanos());
        progress.step(2, new TreeMap<>());

        assertThat(lines()).containsExactly("hinge-ring-s3: 2 steps", "hinge-ring-s3: step 2/2, 2.0 steps/s");
    }

    @Test
    void onATerminalOneLineIsRedrawnAndMessagesStandAlone() {
        ProgressLine progress = new ProgressLine(new PrintWriter(text), true, clock::get);
        progress.begin("r", 0, 100_000);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        progress.step(50_000, new TreeMap<>());
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        progress.step(99_999, new TreeMap<>());
        progress.message("warning: a sentence");

        String first = "r: step 50000/100000, 50000.0 steps/s, 0:01 left";
        String second = "r: step 99999/100000, 49999.5 steps/s, 0:00 left";
        String blank = " ".repeat(second.length());
        assertThat(text.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("r: 100000 steps\n\r" + first + "\r" + second + "\r" + blank + "\rwarning: a sentence\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59, 0:59", "61, 1:01", "3599, 59:59", "3600, 1:00:00", "90061, 25:01:01"})
    void timesAreMinutesAndSecondsOrHours(long seconds, String shown) {
        assertThat(ProgressLine.clock(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }

    private List<String> lines() {
        return text.toString().lines().toList();
    }

    private static SortedMap<String, Double> numbers() {
        SortedMap<String, Double> numbers = new TreeMap<>();
        numbers.put("loss/d", 1.25);
        numbers.put("loss/g", 0.75);
        numbers.put("rate/d", 0.001);
        return numbers;
    }
}
