package org.mimamori.ui.list;

import org.mimamori.engine.record.AppRecord;

/** A record and its place in the list, from 0. */
record Listed(int at, AppRecord record) {}
