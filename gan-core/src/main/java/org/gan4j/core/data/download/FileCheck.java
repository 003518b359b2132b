package org.gan4j.core.data.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gan4j.core.data.download.FileStatus.State;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.Sha256;

/** Compares a file on the disk with its entry in the catalogue. */
final class FileCheck {
    private static final String GZIP = ".gz";

    private final String dataset;
    private final CataloguedFile file;
    private final Path folder;

    FileCheck(String dataset, CataloguedFile file, Path folder) {
        this.dataset = dataset;
        this.file = file;
        this.folder = folder;
    }

    /** Where the file belongs. */
    Path target() {
        return folder.resolve(file.name());
    }

    /** Looks whether the file is there, without reading it. */
    FileStatus look() {
        Path found = found();
        if (Files.exists(found)) {
            return status(found, State.PRESENT, "there; 'verify' looks at its content");
        }
        return absent();
    }

    /** Reads the file and compares its content. */
    FileStatus verify() {
        Path found = found();
        if (!Files.exists(found)) {
            return absent();
        }
        try {
            String sum = Sha256.of(found);
            if (found.equals(target()) && sum.equals(file.sha256())) {
                return status(found, State.INTACT, "as published, SHA-256 " + sum);
            }
            if (file.contentSha256().isPresent()
                    && content(found).equals(file.contentSha256().get())) {
                return status(found, State.INTACT, "the published content, compressed otherwise");
            }
            return status(
                    found,
                    State.WRONG,
                    "wrong content: " + Files.size(found) + " bytes with SHA-256 " + sum + "; " + expected(found)
                            + ". Delete it and fetch it, or replace it");
        } catch (IOException e) {
            throw InputErrors.cannotRead(found, ExitCode.DATA, e);
        }
    }

    private FileStatus absent() {
        Path part = Downloader.part(target());
        String place = "put " + file.name() + " (" + expected(target()) + ") into " + folder + ", or fetch it";
        if (Files.exists(part)) {
            return status(target(), State.PARTIAL, part.toFile().length() + " bytes have been fetched; " + place);
        }
        return status(target(), State.MISSING, "missing; " + place);
    }

    /** The uncompressed file counts as the file, when the catalogue knows its checksum. */
    private Path found() {
        Path target = target();
        if (!Files.exists(target)
                && file.contentSha256().isPresent()
                && file.name().endsWith(GZIP)) {
            String plain = file.name().substring(0, file.name().length() - GZIP.length());
            if (Files.exists(folder.resolve(plain))) {
                return folder.resolve(plain);
            }
        }
        return target;
    }

    private String expected(Path found) {
        return found.equals(target())
                ? "expected " + file.size() + " bytes with SHA-256 " + file.sha256()
                : "expected SHA-256 " + file.contentSha256().orElse(file.sha256());
    }

    private static String content(Path path) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (InputStream raw = Files.newInputStream(path);
                InputStream content = path.toString().endsWith(GZIP) ? new GZIPInputStream(raw, 1 << 16) : raw;
                DigestInputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            return "damaged: " + e.getMessage();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private FileStatus status(Path path, State state, String detail) {
        return new FileStatus(dataset, file.name(), path, state, detail);
    }
}
