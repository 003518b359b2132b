package peers;

import java.util.Map;
import java.util.OptionalDouble;

/** What is done again and again while its time is taken. */
interface PeerCase {
    void step();

    /** How many numbers each player learns. */
    Map<String, Long> parameters();

    default OptionalDouble value() {
        return OptionalDouble.empty();
    }
}
