import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Compares what trainings of two revisions have left behind, byte by byte; see docs/golden-traces.md.
 *
 * <pre>
 * java scripts/GoldenTraces.java OLDDIR NEWDIR [TRACE...]
 * java scripts/GoldenTraces.java --self-test
 * </pre>
 *
 * <p>Each directory in OLDDIR and NEWDIR is a trace: a directory {@code runs} with the runs of one experiment, and a
 * file {@code status} with the exit code. A trace NAME.resumed is also compared with the trace NAME. The exit code is 0
 * only if all traces are the same.
 */
public final class GoldenTraces {
    private static final String RESUMED = ".resumed";
    private static final String ROW = "%-26s %7s %6s  %-12s  %-12s  %s%n";

    private GoldenTraces() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("--self-test")) {
            System.exit(SelfTest.run() ? 0 : 1);
        }
        if (arguments.length < 2 || arguments[0].startsWith("-")) {
            System.err.println("usage: java GoldenTraces.java OLDDIR NEWDIR [TRACE...] | --self-test");
            System.exit(2);
        }
        Path old = Path.of(arguments[0]);
        Path now = Path.of(arguments[1]);
        TreeSet<String> names = new TreeSet<>(List.of(arguments).subList(2, arguments.length));
        if (names.isEmpty()) {
            names.addAll(directories(old));
            names.addAll(directories(now));
        }
        System.exit(report(old, now, names) ? 0 : 1);
    }

    private static List<String> directories(Path parent) throws IOException {
        try (Stream<Path> found = Files.list(parent)) {
            return found.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();
        }
    }

    private static boolean report(Path old, Path now, TreeSet<String> names) {
        System.out.printf(ROW, "trace", "tensors", "files", "old", "new", "");
        boolean same = !names.isEmpty();
        Digest allOld = new Digest();
        Digest allNew = new Digest();
        for (String name : names) {
            Trace before = Trace.read(old.resolve(name));
            Trace after = Trace.read(now.resolve(name));
            allOld.add(name).add(before.digest());
            allNew.add(name).add(after.digest());
            same &= row(name, before, after);
            if (name.endsWith(RESUMED)) {
                String whole = name.substring(0, name.length() - RESUMED.length());
                Trace wholeBefore = Trace.read(old.resolve(whole));
                same &= row("  old whole, new resumed", wholeBefore, after);
                same &= row("  old whole, old resumed", wholeBefore, before);
                same &= row("  new whole, new resumed", Trace.read(now.resolve(whole)), after);
            }
        }
        String verdict = same ? "same" : "NOT ALL THE SAME";
        System.out.printf(ROW, "all", "", "", allOld.hex(), allNew.hex(), verdict);
        return same;
    }

    private static boolean row(String name, Trace old, Trace now) {
        Comparison comparison = Comparison.of(old, now);
        System.out.printf(
                ROW,
                name,
                both(old.tensors(), now.tensors()),
                both(old.files(), now.files()),
                old.digest(),
                now.digest(),
                comparison.verdict());
        comparison.notes().forEach(note -> System.out.println("    " + note));
        return comparison.verdict() == Verdict.SAME;
    }

    private static String both(int old, int now) {
        return old == now ? "" + old : old + "/" + now;
    }
}

