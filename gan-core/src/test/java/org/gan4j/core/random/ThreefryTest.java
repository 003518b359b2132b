package org.gan4j.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreefryTest {
    /** The vectors of the authors' library Random123 for threefry4x32 with 20 rounds: counter, key, words. */
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000 00000000 00000000, 9c6ca96a e17eae66 fc10ecd4 5256a7d8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff ffffffff ffffffff, 2a881696 57012287 f6c7446e a16a6732",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0 082efa98 ec4e6c89, 59cd1dbb b8879579 86b5d00c ac8b6d84"
    })
    void matchesThePublishedVectors(String counter, String key, String words) {
        int[] c = parse(counter);
        assertThat(Threefry.words(parse(key), c[0], c[1], c[2], c[3])).containsExactly(parse(words));
    }

    @Test
    void aTileHoldsTheWordsOfItsCounters() {
        int[] key = parse("a4093822 299f31d0 082efa98 ec4e6c89");
        int[] tile = new int[Threefry.TILE];
        int first = 0x7fffff80;
        Threefry.fill(key, first, tile);
        for (int lane = 0; lane < Threefry.LANES; lane++) {
            int[] words = Threefry.words(key, first + lane, 0, 0, 0);
            for (int w = 0; w < 4; w++) {
                assertThat(tile[w * Threefry.LANES + lane]).isEqualTo(words[w]);
            }
        }
    }

    private static int[] parse(String words) {
        String[] parts = words.trim().split(" ", -1);
        int[] result = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            result[i] = Integer.parseUnsignedInt(parts[i], 16);
        }
        return result;
    }
}
