package org.gan4j.core.config;

/**
 * What types cannot exclude: a rule about strategies that do not fit together, like a loss and a last layer.
 *
 * <p>A rule is a record without components, in a file of its own, registered like a loss. It sees every configuration
 * that could be bound, and its refusals are reported together with the other problems. A configuration in which
 * something could not be bound at all is not shown to it: what it looks for might be the very part that is missing.
 */
@Family("rules")
@FunctionalInterface
public interface WiringRule {
    /** Looks at a configuration and refuses or warns. */
    void check(Wiring wiring);
}