enum Verdict {
    SAME("same"),
    DIFFERENT("DIFFERENT"),
    FAILED("FAILED");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

/** What two traces have come to, and the first difference of each kind. */
record Comparison(Verdict verdict, List<String> notes) {
    static Comparison of(Trace old, Trace now) {
        List<String> notes = new ArrayList<>();
        old.problems().forEach(problem -> notes.add("old: " + problem));
        now.problems().forEach(problem -> notes.add("new: " + problem));
        Verdict verdict = notes.isEmpty() ? Verdict.SAME : Verdict.FAILED;
        if (old.values().isEmpty() || now.values().isEmpty()) {
            return new Comparison(Verdict.FAILED, notes);
        }
        TreeSet<String> keys = new TreeSet<>(old.values().keySet());
        keys.addAll(now.values().keySet());
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, Integer> count = new LinkedHashMap<>();
        for (String key : keys) {
            String difference = difference(old.values().get(key), now.values().get(key));
            if (!difference.isEmpty()) {
                String kind = key.substring(0, key.indexOf(':'));
                first.putIfAbsent(kind, key.substring(kind.length() + 2) + ": " + difference);
                count.merge(kind, 1, Integer::sum);
            }
        }
        first.forEach((kind, note) -> notes.add(kind + ": " + count.get(kind) + " differ, the first: " + note));
        if (verdict == Verdict.SAME && !first.isEmpty()) {
            verdict = Verdict.DIFFERENT;
        }
        return new Comparison(verdict, notes);
    }

    private static String difference(Value old, Value now) {
        if (old == null) {
            return "not in old; in new " + now.brief();
        }
        if (now == null) {
            return "not in new; in old " + old.brief();
        }
        return old.difference(now);
    }
}

/**
 * What one experiment has left: values by name, where a name says of which kind it is.
 *
 * @param problems why this cannot be called the same as anything
 */
record Trace(SortedMap<String, Value> values, int tensors, int files, String digest, List<String> problems) {
    private static final Pattern HASH = Pattern.compile("-[0-9a-f]{8,64}$");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static Trace read(Path directory) {
        TraceReader reader = new TraceReader();
        try {
            reader.trace(directory);
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            reader.problems.add(unreadable.toString());
        }
        Digest digest = new Digest();
        reader.values.forEach((key, value) -> value.addTo(digest.add(key)));
        int tensors = (int) reader.values.values().stream().filter(Tensor.class::isInstance).count();
        return new Trace(reader.values, tensors, reader.files, digest.hex(), reader.problems);
    }

    private static final class TraceReader {
        final TreeMap<String, Value> values = new TreeMap<>();
        final List<String> problems = new ArrayList<>();
        int files;

        void trace(Path directory) throws IOException {
            if (!Files.isDirectory(directory)) {
                problems.add("there is no " + directory);
                return;
            }
            Path status = directory.resolve("status");
            if (Files.isRegularFile(status) && !Files.readString(status).trim().equals("0")) {
                problems.add("the run ended with exit code " + Files.readString(status).trim());
            }
            Path runs = directory.resolve("runs");
            List<Path> jobs = jobs(Files.isDirectory(runs) ? runs : directory);
            if (jobs.isEmpty()) {
                problems.add("there is no run in " + directory);
            }
            for (int i = 0; i < jobs.size(); i++) {
                job(jobs.get(i), jobs.size() == 1 ? "" : "run " + (i + 1) + ", ");
            }
        }

