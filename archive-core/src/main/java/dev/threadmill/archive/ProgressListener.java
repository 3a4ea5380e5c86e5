package dev.threadmill.archive;

/** Hears how far a build is. Called often and from several threads at once. */
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (stage, done, total) -> {};

    /** What the build is busy with, in the order it happens. */
    enum Stage {
        /** Reading mail; counted in bytes. */
        READ("Reading mail"),
        /** Making pages; counted in messages. */
        RENDER("Writing pages"),
        /** Putting them in their place; counted in files. */
        PUBLISH("Publishing");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        /** A word or two for people. */
        public String title() {
            return title;
        }
    }

    /**
     * Hears that {@code done} of {@code total} is behind us.
     *
     * @param done units done since the stage began; never more than {@code total}
     * @param total units of the stage, as far as known; 0 when not
     */
    void progress(Stage stage, long done, long total);
}
