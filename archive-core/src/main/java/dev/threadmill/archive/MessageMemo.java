package dev.threadmill.archive;

import dev.threadmill.archive.body.QuotedLines;
import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Richness;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.parse.header.ListHeaders;
import dev.threadmill.archive.removal.QuoteReader;
import dev.threadmill.archive.source.RawMessage;
import dev.threadmill.archive.state.Memo;
import dev.threadmill.archive.thread.CopyReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What single messages were read again for before there are pages: each is asked but once ever. */
final class MessageMemo implements CopyReader, QuoteReader {

    private final Memo memo;
    private final Function<Message, RawMessage> read;
    private final MessageParser parser;

    MessageMemo(Memo memo, MessageParser parser, Function<Message, RawMessage> read) {
        this.parser = parser;
        this.memo = memo;
        this.read = read;
    }

    @Override
    public Hash content(Message message) {
        return hash("content", message, parser::contentHash);
    }

    @Override
    public Hash words(Message message) {
        return hash("words", message, parser::words);
    }

    private Hash hash(String what, Message message, Function<RawMessage, Hash> find) {
        byte[] answer =
                memo.answer(
                        question(what, message),
                        () -> {
                            Hash found = find.apply(read.apply(message));
                            ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
                            return bytes.putLong(found.high()).putLong(found.low()).array();
                        });
        ByteBuffer hash = ByteBuffer.wrap(answer);
        return new Hash(hash.getLong(), hash.getLong());
    }

    @Override
    public Richness richness(Message message) {
        byte[] answer =
                memo.answer(
                        question("richness", message),
                        () -> {
                            Richness found = parser.richness(read.apply(message));
                            ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES);
                            bytes.putInt(found.files()).putInt(found.fields());
                            return bytes.putInt(found.bytes()).array();
                        });
        ByteBuffer known = ByteBuffer.wrap(answer);
        return new Richness(known.getInt(), known.getInt(), known.getInt());
    }

    /** What a message says of its list. */
    ListHeaders listHeaders(Message message) {
        byte[] answer =
                memo.answer(
                        question("list", message),
                        () -> {
                            ListHeaders found = ListHeaders.of(read.apply(message).bytes());
                            return Memo.bytes(found.id(), found.description(), found.post());
                        });
        List<String> texts = Memo.texts(answer);
        return new ListHeaders(texts.get(0), texts.get(1), texts.get(2));
    }

    @Override
    public QuotedLines.Own ownLines(Message message) {
        return QuotedLines.own(parser.content(read.apply(message)));
    }

    @Override
    public int quoted(
            Message message, List<Message> others, Function<Message, QuotedLines.Own> own) {
        Fingerprint question = new Fingerprint().add("quoted").add(message.bytes());
        others.forEach(other -> question.add(other.bytes()));
        byte[] answer =
                memo.answer(
                        question.hash(),
                        () -> {
                            List<QuotedLines.Own> lines = others.stream().map(own).toList();
                            int found =
                                    QuotedLines.count(parser.content(read.apply(message)), lines);
                            return ByteBuffer.allocate(Integer.BYTES).putInt(found).array();
                        });
        return ByteBuffer.wrap(answer).getInt();
    }

    /**
     * The first words of a message.
     *
     * @param version of whatever else decides them
     */
    String summary(Message message, String version, Supplier<String> find) {
        byte[] answer =
                memo.answer(
                        question("summary " + version, message),
                        () -> find.get().getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static Hash question(String what, Message message) {
        return new Fingerprint().add(what).add(message.bytes()).hash();
    }
}
