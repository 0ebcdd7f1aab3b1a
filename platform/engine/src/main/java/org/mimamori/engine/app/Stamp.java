package org.mimamori.engine.app;

import java.time.Instant;
import org.mimamori.engine.directory.EntityRef;

/** Who made something and who changed it last, and when. */
public record Stamp(EntityRef creator, Instant createdAt, EntityRef modifier, Instant modifiedAt) {}
