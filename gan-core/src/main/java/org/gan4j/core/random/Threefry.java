package org.gan4j.core.random;

import java.util.Arrays;

/**
 * The Threefry-4x32 bijection with 20 rounds: a key of four words turns a counter of four words into four random words.
 *
 * <p>It consists of additions, rotations and exclusive-ors of 32-bit words only, so that the loops over a tile of
 * counters become vector instructions and every machine computes the same words.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon et al., Parallel random numbers: as easy as 1, 2, 3,
 *     2011</a>
 */
final class Threefry {
    /** Counters in one tile. */
    static final int LANES = 256;

    /** Words in one tile: four for each counter. */
    static final int TILE = 4 * LANES;

    private static final int PARITY = 0x1BD11BDA;
    private static final int[][] ROTATIONS = {
        {10, 26}, {11, 21}, {13, 27}, {23, 5}, {6, 20}, {17, 11}, {25, 10}, {18, 20}
    };

    private Threefry() {}

    /** Returns the four words of one counter. */
    static int[] words(int[] key, int c0, int c1, int c2, int c3) {
        int[] keys = {key[0], key[1], key[2], key[3], PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3]};
        int[] x = {c0 + keys[0], c1 + keys[1], c2 + keys[2], c3 + keys[3]};
        for (int round = 0; round < 20; round++) {
            int odd = round & 1;
            int[] by = ROTATIONS[round & 7];
            x[0] += x[1 + 2 * odd];
            x[1 + 2 * odd] = Integer.rotateLeft(x[1 + 2 * odd], by[0]) ^ x[0];
            x[2] += x[3 - 2 * odd];
            x[3 - 2 * odd] = Integer.rotateLeft(x[3 - 2 * odd], by[1]) ^ x[2];
            if ((round & 3) == 3) {
                int injection = round / 4 + 1;
                for (int i = 0; i < 4; i++) {
                    x[i] += keys[(injection + i) % 5];
                }
                x[3] += injection;
            }
        }
        return x;
    }

    /**
     * Fills a tile with the words of the counters (first + lane, 0, 0, 0), lane = 0 .. LANES - 1; word w of a counter is
     * at {@code w * LANES + lane}.
     */
    static void fill(int[] key, int first, int[] tile) {
        Arrays.fill(tile, 0);
        for (int lane = 0; lane < LANES; lane++) {
            tile[lane] = first + lane;
        }
        twentyRounds(key, tile);
    }

    private static void twentyRounds(int[] key, int[] tile) {
        int k0 = key[0];
        int k1 = key[1];
        int k2 = key[2];
        int k3 = key[3];
        int k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
        evenFour(tile, k0, k1, k2, k3);
        oddFour(tile, k1, k2, k3, k4 + 1);
        evenFour(tile, k2, k3, k4, k0 + 2);
        oddFour(tile, k3, k4, k0, k1 + 3);
        evenFour(tile, k4, k0, k1, k2 + 4);
        for (int i = 0; i < LANES; i++) {
            tile[i] += k0;
            tile[i + LANES] += k1;
            tile[i + 2 * LANES] += k2;
            tile[i + 3 * LANES] += k3 + 5;
        }
    }

    /** Adds a key and does the rounds 0 to 3 of each eight. */
    private static void evenFour(int[] x, int k0, int k1, int k2, int k3) {
        for (int i = 0; i < LANES; i++) {
            int a = x[i] + k0;
            int b = x[i + LANES] + k1;
            int c = x[i + 2 * LANES] + k2;
            int d = x[i + 3 * LANES] + k3;
            a += b;
            b = Integer.rotateLeft(b, 10) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 26) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 11) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 21) ^ c;
            a += b;
            b = Integer.rotateLeft(b, 13) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 27) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 23) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 5) ^ c;
            x[i] = a;
            x[i + LANES] = b;
            x[i + 2 * LANES] = c;
            x[i + 3 * LANES] = d;
        }
    }

    /** Adds a key and does the rounds 4 to 7 of each eight. */
    private static void oddFour(int[] x, int k0, int k1, int k2, int k3) {
        for (int i = 0; i < LANES; i++) {
            int a = x[i] + k0;
            int b = x[i + LANES] + k1;
            int c = x[i + 2 * LANES] + k2;
            int d = x[i + 3 * LANES] + k3;
            a += b;
            b = Integer.rotateLeft(b, 6) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 20) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 17) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 11) ^ c;
            a += b;
            b = Integer.rotateLeft(b, 25) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 10) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 18) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 20) ^ c;
            x[i] = a;
            x[i + LANES] = b;
            x[i + 2 * LANES] = c;
            x[i + 3 * LANES] = d;
        }
    }
}
