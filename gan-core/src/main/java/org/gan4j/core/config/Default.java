package org.gan4j.core.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a record component that a configuration leaves out, as YAML: {@code @Default("0.5")},
 * {@code @Default("hinge")}, {@code @Default("{type: adam, rate: 1e-4}")}.
 *
 * <p>For records in which other components must be given. A record in which all may be left out says so with a constant
 * of its own type, {@code public static final Adam DEFAULTS = new Adam(...)}, and has no such annotations. An
 * {@link java.util.Optional} component needs neither: left out, it is empty.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** Returns the value as YAML. */
    String value();
}
