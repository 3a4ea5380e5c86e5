package dev.threadmill.archive;

import dev.threadmill.archive.mail.AddressPolicy;
import java.util.Optional;

/**
 * What becomes of the published site when addresses are shown otherwise than before: with them go
 * the Message-IDs, and so the address of every message.
 */
final class AddressChange {

    private AddressChange() {}

    /**
     * What a run says that changes the addresses of all messages; empty for one that does not.
     *
     * @param lastNamedIds whether the published site addresses messages by their Message-IDs; empty
     *     where there is none
     */
    static Optional<String> sentence(Optional<Boolean> lastNamedIds, AddressPolicy addresses) {
        if (lastNamedIds.isEmpty() || lastNamedIds.get() == addresses.isOpen()) {
            return Optional.empty();
        }
        return Optional.of(
                addresses.isOpen()
                        ? "the published site hides mail addresses and Message-IDs, this one shows them: every message gets another address, and links to the old ones break"
                        : "the published site shows mail addresses and Message-IDs, this one hides them: every message gets another address, and links to the old ones break");
    }
}
