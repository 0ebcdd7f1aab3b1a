package org.mimamori.ui.field;

import java.time.LocalDate;

/** What somebody who typed a day turned out to mean. */
public sealed interface TypedDay {

    /** A day. */
    record Day(LocalDate date) implements TypedDay {}

    /** A day named by an era it does not lie in, such as 平成32年: the day that must be meant. */
    record OutsideEra(LocalDate meant) implements TypedDay {}

    /** No day at all. */
    record Unreadable() implements TypedDay {}
}
