package org.gan4j.core.config;

/**
 * What is said of a name that stands for a particular instance of a record, where it differs from what the record's
 * {@link About} says; empty texts leave the record's.
 *
 * @param about one plain sentence
 * @param formula the formula, as text
 * @param paper authors, title, year and link of the paper
 */
public record Texts(String about, String formula, String paper) {
    /** Leaves everything that the record says of itself. */
    public static final Texts OF_RECORD = new Texts("", "", "");
}
