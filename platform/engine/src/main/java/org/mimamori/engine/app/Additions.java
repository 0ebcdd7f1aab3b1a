package org.mimamori.engine.app;

import java.util.List;

/** What an app of ours can have beside kintone's settings. */
public record Additions(
        List<Rule> rules, List<CompositeKey> uniqueTogether, List<Numbering> numbering, List<Rollup> rollups) {

    public static final Additions NONE = new Additions(List.of(), List.of(), List.of(), List.of());

    public Additions {
        rules = List.copyOf(rules);
        uniqueTogether = List.copyOf(uniqueTogether);
        numbering = List.copyOf(numbering);
        rollups = List.copyOf(rollups);
    }
}
