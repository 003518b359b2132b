package org.gan4j.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SampleGridTest {

    private static final Range UNIT = new Range(0, 1);

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int pixel(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    @Test
    void enlargesByWholePixelsOnOneRange() throws IOException {
        // Two pictures of 1 row and 2 columns, three pixels per dot, gaps of two.
        Images images = new Images(new float[] {0, 1, 0.2f, -3}, 2, 1, 2, 1);

        BufferedImage image = decode(new SampleGrid(images, 2, 3, UNIT, List.of()).png());

        assertThat(image.getWidth()).isEqualTo(2 + 6 + 2 + 6 + 2);
        assertThat(image.getHeight()).isEqualTo(2 + 3 + 2);
        assertThat(pixel(image, 0, 0)).isEqualTo(Color.GREY.rgb());
        assertThat(pixel(image, 2, 2)).isEqualTo(0x000000);
        assertThat(pixel(image, 5, 4)).isEqualTo(0xFFFFFF);
        assertThat(pixel(image, 10, 2)).isEqualTo(0x333333);
        assertThat(pixel(image, 15, 2)).isEqualTo(0x000000);
    }

    @Test
    void readsColoursWithChannelsLast() throws IOException {
        Images images = new Images(new float[] {1, 0, 0.2f}, 1, 1, 1, 3);

        assertThat(pixel(decode(SampleGrid.square(images, 1, UNIT).png()), 2, 2))
                .isEqualTo(0xFF0033);
    }

    @Test
    void valuesThatAreNotFiniteAreMagenta() throws IOException {
        Images images = new Images(new float[] {Float.NaN, 0.5f}, 1, 1, 2, 1);

        BufferedImage image = decode(SampleGrid.square(images, 1, UNIT).png());

        assertThat(pixel(image, 2, 2)).isEqualTo(0xFF00FF);
        assertThat(pixel(image, 3, 2)).isEqualTo(0x808080);
    }

    @Test
    void partnersStandRightOfTheirSamplesInAYellowFrame() throws IOException {
        Images samples = new Images(new float[] {0, 0, 0}, 3, 1, 1, 1);
        Images partners = new Images(new float[] {1, 0.2f, 1}, 3, 1, 1, 1);

        BufferedImage image =
                decode(SampleGrid.beside(samples, partners, 2, UNIT).png());

        assertThat(pixel(image, 2, 2)).isEqualTo(0x000000);
        assertThat(pixel(image, 6, 2)).isEqualTo(0xFFFFFF);
        assertThat(pixel(image, 5, 1)).isEqualTo(Color.YELLOW.rgb());
        assertThat(pixel(image, 14, 2)).isEqualTo(0x333333);
        assertThat(image.getHeight()).isEqualTo(10);
    }

    @Test
    void theSamePicturesGiveTheSameBytes() {
        Images images = new Images(new float[] {0, 1, 0.2f, 0.7f}, 4, 1, 1, 1);

        assertThat(SampleGrid.square(images, 4, UNIT).png())
                .isEqualTo(SampleGrid.square(images, 4, UNIT).png());
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> Images.grey(new float[10], 1, 3))
                .hasMessage("1 pictures of 3 x 3 x 1 need as many numbers, but there are 10");
        assertThatThrownBy(() -> new Images(new float[4], 1, 1, 2, 2)).hasMessageContaining("1 or 3 channels");
        assertThatThrownBy(() ->
                        SampleGrid.beside(Images.grey(new float[2], 2, 1), Images.grey(new float[1], 1, 1), 2, UNIT))
                .hasMessageContaining("2 samples of 1 x 1 and 1 partners");
    }
}
