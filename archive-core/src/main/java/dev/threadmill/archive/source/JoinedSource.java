package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Several sources below one folder, one after the other. */
final class JoinedSource implements MessageSource {

    private final String place;
    private final List<MessageSource> parts;
    private final Map<String, MessageSource> byPlace = new HashMap<>();

    JoinedSource(String place, List<MessageSource> parts) {
        this.place = place;
        this.parts = List.copyOf(parts);
        for (MessageSource part : parts) {
            byPlace.put(part.place(), part);
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public long size() {
        return parts.stream().mapToLong(MessageSource::size).sum();
    }

    @Override
    public void read(Consumer<RawMessage> messages, Consumer<Problem> problems) throws IOException {
        read(messages, removed -> {}, problems);
    }

    @Override
    public void read(
            Consumer<RawMessage> messages, Consumer<RawMessage> removed, Consumer<Problem> problems)
            throws IOException {
        for (MessageSource part : parts) {
            part.read(messages, removed, problems);
        }
    }

    @Override
    public boolean isOrdered() {
        return parts.stream().anyMatch(MessageSource::isOrdered);
    }

    @Override
    public RawMessage read(Origin origin) throws IOException {
        String inside = origin.place();
        while (inside.length() >= place.length()) {
            MessageSource part = byPlace.get(inside);
            if (part != null) {
                return part.read(origin);
            }
            inside = inside.substring(0, Math.max(0, inside.lastIndexOf('/')));
        }
        throw new IllegalArgumentException(origin + " is no message of " + place);
    }

    @Override
    public void close() throws IOException {
        Sources.closeAll(parts);
    }
}
