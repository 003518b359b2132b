package org.gan4j.experiments.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.gan4j.core.io.AppendedFile;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;

/**
 * The numbers and pictures of a run in the form that TensorBoard shows: {@code tensorboard --logdir runs}.
 *
 * <p>The file depends on the numbers alone, so that a run that was stopped and resumed leaves the bytes of one that was
 * not: its name is fixed, and the wall time of an event is its step counted in seconds from the beginning of 1970.
 * TensorBoard's "relative" axis therefore shows steps; the true times are in {@code timing.jsonl}.
 *
 * @see <a href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/event.proto">event.proto</a>
 */
public final class EventFile implements AutoCloseable {
    /** The file's name in a run's directory; TensorBoard looks for "tfevents". */
    public static final String NAME = "events.out.tfevents.0000000000.gan4j";

    private static final int EVENT_WALL_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_NUMBER = 2;
    private static final int VALUE_IMAGE = 4;
    private static final int PNG_WIDTH = 16;
    private static final int PNG_COLOUR_TYPE = 25;
    /** Field 2 of our events stands behind the nine bytes of field 1. */
    private static final int STEP = 10;

    private final AppendedFile file;
    private long lastPicture;

    private EventFile(AppendedFile file, long lastPicture) {
        this.file = file;
        this.lastPicture = lastPicture;
    }

    /**
     * Opens a file to go on after what it holds already; all that follows is taken away.
     *
     * @param begin what it begins with; whoever loaded the checkpoint has checked that it does
     */
    public static EventFile open(FileDigest begin, Path path, FileStore files) {
        files.truncate(path, begin.length());
        EventFile events = new EventFile(files.append(path), begin.length() == 0 ? -1 : lastPicture(path));
        if (begin.length() == 0) {
            events.add(event(0).text(EVENT_FILE_VERSION, "brain.Event:2"));
        }
        return events;
    }

    /** Adds the numbers of a step under their names. */
    public void numbers(long step, SortedMap<String, Double> values) {
        ProtoMessage summary = new ProtoMessage();
        values.forEach((name, value) -> summary.message(
                SUMMARY_VALUE, new ProtoMessage().text(VALUE_TAG, name).floatNumber(VALUE_NUMBER, value.floatValue())));
        add(event(step).message(EVENT_SUMMARY, summary));
    }

    /** Adds a PNG picture of a step, unless a picture of this or a later step is there. */
    public void picture(long step, String name, byte[] png) {
        if (step <= lastPicture) {
            return;
        }
        lastPicture = step;
        ByteBuffer header = ByteBuffer.wrap(png);
        ProtoMessage image = new ProtoMessage()
                .integer(1, header.getInt(PNG_WIDTH + Integer.BYTES))
                .integer(2, header.getInt(PNG_WIDTH))
                .integer(3, channels(png[PNG_COLOUR_TYPE]))
                .bytes(4, png);
        ProtoMessage value = new ProtoMessage().text(VALUE_TAG, name).message(VALUE_IMAGE, image);
        add(event(step).message(EVENT_SUMMARY, new ProtoMessage().message(SUMMARY_VALUE, value)));
    }

    /** Waits until all events are on the device, and returns length and digest of the file. */
    public FileDigest saved() {
        file.force();
        return file.digest();
    }

    @Override
    public void close() {
        file.close();
    }

    private void add(ProtoMessage event) {
        file.bytes(RecordFrame.around(event.toBytes()));
    }

    private static ProtoMessage event(long step) {
        return new ProtoMessage().doubleNumber(EVENT_WALL_TIME, (double) step).integer(EVENT_STEP, step);
    }

    /** Grey 1, grey with opacity 2, colours 3, colours with opacity 4. */
    private static int channels(byte pngColourType) {
        return switch (pngColourType) {
            case 0 -> 1;
            case 4 -> 2;
            case 6 -> 4;
            default -> 3;
        };
    }

    /** Returns the step of the last picture in a file of whole events; -1 if there is none. */
    private static long lastPicture(Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw InputErrors.cannotRead(path, ExitCode.CHECKPOINT, e);
        }
        long picture = -1;
        int frame = 0;
        for (int length = RecordFrame.lengthAt(0, bytes); length > STEP; length = RecordFrame.lengthAt(frame, bytes)) {
            int data = RecordFrame.dataOf(frame);
            if (holdsPng(bytes, data, length)) {
                picture = varint(bytes, data + STEP);
            }
            frame = RecordFrame.after(frame, length);
        }
        return picture;
    }

    private static long varint(byte[] bytes, int from) {
        long value = 0;
        for (int i = 0; i < 10; i++) {
            value |= (bytes[from + i] & 0x7FL) << (7 * i);
            if (bytes[from + i] >= 0) {
                break;
            }
        }
        return value;
    }

    /** Whether an event holds the four bytes with which a PNG begins; names of numbers cannot hold them. */
    private static boolean holdsPng(byte[] bytes, int from, int length) {
        int signature = ByteBuffer.wrap("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1))
                .order(ByteOrder.BIG_ENDIAN)
                .getInt();
        ByteBuffer file = ByteBuffer.wrap(bytes);
        for (int i = from; i + Integer.BYTES <= from + Math.min(length, 200); i++) {
            if (file.getInt(i) == signature) {
                return true;
            }
        }
        return false;
    }
}
