package org.gan4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.download.Catalogue;
import org.gan4j.core.data.download.CataloguedFile;
import org.gan4j.core.data.download.DataFiles;
import org.gan4j.core.data.download.DatasetStatus;
import org.gan4j.core.data.download.DownloadListener;
import org.gan4j.core.data.download.DownloadSettings;
import org.gan4j.core.data.download.FileStatus;
import org.gan4j.core.io.ExitCode;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The files of data sets: which there are, getting them, checking them. */
@Command(
        name = "data",
        description = "List, fetch and verify the files of data sets.",
        subcommands = {DataCommand.ListFiles.class, DataCommand.Fetch.class, DataCommand.Verify.class})
final class DataCommand implements Runnable {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec, "picocli sets this").commandLine(),
                "which one? gan data list, gan data fetch NAME or gan data verify NAME");
    }

    private DataFiles files() {
        DataDirectory directory = Objects.requireNonNull(gan).data();
        return new DataFiles(Catalogue.of(directory), directory);
    }

    /** A file, as JSON. */
    record FileEntry(String file, String path, FileStatus.State state, String detail) {}

    /** A data set, as JSON. */
    record Entry(String name, String description, String folder, boolean complete, List<FileEntry> files) {
        static Entry of(DatasetStatus status) {
            List<FileEntry> files = status.files().stream()
                    .map(f -> new FileEntry(f.file(), f.path().toString(), f.state(), f.detail()))
                    .toList();
            return new Entry(
                    status.name(), status.description(), status.folder().toString(), status.complete(), files);
        }
    }

    private static String text(List<DatasetStatus> statuses) {
        List<List<String>> rows = new ArrayList<>();
        for (DatasetStatus status : statuses) {
            rows.add(List.of(status.name(), status.complete() ? "complete" : "not complete", status.description()));
            for (FileStatus file : status.files()) {
                String state = file.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                rows.add(
                        List.of("  " + file.file(), state, file.detail().isEmpty() ? "" + file.path() : file.detail()));
            }
        }
        return Columns.of(rows);
    }

    private static int code(DatasetStatus status) {
        return status.complete() ? ExitCode.OK.code() : ExitCode.DATA.code();
    }

    /** Lists. */
    @Command(name = "list", description = "List the data sets that have files, and which of them are here.")
    static final class ListFiles implements Callable<Integer> {
        @ParentCommand
        @Nullable
        DataCommand data;

        @Mixin
        Output output = new Output();

        @Override
        public Integer call() {
            List<DatasetStatus> statuses = Objects.requireNonNull(data).files().list();
            output.print(statuses.stream().map(Entry::of).toList(), () -> text(statuses));
            return ExitCode.OK.code();
        }
    }

    /** Fetches. */
    @Command(name = "fetch", description = "Download the files of a data set; what is here already is kept.")
    static final class Fetch implements Callable<Integer> {
        @ParentCommand
        @Nullable
        DataCommand data;

        @Mixin
        Output output = new Output();

        @Parameters(paramLabel = "DATASET", description = "see gan data list")
        String name = "";

        @Option(names = "--offline", description = "use no network: check what is here and say which file to put where")
        boolean offline;

        @Override
        public Integer call() {
            DownloadSettings settings = offline ? DownloadSettings.OFFLINE : DownloadSettings.DEFAULTS;
            DatasetStatus status = Objects.requireNonNull(data).files().fetch(name, settings, listener());
            output.print(Entry.of(status), () -> text(List.of(status)));
            return code(status);
        }

        private DownloadListener listener() {
            return new DownloadListener() {
                @Override
                public void received(CataloguedFile file, long bytes) {}

                @Override
                public void note(String sentence) {
                    output.note(sentence);
                }
            };
        }
    }

    /** Verifies. */
    @Command(name = "verify", description = "Compare the files of a data set with their SHA-256.")
    static final class Verify implements Callable<Integer> {
        @ParentCommand
        @Nullable
        DataCommand data;

        @Mixin
        Output output = new Output();

        @Parameters(paramLabel = "DATASET", description = "see gan data list")
        String name = "";

        @Override
        public Integer call() {
            DatasetStatus status = Objects.requireNonNull(data).files().verify(name);
            output.print(Entry.of(status), () -> text(List.of(status)));
            return code(status);
        }
    }
}
