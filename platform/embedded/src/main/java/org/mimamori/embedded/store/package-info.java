/** Collections and indexes on disk: snapshots for readers, one writer, a log, checkpoints. */
@NullMarked
package org.mimamori.embedded.store;

import org.jspecify.annotations.NullMarked;
