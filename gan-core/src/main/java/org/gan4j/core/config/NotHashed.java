package org.gan4j.core.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark of a record component that says where something is found and not what it is: it stands in the resolved text and not
 * in the digest, so that two configurations which differ in it alone are the same run.
 *
 * <p>Whatever a result depends on must be hashed: beside a path, another component holds the digest of what lies there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NotHashed {}
