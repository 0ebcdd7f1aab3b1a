package org.mimamori.engine.admin;

import java.util.List;
import org.mimamori.engine.directory.Profile;

/**
 * Which entries of the directory are wanted, in order of their numbers; an empty list does not narrow the choice.
 *
 * @param size most entries
 * @param offset entries left out in front
 */
public record Selection(List<Long> numbers, List<String> codes, int size, int offset) {

    public Selection {
        numbers = List.copyOf(numbers);
        codes = List.copyOf(codes);
    }

    boolean takes(Profile profile) {
        return (numbers.isEmpty() || numbers.contains(profile.number()))
                && (codes.isEmpty() || codes.contains(profile.entity().code()));
    }
}
