package org.mimamori.engine.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Operand.Call;

/** What the functions of a query come to for one reader at one time. */
final class Functions {

    private static final String NOW = "NOW";
    private static final String LOGIN_USER = "LOGINUSER";
    private static final String PRIMARY_ORGANIZATION = "PRIMARY_ORGANIZATION";
    private static final Set<String> OTHERS = Set.of(NOW, LOGIN_USER, PRIMARY_ORGANIZATION);

    private final Actor actor;
    private final Instant now;

    Functions(QueryContext context) {
        this.actor = context.actor();
        this.now = context.clock().instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The days, or the minute, that a function of time means for a field that holds dates or moments. */
    Days days(Field field, Call call) {
        boolean moments = field.shape() == Shape.MOMENT;
        if (moments && isCallOf(NOW, call)) {
            requireNoArguments(call);
            return new Days(new Value.Moment(now), new Value.Moment(now.plus(1, ChronoUnit.MINUTES)));
        }
        DateFunction.Span span = DateFunction.find(call.name())
                .orElseThrow(() -> refuse(field, call))
                .span(call, LocalDate.ofInstant(now, actor.zone()));
        return moments
                ? Days.ofMoments(span.from(), span.toExclusive(), actor.zone())
                : Days.ofDates(span.from(), span.toExclusive());
    }

    /** Whom a function means in a field that holds people or organisations; empty when the reader has no such thing. */
    Optional<Value> entity(Field field, Call call) {
        EntityRef ref;
        if (isCallOf(LOGIN_USER, call) && holds(field, EntityType.USER)) {
            ref = actor.ref();
        } else if (isCallOf(PRIMARY_ORGANIZATION, call) && holds(field, EntityType.ORGANIZATION)) {
            String code = primaryOrganization();
            ref = code == null ? null : EntityRef.organization(code);
        } else {
            throw refuse(field, call);
        }
        requireNoArguments(call);
        return Optional.ofNullable(ref).map(Value.Entity::new);
    }

    static boolean asksTheTime(Call call) {
        return isCallOf(NOW, call) || DateFunction.find(call.name()).isPresent();
    }

    /** Says that the field does not take the function, or that there is no such function at all. */
    static PlatformException refuse(Field field, Call call) {
        String name = call.name().toUpperCase(Locale.ROOT);
        boolean known = OTHERS.contains(name) || DateFunction.find(name).isPresent();
        return known
                ? Refusal.of(QueryFault.FUNCTION_NOT_ALLOWED, name, field.code().text())
                : Refusal.of(QueryFault.UNKNOWN_FUNCTION, call.name());
    }

    private static boolean holds(Field field, EntityType type) {
        return field.entityType() == type;
    }

    private @Nullable String primaryOrganization() {
        return actor instanceof Actor.Person person ? person.user().primaryOrganization() : null;
    }

    private static boolean isCallOf(String name, Call call) {
        return call.name().equalsIgnoreCase(name);
    }

    private static void requireNoArguments(Call call) {
        if (!call.args().isEmpty()) {
            throw Refusal.of(QueryFault.WRONG_ARGUMENT_COUNT, call.name().toUpperCase(Locale.ROOT));
        }
    }
}
