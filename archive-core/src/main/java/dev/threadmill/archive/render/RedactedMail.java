package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.render.download.RedactedCopy;
import java.io.IOException;

/**
 * Mail of which nobody sees what the policy does not show: the one door through which what messages
 * say comes to the pages. In place of its bytes a message has those of a {@link RedactedCopy}.
 */
public final class RedactedMail implements ContentLoader {

    private final ContentLoader mail;
    private final AddressPolicy policy;

    public RedactedMail(ContentLoader mail, AddressPolicy policy) {
        this.mail = mail;
        this.policy = policy;
    }

    @Override
    public Loaded load(Message message) throws IOException {
        MessageContent content = policy.content(mail.load(message).content());
        // Where no file is made of it, nobody asks for its bytes.
        byte[] copy = policy.handsOnMail() ? RedactedCopy.of(message, content) : new byte[0];
        return new Loaded(copy, content);
    }
}
