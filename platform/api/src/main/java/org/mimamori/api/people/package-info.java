/** The User API: people, organisations and groups, at the root of the domain as with kintone. */
@NullMarked
package org.mimamori.api.people;

import org.jspecify.annotations.NullMarked;
