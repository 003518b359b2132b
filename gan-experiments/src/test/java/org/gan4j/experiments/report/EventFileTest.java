package org.gan4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
        write(file, 0, 300);

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
    @ValueSource(longs = {0, 100, 150, 200, 250})
    void aFileCutBackAndContinuedHasTheBytesOfOneThatWasNot(long checkpoint) throws IOException {
        Path whole = directory.resolve("whole");
        write(whole, 0, 300);
        Path resumed = directory.resolve("resumed");
        write(resumed, 0, 300);

        write(resumed, checkpoint, 300);

        assertThat(resumed).hasSameBinaryContentAs(whole);
    }

    @Test
    void anEventCutShortIsTakenAway() throws IOException {
        Path whole = directory.resolve("whole");
        write(whole, 0, 300);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length < bytes.length; length += 13) {
            Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, length));
            long kept = Events.read(keep(cut)).stream()
                    .mapToLong(Events.Event::step)
                    .max()
                    .orElseThrow();
            long checkpoint = Math.max(0, kept - 100); // the last step of which nothing can be missing
            write(cut, checkpoint, 300);
            assertThat(cut).as("cut to %d bytes", length).hasSameBinaryContentAs(whole);
        }
    }

    @Test
    void aPictureOfTheSameStepIsNotAddedTwice() throws IOException {
        Path file = directory.resolve(EventFile.NAME);
        write(file, 0, 200);
        try (EventFile events = EventFile.openAfter(200, file, new FileStore())) {
            events.picture(200, "samples", PNG);
        }
        assertThat(Events.read(file)).hasSize(4);
    }

    private static Path keep(Path file) {
        EventFile.openAfter(Long.MAX_VALUE, file, new FileStore()).close();
        return file;
    }

    private static void write(Path file, long after, long last) {
        try (EventFile events = EventFile.openAfter(after, file, new FileStore())) {
            for (long step = after / 100 * 100 + 100; step <= last; step += 100) {
                SortedMap<String, Double> numbers = new TreeMap<>();
                numbers.put("loss/d", step + 0.5);
                numbers.put("loss/g", Double.NaN);
                events.numbers(step, numbers);
                if (step == 200) {
                    events.picture(step, "samples", PNG);
                }
            }
        }
    }
}
