package org.gan4j.experiments.plot;

import java.util.List;

/**
 * A colour of eight bits per channel.
 *
 * @param rgb red, green and blue from the highest byte down, such as 0xD55E00
 */
public record Color(int rgb) {

    public static final Color WHITE = new Color(0xFFFFFF);
    public static final Color BLACK = new Color(0x000000);
    public static final Color GREY = new Color(0x888888);
    public static final Color PALE = new Color(0xE6E6E6);
    public static final Color YELLOW = new Color(0xF0E442);
    public static final Color BLUE = new Color(0x0072B2);
    public static final Color VERMILION = new Color(0xD55E00);
    public static final Color GREEN = new Color(0x009E73);
    public static final Color ORANGE = new Color(0xE69F00);
    public static final Color SKY = new Color(0x56B4E9);
    public static final Color PURPLE = new Color(0xCC79A7);

    /**
     * Eight colours that stay apart for colour-blind readers and in grey.
     *
     * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design, 2008</a>
     */
    public static final List<Color> DISTINCT =
            List.of(BLUE, VERMILION, GREEN, ORANGE, PURPLE, SKY, BLACK, new Color(0xB8A800));

    public Color {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("a colour lies in 0x000000 to 0xFFFFFF, but is " + rgb);
        }
    }

    /** The colour of a series by its number; the eight repeat. */
    public static Color ofSeries(int index) {
        return DISTINCT.get(Math.floorMod(index, DISTINCT.size()));
    }

    int red() {
        return rgb >> 16;
    }

    int green() {
        return rgb >> 8 & 0xFF;
    }

    int blue() {
        return rgb & 0xFF;
    }
}
