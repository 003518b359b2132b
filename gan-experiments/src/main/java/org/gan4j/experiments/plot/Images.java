package org.gan4j.experiments.plot;

/**
 * Pictures of one size as plain numbers, channels last.
 *
 * @param values row by row, count x height x width x channels of them
 * @param count how many pictures
 * @param height rows of each
 * @param width columns of each
 * @param channels 1 for grey, 3 for red, green and blue
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of plain numbers on their way to pixels; never compared
public record Images(float[] values, int count, int height, int width, int channels) {

    public Images {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("a picture has 1 or 3 channels, but these have " + channels);
        }
        if (height < 1 || width < 1 || count < 0 || values.length != (long) count * height * width * channels) {
            throw new IllegalArgumentException(count + " pictures of " + height + " x " + width + " x " + channels
                    + " need as many numbers, but there are " + values.length);
        }
    }

    /** Grey square pictures, such as 784 numbers for 28 x 28. */
    public static Images grey(float[] values, int count, int side) {
        return new Images(values, count, side, side, 1);
    }

    /** A channel of a pixel. */
    float at(int picture, int row, int column, int channel) {
        return values[((picture * height + row) * width + column) * channels + channel];
    }
}
