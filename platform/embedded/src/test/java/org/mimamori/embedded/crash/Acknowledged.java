package org.mimamori.embedded.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the writers, all of them so far, were told is done. */
final class Acknowledged {

    final Map<Integer, Integer> revisions = new HashMap<>();
    final Set<Integer> deleted = new HashSet<>();
    final Set<Integer> pairs = new HashSet<>();

    void note(String line) {
        String[] words = line.split(" ");
        int number = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "I" -> revisions.put(number, 0);
            case "U" -> revisions.merge(number, Integer.parseInt(words[2]), Math::max);
            case "D" -> deleted.add(number);
            case "T" -> pairs.add(number);
            default -> throw new IllegalArgumentException(line);
        }
    }
}
