package org.gan4j.core.data.download;

/** Is told how a download goes. */
public interface DownloadListener {

    /** A listener that ignores everything. */
    DownloadListener SILENT = new DownloadListener() {
        @Override
        public void received(CataloguedFile file, long bytes) {}

        @Override
        public void note(String sentence) {}
    };

    /** {@code bytes} of the file's {@link CataloguedFile#size()} are there; called often. */
    void received(CataloguedFile file, long bytes);

    /** Something worth a line: which source is tried, why the last one failed, that a download is resumed. */
    void note(String sentence);
}
