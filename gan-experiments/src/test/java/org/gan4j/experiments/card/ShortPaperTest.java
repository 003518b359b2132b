package org.gan4j.experiments.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPaperTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Goodfellow et al., Generative Adversarial Nets, 2014, https://x/1999.2 | Goodfellow et al. 2014",
                "Zhao, Mathieu and LeCun, Energy-based GAN, 2017, https://x | Zhao et al. 2017",
                "Lim and Ye, Geometric GAN, 2017, https://x | Lim and Ye 2017",
                "Jolicoeur-Martineau, The relativistic discriminator, 2018, https://x | Jolicoeur-Martineau 2018",
                "Su, GAN-QP, 2018, https://x | Su 2018",
                "Su, Digging and jumping: pits and hills, 2018, https://x | Su 2018",
                "somebody's notes | somebody's notes"
            })
    void authorsAndYear(String citation, String expected) {
        assertThat(ShortPaper.of(citation)).isEqualTo(expected);
    }
}
