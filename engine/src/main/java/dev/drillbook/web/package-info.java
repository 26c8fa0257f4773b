/**
 * The control API: requests from second terminals and alerts from outside come in over HTTP, one call of {@code
 * control.Drills} goes out. Loopback only, and only for who knows the token. Read {@link
 * dev.drillbook.web.ControlServer} first.
 */
package dev.drillbook.web;
