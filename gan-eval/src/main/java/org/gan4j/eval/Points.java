package org.gan4j.eval;

/**
 * Choice of points in the space of the data: samples of the generator or rows of the data, the first ones of a set.
 *
 * @param kind which set
 * @param set the number of the sample set, from 0; of data always 0
 * @param count how many first ones, at least 1; of data all if there are fewer
 */
public record Points(Kind kind, int set, int count) {

    /** Kind of a set of points. */
    public enum Kind {
        /** Samples of the generator. */
        SAMPLES,
        /** Samples of labels asked for, each class in its turn. */
        LABELLED_SAMPLES,
        /** Training rows. */
        TRAIN,
        /** Validation rows. */
        VALIDATION,
        /** Test rows. */
        TEST;

        /** Tells whether the points are made by the generator. */
        boolean sampled() {
            return this == SAMPLES || this == LABELLED_SAMPLES;
        }
    }

    /** Checks the numbers. */
    public Points {
        if (count < 1 || set < 0 || (set > 0 && !kind.sampled())) {
            throw new IllegalArgumentException("points must be at least 1 of a set numbered from 0, and data are set 0,"
                    + " but they are " + count + " of set " + set + " of " + kind);
        }
    }

    /** Returns the first samples. */
    public static Points samples(int count) {
        return new Points(Kind.SAMPLES, 0, count);
    }

    /** Returns the first samples of labels asked for, each class in its turn. */
    public static Points labelledSamples(int count) {
        return new Points(Kind.LABELLED_SAMPLES, 0, count);
    }

    /** Returns the first training rows. */
    public static Points train(int count) {
        return new Points(Kind.TRAIN, 0, count);
    }

    /** Returns the first validation rows. */
    public static Points validation(int count) {
        return new Points(Kind.VALIDATION, 0, count);
    }

    /** Returns the first test rows. */
    public static Points test(int count) {
        return new Points(Kind.TEST, 0, count);
    }

    /** Returns as many of an independent set of the same kind: of samples only. */
    public Points ofSet(int number) {
        return new Points(kind, number, count);
    }
}
