package org.gan4j.core.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gan4j.core.io.AppendedFile;
import org.gan4j.core.io.FileStore;
import org.jspecify.annotations.Nullable;

/** One request for one file to one source; what arrives is added to the part that is there already. */
final class Transfer {
    private static final int REDIRECTS = 5;
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int PERMANENT_REDIRECT = 308;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final DownloadSettings settings;
    private final FileStore store;
    private final DownloadListener listener;
    private final CataloguedFile file;
    private final Path part;

    Transfer(DownloadSettings settings, FileStore store, DownloadListener listener, CataloguedFile file, Path part) {
        this.settings = settings;
        this.store = store;
        this.listener = listener;
        this.file = file;
        this.part = part;
    }

    /** The source has no such file, or refuses; asking again does not help. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Asks for what is missing of the file and adds it to the part.
     *
     * @throws Refused if the source does not have what the catalogue promises
     * @throws IOException if the connection breaks off; what has arrived is kept
     */
    void run(String source) throws IOException {
        try {
            receive(source);
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "nothing arrived for " + settings.readTimeout().toMillis() / 1000.0 + " s", e);
        }
    }

    private void receive(String source) throws IOException {
        long have = length();
        HttpURLConnection connection = open(source, have);
        try {
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_PARTIAL && have > 0) {
                checkContinues(connection, have);
                listener.note("resuming " + file.name() + " at byte " + have);
            } else if (status == HttpURLConnection.HTTP_OK) {
                store.delete(part);
            } else if (status == RANGE_NOT_SATISFIABLE && have > 0) {
                store.delete(part);
                throw new IOException("it does not continue from byte " + have);
            } else {
                throw new Refused("it answered " + status + reason(connection));
            }
            if (copy(connection) > file.size()) {
                store.delete(part);
                throw new Refused("it sends more than the " + file.size() + " bytes expected");
            }
        } finally {
            connection.disconnect();
        }
    }

    /** Adds what arrives to the part; returns the length there would be, and writes nothing beyond the expected one. */
    private long copy(HttpURLConnection connection) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = connection.getInputStream();
                AppendedFile out = store.append(part)) {
            long total = out.length();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > file.size()) {
                    return total;
                }
                out.bytes(Arrays.copyOf(buffer, count));
                listener.received(file, total);
            }
            out.force();
            if (total < file.size()) {
                throw new IOException("it broke off after " + total + " of " + file.size() + " bytes");
            }
            return total;
        }
    }

    private HttpURLConnection open(String source, long have) throws IOException {
        URI address = URI.create(source);
        for (int redirect = 0; redirect <= REDIRECTS; redirect++) {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) settings.connectTimeout().toMillis());
            connection.setReadTimeout((int) settings.readTimeout().toMillis());
            connection.setRequestProperty("User-Agent", "gan4j");
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (have > 0) {
                connection.setRequestProperty("Range", "bytes=" + have + "-");
            }
            String next = redirect(connection);
            if (next == null) {
                return connection;
            }
            connection.disconnect();
            address = follow(address, next);
        }
        throw new Refused("it redirects more than " + REDIRECTS + " times");
    }

    private static @Nullable String redirect(HttpURLConnection connection) throws IOException {
        return switch (connection.getResponseCode()) {
            case HttpURLConnection.HTTP_MOVED_PERM,
                    HttpURLConnection.HTTP_MOVED_TEMP,
                    HttpURLConnection.HTTP_SEE_OTHER,
                    TEMPORARY_REDIRECT,
                    PERMANENT_REDIRECT -> connection.getHeaderField("Location");
            default -> null;
        };
    }

    /** An address that was https does not lead to plain http. */
    private static URI follow(URI from, String location) throws IOException {
        URI to;
        try {
            to = from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new Refused("it redirects to an address that is none: " + location);
        }
        boolean secure = "https".equals(to.getScheme());
        if (!secure && (!"http".equals(to.getScheme()) || "https".equals(from.getScheme()))) {
            throw new Refused("it redirects from " + from.getScheme() + " to " + to);
        }
        return to;
    }

    private void checkContinues(HttpURLConnection connection, long have) throws IOException {
        String range = String.valueOf(connection.getHeaderField("Content-Range"));
        if (!range.startsWith("bytes " + have + "-")) {
            store.delete(part);
            throw new IOException("it does not continue from byte " + have + " (Content-Range: " + range + ")");
        }
    }

    private long length() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static String reason(HttpURLConnection connection) throws IOException {
        String text = connection.getResponseMessage();
        return text == null || text.isEmpty() ? "" : " " + text;
    }
}
