package org.gan4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.experiments.plot.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFileTest {
    private static final byte[] PNG = new Canvas(7, 5).png();

    @TempDir
    private Path directory;

    @Test
    void anIndependentReaderFindsEveryNumberAndPicture() throws IOException {
        Path file = directory.resolve(EventFile.NAME);
        write(file, FileDigest.EMPTY, 0, 300);

        List<Events.Event> events = Events.read(file);

        assertThat(events).extracting(Events.Event::step).containsExactly(0L, 100L, 200L, 200L, 300L);
        assertThat(events).extracting(Events.Event::wallTime).containsExactly(0.0, 100.0, 200.0, 200.0, 300.0);
        assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
        assertThat(events.get(1).numbers()).containsExactly(entry("loss/d", 100.5F), entry("loss/g", Float.NaN));
        Events.Picture picture = events.get(3).pictures().get(0);
        assertThat(picture.tag()).isEqualTo("samples");
        assertThat(new long[] {picture.height(), picture.width(), picture.channels()})
                .containsExactly(5, 7, 3);
        assertThat(picture.png()).isEqualTo(PNG);
    }

    /** The checksum with which files of TensorFlow begin, whose first event has 24 bytes. */
    @Test
    void theChecksumIsThatOfTensorFlow() {
        byte[] frame = RecordFrame.around(new byte[24]);

        assertThat(Arrays.copyOfRange(frame, 8, 12)).containsExactly(0xa3, 0x7f, 0x4b, 0x22);
        assertThat(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(36))
                .isEqualTo(Events.maskedCrc(new byte[24]));
        assertThat(Events.maskedCrc("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Integer.rotateRight(0xe3069283, 15) + 0xa282ead8);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200})
    void aFileCutBackAndContinuedHasTheBytesOfOneThatWasNot(long checkpoint) throws IOException {
        Path whole = directory.resolve("whole");
        write(whole, FileDigest.EMPTY, 0, 300);
        Path resumed = directory.resolve("resumed");
        FileDigest saved = write(resumed, FileDigest.EMPTY, 0, checkpoint);
        assertThat(saved).isEqualTo(FileDigest.of(resumed));
        write(resumed, saved, checkpoint, 250);
        Files.write(resumed, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        FileDigest end = write(resumed, saved, checkpoint, 300);

        assertThat(resumed).hasSameBinaryContentAs(whole);
        assertThat(end).isEqualTo(FileDigest.of(whole));
    }

    @Test
    void aPictureOfTheSameStepIsNotAddedTwice() throws IOException {
        Path file = directory.resolve(EventFile.NAME);
        FileDigest saved = write(file, FileDigest.EMPTY, 0, 200);
        try (EventFile events = EventFile.open(saved, file, new FileStore())) {
            events.picture(200, "samples", PNG);
        }
        assertThat(Events.read(file)).hasSize(4);
    }

    private static FileDigest write(Path file, FileDigest begin, long after, long last) {
        try (EventFile events = EventFile.open(begin, file, new FileStore())) {
            for (long step = after / 100 * 100 + 100; step <= last; step += 100) {
                SortedMap<String, Double> numbers = new TreeMap<>();
                numbers.put("loss/d", step + 0.5);
                numbers.put("loss/g", Double.NaN);
                events.numbers(step, numbers);
                if (step == 200) {
                    events.picture(step, "samples", PNG);
                }
            }
            return events.saved();
        }
    }
}
