package org.mimamori.engine.problem;

import java.util.List;

/**
 * One thing that is wrong with an app definition.
 *
 * @param file the file it stands in, as the reader knows it, or the app's code when there is no file
 * @param pointer JSON pointer of the place (RFC 6901); empty for the whole document
 * @param key key of the message bundles
 * @param args what the message mentions
 */
public record DefinitionProblem(String file, String pointer, String key, List<Object> args) {

    public DefinitionProblem {
        args = List.copyOf(args);
    }

    public static DefinitionProblem of(String file, String pointer, String key, Object... args) {
        return new DefinitionProblem(file, pointer, key, List.of(args));
    }
}
