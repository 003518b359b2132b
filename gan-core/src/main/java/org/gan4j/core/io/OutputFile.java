package org.gan4j.core.io;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A file open for writing at its end. */
public interface OutputFile extends WritableByteChannel {
    /** Returns the length in bytes. */
    long length() throws IOException;

    /** Cuts the file to a length in bytes that is not longer than it is. */
    void truncate(long length) throws IOException;

    /** Waits until everything written is on the device. */
    void force() throws IOException;
}
