/**
 * Everything that belongs to one thread in one list: the pages of its messages, its pages as a tree
 * and by date, its overviews and its patch series. Start at {@link
 * dev.threadmill.archive.render.thread.ThreadRenderer}. May import render.feed and below.
 */
@NullMarked
package dev.threadmill.archive.render.thread;

import org.jspecify.annotations.NullMarked;
