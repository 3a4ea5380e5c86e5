package dev.threadmill.archive.site;

/** A message in the plan: the index of its thread, and of its node in that. */
public record NodeRef(int thread, int node) {}
