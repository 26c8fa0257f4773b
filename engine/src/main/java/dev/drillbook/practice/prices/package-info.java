/**
 * The desk that changes the shop's prices, a few each second. A database and a cache come in, committed price changes,
 * invalidated cache keys and the history of commits go out. Read {@link dev.drillbook.practice.prices.PriceDesk} first.
 */
package dev.drillbook.practice.prices;
