package org.gan4j.core.data.download;

import java.time.Duration;
import java.util.List;

/**
 * How to download.
 *
 * @param offline no connection is made; what is missing is an error
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for the next byte
 * @param attempts how often a source is asked again when it breaks off, at least 1
 */
public record DownloadSettings(boolean offline, Duration connectTimeout, Duration readTimeout, int attempts) {
    /** Fifteen seconds to connect, thirty without a byte, three attempts per source. */
    public static final DownloadSettings DEFAULTS =
            new DownloadSettings(false, Duration.ofSeconds(15), Duration.ofSeconds(30), 3);
    /** The defaults without any connection. */
    public static final DownloadSettings OFFLINE =
            new DownloadSettings(true, DEFAULTS.connectTimeout, DEFAULTS.readTimeout, DEFAULTS.attempts);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a time is shorter than a millisecond or longer than a day, or attempts less
     *     than 1
     */
    public DownloadSettings {
        for (Duration time : List.of(connectTimeout, readTimeout)) {
            if (time.toMillis() < 1 || time.toDays() > 1) {
                throw new IllegalArgumentException("a time-out must be between 1 ms and 1 day, got " + time);
            }
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, got " + attempts);
        }
    }
}
