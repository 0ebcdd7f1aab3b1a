package org.mimamori.engine.field;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What holds for shapes, whatever the type. */
final class ShapeFacts {

    private ShapeFacts() {}

    /** Whether a field of the shape may hold the value. */
    static boolean fits(Value value, Shape shape) {
        return switch (value) {
            case Value.Blank blank -> true;
            case Value.Text text -> shape == Shape.TEXT;
            case Value.Decimal decimal -> shape == Shape.DECIMAL;
            case Value.Choice choice -> shape == Shape.CHOICE;
            case Value.Choices choices -> shape == Shape.CHOICES;
            case Value.Date date -> shape == Shape.DATE;
            case Value.Time time -> shape == Shape.TIME;
            case Value.Moment moment -> shape == Shape.MOMENT;
            case Value.Entity entity -> shape == Shape.ENTITY;
            case Value.Entities entities -> shape == Shape.ENTITIES;
            case Value.Files files -> shape == Shape.FILES;
            case Value.Rows rows -> shape == Shape.ROWS;
        };
    }

    /** What a store can answer about a shape: more than kintone lets be asked. */
    static Set<Operator> operators(Shape shape) {
        Set<Operator> operators = EnumSet.of(Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);
        Consumer<Operator> add = operators::add;
        switch (shape) {
            case TEXT -> Stream.of(Operator.values()).forEach(add);
            case DECIMAL, DATE, TIME, MOMENT ->
                Stream.of(Operator.values())
                        .filter(operator -> operator != Operator.LIKE && operator != Operator.NOT_LIKE)
                        .forEach(add);
            case CHOICE, CHOICES, ENTITY, ENTITIES ->
                Stream.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.IN, Operator.NOT_IN)
                        .forEach(add);
            case FILES -> Stream.of(Operator.LIKE, Operator.NOT_LIKE).forEach(add);
            case ROWS, NONE -> operators.clear();
        }
        return operators;
    }
}
