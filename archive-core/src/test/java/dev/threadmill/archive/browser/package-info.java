/**
 * A real browser for tests: start at {@link dev.threadmill.archive.browser.Browser}, and at {@link
 * dev.threadmill.archive.browser.SiteServer} for a site to open in it.
 */
@NullMarked
package dev.threadmill.archive.browser;

import org.jspecify.annotations.NullMarked;