        /** A job's directory is named after a digest, and so may be the experiment's around it; if none is, it is what holds metrics. */
        private static List<Path> jobs(Path runs) throws IOException {
            List<Path> all = all(runs);
            List<Path> named = all.stream()
                    .filter(path -> Files.isDirectory(path) && HASH.matcher(path.toString()).find())
                    .filter(path -> all.stream().noneMatch(other -> !other.equals(path)
                            && other.startsWith(path)
                            && Files.isDirectory(other)
                            && HASH.matcher(other.toString()).find()))
                    .toList();
            List<Path> jobs = named.isEmpty()
                    ? all.stream().filter(path -> path.endsWith("metrics.jsonl")).map(Path::getParent).toList()
                    : named;
            return jobs.stream()
                    .filter(path -> jobs.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                    .sorted(Comparator.comparing(TraceReader::withoutHash)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        private static String withoutHash(Path job) {
            return HASH.matcher(job.getFileName().toString()).replaceFirst("");
        }

        private static List<Path> all(Path directory) throws IOException {
            try (Stream<Path> tree = Files.walk(directory)) {
                return tree.sorted().toList();
            }
        }

        private void job(Path job, String of) throws IOException {
            TreeMap<Long, Path> checkpoints = new TreeMap<>();
            TreeMap<Long, Path> selected = new TreeMap<>();
            int before = values.size();
            for (Path file : all(job)) {
                String name = file.getFileName().toString();
                boolean checkpoint = name.startsWith("step-") || job.relativize(file).toString().contains("checkpoint");
                if (!Files.isRegularFile(file)) {
                    continue;
                } else if (name.endsWith(".npz") && checkpoint) {
                    checkpoints.put(number(name), file);
                } else if (name.matches("selected(-[0-9]+)?\\.npz")) {
                    selected.put(number(name), file);
                } else if (name.endsWith(".npz")) {
                    npz(file, "samples: " + of + "step " + number(name) + " ");
                } else if (name.equals("metrics.jsonl") || name.equals("selection.jsonl")) {
                    lines(file, name + ": " + of);
                } else if (name.equals("result.json") || name.equals("results.json")) {
                    files++;
                    estimates(new Json(Files.readString(file)).value(), "result", "estimates: " + of);
                }
            }
            if (!selected.isEmpty()) {
                npz(selected.lastEntry().getValue(), "selected: " + of);
            }
            if (!checkpoints.isEmpty()) {
                values.put("checkpoint: " + of + "step", new Text("" + checkpoints.lastKey()));
                npz(checkpoints.lastEntry().getValue(), "checkpoint: " + of);
            }
            require(job, of, "checkpoint: ", Tensor.class);
            require(job, of, "samples: ", Tensor.class);
            require(job, of, "metrics.jsonl: ", Text.class);
            require(job, of, "estimates: ", Text.class);
            if (values.size() == before) {
                problems.add("nothing was compared in " + job);
            }
        }

        private void require(Path job, String of, String kind, Class<? extends Value> type) {
            boolean there = values.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(kind + of) && type.isInstance(entry.getValue()))
                    .anyMatch(entry -> !(entry.getValue() instanceof Text text) || !text.text().isEmpty());
            if (!there) {
                problems.add("no " + kind.replace(": ", "") + " to compare in " + job);
            }
        }

        private static long number(String name) {
            Matcher digits = NUMBER.matcher(name);
            return digits.find() ? Long.parseLong(digits.group()) : 0;
        }

        private void npz(Path file, String prefix) throws IOException {
            files++;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    if (entry.getName().endsWith(".npy")) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            String name = entry.getName().substring(0, entry.getName().length() - 4);
                            put(prefix + name, Tensor.read(in.readAllBytes(), file + " " + entry.getName()));
                        }
                    }
                }
            }
        }

        /** With a limit of -1 a last line end leaves an empty last line, so equal lines are equal bytes. */
        private void lines(Path file, String prefix) throws IOException {
            files++;
            String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
            boolean everyStep = lines.length > 1 && lines[1].startsWith("{\"step\":2,");
            int first = lines[0].startsWith("{\"step\":1,") && !everyStep && lines.length > 2 ? 1 : 0;
            for (int i = first; i < lines.length; i++) {
                put(String.format("%sline %06d", prefix, i + 1 - first), new Text(lines[i]));
            }
        }

        /** Takes every object that has a value, by its name and by the state that it belongs to. */
        private void estimates(Object node, String key, String path) {
            if (node instanceof List<?> list) {
                list.forEach(element -> estimates(element, key, path));
            } else if (node instanceof Map<?, ?> map) {
                String own = map.containsKey("state") ? path + map.get("state") + " " : path;
                if (map.containsKey("value")) {
                    own = unique(own + nameOf(map, key));
                    put(own, new Text(String.valueOf(map.get("value"))));
                    own += " ";
                }
                for (String number : List.of("step", "steps", "candidates", "kind", "divergence")) {
                    if (map.containsKey(number)) {
                        put(unique(own + number), new Text(String.valueOf(map.get(number))));
                    }
                }
                for (Map.Entry<?, ?> child : map.entrySet()) {
                    boolean setting = List.of("parameters", "sizes", "metrics", "warnings", "floor", "measure").contains(child.getKey());
                    if (!setting) {
                        estimates(child.getValue(), child.getKey().toString(), own);
                    }
                }
            }
        }

