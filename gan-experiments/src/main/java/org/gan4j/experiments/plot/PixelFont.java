package org.gan4j.experiments.plot;

/** A bitmap font of 5 x 7 dots, one more below the line, for the printable ASCII characters and the plus-minus sign, set proportionally. */
final class PixelFont {

    /** Rows of a capital letter. */
    static final int HEIGHT = 7;

    /** Rows of a glyph with the part below the line. */
    static final int ROWS = 8;

    private static final int COLUMNS = 5;
    private static final int SPACE = 3;
    private static final int FIRST = ' ';

    /** Five columns per character from the space on, two hexadecimal digits each, lowest bit on top. */
    private static final String DOTS =
            "000000000000005F00000007000700147F147F14242A7F2A12231308646236495522500005030000"
                    + "001C2241000041221C0014083E081408083E08080080700000080808080800606000002010080402"
                    + "3E41413E0000427F400042615149462141454B311814127F1027454545393C4A4949300171090503"
                    + "3649494936064949291E003636000000807600000814224100141414141400412214080201510906"
                    + "324979413E7E1111117E7F494949363E414141227F4141221C7F494949417F090909013E4149497A"
                    + "7F0808087F00417F41002040413F017F081422417F404040407F020C027F7F0408107F3E4141413E"
                    + "7F090909063E4151215E7F09192946464949493101017F01013F4040403F1F2040201F3F4038403F"
                    + "631408146307087008076151494543007F41410002040810200041417F0004020102044040404040"
                    + "000102040020545454787F484444383844444420384444487F3854545418087E09010218A4A4A47C"
                    + "7F0804047800447D40000080847D007F1028440000417F40007C041804787C080404783844444438"
                    + "FC2424241818242418FC7C080404084854545420043F4440203C4040207C1C2040201C3C4030403C"
                    + "44281028441CA0A0A07C4464544C44000836410000007F00000041360800100808100844445F4444";

    private static final int GLYPHS = DOTS.length() / (2 * COLUMNS);

    private PixelFont() {}

    /** The width of a text in dots. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += columns(text.charAt(i)).length + 1;
        }
        return Math.max(0, width - 1);
    }

    /** The columns of a character, without the empty ones at its sides; unknown characters are shown as a question mark. */
    static int[] columns(char character) {
        if (character == ' ') {
            return new int[SPACE];
        }
        int glyph = character == '±' ? GLYPHS - 1 : character - FIRST;
        if (glyph <= 0 || glyph >= GLYPHS || (glyph == GLYPHS - 1 && character != '±')) {
            glyph = '?' - FIRST;
        }
        int first = 0;
        int last = COLUMNS - 1;
        while (column(glyph, first) == 0) {
            first++;
        }
        while (column(glyph, last) == 0) {
            last--;
        }
        int[] columns = new int[last - first + 1];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(glyph, first + i);
        }
        return columns;
    }

    private static int column(int glyph, int column) {
        int at = 2 * (glyph * COLUMNS + column);
        return Integer.parseInt(DOTS.substring(at, at + 2), 16);
    }
}
