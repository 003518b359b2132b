/**
 * Configuration: strict YAML into records, the registry of strategies, and the one door to JSON.
 *
 * <p>A strategy is a record. A Guice module gives it a name with {@link org.gan4j.core.config.StrategyBinder}; the
 * {@link org.gan4j.core.config.StrategyRegistry} lists the names; {@link org.gan4j.core.config.ConfigurationReader} turns
 * text into records by reflection over their components and reports all problems at once;
 * {@link org.gan4j.core.config.Json} turns records and maps into text and back.
 */
@NullMarked
package org.gan4j.core.config;

import org.jspecify.annotations.NullMarked;
