package org.gan4j.core.io.npy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header of an npy array says. */
record NpyHeader(NpyType type, boolean bigEndian, boolean fortranOrder, List<Integer> dimensions, long elementBytes) {
    private static final int MOST_AXES = 64;
    private static final Pattern DESCR = Pattern.compile("(['\"])descr\\1\\s*:\\s*(['\"])([^'\"]*)\\2");
    private static final Pattern ORDER = Pattern.compile("(['\"])fortran_order\\1\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("(['\"])shape\\1\\s*:\\s*\\(([0-9L,\\s]*)\\)");
    private static final Pattern STRUCTURED = Pattern.compile("(['\"])descr\\1\\s*:\\s*\\[");

    int[] shape() {
        return dimensions.stream().mapToInt(Integer::intValue).toArray();
    }

    static NpyHeader parse(String text, NpySource source) {
        if (STRUCTURED.matcher(text).find()) {
            throw source.error("it is a structured array; only plain numbers can be read");
        }
        Matcher descr = find(DESCR, text, "descr", source);
        Matcher order = find(ORDER, text, "fortran_order", source);
        Matcher shape = find(SHAPE, text, "shape", source);
        String rest = text.replace(descr.group(), "").replace(order.group(), "").replace(shape.group(), "");
        if (!rest.matches("\\{[\\s,]*\\}[\\s\\x00]*")) {
            throw source.error("the header is malformed: " + quote(text));
        }
        NpyType type = type(descr.group(3), source);
        List<Integer> dimensions = shape(shape.group(2), source);
        long bytes = type.bytes();
        for (int dimension : dimensions) {
            if (dimension != 0 && bytes > Long.MAX_VALUE / dimension) {
                throw source.error("its shape (" + shape.group(2).strip() + ") is larger than any memory");
            }
            bytes *= dimension;
        }
        boolean bigEndian = descr.group(3).startsWith(">");
        return new NpyHeader(type, bigEndian, order.group(2).equals("True"), dimensions, bytes);
    }

    private static Matcher find(Pattern pattern, String text, String key, NpySource source) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw source.error("the header has no usable '" + key + "': " + quote(text));
        }
        return matcher;
    }

    private static NpyType type(String descr, NpySource source) {
        String code = descr.matches("[<>=|].*") ? descr.substring(1) : descr;
        if (code.startsWith("O")) {
            throw source.error("it holds Python objects; save an array of numbers instead (astype('f4'))");
        }
        return NpyType.of(code)
                .orElseThrow(() -> source.error("element type " + quote(descr)
                        + " cannot be read (known: f2, f4, f8, i1, i2, i4, i8, u1, u2, u4, u8, b1)"));
    }

    private static List<Integer> shape(String text, NpySource source) {
        String[] parts = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
        if (parts.length > MOST_AXES) {
            throw source.error("its shape has " + parts.length + " axes, more than NumPy allows");
        }
        List<Integer> dimensions = new ArrayList<>();
        for (String part : parts) {
            try {
                dimensions.add(Integer.parseInt(part.replaceFirst("L$", "")));
            } catch (NumberFormatException e) {
                throw source.error("its shape (" + quote(text.strip()) + ") is not one that can be read")
                        .causedBy(e);
            }
        }
        return dimensions;
    }

    /** Bytes of a damaged file must not reach a terminal as control characters. */
    private static String quote(String text) {
        String clean = text.strip().replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= 120 ? clean : clean.substring(0, 120) + "...";
    }
}
