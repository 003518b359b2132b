package org.gan4j.core.nn.image;

/** What a block does to the size of images. */
public enum Resampling {
    /** Nothing. */
    NONE,
    /** Halves height and width by averages of 2 x 2 pixels. */
    DOWN,
    /** Doubles height and width, each pixel becoming 2 x 2. */
    UP
}
