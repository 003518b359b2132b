package org.gan4j.core.config;

import java.util.List;
import org.gan4j.core.config.tree.Problem;

/**
 * A configuration that has been read and found valid.
 *
 * @param <T> the record it was bound to
 * @param value the record
 * @param yaml the resolved text: every component, defaults included; reading it again gives an equal record and the same
 *     text
 * @param json the same as canonical JSON: one line, keys sorted
 * @param sha256 the digest of {@code json} without the components that are {@link NotHashed}: the identity of a run
 * @param warnings what rules found doubtful, though usable
 */
public record Configuration<T>(T value, String yaml, String json, String sha256, List<Problem> warnings) {}
