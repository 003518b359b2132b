package org.gan4j.core.io.npy;

import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/** Where an array is read from, and what to tell the user when it is not usable. */
record NpySource(String place, ExitCode exitCode, String fix) {
    static NpySource of(Path file, ExitCode exitCode) {
        return new NpySource(file.toString(), exitCode, fixFor(exitCode));
    }

    NpySource entry(String name) {
        return new NpySource(place + ", entry " + name, exitCode, fix);
    }

    UserError error(String what) {
        return new UserError(exitCode, what, place, fix);
    }

    private static String fixFor(ExitCode exitCode) {
        return exitCode == ExitCode.CHECKPOINT
                ? "Use an earlier checkpoint, or start the run anew."
                : "Make or download the file again; numpy.savez writes files that can be read.";
    }
}
