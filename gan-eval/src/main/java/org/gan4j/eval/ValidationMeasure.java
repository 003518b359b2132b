package org.gan4j.eval;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.Dataset;

/** A measure by which one of several states of a generator is chosen; it looks at validation data and never at test data. */
@Family("measures")
public interface ValidationMeasure {

    /**
     * Returns how good the samples are: higher is better; NaN if they cannot be measured.
     *
     * @param context samples and data; of the data only the training and validation rows are read
     */
    double validate(SampleContext context);

    /** Returns in words what is measured on which rows of the data. */
    String description(Dataset dataset);
}
