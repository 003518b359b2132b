package org.gan4j.core.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name of a family of strategies, on the interface that its records implement: {@code @Family("losses")}.
 *
 * <p>An interface that extends a family is a sub-family: where a component is declared as it, the names of those records
 * of the family are known that implement it. With an annotation of its own it is listed too; a name is bound once and
 * known in every family whose interface the record implements.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Family {
    /** Returns the plural, lower case with hyphens: what {@code gan list} shows. */
    String value();

    /** Returns the singular; empty where it follows from the plural as in losses, penalties and datasets. */
    String singular() default "";
}
