package org.mimamori.api.auth;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What the operator decides for the API.
 *
 * @param language language of messages for callers who have chosen none and send no {@code Accept-Language}
 * @param zone the zone in which programs with API tokens mean "today"
 */
public record ApiSettings(Locale language, ZoneId zone) {}
