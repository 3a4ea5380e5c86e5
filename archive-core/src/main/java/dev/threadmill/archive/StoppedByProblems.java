package dev.threadmill.archive;

import dev.threadmill.archive.mail.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * Nothing was published, because the mail has graver problems than {@code failOn} allows, or lacks
 * messages that the published site holds.
 */
public final class StoppedByProblems extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Path problemsFile;

    StoppedByProblems(String sentence, List<Problem> problems, Path problemsFile) {
        super(sentence);
        this.problems = List.copyOf(problems);
        this.problemsFile = problemsFile;
    }

    /** All that was found until then, in source order. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same by message, as {@link GenerationReport#problemsFile()} says. */
    public Path problemsFile() {
        return problemsFile;
    }
}
