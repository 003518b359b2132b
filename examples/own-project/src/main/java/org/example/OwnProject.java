package org.example;

import java.util.List;
import org.gan4j.experiments.cli.Main;

/** GAN4J's command line with this project's strategies: {@code run own-experiment steps=500}. */
public final class OwnProject {
    private OwnProject() {}

    public static void main(String[] arguments) {
        System.exit(Main.run(List.of(), arguments));
    }
}
