/**
 * One server of the practice shop: it sells products whose prices it reads from PostgreSQL through a Redis cache.
 * Requests for a category and a settings file that may change at any time come in, HTML pages, an access log and
 * metrics go out. Read {@link dev.drillbook.practice.shop.PageBuilder} first.
 */
package dev.drillbook.practice.shop;
