package org.gan4j.core.data.download;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.download.FileStatus.State;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.UserError;

/**
 * The files of the catalogue in a data directory: what is there, fetching what is not, and verifying.
 *
 * @param catalogue what there is to fetch
 * @param directory where the files are
 */
public record DataFiles(Catalogue catalogue, DataDirectory directory) {

    /** Returns what is there of each data set, without reading the files. */
    public List<DatasetStatus> list() {
        List<DatasetStatus> all = new ArrayList<>();
        for (CataloguedDataset dataset : catalogue.datasets()) {
            all.add(status(
                    dataset, checks(dataset).stream().map(FileCheck::look).toList()));
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Reads the files of a data set and compares them with the catalogue.
     *
     * @throws org.gan4j.core.io.UserError if the catalogue has no such data set or a file cannot be read
     */
    public DatasetStatus verify(String name) {
        CataloguedDataset dataset = catalogue.dataset(name);
        return status(dataset, checks(dataset).stream().map(FileCheck::verify).toList());
    }

    /**
     * Fetches the files of a data set that are missing or wrong; what is right is left as it is.
     *
     * @return what is there afterwards: every file, intact
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#DATA} if a file cannot be had, saying why and which file to put where, with
     *     {@link org.gan4j.core.io.ExitCode#OUTPUT} if the folder is not writable, and with {@link org.gan4j.core.io.ExitCode#RUN_IN_USE} if another
     *     process is fetching the same data
     */
    public DatasetStatus fetch(String name, DownloadSettings settings, DownloadListener listener) {
        CataloguedDataset dataset = catalogue.dataset(name);
        DatasetStatus before = verify(name);
        if (before.complete()) {
            return before;
        }
        FileStore store = new FileStore();
        Downloader downloader = new Downloader(settings, store, listener);
        if (!settings.offline()) {
            store.createDirectories(before.folder());
        }
        List<FileStatus> after = new ArrayList<>();
        try (Lock lock = settings.offline() ? Lock.none() : Lock.of(dataset, directory)) {
            for (int i = 0; i < dataset.files().size(); i++) {
                CataloguedFile file = dataset.files().get(i);
                FileCheck check = new FileCheck(name, file, before.folder());
                FileStatus found = before.files().get(i);
                if (found.state() != State.INTACT) {
                    downloader.fetch(file, check.target());
                    found = check.verify();
                }
                after.add(found);
            }
        }
        return status(dataset, after);
    }

    private List<FileCheck> checks(CataloguedDataset dataset) {
        return dataset.files().stream()
                .map(file -> new FileCheck(dataset.name(), file, directory.folder(dataset.name())))
                .toList();
    }

    private DatasetStatus status(CataloguedDataset dataset, List<FileStatus> files) {
        return new DatasetStatus(
                dataset.name(),
                dataset.description(),
                directory.folder(dataset.name()),
                Collections.unmodifiableList(files));
    }

    /** One process at a time fetches into a folder. */
    private interface Lock extends AutoCloseable {
        @Override
        void close();

        static Lock none() {
            return () -> {};
        }

        static Lock of(CataloguedDataset dataset, DataDirectory directory) {
            try {
                return RunLock.acquire(directory.folder(dataset.name()))::close;
            } catch (UserError e) {
                if (e.exitCode() != ExitCode.RUN_IN_USE) {
                    throw e;
                }
                throw new UserError(
                                ExitCode.RUN_IN_USE,
                                "another process is fetching '" + dataset.name() + "'",
                                directory.folder(dataset.name()).toString(),
                                "Wait until it has finished; then give the same command again.")
                        .causedBy(e);
            }
        }
    }
}
