package org.gan4j.core.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.data.DataDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String SUM = "0123456789abcdef".repeat(4);

    @TempDir
    Path root;

    @Test
    void theBuiltInCatalogueHasTheFourFilesOfMnistFromSeveralSources() {
        CataloguedDataset mnist = Catalogue.builtIn().dataset("mnist");
        assertThat(mnist.files())
                .extracting(CataloguedFile::name)
                .containsExactly(
                        "train-images-idx3-ubyte.gz",
                        "train-labels-idx1-ubyte.gz",
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz");
        assertThat(mnist.files()).allSatisfy(file -> {
            assertThat(file.sources()).hasSize(3).allMatch(source -> source.endsWith("/" + file.name()));
            assertThat(file.contentSha256()).isPresent();
        });
        assertThat(mnist.files().stream().mapToLong(CataloguedFile::size).sum()).isEqualTo(11_594_722);
    }

    @Test
    void aCatalogueInTheDataDirectoryAddsAndReplaces() throws IOException {
        Files.writeString(root.resolve("catalogue.yaml"), """
                datasets:
                  - name: own
                    description: mine
                    files:
                      - {name: a.npz, size: 3, sha256: %s, sources: []}
                  - name: mnist
                    description: from next door
                    files:
                      - {name: b.gz, size: 4, sha256: %s, sources: ["http://localhost/b.gz"]}
                """.formatted(SUM, SUM));
        Catalogue catalogue = Catalogue.of(new DataDirectory(root));
        assertThat(catalogue.datasets()).extracting(CataloguedDataset::name).containsExactly("mnist", "own");
        assertThat(catalogue.dataset("mnist").description()).isEqualTo("from next door");
        assertThat(catalogue.dataset("own").files().get(0).contentSha256()).isEmpty();
        assertThat(Catalogue.of(new DataDirectory(root.resolve("elsewhere")))).isEqualTo(Catalogue.builtIn());
    }

    @Test
    void aWrongCatalogueNamesEveryProblem() throws IOException {
        Path file = root.resolve("catalogue.yaml");
        Files.writeString(file, """
                datasets:
                  - name: own
                    description: mine
                    files:
                      - {name: ../a.npz, size: 3, sha256: %s, sources: []}
                      - {name: b.npz, size: 0, sha256: %s, sources: []}
                      - {name: c.npz, size: 3, sha256: abc, sources: []}
                      - {name: d.npz, size: 3, sha256: %s, sources: ["ftp://host/d"]}
                      - {name: e.npz, size: 3, sha256: %s}
                """.formatted(SUM, SUM, SUM, SUM));
        assertThatThrownBy(() -> Catalogue.of(new DataDirectory(root)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file + ":5")
                .hasMessageContaining("plain file name")
                .hasMessageContaining("at least 1 byte")
                .hasMessageContaining("64 hexadecimal digits, got 'abc'")
                .hasMessageContaining("http or https address, got 'ftp://host/d'")
                .hasMessageContaining(file + ":9");
    }

    @Test
    void namesAreUniqueAndPlain() {
        CataloguedFile file = new CataloguedFile("a", 1, SUM, Optional.empty(), List.of());
        CataloguedDataset one = new CataloguedDataset("one", "", List.of(file));
        assertThatThrownBy(() -> new Catalogue(List.of(one, one))).hasMessageContaining("'one' occurs twice");
        assertThatThrownBy(() -> new CataloguedDataset("a/b", "", List.of(file)))
                .hasMessageContaining("plain folder");
        assertThatThrownBy(() -> new CataloguedDataset("one", "", List.of())).hasMessageContaining("at least one file");
    }

    @Test
    void theRealFilesAreIntactWhenTheyAreThere() {
        assumeTrue(System.getenv("GAN4J_DATA") != null);
        DataDirectory directory = DataDirectory.choose(Optional.empty());
        DataFiles files = new DataFiles(Catalogue.builtIn(), directory);
        assumeTrue(files.list().get(0).complete());
        DatasetStatus status = files.verify("mnist");
        assertThat(status.files())
                .hasSize(4)
                .allSatisfy(file -> assertThat(file.detail()).matches(detail -> file.usable()));
    }
}
