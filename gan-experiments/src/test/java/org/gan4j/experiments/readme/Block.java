package org.gan4j.experiments.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a Markdown file with the treatment named in the comment above it.
 *
 * @param place file and line, for messages
 * @param language what stands behind the opening fence, or empty
 * @param treatment the first word of the comment, or empty where there is none
 * @param argument the rest of the comment
 */
record Block(String place, String language, String treatment, String argument, String text) {
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,})\\s*(\\w*).*");
    private static final Pattern MARK = Pattern.compile("\\s*<!--\\s*check:\\s*(\\w+)[,\\s]*(.*?)\\s*-->\\s*");

    static List<Block> in(Path markdown) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(markdown);
        Matcher mark = MARK.matcher("");
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                int from = index + 1;
                int to = from;
                while (to < lines.size() && !lines.get(to).strip().equals(fence.group(1))) {
                    to++;
                }
                if (to == lines.size()) {
                    throw new IOException(markdown + ":" + from + " opens a block that is never closed");
                }
                boolean marked = mark.matches();
                blocks.add(new Block(
                        markdown.getFileName() + ":" + from,
                        fence.group(2),
                        marked ? mark.group(1) : "",
                        marked ? mark.group(2) : "",
                        String.join("\n", lines.subList(from, to)) + "\n"));
                index = to;
                mark = MARK.matcher("");
            } else if (!line.isBlank()) {
                mark = MARK.matcher(line);
            }
        }
        return blocks;
    }
}
