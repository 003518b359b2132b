package org.gan4j.experiments.plot;

/** Something that can be drawn into a rectangle of a canvas: alone by {@link #png}, with others in a {@link Figure}. */
public interface Plot {

    /** Draws the plot, its title and its axes inside the box. */
    void draw(Canvas canvas, Box box);

    /** The plot alone as a PNG of this size in pixels. */
    default byte[] png(int width, int height) {
        Canvas canvas = new Canvas(width, height);
        draw(canvas, new Box(0, 0, width, height));
        return canvas.png();
    }
}
