package org.gan4j.core.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What {@code list} and {@code describe} say of a strategy or of one of its components. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface About {
    /** Returns one plain sentence. */
    String value();

    /** Returns the formula, as text; empty when there is none. */
    String formula() default "";

    /** Returns authors, title, year and link of the paper; empty when there is none. */
    String paper() default "";
}