        /** Returns the name of an estimate, which stands in its measure, or in itself in runs of older code. */
        private static Object nameOf(Map<?, ?> map, String key) {
            Map<?, ?> named = map.get("measure") instanceof Map<?, ?> measure ? measure : map;
            return named.containsKey("name") ? named.get("name") : key;
        }

        private String unique(String key) {
            String unique = key;
            for (int i = 2; values.containsKey(unique); i++) {
                unique = key + " (" + i + ")";
            }
            return unique;
        }

        private void put(String key, Value value) {
            if (values.put(key, value) != null) {
                throw new IllegalArgumentException(key + " is there twice");
            }
        }
    }
}

/** Something that is the same or is not. */
interface Value {
    void addTo(Digest digest);

    String brief();

    /** Says how another value differs from this one; empty if it does not. */
    String difference(Value now);
}

record Text(String text) implements Value {
    @Override
    public void addTo(Digest digest) {
        digest.add(text);
    }

    @Override
    public String brief() {
        return text;
    }

    @Override
    public String difference(Value now) {
        return equals(now) ? "" : "\n        old " + text + "\n        new " + now.brief();
    }
}

/** An array of an npy file: its header's words, and its bytes as they are. */
record Tensor(String type, String order, String shape, byte[] data) implements Value {
    private static final Pattern HEADER =
            Pattern.compile("'descr':\\s*'([^']*)'.*'fortran_order':\\s*(\\w+).*'shape':\\s*\\(([^)]*)\\)");

    static Tensor read(byte[] file, String place) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 12 || (bytes.getInt(0) & 0xffffffffL) != 0x4d554e93L) {
            throw new IllegalArgumentException(place + " is not an npy file");
        }
        boolean shortHeader = file[6] == 1;
        int begin = shortHeader ? 10 : 12;
        int end = begin + (shortHeader ? bytes.getShort(8) & 0xffff : bytes.getInt(8));
        Matcher header = HEADER.matcher(new String(file, begin, end - begin, StandardCharsets.ISO_8859_1));
        if (!header.find()) {
            throw new IllegalArgumentException(place + " has a header that cannot be read");
        }
        String shape = header.group(3).replaceAll("\\s", "").replaceAll(",$", "").replace(",", ", ");
        return new Tensor(
                header.group(1),
                header.group(2).equals("True") ? "columns first" : "rows first",
                "[" + shape + "]",
                Arrays.copyOfRange(file, end, file.length));
    }

    @Override
    public void addTo(Digest digest) {
        digest.add(type).add(order).add(shape).add(data);
    }

    @Override
    public String brief() {
        return type + " " + shape + " (" + order + ")";
    }

    @Override
    public String difference(Value now) {
        if (!(now instanceof Tensor other) || !brief().equals(other.brief()) || data.length != other.data.length) {
            return "old " + brief() + ", new " + now.brief();
        }
        int width = Math.max(1, Integer.parseInt(type.replaceAll("\\D", "0")));
        int first = -1;
        int count = 0;
        double largest = 0;
        for (int i = 0; i * width < data.length; i++) {
            int from = i * width;
            int to = Math.min(from + width, data.length);
            if (!Arrays.equals(data, from, to, other.data, from, to)) {
                first = first < 0 ? i : first;
                count++;
                largest = Math.max(largest, Math.abs(number(from) - other.number(from)));
            }
        }
        if (count == 0) {
            return "";
        }
        return count + " of " + data.length / width + " numbers differ by up to " + largest + ", the first at index "
                + first + " of " + brief() + ": old " + shown(first * width, width) + ", new "
                + other.shown(first * width, width);
    }

    private double number(int at) {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case "<f4" -> bytes.getFloat(at);
            case "<f8" -> bytes.getDouble(at);
            case "<i4" -> bytes.getInt(at);
            case "<i8" -> bytes.getLong(at);
            default -> Double.NaN;
        };
    }

    private String shown(int at, int width) {
        String hex = HexFormat.of().formatHex(data, at, Math.min(at + width, data.length));
        String number = type.equals("<f4") ? "" + (float) number(at) : "" + number(at);
        return number + " (bytes " + hex + ")";
    }
}

