/**
 * What pages of every kind and feeds have in common: the head, names of people, links in text, how
 * much text there is room for, and the buffers they are made in. Start at {@link
 * dev.threadmill.archive.render.frame.Heads}. May import render.template, render.download, and what
 * render may.
 */
@NullMarked
package dev.threadmill.archive.render.frame;

import org.jspecify.annotations.NullMarked;
