/**
 * Networks: one file per family.
 *
 * <p>Read first: {@link org.gan4j.models.Mlp} and {@link org.gan4j.models.Dcgan}, then
 * {@link org.gan4j.models.binding.ModelsModule}, the list of names.
 */
@NullMarked
package org.gan4j.models;

import org.jspecify.annotations.NullMarked;
