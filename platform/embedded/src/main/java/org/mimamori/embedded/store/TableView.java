package org.mimamori.embedded.store;

import java.util.List;
import org.bson.Document;

/** A collection as it was at one moment. */
public record TableView(String namespace, long id, Document options, SortedBytes data, List<IndexView> indexes) {}
