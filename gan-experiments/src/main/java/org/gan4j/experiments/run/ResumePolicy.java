package org.gan4j.experiments.run;

/**
 * What to do with a run that is there already.
 *
 * @param rerun throw it away and make it again
 * @param accept use or resume it although the code has changed since
 */
public record ResumePolicy(boolean rerun, boolean accept) {
    /** Skip what is finished, resume what is not, and refuse what other code has made. */
    public static final ResumePolicy STRICT = new ResumePolicy(false, false);
}
