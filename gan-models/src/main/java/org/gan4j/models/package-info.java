/**
 * Networks: one file per family, and the module that gives them names.
 *
 * <p>Read first: {@link org.gan4j.models.Mlp} and {@link org.gan4j.models.Dcgan}, then
 * {@link org.gan4j.models.ModelsModule}, the list of names.
 */
@NullMarked
package org.gan4j.models;

import org.jspecify.annotations.NullMarked;
