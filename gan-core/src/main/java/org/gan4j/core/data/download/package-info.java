/**
 * Fetching and verifying the files of data sets, by a catalogue of sources and checksums.
 *
 * <p>Read first: {@link org.gan4j.core.data.download.DataFiles} (list, fetch, verify),
 * {@link org.gan4j.core.data.download.Catalogue} and {@link org.gan4j.core.data.download.Downloader}.
 */
@NullMarked
package org.gan4j.core.data.download;

import org.jspecify.annotations.NullMarked;
