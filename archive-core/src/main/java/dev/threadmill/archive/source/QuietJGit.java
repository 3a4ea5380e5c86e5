package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.storage.file.WindowCacheStats;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Opens repositories without traces. By itself JGit reads the settings of whoever runs it, starts
 * git to find those of the machine, and spends seconds on measuring the clock of the file system:
 * by files that it writes into the repository, and with a note in the home folder.
 */
final class QuietJGit extends SystemReader.Delegate {

    private QuietJGit(SystemReader usual) {
        super(usual);
    }

    /** The repository in {@code gitDir}; as if it had no work tree. */
    static synchronized Repository open(Path gitDir, boolean mustExist) throws IOException {
        SystemReader usual = SystemReader.getInstance();
        SystemReader.setInstance(new QuietJGit(usual));
        try {
            // Both are done once and remembered, the first for the whole file system.
            FS.getFileStoreAttributes(mustExist ? gitDir : gitDir.toAbsolutePath().getParent());
            WindowCacheStats.getStats();
            return new FileRepositoryBuilder()
                    .setGitDir(gitDir.toFile())
                    .setBare()
                    .setMustExist(mustExist)
                    .build();
        } finally {
            SystemReader.setInstance(usual);
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Settings(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Settings(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Settings(parent, fs);
    }

    /** Settings of no file, which know of every file system that its clock may be slow. */
    private static final class Settings extends FileBasedConfig {

        Settings(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // there is no file
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(
                String section,
                String subsection,
                String name,
                long defaultValue,
                TimeUnit wantUnit) {
            return section.equals("filesystem")
                    ? wantUnit.convert(2, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, defaultValue, wantUnit);
        }
    }
}
