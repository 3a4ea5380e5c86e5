package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.render.download.MailBuffers;
import dev.threadmill.archive.render.template.PageWriter;
import java.io.Closeable;
import java.io.IOException;

/**
 * What one thread of execution uses again for page after page.
 *
 * @param page the page that is being written
 * @param lines the lines of overviews, made while no page is
 * @param mail mail to take away
 */
public record Buffers(PageWriter page, PageWriter lines, MailBuffers mail) implements Closeable {

    public Buffers(Scratch scratch) {
        this(new PageWriter(), new PageWriter(), new MailBuffers(scratch));
    }

    @Override
    public void close() throws IOException {
        mail.close();
    }
}
