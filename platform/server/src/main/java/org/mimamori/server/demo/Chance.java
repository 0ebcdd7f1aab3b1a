package org.mimamori.server.demo;

import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Chance that repeats itself: the same seed gives the same demo. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A whole number between two bounds, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Between the two numbers of a JSON array, or the number itself. */
    int between(JsonNode range) {
        return range.isArray() ? between(range.get(0).asInt(), range.get(1).asInt()) : range.asInt();
    }

    boolean hits(double probability) {
        return random.nextDouble() < probability;
    }

    /** One key of a JSON object, in proportion to its weight. */
    String weighted(JsonNode weights) {
        double total = 0;
        for (JsonNode weight : weights.values()) {
            total += weight.asDouble();
        }
        double left = random.nextDouble() * total;
        String last = "";
        for (var entry : weights.properties()) {
            last = entry.getKey();
            left -= entry.getValue().asDouble();
            if (left < 0) {
                return last;
            }
        }
        return last;
    }
}
