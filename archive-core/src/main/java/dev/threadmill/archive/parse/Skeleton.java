package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message read on its own, before the dates that depend on its predecessor are known.
 *
 * @param message complete, but that sent and arrived mean nothing while {@code undated} is set
 * @param undated what is to be said of its Date, where nothing tells when it arrived; else null
 */
record Skeleton(Message message, List<Problem> problems, @Nullable String undated) {}
