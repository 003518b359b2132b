package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotHashedTest {
    record Place(@NotHashed String path, String sha256) {}

    record Trip(List<Place> stops, Optional<Place> end) {}

    private final ConfigurationReader reader = Toy.reader();

    @Test
    void aPathStandsInTheTextAndNotInTheDigest() {
        Configuration<Trip> here = trip("here", "c0ffee");
        Configuration<Trip> there = trip("there", "c0ffee");
        assertThat(here.yaml()).contains("path: here");
        assertThat(here.json()).contains("\"path\":\"here\"").isNotEqualTo(there.json());
        assertThat(here.sha256()).isEqualTo(there.sha256());
        assertThat(trip("here", "decaf").sha256()).isNotEqualTo(here.sha256());
        assertThat(reader.parse(here.yaml(), "trip.yaml", List.of(), Trip.class))
                .isEqualTo(here);
    }

    private Configuration<Trip> trip(String path, String sha256) {
        Place place = new Place(path, sha256);
        return reader.resolve(new Trip(List.of(place), Optional.of(place)), Trip.class);
    }
}
