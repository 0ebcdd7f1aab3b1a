package org.mimamori.engine.surface;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.surface.Plain.News;
import org.mimamori.engine.surface.Plain.Told;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has happened, and what came of it.
 *
 * @param told what people were told of records that are left, in this round and before
 * @param news what has happened in this round
 * @param sent what webhooks sent in this round, by reader
 */
record Round(List<Told> told, List<News> news, Map<String, List<ObjectNode>> sent) {}
