package org.gan4j.core.data.download;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;

/**
 * Fetches files: from several sources in turn, resumed where it broke off, and put in place only when the SHA-256 fits.
 *
 * <p>What has arrived is kept in {@code <name>.part} until it is complete.
 */
final class Downloader {
    private final DownloadSettings settings;
    private final FileStore store;
    private final DownloadListener listener;

    Downloader(DownloadSettings settings, FileStore store, DownloadListener listener) {
        this.settings = settings;
        this.store = store;
        this.listener = listener;
    }

    /**
     * Fetches a file; whatever was in its place is replaced when the new one is complete and right.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#DATA} if no source gives it, saying what each did, and with
     *     {@link org.gan4j.core.io.ExitCode#OUTPUT} if it cannot be written
     */
    void fetch(CataloguedFile file, Path target) {
        if (settings.offline()) {
            throw failed(file, target, "it is not there, and nothing is downloaded with --offline", List.of());
        }
        Path part = part(target);
        List<String> failures = new ArrayList<>();
        for (String source : file.sources()) {
            listener.note("fetching " + file.name() + " from " + source);
            try {
                fetch(file, source, part);
                store.moveIntoPlace(part, target);
                return;
            } catch (IOException e) {
                String failure = source + ": " + message(e);
                failures.add(failure);
                listener.note("failed, " + failure);
            }
        }
        throw failed(file, target, "no source gave the file", failures);
    }

    /** Returns where what has arrived of a file is kept. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private void fetch(CataloguedFile file, String source, Path part) throws IOException {
        Transfer transfer = new Transfer(settings, store, listener, file, part);
        boolean fromStart = !Files.exists(part);
        for (int attempt = 1; ; attempt++) {
            try {
                if (!complete(file, part)) {
                    transfer.run(source);
                }
                String found = Sha256.of(part);
                if (found.equals(file.sha256())) {
                    return;
                }
                store.delete(part);
                if (fromStart) {
                    throw new Transfer.Refused("what it sent has SHA-256 " + found + ", expected " + file.sha256());
                }
                listener.note("what was kept of " + file.name() + " does not fit; starting over");
                fromStart = true;
            } catch (Transfer.Refused e) {
                throw e;
            } catch (IOException e) {
                if (attempt >= settings.attempts()) {
                    throw e;
                }
                listener.note("trying again: " + message(e));
            }
        }
    }

    private boolean complete(CataloguedFile file, Path part) throws IOException {
        if (!Files.exists(part)) {
            return false;
        }
        if (Files.size(part) > file.size()) {
            store.delete(part);
        }
        return Files.exists(part) && Files.size(part) == file.size();
    }

    private static String message(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no host " + e.getMessage() + ", or no connection to the network";
        }
        String text = e.getMessage();
        return text == null ? e.getClass().getSimpleName() : text;
    }

    private static UserError failed(CataloguedFile file, Path target, String what, List<String> failures) {
        StringBuilder fix = new StringBuilder();
        for (String failure : failures) {
            fix.append("\n  ").append(failure);
        }
        if (!failures.isEmpty()) {
            fix.append("\n");
        }
        fix.append("Put a file of ")
                .append(file.size())
                .append(" bytes with SHA-256 ")
                .append(file.sha256())
                .append(" there by hand");
        if (!file.sources().isEmpty()) {
            fix.append("; it is published at ").append(String.join(", ", file.sources()));
        }
        return new UserError(
                ExitCode.DATA, what, target.toString(), fix.append('.').toString());
    }
}
