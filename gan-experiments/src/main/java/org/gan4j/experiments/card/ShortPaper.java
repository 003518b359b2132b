package org.gan4j.experiments.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Papers as tables name them: "Goodfellow et al. 2014". */
public final class ShortPaper {
    private static final String NAME = "\\p{Lu}[\\p{L}'-]*(?: \\p{Lu}[\\p{L}'-]*)*";
    private static final Pattern PAPER = Pattern.compile("(?<first>" + NAME
            + ")(?<others>(?:, " + NAME + ")*)(?: and (?<last>" + NAME + ")| (?<etal>et al\\.))?,.*?"
            + "(?<year>\\b(?:19|20)\\d\\d\\b).*");

    private ShortPaper() {}

    /**
     * Returns authors and year of a citation "Authors, title, year, link"; the citation itself if it is not of this form.
     */
    public static String of(String citation) {
        Matcher paper = PAPER.matcher(citation);
        if (!paper.matches()) {
            return citation;
        }
        String last = paper.group("last");
        boolean threeOrMore = last != null && !paper.group("others").isEmpty();
        if (threeOrMore || paper.group("etal") != null) {
            return paper.group("first") + " et al. " + paper.group("year");
        }
        String authors = last == null ? paper.group("first") : paper.group("first") + " and " + last;
        return authors + " " + paper.group("year");
    }
}
