package org.gan4j.core.config.tree;

/** Where in a text a path is. */
public final class Places {
    private Places() {}

    /** Returns the place of a path, or of the nearest part of it that the text has. */
    public static Location of(Node root, String path) {
        Node node = root;
        for (String key : path.split("\\.", -1)) {
            if (node instanceof Node.Mapping mapping && mapping.entries().containsKey(key)) {
                node = mapping.entries().get(key).value();
            } else if (node instanceof Node.Sequence sequence
                    && Overrides.index(key, sequence.items().size()).isPresent()) {
                node = sequence.items().get(Integer.parseInt(key));
            } else {
                break;
            }
        }
        return node.location();
    }
}
