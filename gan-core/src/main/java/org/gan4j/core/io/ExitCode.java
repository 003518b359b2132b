package org.gan4j.core.io;

/** How a command ended, as the number the shell sees. */
public enum ExitCode {
    /** The command did what was asked. */
    OK(0),
    /** A defect of the program itself. */
    INTERNAL_ERROR(1),
    /** The command line could not be understood. */
    USAGE(2),
    /** The configuration is invalid. */
    CONFIGURATION(3),
    /** Training reached a value that is not finite. */
    DIVERGED(4),
    /** Data are missing or not what they should be. */
    DATA(5),
    /** A checkpoint or a run cannot be used: corrupt, of another architecture, made with other threads or by other code. */
    CHECKPOINT(6),
    /** Results cannot be written: the disk is full or read-only. */
    OUTPUT(7),
    /** Another process is using the run directory. */
    RUN_IN_USE(8),
    /** There is not enough memory for what was asked; 9 and 10 are the launcher's. */
    MEMORY(11),
    /** The user interrupted the command; a checkpoint was saved. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** Returns the number given to the operating system. */
    public int code() {
        return code;
    }
}