/** SHA-256 of parts, each with its length before it. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Digest add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] part) {
        digest.update(ByteBuffer.allocate(8).putLong(part.length).flip());
        digest.update(part);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }
}

/** A reader of JSON whose numbers stay the text that they are. */
final class Json {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([{}\\[\\],:])" // punctuation
            + "|\"((?:[^\"\\\\]|\\\\.)*)\"" // text
            + "|([^\\s{}\\[\\],:\"]+))"); // a number, true, false or null

    private final Matcher tokens;

    Json(String text) {
        tokens = TOKEN.matcher(text);
    }

    Object value() {
        String punctuation = next();
        if (punctuation == null) {
            return word();
        }
        return switch (punctuation) {
            case "{" -> object();
            case "[" -> list();
            default -> throw new IllegalArgumentException("JSON has an unexpected " + punctuation);
        };
    }

    /** Returns the next punctuation, or null if the token is a word. */
    private String next() {
        if (!tokens.find()) {
            throw new IllegalArgumentException("JSON is cut off");
        }
        return tokens.group(1);
    }

    private String word() {
        return tokens.group(2) != null ? tokens.group(2) : tokens.group(3);
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String punctuation = next(); !"}".equals(punctuation); punctuation = next()) {
            if (punctuation == null) {
                String key = word();
                next();
                object.put(key, value());
            }
        }
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        String punctuation = next();
        while (!"]".equals(punctuation)) {
            if (punctuation == null) {
                list.add(word());
            } else if (punctuation.equals("{")) {
                list.add(object());
            } else if (punctuation.equals("[")) {
                list.add(list());
            }
            punctuation = next();
        }
        return list;
    }
}

/** Makes a small trace and changed copies of it, and checks what is said of each. */
final class SelfTest {
    private static final String RUN = "runs/ring/minimax-ring-s1-0123abcd/";
    private static final String CHECKPOINT = RUN + "checkpoints/step-0000000040.npz";
    private static final String WEIGHT = "g/hidden.0.weight.npy";

    private final Map<String, Map<String, byte[]>> archives = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private SelfTest() {
        archives.put(RUN + "checkpoints/step-0000000020.npz", entries(WEIGHT, npy("<f4", "2, 2", 1, 2, 3, 9)));
        archives.put(CHECKPOINT, entries(WEIGHT, npy("<f4", "2, 2", 1, 2, 3, 4)));
        archives.get(CHECKPOINT).put("d/output.bias.npy", npy("<f4", "2,", 5, 6));
        archives.get(CHECKPOINT).put("meta.json", "{\"configuration\": \"0123abcd\"}".getBytes(StandardCharsets.UTF_8));
        archives.put(RUN + "samples/00000040.npz", entries("x.npy", npy("<f4", "1, 2", 7, 8)));
        archives.put(RUN + "selected.npz", entries("parameters/hidden.0.weight.npy", npy("<f4", "2, 2", 1, 2, 3, 4)));
        texts.put(RUN + "metrics.jsonl", "{\"step\":20,\"loss/d\":1.5}\n{\"step\":40,\"loss/d\":1.25}\n");
        texts.put(RUN + "selection.jsonl", "{\"step\":20,\"value\":-3.5}\n");
        texts.put(
                RUN + "result.json",
                """
                {"steps": 40, "evaluations": [{"state": "last", "step": 40, "estimates": [
                  {"name": "modes", "value": 3.0, "uncertainty": {"value": 0.5, "kind": "standard-error"},
                   "parameters": {"radius": 3.0}, "warnings": []}]}],
                 "datasetChecksum": "abcd", "metrics": {"loss/d": 1.25}}
                """);
        texts.put("status", "0\n");
    }

