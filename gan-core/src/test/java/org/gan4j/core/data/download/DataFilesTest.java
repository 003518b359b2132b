package org.gan4j.core.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.download.FileStatus.State;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {
    private static final DownloadSettings PATIENT =
            new DownloadSettings(false, Duration.ofMinutes(1), Duration.ofMinutes(1), 3);
    private static final DownloadSettings IMPATIENT =
            new DownloadSettings(false, Duration.ofMinutes(1), Duration.ofMillis(700), 2);
    private static final byte[] PLAIN = bytes(150_000);
    private static final byte[] CONTENT = gzip(PLAIN);

    @TempDir
    Path root;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Bytes that do not compress. */
    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        long state = 42;
        for (int i = 0; i < count; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            bytes[i] = (byte) (state >>> 56);
        }
        return bytes;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static final class Notes implements DownloadListener {
        private final List<String> notes = new ArrayList<>();
        private long received;

        @Override
        public void received(CataloguedFile file, long bytes) {
            received = bytes;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }

    private DataFiles files(String... sources) {
        CataloguedFile file = new CataloguedFile(
                "a.gz", CONTENT.length, Sha256.of(CONTENT), Optional.of(Sha256.of(PLAIN)), List.of(sources));
        CataloguedDataset dataset = new CataloguedDataset("toy", "A toy.", List.of(file));
        return new DataFiles(new Catalogue(List.of(dataset)), new DataDirectory(root));
    }

    private Path target() {
        return root.resolve("toy").resolve("a.gz");
    }

    private Path part() {
        return root.resolve("toy").resolve("a.gz.part");
    }

    private void put(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    private Notes fetched(String... sources) throws IOException {
        return fetched(PATIENT, sources);
    }

    private Notes fetched(DownloadSettings settings, String... sources) throws IOException {
        Notes notes = new Notes();
        DatasetStatus status = files(sources).fetch("toy", settings, notes);
        assertThat(status.complete()).isTrue();
        assertThat(status.files()).extracting(FileStatus::state).containsExactly(State.INTACT);
        assertThat(target()).hasBinaryContent(CONTENT);
        assertThat(part()).doesNotExist();
        return notes;
    }

    private String failure(String... sources) {
        UserError error = catchThrowableOfType(
                UserError.class, () -> files(sources).fetch("toy", PATIENT, DownloadListener.SILENT));
        assertThat(error).isNotNull();
        assertThat(error.exitCode()).isEqualTo(ExitCode.DATA);
        assertThat(target()).doesNotExist();
        return String.valueOf(error.getMessage());
    }

    @Test
    void aFileIsFetchedVerifiedAndPutInPlace() throws IOException {
        Notes notes = fetched(server.good("/a", CONTENT));
        assertThat(notes.received).isEqualTo(CONTENT.length);
        fetched(server.good("/b", CONTENT));
        assertThat(server.requests()).as("an intact file is not fetched again").containsExactly("/a");
    }

    @Test
    void theNextSourceIsTriedWhenOneHasNoSuchFile() throws IOException {
        Notes notes = fetched(server.answering("/a", 404), server.answering("/b", 500), server.good("/c", CONTENT));
        assertThat(server.requests()).containsExactly("/a", "/b", "/c");
        assertThat(notes.notes).anyMatch(note -> note.contains("/a: it answered 404 Not Found"));
    }

    @Test
    void aConnectionThatBreaksOffIsResumedWhereItStopped() throws IOException {
        fetched(server.breakingOff("/a", CONTENT, 60_000));
        assertThat(server.requests()).hasSize(3).startsWith("/a");
        assertThat(server.requests().get(1)).startsWith("/a bytes=");
    }

    @Test
    void whatArrivedIsKeptForTheNextTimeAndTheNextSource() throws IOException {
        String message = failure(server.breakingOff("/a", CONTENT, 20_000));
        assertThat(message).contains("/a: it broke off after ");
        assertThat(Files.size(part())).isBetween(1L, CONTENT.length - 1L);
        assertThat(Arrays.equals(Files.readAllBytes(part()), Arrays.copyOf(CONTENT, (int) Files.size(part()))))
                .isTrue();
        assertThat(files().list().get(0).files().get(0).state()).isEqualTo(State.PARTIAL);
        long kept = Files.size(part());
        Notes notes = fetched(server.good("/b", CONTENT));
        assertThat(server.requests()).endsWith("/b bytes=" + kept + "-");
        assertThat(notes.notes).contains("resuming a.gz at byte " + kept);
    }

    @Test
    void aServerThatIgnoresRangesSendsTheWholeFileAgain() throws IOException {
        put(part(), Arrays.copyOf(CONTENT, 1000));
        fetched(server.ignoringRange("/a", CONTENT));
        assertThat(server.requests()).containsExactly("/a bytes=1000-");
    }

    @Test
    void aPartThatDoesNotFitIsFetchedAnew() throws IOException {
        put(part(), new byte[1000]);
        Notes notes = fetched(server.good("/a", CONTENT));
        assertThat(server.requests()).containsExactly("/a bytes=1000-", "/a");
        assertThat(notes.notes).contains("what was kept of a.gz does not fit; starting over");
    }

    @Test
    void aPartThatIsTooLongOrWholeNeedsNoSource() throws IOException {
        put(part(), CONTENT);
        fetched(server.answering("/a", 404));
        assertThat(server.requests()).isEmpty();
        Files.delete(target());
        put(part(), new byte[CONTENT.length + 1]);
        fetched(server.good("/b", CONTENT));
        assertThat(server.requests()).containsExactly("/b");
    }

    @Test
    void aWrongFileIsNeverPutInPlace() {
        byte[] wrong = CONTENT.clone();
        wrong[50] ^= 1;
        String message = failure(server.good("/a", wrong));
        assertThat(message)
                .startsWith(target() + ": no source gave the file. ")
                .contains("/a: what it sent has SHA-256 " + Sha256.of(wrong) + ", expected " + Sha256.of(CONTENT))
                .contains("Put a file of " + CONTENT.length + " bytes with SHA-256 " + Sha256.of(CONTENT)
                        + " there by hand");
        assertThat(part()).doesNotExist();
        assertThat(server.requests()).containsExactly("/a");
    }

    @Test
    void afterAWrongFileTheNextSourceIsTried() throws IOException {
        fetched(server.good("/a", bytes(CONTENT.length)), server.good("/b", CONTENT));
        assertThat(server.requests()).containsExactly("/a", "/b");
    }

    @Test
    void aFileThatIsTooLongOrTooShortIsRefused() {
        assertThat(failure(server.good("/a", Arrays.copyOf(CONTENT, CONTENT.length + 1))))
                .contains("it sends more than the " + CONTENT.length + " bytes expected");
        assertThat(part()).doesNotExist();
        assertThat(failure(server.good("/b", Arrays.copyOf(CONTENT, 1000)))).contains("it ");
        assertThat(server.requests()).contains("/b bytes=1000-");
    }

    @Test
    void aSourceThatFallsSilentIsGivenUp() throws IOException {
        Notes notes = fetched(IMPATIENT, server.stalling("/a", CONTENT, 3000), server.good("/b", CONTENT));
        assertThat(notes.notes).anyMatch(note -> note.contains("/a: nothing arrived for 0.7 s"));
        assertThat(server.requests()).contains("/b bytes=3000-");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) throws IOException {
        server.good("/there", CONTENT);
        fetched(server.redirecting("/a", status, "/there"));
        assertThat(server.requests()).containsExactly("/a", "/there");
    }

    @Test
    void redirectsThatLeadNowhereAreRefused() {
        assertThat(failure(server.redirecting("/a", 302, "/a"))).contains("it redirects more than 5 times");
        assertThat(failure(server.redirecting("/b", 302, "file:///etc/hostname")))
                .contains("it redirects from http to file:///etc/hostname");
    }

    @Test
    void anUnknownHostAndAClosedPortAreNamed() {
        assertThat(failure("http://no-such-host.invalid/a", "http://localhost:1/a"))
                .contains("http://no-such-host.invalid/a: ")
                .contains("http://localhost:1/a: Connection refused");
    }

    @Test
    void offlineNothingIsAskedAndTheMessageSaysWhatToPutWhere() {
        DataFiles files = files(server.good("/a", CONTENT));
        assertThatThrownBy(() -> files.fetch("toy", DownloadSettings.OFFLINE, DownloadListener.SILENT))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageStartingWith(target()
                        + ": it is not there, and nothing is downloaded with --offline. Put a file of "
                        + CONTENT.length + " bytes with SHA-256 " + Sha256.of(CONTENT)
                        + " there by hand; it is published at http://localhost:");
        assertThat(server.requests()).isEmpty();
        assertThat(root.resolve("toy")).doesNotExist();
    }

    @Test
    void aWrongFileThatIsThereIsReplacedOnlyByARightOne() throws IOException {
        put(target(), new byte[] {1, 2, 3});
        FileStatus wrong = files().verify("toy").files().get(0);
        assertThat(wrong.state()).isEqualTo(State.WRONG);
        assertThat(wrong.detail())
                .startsWith("wrong content: 3 bytes with SHA-256 ")
                .contains("expected " + CONTENT.length + " bytes with SHA-256 " + Sha256.of(CONTENT));
        assertThatThrownBy(() -> files(server.answering("/a", 404)).fetch("toy", PATIENT, DownloadListener.SILENT))
                .isInstanceOf(UserError.class);
        assertThat(target()).hasBinaryContent(new byte[] {1, 2, 3});
        fetched(server.good("/b", CONTENT));
    }

    @Test
    void theSameContentCompressedOtherwiseOrNotAtAllIsIntact() throws IOException {
        ByteArrayOutputStream otherwise = new ByteArrayOutputStream();
        otherwise.write(gzip(Arrays.copyOf(PLAIN, 7)));
        otherwise.write(gzip(Arrays.copyOfRange(PLAIN, 7, PLAIN.length)));
        put(target(), otherwise.toByteArray());
        assertThat(files().verify("toy").files().get(0).detail())
                .isEqualTo("the published content, compressed otherwise");
        Files.delete(target());
        put(root.resolve("toy/a"), PLAIN);
        assertThat(files().verify("toy").complete()).isTrue();
        assertThat(files().list().get(0).complete()).isTrue();
        put(root.resolve("toy/a"), Arrays.copyOf(PLAIN, 100));
        assertThat(files().verify("toy").files().get(0).state()).isEqualTo(State.WRONG);
    }

    @Test
    void aMissingFileSaysWhichToPutWhere() {
        FileStatus missing = files().list().get(0).files().get(0);
        assertThat(missing.state()).isEqualTo(State.MISSING);
        assertThat(missing.detail())
                .isEqualTo("missing; put a.gz (expected " + CONTENT.length + " bytes with SHA-256 " + Sha256.of(CONTENT)
                        + ") into " + root.resolve("toy") + ", or fetch it");
        assertThat(files().list().get(0).complete()).isFalse();
    }

    @Test
    void twoProcessesDoNotFetchTheSameDataAtOnce() throws IOException {
        Files.createDirectories(root.resolve("toy"));
        try (RunLock lock = RunLock.acquire(root.resolve("toy"))) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> files(server.good("/a", CONTENT)).fetch("toy", PATIENT, DownloadListener.SILENT))
                    .isInstanceOfSatisfying(
                            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.RUN_IN_USE))
                    .hasMessageContaining("another process is fetching 'toy'");
        }
        fetched(server.good("/b", CONTENT));
    }

    @Test
    void anUnknownDataSetNamesTheKnownOnes() {
        assertThatThrownBy(() -> files().verify("minst"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("minst: no data set of this name can be fetched. There are: toy;");
    }
}
