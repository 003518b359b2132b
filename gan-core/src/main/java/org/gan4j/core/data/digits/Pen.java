package org.gan4j.core.data.digits;

/**
 * Draws strokes on a grey image: a round nib of varying width, with edges smoothed by distance.
 *
 * <p>The ink at a pixel is min(1, max(0, radius + 1/2 - distance)), where distance is from the pixel's centre to the
 * nearest segment of the stroke, in pixels; where strokes overlap the darker one counts.
 */
final class Pen {
    private final int side;
    private final float[] ink;

    /** Starts an empty square image. */
    Pen(int side) {
        this.side = side;
        this.ink = new float[side * side];
    }

    /** Draws the segment from (x0, y0) to (x1, y1) with the radius of the nib going from r0 to r1; all in pixels. */
    void segment(double x0, double y0, double r0, double x1, double y1, double r1) {
        double reach = Math.max(r0, r1) + 0.5;
        int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
        int right = Math.min(side - 1, (int) Math.ceil(Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(side - 1, (int) Math.ceil(Math.max(y0, y1) + reach));
        double alongX = x1 - x0;
        double alongY = y1 - y0;
        double squaredLength = Math.max(1e-12, alongX * alongX + alongY * alongY);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double fromX = x + 0.5 - x0;
                double fromY = y + 0.5 - y0;
                double share = (fromX * alongX + fromY * alongY) / squaredLength;
                share = Math.max(0, Math.min(1, share));
                double gapX = fromX - share * alongX;
                double gapY = fromY - share * alongY;
                double radius = r0 + share * (r1 - r0);
                double amount = radius + 0.5 - Math.sqrt(gapX * gapX + gapY * gapY);
                int pixel = y * side + x;
                if (amount > ink[pixel]) {
                    ink[pixel] = (float) Math.min(1, amount);
                }
            }
        }
    }

    /** Returns the image in rows from the top, 0 for paper to 255 for ink. */
    byte[] image() {
        byte[] bytes = new byte[ink.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * ink[i]);
        }
        return bytes;
    }
}