    static boolean run() throws IOException {
        Map<String, Consumer<SelfTest>> same = new LinkedHashMap<>();
        same.put("nothing changed", t -> {});
        same.put("another digest in the name of the run", t -> t.rename("0123abcd", "fedcba98"));
        same.put("another name of the experiment", t -> t.rename("runs/ring/", "runs/circle/deeper/"));
        same.put("another meta.json in the checkpoint", t -> t.archives.get(CHECKPOINT).put("meta.json", new byte[1]));
        same.put("an earlier checkpoint missing", t -> t.archives.remove(RUN + "checkpoints/step-0000000020.npz"));
        same.put(
                "the name of an estimate in its measure",
                t -> t.replace(
                        "result.json", "\"name\": \"modes\"", "\"measure\": {\"name\": \"modes\", \"unit\": \"count\"}"));
        same.put("another checksum in the results", t -> t.replace("result.json", "abcd", "dcba"));
        Map<String, Consumer<SelfTest>> different = new LinkedHashMap<>();
        different.put("one byte of a tensor", t -> t.archives.get(CHECKPOINT).get(WEIGHT)[91] ^= 1);
        different.put("a missing tensor", t -> t.archives.get(CHECKPOINT).remove("d/output.bias.npy"));
        different.put("an additional tensor", t -> t.archives.get(CHECKPOINT).put("d/new.npy", npy("<f4", "1,", 1)));
        different.put("a renamed tensor", t -> t.archives.get(CHECKPOINT)
                .put("d/bias.npy", t.archives.get(CHECKPOINT).remove("d/output.bias.npy")));
        different.put("another shape", t -> t.archives.get(CHECKPOINT).put(WEIGHT, npy("<f4", "4, 1", 1, 2, 3, 4)));
        different.put("another type", t -> t.archives.get(CHECKPOINT).put(WEIGHT, npy("<i4", "2, 2", 1, 2, 3, 4)));
        different.put("the last checkpoint missing", t -> t.archives.remove(CHECKPOINT));
        different.put("selected.npz missing", t -> t.archives.remove(RUN + "selected.npz"));
        different.put("a number in selected.npz", t -> t.archives.get(RUN + "selected.npz")
                .put("parameters/hidden.0.weight.npy", npy("<f4", "2, 2", 1, 2, 3, 5)));
        different.put("a number of the samples", t -> t.archives.get(RUN + "samples/00000040.npz")
                .put("x.npy", npy("<f4", "1, 2", 7, 9)));
        different.put("samples of another step", t -> t.rename("samples/00000040", "samples/00000041"));
        different.put("a line of metrics", t -> t.replace("metrics.jsonl", "1.5}", "1.50}"));
        different.put("an additional line of metrics", t -> t.replace("metrics.jsonl", "1.25}\n", "1.25}\n{}\n"));
        different.put("the last line end of metrics", t -> t.replace("metrics.jsonl", "1.25}\n", "1.25}"));
        different.put("selection.jsonl missing", t -> t.texts.remove(RUN + "selection.jsonl"));
        different.put("a line of selection.jsonl", t -> t.replace("selection.jsonl", "-3.5", "-3.25"));
        different.put("an estimate", t -> t.replace("result.json", "3.0, \"unc", "3.5, \"unc"));
        different.put("the name of an estimate", t -> t.replace("result.json", "modes", "peaks"));
        different.put("an uncertainty", t -> t.replace("result.json", "0.5,", "0.25,"));
        Map<String, Consumer<SelfTest>> failed = new LinkedHashMap<>();
        failed.put("an exit code", t -> t.texts.put("status", "4\n"));
        failed.put("no samples", t -> t.archives.remove(RUN + "samples/00000040.npz"));
        failed.put("no tensor in the checkpoint", t -> t.archives.get(CHECKPOINT).clear());
        failed.put("no metrics", t -> t.texts.remove(RUN + "metrics.jsonl"));
        failed.put("empty metrics", t -> t.texts.put(RUN + "metrics.jsonl", ""));
        failed.put("no results", t -> t.texts.remove(RUN + "result.json"));
        failed.put("results cut off", t -> t.replace("result.json", "\"metrics\": {\"loss/d\": 1.25}}", ""));
        failed.put("a damaged tensor", t -> t.archives.get(CHECKPOINT).put(WEIGHT, new byte[100]));
        failed.put("no results and no metrics", t -> t.texts.clear());
        failed.put("nothing", t -> {
            t.archives.clear();
            t.texts.clear();
        });
        return check(Verdict.SAME, same) & check(Verdict.DIFFERENT, different) & check(Verdict.FAILED, failed);
    }

