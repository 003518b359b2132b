package org.gan4j.core.gan.network;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/** The heads of a discriminator, each under its name. */
final class Heads {
    private Heads() {}

    static SortedMap<String, Layer> with(SortedMap<String, Layer> heads, String name, Layer head, Layer trunk) {
        if (heads.containsKey(name)) {
            throw new IllegalArgumentException("there is a head \"" + name + "\" already");
        }
        if (trunk.takesLabels()) {
            throw new IllegalArgumentException(
                    "the head \"" + name + "\" stands on a trunk that is fed the labels of its"
                            + " samples, and would be told what it is to find out: use a discriminator whose trunk takes no"
                            + " labels (labels: none or projection)");
        }
        SortedMap<String, Layer> more = new TreeMap<>(heads);
        more.put(name, head);
        return more;
    }

    static Layer named(SortedMap<String, Layer> heads, String name) {
        Layer head = heads.get(name);
        if (head == null) {
            throw new IllegalArgumentException("there is no head \"" + name + "\"; there are " + heads.keySet());
        }
        return head;
    }

    static Parameters init(SortedMap<String, Layer> heads, Shape features, RandomStream random) {
        Parameters parameters = Parameters.empty();
        for (Map.Entry<String, Layer> head : heads.entrySet()) {
            String name = head.getKey();
            parameters = parameters.and(
                    head.getValue().init(features, random.split(name)).under(name));
        }
        return parameters;
    }

    static Buffers buffers(SortedMap<String, Layer> heads, Shape features) {
        Buffers buffers = Buffers.empty();
        for (Map.Entry<String, Layer> head : heads.entrySet()) {
            buffers = buffers.and(head.getValue().buffers(features).under(head.getKey()));
        }
        return buffers;
    }
}
