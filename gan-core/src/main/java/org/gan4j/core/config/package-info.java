/**
 * Configuration: strict YAML into records, the registry of strategies, and the one door to JSON.
 *
 * <p>Read first: {@link org.gan4j.core.config.StrategyBinder}, with which a Guice module gives a strategy, a record,
 * its name; {@link org.gan4j.core.config.StrategyRegistry}, the list of names;
 * {@link org.gan4j.core.config.ConfigurationReader}, which turns text into records by reflection over their
 * components and reports all problems at once; and {@link org.gan4j.core.config.Json}, which turns records and maps
 * into text and back.
 */
@NullMarked
package org.gan4j.core.config;

import org.jspecify.annotations.NullMarked;
