package org.mimamori.engine.query;

import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;

/** Says no to a query that parses but asks for what cannot be. */
final class Refusal {

    private Refusal() {}

    static PlatformException of(QueryFault fault, String... args) {
        return Problem.QueryRefused.of(fault, args).asException();
    }
}
