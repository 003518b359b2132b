package org.gan4j.experiments.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an event file by the published descriptions of its two formats, with a CRC computed bit by bit. */
final class Events {
    private static final int CASTAGNOLI_REVERSED = 0x82f63b78;

    private Events() {}

    /** One event; fields it does not have are 0 or empty. */
    record Event(
            double wallTime, long step, String version, SortedMap<String, Float> numbers, List<Picture> pictures) {}

    /** A picture within an event. */
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(String tag, long height, long width, long channels, byte[] png) {}

    static List<Event> read(Path path) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (file.hasRemaining()) {
            byte[] head = take(file, 8);
            requireChecksum(head, file.getInt());
            byte[] data = take(file, (int)
                    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong());
            requireChecksum(data, file.getInt());
            events.add(event(data));
        }
        return events;
    }

    static int maskedCrc(byte[] bytes) {
        int crc = ~0;
        for (byte next : bytes) {
            crc ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ CASTAGNOLI_REVERSED;
            }
        }
        crc = ~crc;
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    private static void requireChecksum(byte[] bytes, int stored) {
        if (maskedCrc(bytes) != stored) {
            throw new AssertionError("the checksum of " + bytes.length + " bytes is wrong");
        }
    }

    private static Event event(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        double wallTime = 0;
        long step = 0;
        String version = "";
        SortedMap<String, Float> numbers = new TreeMap<>();
        List<Picture> pictures = new ArrayList<>();
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case (1 << 3) | 1 -> wallTime = in.getDouble();
                case 2 << 3 -> step = varint(in);
                case (3 << 3) | 2 -> version = text(in);
                case (5 << 3) | 2 -> summary(nested(in), numbers, pictures);
                default -> throw new AssertionError("an unknown field in an event");
            }
        }
        return new Event(wallTime, step, version, numbers, pictures);
    }

    private static void summary(ByteBuffer in, SortedMap<String, Float> numbers, List<Picture> pictures) {
        while (in.hasRemaining()) {
            requireTag(in, (1 << 3) | 2);
            ByteBuffer value = nested(in);
            requireTag(value, (1 << 3) | 2);
            String tag = text(value);
            long kind = varint(value);
            if (kind == ((2 << 3) | 5)) {
                numbers.put(tag, value.getFloat());
            } else if (kind == ((4 << 3) | 2)) {
                pictures.add(picture(tag, nested(value)));
            } else {
                throw new AssertionError("an unknown field in a value");
            }
        }
    }

    private static Picture picture(String tag, ByteBuffer in) {
        long[] sizes = new long[4];
        for (int field = 1; field <= 3; field++) {
            requireTag(in, field << 3);
            sizes[field] = varint(in);
        }
        requireTag(in, (4 << 3) | 2);
        return new Picture(tag, sizes[1], sizes[2], sizes[3], take(in, (int) varint(in)));
    }

    private static void requireTag(ByteBuffer in, int tag) {
        long found = varint(in);
        if (found != tag) {
            throw new AssertionError("expected tag " + tag + " but found " + found);
        }
    }

    private static String text(ByteBuffer in) {
        return new String(take(in, (int) varint(in)), StandardCharsets.UTF_8);
    }

    private static ByteBuffer nested(ByteBuffer in) {
        return ByteBuffer.wrap(take(in, (int) varint(in))).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