    private static boolean check(Verdict expected, Map<String, Consumer<SelfTest>> changes) throws IOException {
        boolean right = true;
        for (Map.Entry<String, Consumer<SelfTest>> change : changes.entrySet()) {
            SelfTest changed = new SelfTest();
            change.getValue().accept(changed);
            Trace old = new SelfTest().trace();
            Trace now = changed.trace();
            Verdict verdict = Comparison.of(old, now).verdict();
            boolean digests = old.digest().equals(now.digest()) == (verdict == Verdict.SAME)
                    || verdict == Verdict.FAILED;
            boolean good = verdict == expected && digests;
            System.out.printf("%-6s %-40s %s%n", good ? "ok" : "WRONG", change.getKey(), verdict);
            right &= good;
            // What is not complete is no trace, even beside another that lacks the same.
            Verdict twice = expected == Verdict.FAILED ? Verdict.FAILED : Verdict.SAME;
            if (Comparison.of(now, now).verdict() != twice) {
                System.out.println("WRONG  the same, beside itself");
                right = false;
            }
        }
        return right;
    }

    private void rename(String part, String other) {
        new ArrayList<>(archives.keySet()).forEach(n -> archives.put(n.replace(part, other), archives.remove(n)));
        new ArrayList<>(texts.keySet()).forEach(n -> texts.put(n.replace(part, other), texts.remove(n)));
    }

    private void replace(String file, String part, String other) {
        String text = texts.get(RUN + file);
        if (!text.contains(part)) {
            throw new IllegalStateException(file + " has no " + part);
        }
        texts.put(RUN + file, text.replace(part, other));
    }

    private Trace trace() throws IOException {
        Path directory = Files.createTempDirectory("golden-traces");
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(made(directory.resolve(text.getKey())), text.getValue());
            }
            for (Map.Entry<String, Map<String, byte[]>> archive : archives.entrySet()) {
                Path file = made(directory.resolve(archive.getKey()));
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                    for (Map.Entry<String, byte[]> entry : archive.getValue().entrySet()) {
                        zip.putNextEntry(new ZipEntry(entry.getKey()));
                        zip.write(entry.getValue());
                    }
                }
            }
            return Trace.read(directory);
        } finally {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Path made(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return file;
    }

    private static Map<String, byte[]> entries(String name, byte[] content) {
        return new TreeMap<>(Map.of(name, content));
    }

    private static byte[] npy(String type, String shape, float... numbers) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        header += " ".repeat(69 - header.length()) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(80 + 4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x4d554e93).putShort((short) 0x5950).put((byte) 1).put((byte) 0).putShort((short) 70);
        bytes.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return bytes.array();
    }
}
